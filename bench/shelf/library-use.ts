/** What the answers to many asks take of the library, as JSON, in a process of its own. */
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { createLog } from "../../src/support/log.ts";
import { EXAMPLES, linesAbout, MISSES } from "./asked-lines.ts";
import { createCountingLibrary } from "./counting-library.ts";

/** What the answers are to be given on: a shelf, and where it was kept when it was read before. */
export interface UseErrand {
  readonly root: string;
  readonly cache: string;
}

/** The most that any answer takes: calls one after another, calls at all, and records. */
export interface MostUse {
  readonly rounds: number;
  readonly calls: number;
  readonly records: number;
}

const { root, cache }: UseErrand = JSON.parse(process.argv[3] ?? "{}");
const library = createLibrary(await readShelf(root, cache), { location: { cache, root } });
const { library: counting, take } = createCountingLibrary(library);
const lines = [...EXAMPLES, ...MISSES, ...(await linesAbout(library))];

/** Answers a line over a bot that has kept nothing. */
const answer = (line: string) =>
  createBot(counting, commands, englishMessages, createLog("warn", [])).answerLine(line);

// What is loaded while the first lines are answered begins later than it would otherwise.
for (const line of EXAMPLES) await answer(line);
take();
let most: MostUse = { rounds: 0, calls: 0, records: 0 };
for (const line of lines) {
  await answer(line);
  const { rounds, calls, records } = take();
  most = {
    rounds: Math.max(most.rounds, rounds),
    calls: Math.max(most.calls, calls),
    records: Math.max(most.records, records),
  };
}
library.close?.();
process.stdout.write(JSON.stringify(most));
