/** Reads in Chinese what is no answer: the web's pages, Slack's home and form, Discord's forms. No English of the desk's is in them. */
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBotFactory } from "../../src/desk/bot.ts";
import { ASK_COMMAND, formFor } from "../../src/platforms/discord/forms.ts";
import { withSlackNaming } from "../../src/platforms/slack/command-names.ts";
import { formCommands, formView } from "../../src/platforms/slack/form.ts";
import { homeView } from "../../src/platforms/slack/home.ts";
import { chineseFault } from "../chinese-words.ts";
import { keptLog, library, shelf } from "../desks.ts";
import { linksIn, shown, siteOver } from "./web/site.ts";

/** Returns all texts that a payload shows, without ids, values and addresses. */
const textsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "string"
      ? /^(?:text|label|title|description|placeholder|accessibility_label)$/.test(key)
        ? [inner]
        : []
      : textsIn(inner),
  );
};

/** Returns the sources' own words that records have, at any depth. */
const passagesOf = (value: unknown): string[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "exact" && typeof inner === "string" ? [inner] : passagesOf(inner),
  );
};

/** What pages have in English: passages, and the other names by which a record can be asked for. */
const ENGLISH = [...shelf.records.values()].flatMap((record) => [...passagesOf(record), ...record.aliases]);

const faultsIn = (where: string, texts: readonly string[]): string[] =>
  texts.flatMap((text) =>
    text.split("\n").flatMap((line) => {
      const fault = chineseFault(line.replace(/&lt;|&gt;|&amp;|\*/g, " "), ENGLISH);
      return fault === undefined ? [] : [`${where} | ${line} | ${fault}`];
    }),
  );

/** Leaves out of a page what it marks as of another language, and what is quoted word for word. */
const withoutSources = (page: string): string =>
  page
    .replace(/<(blockquote|q|cite|code|pre|mark|kbd|script|style)\b[^>]*>[\s\S]*?<\/\1>/g, "")
    // A link after a sentence stands by itself.
    .replace(/ <(?:a |span class="ways")/g, "<br>$&")
    .replace(/<(\w+)\b[^>]* lang="en[^"]*"[^>]*>[\s\S]*?<\/\1>/g, "");

describe.each(["zh-Hans", "zh-Hant"] as const)("in %s", (locale) => {
  const botFor = createBotFactory(library, commands, keptLog());

  it("no page of the site has English of the desk’s", async () => {
    const { get } = await siteOver();
    const headers = { "accept-language": locale };
    const seen = new Set<string>();
    const left = [
      "/",
      "/nosuch",
      "/search?q=poverty",
      "/ask?q=%2Fpledge%20%E9%98%BF%E9%87%8C%E5%B7%B4%E5%B7%B4",
    ];
    const faults: string[] = [];
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      const [address = ""] = path.split("#");
      if (seen.has(address)) continue;
      seen.add(address);
      const page = await get(address, headers);
      if (!page.headers["content-type"]?.startsWith("text/html")) continue;
      faults.push(...faultsIn(address, shown(withoutSources(page.body)).split("\n")));
      left.push(...linksIn(page.body));
    }
    expect([...new Set(faults)]).toEqual([]);
    expect(seen.size).toBeGreaterThan(shelf.records.size);
  });

  it("neither Slack’s home nor its form has", async () => {
    const bot = await withSlackNaming(botFor, "")(locale);
    const home = await homeView(bot, { defaultAudience: "room", commandPrefix: "" });
    expect(faultsIn("home", textsIn(home))).toEqual([]);
    const forms = formCommands(bot).map(({ command }) => formView(bot, command.name));
    expect(forms.length).toBeGreaterThan(10);
    expect(faultsIn("form", textsIn(forms))).toEqual([]);
  });

  it("no form of Discord’s has", async () => {
    const bot = await botFor(locale);
    const forms = [...commands.map(({ name }) => name), ASK_COMMAND].flatMap(
      (name) => formFor(bot, name, {}) ?? [],
    );
    expect(forms.length).toBe(3);
    expect(faultsIn("form", textsIn(forms))).toEqual([]);
  });
});
