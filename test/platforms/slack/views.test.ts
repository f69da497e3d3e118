/** Tests that the home and every form are within Slack's limits, in every language. */
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { createBotFactory } from "../../../src/desk/bot.ts";
import { LOCALES } from "../../../src/language/messages.ts";
import { withSlackNaming } from "../../../src/platforms/slack/command-names.ts";
import { formCommands, formView } from "../../../src/platforms/slack/form.ts";
import { homeView } from "../../../src/platforms/slack/home.ts";
import { keptLog, library } from "../../desks.ts";
import { checkSlack } from "../../stand-ins/slack-checks.ts";

const PREFIX = "a-long-prefix-of-16".slice(0, 16);

describe.each(LOCALES)("in %s", (locale) => {
  const bot = withSlackNaming(createBotFactory(library, commands, keptLog()), PREFIX)(locale);

  it("the home", async () => {
    const view = await homeView(await bot, { defaultAudience: "room", commandPrefix: PREFIX });
    expect(checkSlack("view", view)).toEqual([]);
    const example = locale === "en" ? "alibaba" : "阿里巴巴";
    expect(JSON.stringify(view)).toContain(`/${PREFIX}pledge ${example}`);
  });

  it("the form of each command, and the first one's without a name that it has", async () => {
    const own = await bot;
    expect(formCommands(own).length).toBe(commands.length - 1);
    for (const { command } of formCommands(own))
      expect(checkSlack("view", formView(own, command.name))).toEqual([]);
    for (const name of [undefined, "", "nosuch", "bibliography"])
      expect(formView(own, name)).toEqual(formView(own, commands[0]?.name));
  });
});
