/** Tests that what is offered in Chinese to begin with is in Chinese, and is answered. */
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/desk/bot.ts";
import { commandExamples } from "../../src/desk/command.ts";
import { startingAsks } from "../../src/desk/starting-asks.ts";
import { loadMessages } from "../../src/language/messages.ts";
import { createLog } from "../../src/support/log.ts";
import { library } from "../desks.ts";

describe.each(["zh-Hans", "zh-Hant"] as const)("%s", (locale) => {
  it("has examples that find something, none of them in English", async () => {
    const messages = await loadMessages(locale);
    const bot = createBot(library, commands, messages, createLog("error", []));
    const own = commands.flatMap((command) => {
      const lines = commandExamples(command, messages);
      return lines === command.examples ? [] : lines;
    });
    expect(own.length).toBeGreaterThan(15);
    for (const line of own) {
      expect(line).toMatch(/\p{Script=Han}/u);
      expect(`${(await bot.answerLine(line)).outcome} ${line}`).toBe(`found ${line}`);
    }
    for (const { line } of await startingAsks(bot)) expect(line).toMatch(/\p{Script=Han}/u);
  });
});
