/** Tests /bibliography: what people read, given a log of citations. */
import { describe, expect, it } from "vitest";
import { listEntries, listFile } from "../../commands/bibliography/list.ts";
import { commands } from "../../commands/index.ts";
import { CITATION_STYLES } from "../../src/citation/styles.ts";
import { type CitationLog, daysBefore } from "../../src/citation-log/citation-log.ts";
import { createMemoryLog } from "../../src/citation-log/memory-log.ts";
import { fitAnswer } from "../../src/delivery/fit.ts";
import { renderTextPage } from "../../src/delivery/text.ts";
import { createBotFactory } from "../../src/desk/bot.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import type { Locale } from "../../src/language/messages.ts";
import type { SourceInfo } from "../../src/library/library.ts";
import { keptLog, library } from "../desks.ts";

const [SUPCHINA, VOA] = ["supchina-tech-philanthropy", "voa-common-prosperity"] as const;

async function answerWith(
  ledger: CommandContext["citationLog"],
  line: string,
  conversation: string | undefined = "here",
  locale: Locale = "en",
) {
  const bot = await createBotFactory(
    library,
    commands,
    keptLog(),
    ledger ? { citationLog: ledger } : {},
  )(locale);
  const answer = await bot.answerLine(line, conversation);
  const { message } = fitAnswer(
    answer,
    (page) => renderTextPage(page, bot.messages),
    () => true,
  );
  return { answer, text: message };
}

/** Creates a log of sources cited in the conversation `here`, each the given number of days ago. */
async function ledgerOf(
  ...cited: readonly (readonly [source: string, days: number])[]
): Promise<CitationLog> {
  const citationLog = createMemoryLog();
  for (const [source, days] of cited)
    await citationLog.record("here", [source], daysBefore(days, new Date()));
  return citationLog;
}

const both = () => ledgerOf([SUPCHINA, 40], [VOA, 3], [SUPCHINA, 2]);

describe("/bibliography", () => {
  it("lists what was cited here, each source once, by its letters", async () => {
    const { answer, text } = await answerWith(await both(), "/bibliography");
    expect(answer).toMatchObject({ outcome: "found", audience: "room", sources: [] });
    expect(text).toMatchInlineSnapshot(`
      "Sources cited here · APA (7th edition)
      /bibliography

      China’s tech titans funding Beijing’s effort to close income gap. (ca. 2021). Voice of America.

      Tam-Claiborne, D. (2021, November 23). Chinese tech philanthropy in the age of “common prosperity.” SupChina. (Republished in All China Review, n.d., https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/)

      Desk’s note: Sources cited publicly here in the past year."
    `);
  });

  it("in a style that counts, by when each was first cited", async () => {
    const { text } = await answerWith(await both(), "/bibliography style:vancouver");
    expect(text.indexOf("1. Tam-Claiborne D.")).toBeGreaterThan(0);
    expect(text.indexOf("2. China’s tech titans")).toBeGreaterThan(text.indexOf("1. Tam"));
    const recent = await answerWith(await both(), "/bibliography 10 style:gbt");
    expect(recent.text.indexOf("[1] China’s tech titans")).toBeGreaterThan(0);
    expect(recent.text.indexOf("[2] TAM-CLAIBORNE")).toBeGreaterThan(recent.text.indexOf("[1] China"));
  });

  it.each([
    ["/bibliography 30", ["China’s"], ["Tam-Claiborne"]],
    ["/bibliography 60", ["China’s", "Tam-Claiborne"], []],
    ["/bibliography 60 days", ["China’s", "Tam-Claiborne"], []],
    ["/bibliography 9999", ["China’s", "Tam-Claiborne"], []],
    ["/bibliography mla", ["Tam-Claiborne, Daniel. “"], []],
    ["/bibliography style:MLA", ["Tam-Claiborne, Daniel. “"], []],
    ['/bibliography style:"GB/T 7714"', ["TAM-CLAIBORNE D"], []],
  ])("%s", async (line, there, absent) => {
    const { answer, text } = await answerWith(await ledgerOf([SUPCHINA, 40], [VOA, 3]), line);
    expect(answer.outcome).toBe("found");
    for (const words of there) expect(text).toContain(words);
    for (const words of absent) expect(text).not.toContain(words);
  });

  it("says what is not on the shelf any more", async () => {
    const { text } = await answerWith(await ledgerOf([VOA, 3], ["gone", 2]), "/bibliography");
    expect(text).toContain("1 source cited here is no longer here.");
  });

  it.each([
    ["nothing was cited", ledgerOf(), "/bibliography", "has cited a source yet."],
    ["nothing was, in that time", ledgerOf([VOA, 3]), "/bibliography 1", "in the last day."],
    ["only what is gone was", ledgerOf(["gone", 3]), "/bibliography", "has cited a source yet."],
  ])("says so where %s", async (_, ledger, line, words) => {
    const { answer, text } = await answerWith(await ledger, line);
    expect(answer).toMatchObject({ outcome: "nothing", audience: "asker" });
    expect(text).toContain(words);
  });

  it("says so where nothing is kept, or nobody knows where it is asked", async () => {
    for (const given of [
      answerWith(undefined, "/bibliography"),
      answerWith(await both(), "/bibliography", ""),
    ]) {
      const { answer } = await given;
      expect(answer.outcome).toBe("nothing");
    }
    const bot = await createBotFactory(library, commands, keptLog(), { citationLog: await both() })("en");
    const { opening } = await bot.answerLine("/bibliography");
    expect(JSON.stringify(opening)).toContain("Bibliographies work in Slack and Discord channels only.");
  });

  it("says so where the database is away", async () => {
    const away = { citedIn: () => Promise.reject(new Error("away")) };
    const { answer, text } = await answerWith(away, "/bibliography");
    expect(answer.outcome).toBe("nothing");
    expect(text).toContain("cannot be looked up at the moment");
  });

  it.each([
    ["/bibliography alibaba", "“alibaba” is neither a number of days nor a style."],
    ["/bibliography 0", "“0” is neither"],
    ["/bibliography alibaba style:mla", "“alibaba” is neither"],
    ["/bibliography 7 style:bluebook", "There is no style “bluebook”."],
  ])("%s offers what can be asked", async (line, words) => {
    const { answer, text } = await answerWith(await both(), line);
    expect(answer.outcome).toBe("menu");
    expect(text).toContain(words);
    expect(answer.items.length).toBeGreaterThan(4);
  });

  it.each([
    ["zh-Hans", "本对话引用过的来源"],
    ["zh-Hant", "本對話引用過的來源"],
  ] as const)("speaks %s, and leaves the entries as they are", async (locale, words) => {
    const { text } = await answerWith(await both(), "/bibliography 60", "here", locale);
    expect(text).toContain(words);
    expect(text).toContain("Tam-Claiborne, D. (2021, November 23).");
  });

  it("suggests days and styles", async () => {
    const bot = await createBotFactory(library, commands, keptLog())("en");
    const values = async (option: string, typed: string) =>
      (await bot.suggest("bibliography", option, typed)).map(({ value }) => value);
    expect(await values("days", "")).toEqual(["1", "7", "30", "90", "365"]);
    expect(await values("style", "chi")).toEqual(["chicago", "chicago-notes"]);
  });
});

