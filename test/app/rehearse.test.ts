/** A server on a large shelf has loaded every command before anyone asks; on a small one it loads what is asked for. */
import { expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { rehearse } from "../../src/app/rehearse.ts";
import { createBot } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { keptLog, library } from "../desks.ts";

/** Returns a bot, and the names of the commands that it has loaded. */
function watchedBot() {
  const loaded = new Set<string>();
  const watched = commands.map((command) => ({
    ...command,
    load() {
      loaded.add(command.name);
      return command.load();
    },
  }));
  const log = keptLog();
  return { bot: createBot(library, watched, englishMessages, log), loaded, log };
}

it("loads every command and answers it alone, a sentence of the shelf and a miss, each in its turn", async () => {
  const { bot, loaded, log } = watchedBot();
  const outcomes: unknown[] = [];
  const takeTurn = async (work: () => Promise<object>) => {
    const done = await work();
    if ("outcome" in done) outcomes.push(done.outcome);
  };
  await rehearse(bot, library, takeTurn, 1);
  expect([...loaded].sort()).toEqual(commands.map(({ name }) => name).sort());
  // An example and a sentence of /check, and the miss, beside each command alone.
  expect(outcomes).toHaveLength(commands.length + 3);
  expect(outcomes.slice(-1)).toEqual(["nothing"]);
  expect(outcomes).not.toContain("mistake");
  expect(outcomes).not.toContain("failure");
  expect(log.lines).toEqual([]);
});

it("loads none on a small shelf", async () => {
  const { bot, loaded } = watchedBot();
  await rehearse(bot, library);
  expect([...loaded]).toEqual([]);
});
