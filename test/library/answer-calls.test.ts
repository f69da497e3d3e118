/**
 * No answer reads the shelf: it makes few calls of the library one after another, and takes few records out of it,
 * however large the shelf is.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { EXAMPLES, linesAbout, MISSES } from "../../bench/shelf/asked-lines.ts";
import { createCountingLibrary, type LibraryUse } from "../../bench/shelf/counting-library.ts";
import { makeShelf } from "../../bench/shelf/making.ts";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import type { Library } from "../../src/library/library.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { keptLog, library as own } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";

/** The most rounds of calls: those of a round begin before any of them has answered. */
const MOST_ROUNDS = 8;
/** The most records that the library may give for one answer, each counted as often as it is given. */
const MOST_RECORDS = 500;

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
  it("every example, every command alone, misses and a message of several sentences", async () => {
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
  });

  it("every example, every command alone, and misses", () => expectFew([...EXAMPLES, ...MISSES], library));

  it("every command about what most records refer to, and sentences of sources", async () => {
    const lines = await linesAbout(library);
    expect(lines.length).toBeGreaterThan(80);
    await expectFew(lines, library);
  });
});
