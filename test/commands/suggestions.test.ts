/** Tests that every command suggests only what it has an answer to. */
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createMemoryLog } from "../../src/citation-log/memory-log.ts";
import { type Bot, createBot } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { keptLog, PROJECT } from "../desks.ts";
import { createCloningLibrary } from "../library/cloning-library.ts";

/** A desk over the shelf in a folder, all sources of which have been cited, with the names on the shelf. */
async function deskOver(folder: string): Promise<{ readonly bot: Bot; readonly names: readonly string[] }> {
  const shelf = await readShelf(folder);
  const citationLog = createMemoryLog();
  await citationLog.record("here", [...shelf.sources.keys()], new Date());
  const embedded = createLibrary(shelf);
  const library = process.env.LIBRARY === "cloning" ? createCloningLibrary(embedded) : embedded;
  const bot = createBot(library, commands, englishMessages, keptLog(), undefined, {
    citationLog,
  });
  return {
    bot,
    names: [...shelf.records.values()].flatMap(({ id, label, aliases }) => [id, label, ...aliases]),
  };
}

/** What may have been typed so far: nothing, and the beginnings of each name and of its words. */
const begun = (names: readonly string[]): string[] => [
  ...new Set(
    names.flatMap((name) => [
      ...["", name, name.slice(0, 4)],
      ...name.split(/[ -]/).map((word) => word.slice(0, 1)),
    ]),
  ),
  ...["199", "2021", "2021-0", "17 August 2021", "2050", "1850"],
];

const options = commands.flatMap(({ name, options, autocomplete }) =>
  autocomplete === false ? [] : options.map((option) => [name, option.name, options[0]!.name] as const),
);

describe.each([
  ["the shipped shelf", PROJECT],
  ["a shelf of other articles", `${PROJECT}/test/shelf/articles`],
])("over %s", async (_, folder) => {
  const { bot, names } = await deskOver(folder);

  it.each(options)("/%s %s: asks only what has an answer", async (command, option, first) => {
    const suggested = new Map<string, string>();
    for (const typed of begun(names))
      for (const { value } of await bot.suggest(command, option, typed)) suggested.set(value, typed);
    // A style is that of something.
    const [cited] = await bot.suggest(command, first, "");
    const beside = command === "cite" && option !== first && cited ? { [first]: cited.value } : {};
    const unanswered: string[] = [];
    for (const [value, typed] of suggested) {
      const values = { [option]: value, ...beside };
      const { outcome } = await bot.answerTo(bot.parseFields(command, values), "here");
      if (outcome !== "found" && outcome !== "menu")
        unanswered.push(`/${command} ${JSON.stringify(values)}, suggested for “${typed}”: ${outcome}`);
    }
    expect(unanswered).toEqual([]);
    // Where a passage stands is not completed; words on the other shelf are about no record.
    if (option !== "at" && folder === PROJECT) expect(suggested.size).toBeGreaterThan(0);
  });
});
