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

it("loads every command, each in its turn", { timeout: 120_000 }, async () => {
  const { bot, loaded, log } = watchedBot();
  const outcomes: string[] = [];
  const takeTurn = async (work: () => Promise<object>) => {
    const answer = (await work()) as Awaited<ReturnType<typeof bot.answerLine>>;
    outcomes.push(answer.outcome);
  };
  await rehearse(bot, takeTurn, 1);
  expect([...loaded].sort()).toEqual(commands.map(({ name }) => name).sort());
  expect(outcomes.length).toBeGreaterThanOrEqual(commands.length);
  expect(outcomes).not.toContain("failure");
  expect(log.lines).toEqual([]);
});

it("loads none on a small shelf", async () => {
  const { bot, loaded } = watchedBot();
  await rehearse(bot);
  expect([...loaded]).toEqual([]);
});
