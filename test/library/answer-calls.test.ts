/**
 * No answer reads the shelf: it makes few calls of the library one after another, and takes few records out of it,
 * however large the shelf is.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { makeShelf } from "../../bench/shelf/making.ts";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import type { Library } from "../../src/library/library.ts";
import type { RecordKind } from "../../src/shelf/kinds.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { keptLog, library as own } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";
import { createCountingLibrary, type LibraryUse } from "./counting-library.ts";

/** The most rounds of calls: those of a round begin before any of them has answered. */
const MOST_ROUNDS = 8;
/** The most records that the library may give for one answer, each counted as often as it is given. */
const MOST_RECORDS = 500;

/** Every command alone, and every example of every command. */
const EXAMPLES = commands.flatMap(({ name, examples }) => [`/${name}`, ...examples]);

/** What no shelf has, asked of every command that looks names up. */
const MISSES = commands
  .filter(({ name }) => !["help", "bibliography"].includes(name))
  .map(({ name }) => `/${name} Nobody Knows Her, Zorblax and the Quuxians`);

/** Answers a line over a library that counts, and returns the answer's outcome with what it asked. */
async function usedFor(line: string, library: Library): Promise<LibraryUse & { readonly outcome: string }> {
  const { library: counting, take } = createCountingLibrary(library);
  const bot = createBot(counting, commands, englishMessages, keptLog());
  const { outcome } = await bot.answerLine(line);
  return { outcome, ...take() };
}

async function expectFew(lines: readonly string[], library: Library): Promise<void> {
  // What is loaded while the first line is answered begins later than it would otherwise.
  for (const line of EXAMPLES) await usedFor(line, library);
  for (const line of lines) {
    const { outcome, rounds, records, asked } = await usedFor(line, library);
    expect(outcome, line).not.toBe("failure");
    expect(rounds, `${line}: ${JSON.stringify(asked)}`).toBeLessThanOrEqual(MOST_ROUNDS);
    expect(records, line).toBeLessThanOrEqual(MOST_RECORDS);
  }
}

describe("on the project’s shelf", () => {
  it("every example, every command alone, misses and a message of several sentences", {
    timeout: 120_000,
  }, async () => {
    const checks = commands.find(({ name }) => name === "check")!.examples;
    const message = `/check ${checks.map((line) => line.replace("/check ", "")).join(" ")}`;
    await expectFew([...EXAMPLES, ...MISSES, message, "who is the ceo of xiaomi?"], own);
  });
});

describe("on a made-up shelf of 20,000 records", () => {
  let library: Library;
  beforeAll(async () => {
    const root = temporaryFolder();
    makeShelf(root, 20_000);
    library = createLibrary(await readShelf(root));
  }, 300_000);

  it("every example, every command alone, and misses", { timeout: 120_000 }, () =>
    expectFew([...EXAMPLES, ...MISSES], library),
  );

  it("every command about what most records refer to", { timeout: 120_000 }, async () => {
    const most = async (kind: RecordKind) =>
      (await library.find({ kinds: [kind], order: "references", most: 2 })).hits;
    const kinds: readonly RecordKind[] = ["people", "organizations", "events", "terms"];
    const known = (await Promise.all(kinds.map(most))).flat();
    const [source] = (await library.findSources({ most: 1 })).hits;
    await expectFew(
      [
        ...known.flatMap(({ label }) => commands.map(({ name }) => `/${name} ${label}`)),
        ...["source", "cite"].map((name) => `/${name} ${source!.id}`),
        `/compare ${known.map(({ id }) => id).join(" ")}`,
        "/pledge everyone’s total",
      ],
      library,
    );
  });

  it("a sentence that a source has", { timeout: 120_000 }, async () => {
    const facts = (await library.find({ kinds: ["facts"], most: 3 })).hits;
    const lines = facts.flatMap((fact) =>
      fact.kind === "facts" ? [`/check ${fact.passages[0]!.exact}`] : [],
    );
    expect(lines).toHaveLength(3);
    await expectFew(lines, library);
  });
});