const style = (id: string) => CITATION_STYLES.find((one) => one.id === id)!;
const { hits: sources } = await library.findSources({});
const made = (author: string, title: string): SourceInfo => {
  const [source] = sources;
  const { author: _, ...citation } = source!.card.citation;
  const [given = "", family = ""] = author.split(" ");
  const by = author === "" ? {} : { author: [{ given, family }] };
  return {
    ...source!,
    id: author.toLowerCase().replace(/\W+/g, "-"),
    card: { ...source!.card, citation: { ...citation, ...by, title }, title: { text: title, basis: "text" } },
  };
};

describe("a list", () => {
  it("is in the order of its letters, without regard to articles, marks, capitals and accents", () => {
    const listed = [
      ["", "“Zebra” crossings"],
      ["", "The Middle way"],
      ["Émile Zola", "J’accuse"],
      ["Ann Abel", "Last"],
      ["", "a little title"],
    ].map(([author = "", title = ""]) => made(author, title));
    expect(listEntries(listed, style("apa")).map((entry) => entry.slice(0, 8))).toEqual([
      "Abel, A.",
      "a little",
      "The Midd",
      "“Zebra” ",
      "Zola, É.",
    ]);
  });

  it("comes as a file where it is long, with all that the pages say", () => {
    const many = Array.from({ length: 11 }, (_, index) => made(`Author N${index}`, `Title ${index}`));
    const entries = listEntries(many, style("apa"));
    const file = listFile(many, style("apa"), entries, "A title");
    expect(file).toMatchObject({ type: "file", name: "bibliography.txt", title: "A title" });
    expect(file?.text).toBe(`${entries.join("\n\n")}\n`);
    expect(listFile(many.slice(1), style("apa"), entries.slice(1), "A title")).toBeUndefined();
  });

  it.each([
    ["bibtex", "bibliography.bib", /^@article\{[\s\S]*\n@article\{/],
    ["ris", "bibliography.ris", /^TY {2}- [\s\S]*\nER {2}-[\s\S]*\nTY {2}- /],
    ["csl", "bibliography.json", /^\[\n/],
  ] as const)("comes as a file where another program reads it: %s", (id, name, form) => {
    const file = listFile(sources, style(id), listEntries(sources, style(id)), "A title");
    expect(file?.name).toBe(name);
    expect(file?.text).toMatch(form);
    if (id === "csl") expect(JSON.parse(file?.text ?? "")).toHaveLength(sources.length);
  });
});
