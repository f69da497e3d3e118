/** Tests the short form of answers: nothing that changes how the whole is read is missing from it. */
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { answerForm } from "../../src/delivery/brief.ts";
import { fitAnswer } from "../../src/delivery/fit.ts";
import { renderTextPage } from "../../src/delivery/text.ts";
import type { Answer, Block } from "../../src/desk/answer.ts";
import { createBot } from "../../src/desk/bot.ts";
import { unnamedCredit } from "../../src/desk/item-lines.ts";
import { LOCALES, loadMessages } from "../../src/language/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import type { RecordKind } from "../../src/shelf/kinds.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { bot, botsWithLog, keptLog, library, shelf } from "../desks.ts";
import { setting, shelfWith } from "../shelves.ts";

const { messages } = bot;

/** Returns a page of an answer's short form, without what can be asked next. */
function pageOf(whole: Answer, from = 1, language = messages) {
  const answer = { ...answerForm({ ...whole, ask: { ...whole.ask, from } }, language), buttons: [] };
  return fitAnswer(
    answer,
    (page) => renderTextPage(page, language),
    () => true,
  );
}

/** Returns the text of all pages of an answer's short form. */
function pagesOf(whole: Answer, language = messages): string {
  const pages: string[] = [];
  let from: number | undefined = 1;
  while (from !== undefined) {
    const { message, next } = pageOf(whole, from, language);
    pages.push(message);
    from = next?.from;
  }
  return pages.join("\n");
}

const short = async (line: string): Promise<string> => pageOf(await bot.answerLine(line)).message;

const blocksOf = ({ opening, items, close }: Answer): readonly Block[] => [
  ...opening,
  ...items.flat(),
  ...close,
];

const cautionsOf = (answer: Answer): string[] =>
  blocksOf(answer).flatMap((block) => ("cautions" in block ? (block.cautions ?? []) : []));

const isSpoken = (block: Block): block is Extract<Block, { type: "quote" | "report" }> =>
  block.type === "quote" || block.type === "report";

const speakersOf = (answer: Answer): string[] =>
  blocksOf(answer)
    .filter(isSpoken)
    .flatMap(({ speaker }) => speaker ?? []);

const countOf = (text: string, words: string): number => text.split(words).length - 1;

/** The asks for a record of a kind. */
const ASKS: Partial<Record<RecordKind, readonly string[]>> = {
  pledges: ["pledge", "compare"],
  quotes: ["quote"],
  terms: ["define", "pledge", "quote", "timeline"],
  people: ["who", "quote", "pledge", "timeline"],
  organizations: ["who", "quote", "pledge", "timeline"],
  events: ["pledge", "timeline"],
  facts: ["search"],
};
const { hits } = await library.find({});
const asked = hits.flatMap(({ kind, id, label }) =>
  (ASKS[kind] ?? []).map((command) => `/${command} ${["quotes", "facts"].includes(kind) ? label : id}`),
);

describe("over its pages, the short form", () => {
  it.each(asked)("of %s keeps every caution, speaker, inference and difference", async (line) => {
    const whole = await bot.answerLine(line);
    if (whole.outcome !== "found") return expect(whole.items.flat().filter(isSpoken)).toEqual([]);
    const text = pagesOf(whole);
    const name = whole.lead?.parts[0]?.text ?? "";
    const speakers = speakersOf(whole).flatMap((speaker) => [
      unnamedCredit(speaker, name) ?? speaker,
      ...(speaker.startsWith(name) ? [name] : []),
    ]);
    const inferred = whole.sources.filter(({ short: credit }) => credit.includes("inferred"));
    const kept = [
      ...[...cautionsOf(whole), ...speakers],
      ...inferred.map(({ brief, short: credit }) => brief ?? credit),
    ];
    expect(kept.filter((words) => !text.includes(words))).toEqual([]);
    expect(inferred.filter(({ brief }) => !brief?.includes("inferred"))).toEqual([]);
    for (let from = pageOf(whole).next?.from; from !== undefined; ) {
      const { message, next } = pageOf(whole, from);
      const items = whole.items.slice(from - 1, next ? next.from - 1 : undefined);
      // A later page stands without the first line, so it names its speakers itself.
      for (const speaker of speakersOf({ ...whole, opening: [], items, close: [] }))
        expect(message).toContain(speaker);
      from = next?.from;
    }
    const differs = blocksOf(whole).some((block) => block.type === "note" && block.differs === true);
    if (differs) expect(text.toLowerCase()).toContain("sources differ");
  });

  it("marks each speaker who is inferred as often as the whole does", async () => {
    for (const line of ["/quote lu jun", "/quote xi", "/quote wang", "/quote collier", "/quote NGOs"]) {
      const whole = await bot.answerLine(line);
      const marks = speakersOf(whole).filter((speaker) => speaker.includes("(speaker inferred)")).length;
      expect(marks, line).toBeGreaterThan(0);
      expect(countOf(pagesOf(whole), "(speaker inferred)"), line).toBeGreaterThanOrEqual(marks);
    }
  });

  it("asks for the records of every kind that has an answer of its own", () => {
    expect(asked.length).toBeGreaterThan(150);
  });
});

describe("what is left out", () => {
  const spokenIn = (blocks: readonly Block[]) => blocks.filter(isSpoken).flatMap(({ passages }) => passages);

  it.each(asked)("of %s is offered, and nothing is offered where nothing is", async (line) => {
    const whole = await bot.answerLine(line);
    const short = answerForm(whole, messages);
    const offered = short.buttons.some(({ label }) => /^Whole (?:passages|table)$/.test(label));
    if (whole.outcome !== "found") return expect(offered).toBe(false);
    const text = pagesOf(whole);
    const passages = spokenIn(short.items.flat()).map((passage) => passage.text);
    const isCut = spokenIn(whole.items.flat()).some(
      (passage) => !passages.some((shown) => shown.includes(passage.text.trimEnd())),
    );
    const values = whole.items.flat().flatMap((block): { value: string; stated: boolean }[] => {
      if (block.type === "table") return block.rows.flat(2);
      return block.type === "details" && block.passages.length > 0 ? [...block.rows] : [];
    });
    const isLess = values.some(({ value, stated }) => stated && !text.includes(value));
    const isAll = !isCut && values.every(({ value }) => text.includes(value));
    // Where only what is not stated is left out, the whole may be offered or not.
    expect(offered ? !isAll : !isCut && !isLess).toBe(true);
  });

  it("is offered for some answers, and not for others", async () => {
    const offers = async (line: string) =>
      answerForm(await bot.answerLine(line), messages).buttons.map(({ label }) => label);
    expect(await offers("/pledge alibaba")).toContain("Whole passages");
    expect(await offers("/compare alibaba tencent")).toContain("Whole table");
    expect(await offers("/define third-distribution")).not.toContain("Whole passages");
  });
});

describe("in every language", () => {
  it.each(LOCALES)("%s keeps every caution and speaker", async (locale) => {
    const { botFor } = botsWithLog();
    const there = await botFor(locale);
    const language = await loadMessages(locale);
    for (const line of ["/pledge alibaba", "/pledge zhengzhou", "/quote xi", "/define third-distribution"]) {
      const whole = await there.answerLine(line);
      const text = pagesOf(whole, language);
      for (const caution of cautionsOf(whole)) expect(text, line).toContain(caution);
      const name = whole.lead?.parts[0]?.text ?? "";
      for (const speaker of speakersOf(whole))
        expect(text, line).toContain(unnamedCredit(speaker, name) ?? name);
    }
  });
});

describe("the short form", () => {
  it("is that of what was found, unless the whole is asked for, or a text to copy", async () => {
    for (const line of [
      "/pledge",
      "/pledge jd.com",
      "/quote jun",
      "/nope",
      "/pledge alibaba detail:full",
      "/cite voa",
    ]) {
      const answer = await bot.answerLine(line);
      expect(answerForm(answer, messages), line).toBe(answer);
    }
  });

  it("has the notes alone where they are asked for, all of them, under what they are about", async () => {
    const whole = await bot.answerLine("/pledge alibaba");
    const notes = answerForm({ ...whole, ask: { ...whole.ask, detail: "notes" } }, messages);
    const texts = (answer: Answer) =>
      blocksOf(answer).flatMap((block) => (block.type === "note" ? block.texts : []));
    expect(texts(notes)).toEqual(texts(whole));
    expect(blocksOf(notes).filter(({ type }) => type !== "note" && type !== "heading")).toEqual([]);
    expect(notes.title).toBe("Notes on Alibaba");
  });

  it("offers what it rests on, the whole and the notes before what follows", async () => {
    const { buttons } = answerForm(await bot.answerLine("/pledge alibaba"), messages);
    expect(buttons.slice(0, 3)).toEqual([
      expect.objectContaining({ label: "Cite" }),
      expect.objectContaining({ label: "Whole passages", ask: expect.objectContaining({ detail: "full" }) }),
      expect.objectContaining({ label: "Notes (14)", ask: expect.objectContaining({ detail: "notes" }) }),
    ]);
  });

  it("breaks a first line that is too long", async () => {
    expect((await short("/who wang")).split("\n").slice(0, 2)).toEqual([
      "Wang Hsin-Hsien",
      "“a political science professor and chair of the East Asian Studies Institute at National Cheng-Chi University in Taiwan” [1]",
    ]);
    expect((await short("/pledge bytedance")).split("\n").slice(0, 2)).toEqual([
      "Zhengzhou flood relief: four companies together: “a total of $154 million” [1]",
      "by Alibaba, Tencent, ByteDance and Meituan together",
    ]);
  });

  it("of /pledge with two accounts", async () => {
    expect(await short("/pledge alibaba")).toMatchInlineSnapshot(`
      "Alibaba: “$15.5 billion” [1] or “$15 billion” [2]; the sources differ

        […] Alibaba committed $15.5 billion over the next several years toward initiatives […] [1]
        Daniel Zhang, […] said his company’s donation of $15 billion to the initiative over the next five years represented its willingness to help China achieve its goal of prosperity for all. [2]
      One pledge by our reading: neither source has the other’s sum.

      Zhengzhou flood relief: four companies together
      Joint, with: Alibaba, Tencent, ByteDance and Meituan
        […] Chinese tech giants AlibabaTencentByteDance, and Meituan pledged a total of $154 million for flood relief efforts. [1]
      One sum for the four together; no shares stated.
      Not to be added to the “nearly $300 million” given before it.
      “In July”: Jul 2021, year inferred.

      [1] SupChina, 23 Nov 2021, republished by All China Review · [2] Voice of America, 2021 (both inferred) · unreviewed"
    `);
  });

  it("of /pledge for an occasion", async () => {
    expect(await short("/pledge zhengzhou")).toMatchInlineSnapshot(`
      "Zhengzhou floods: 2 sums, not to be added

      Zhengzhou relief efforts: donations, donors not named
        In July, when Zhengzhou was hit with one of its heaviest rainfalls in decades, nearly $300 million in donations poured in to aid relief efforts. [1]
      The donors of this sum as a whole are not named.
      Not to be added to the four companies’ pledge for the floods.
      “In July”: Jul 2021, year inferred.

      Zhengzhou flood relief: four companies together
      Joint, with: Alibaba, Tencent, ByteDance and Meituan
        […] Chinese tech giants AlibabaTencentByteDance, and Meituan pledged a total of $154 million for flood relief efforts. [1]
      One sum for the four together; no shares stated.
      Not to be added to the “nearly $300 million” given before it.

      [1] SupChina, 23 Nov 2021, republished by All China Review · unreviewed"
    `);
  });

  it("of /pledge where there is none", async () => {
    expect(await short("/pledge xiaomi")).toMatchInlineSnapshot(`
      "Xiaomi: no pledge in the 2 sources here (latest known: 23 Nov 2021). They name it here:

      Lei Jun, CEO of consumer electronics manufacturer Xiaomi, said that technological development must be used to achieve social good and that tech companies should help build a good life for everyone. — Lei Jun (reported, not quoted) [1]

      [1] Voice of America, 2021 (both inferred) · unreviewed"
    `);
  });

  it("of /quote", async () => {
    expect(await short("/quote xi")).toMatchInlineSnapshot(`
      "Xi Jinping: 1 quotation, 3 partial and 3 reported

        “Common prosperity means prosperity for all, not just a few people […] We can allow some to get rich first, but we must then launch a scientific public policy to make sure every citizen can have their fair share.” [1]
      “on Aug. 17”: 17 Aug 2021, year inferred.
      Date and place are those of the meeting before, by our reading.

        Xi Jinping acknowledged that the “new round of technological revolution and industrial transformation is giving a strong impetus to economic development.” (partial quote) [2]
      “effectively addressed and resolved” (speaker inferred) (partial quote) [2]
      “dividing the cake well” (partial quote) [2]
      Reported, not quoted: speech on inequality [2]; declaration on poverty [1]; on those who are already rich [1]

      [1] Voice of America, 2021 (both inferred) · [2] SupChina, 23 Nov 2021, republished by All China Review · unreviewed

      - Next (3–7 of 7): /quote xi item:3"
    `);
  });

  it("of /define", async () => {
    expect(await short("/define third-distribution")).toMatchInlineSnapshot(`
      "Third distribution: part of “Three distributions”

        The third distribution taps enterprises and individuals to redistribute their wealth through voluntary donations. [1]
      According to: National Development and Reform Commission
      Attributed to the commission by our reading.

      [1] Voice of America, 2021 (both inferred) · unreviewed

      - Next (2 of 2): /define third-distribution item:2"
    `);
  });

  it("of /who", async () => {
    expect(await short("/who alibaba")).toMatchInlineSnapshot(`
      "Alibaba: “Chinese tech giants” [1]

        […] Chinese tech giants AlibabaTencentByteDance, and Meituan pledged a total of $154 million for flood relief efforts. [1]
        Daniel Zhang, CEO at e-commerce giant Alibaba group, said his company’s donation of $15 billion to the initiative over the next five years represented its willingness to help China achieve its goal of prosperity for all. [2]

      Pledges
      Alibaba: common prosperity pledge: “$15.5 billion” [1]; “$15 billion” [2]
      The sources differ; both are shown.

      [1] SupChina, 23 Nov 2021, republished by All China Review · [2] Voice of America, 2021 (both inferred) · unreviewed

      - Next (3–5 of 5): /who alibaba item:3"
    `);
  });

  it("of /compare", async () => {
    expect(await short("/compare alibaba tencent")).toMatchInlineSnapshot(`
      "Alibaba and Tencent: 4 pledges
      The sources differ; both are shown.
      Don’t add these up: rows may overlap.
      Joint sums aren’t split.

      Alibaba: “$15.5 billion” [1]; “$15 billion” [2]
      Tencent: not stated in this source [1]
      Tencent, Pinduoduo and Meituan: not stated in this source [2]
      Alibaba, Tencent, ByteDance and Meituan, together: “a total of $154 million” [1]

      [1] SupChina, 23 Nov 2021, republished by All China Review · [2] Voice of America, 2021 (both inferred) · unreviewed"
    `);
  });

  it("of /timeline", async () => {
    expect(await short("/timeline common prosperity")).toMatchInlineSnapshot(`
      "Common prosperity: 5 dated entries

      1990s · First introduction of the three distributions [1]
      Said of the three distributions together, and of none of them alone.
      February 2021 (inferred) · Xi Jinping’s declaration that China had eliminated poverty [1]
      “He” is Xi Jinping, named in the sentence before.
      17 August 2021 (inferred) · Meeting of the Central Committee for Financial and Economic Affairs [1]
      17 August 2021 (inferred) · Xi Jinping on what common prosperity means [1]
      Date and place are those of the meeting before, by our reading.
      26 to 28 September 2021 (inferred) · World Internet Conference [1]

      [1] Voice of America, 2021 (both inferred) · unreviewed"
    `);
  });

  it("of /search", async () => {
    expect(await short("/search poverty")).toMatchInlineSnapshot(`
      "“poverty”: 4 results

      Xi Jinping’s declaration on poverty (statement)
      when he declared China had eliminated poverty — Xi Jinping (speaker inferred) (reported, not quoted) [1]

      Xi Jinping’s declaration that China had eliminated poverty (event)
        Since February, when he declared China had eliminated poverty, “common prosperity” has become one of his favorite themes. [1]
      Xi Jinping’s use of the term “common prosperity” (statement) [1]
      Xi Jinping on dividing the cake well (quotation) [2]

      [1] Voice of America, 2021 (both inferred) · [2] SupChina, 23 Nov 2021, republished by All China Review · unreviewed

      - Next (3–4 of 4): /search poverty item:3"
    `);
  });

  it("of /check", async () => {
    expect(await short("/check Alibaba pledged $20 billion.")).toMatchInlineSnapshot(`
      "⚠ Amount differs from both sources

      Alibaba: you wrote $20 billion; the sources say “$15.5 billion” and “$15 billion”.
        […] Alibaba committed $15.5 billion over the next several years toward initiatives […] [1]
        Daniel Zhang, […] said his company’s donation of $15 billion to the initiative over the next five years represented its willingness to help China achieve its goal of prosperity for all. [2]
      One pledge by our reading: neither source has the other’s sum.

      [1] SupChina, 23 Nov 2021, republished by All China Review · [2] Voice of America, 2021 (both inferred) · unreviewed"
    `);
  });

  it("of /source", async () => {
    expect(await short("/source supchina at:3378")).toMatchInlineSnapshot(`
      "“Chinese Tech Philanthropy in the Age of ‘Common Prosperity’” · a passage in context

      Characters 3,378 to 3,634 of 5,628, marked in what surrounds them:
        In light of these announcements, Alibaba committed $15.5 billion over the next several years toward initiatives, including technology innovation, economic development, high-quality job creation, and supporting vulnerable groups as a way to “spread wealth.” […] [1]
      Alibaba: common prosperity pledge (pledge)
      Alibaba’s pledge as a way to “spread wealth” (statement)

      [1] SupChina, 23 Nov 2021, republished by All China Review · unreviewed"
    `);
  });

  it("of a second page", async () => {
    expect(pageOf(await bot.answerLine("/quote xi"), 3).message).toMatchInlineSnapshot(`
      "  However, he also pointed out that its negative effects on employment and income distribution need to be “effectively addressed and resolved.” — Xi Jinping (speaker inferred) (partial quote) [2]

        Instead of relying on growth to trickle down to the poor, Xi has called for “dividing the cake well,” taking considerable effort to equalize basic services such as poverty-alleviation assistance and rural educational investment. — Xi Jinping (partial quote) [2]

      Reported, not quoted
      In a recent speech, Xi Jinping connected high inequality between rural and urban counties in China to the collapse of the middle class, social disintegration, and political polarization, calling it out as a significant threat to social harmony and stability. — Xi Jinping (reported, not quoted) [2]

      when he declared China had eliminated poverty — Xi Jinping (speaker inferred) (reported, not quoted) [1]
      “February”: Feb 2021, year inferred.

      At a meeting of the Communist Party’s Central Committee for Financial and Economic Affairs on Aug. 17, Xi stressed that those who are already rich need to guide and help others achieve prosperity. — Xi Jinping (reported, not quoted) [1]

      [1] Voice of America, 2021 (both inferred) · [2] SupChina, 23 Nov 2021, republished by All China Review · unreviewed"
    `);
  });
});

describe("what a person has reviewed", () => {
  const REVIEW = { entered: "2026-11-21", reviewedBy: "Mina Lee", reviewedOn: "2026-11-30" };

  /** Returns the bot over a shelf on which a person has reviewed these records. */
  async function reviewedDesk(isReviewed: (ref: string) => boolean) {
    const files = [...shelf.records.keys()].filter(isReviewed).map((ref) => `data/${ref}.json`);
    const root = shelfWith(Object.fromEntries(files.map((file) => [file, setting("/review", REVIEW)])));
    return createBot(createLibrary(await readShelf(root)), commands, messages, keptLog());
  }
  const lastLine = (answer: Answer, language = messages) =>
    pageOf(answer, 1, language).message.split("\n").at(-1);

  it("has no remark where it is all of an answer", async () => {
    const desk = await reviewedDesk(() => true);
    const answer = await desk.answerLine("/pledge alibaba");
    expect(lastLine(answer)).toBe(
      "[1] SupChina, 23 Nov 2021, republished by All China Review · [2] Voice of America, 2021 (both inferred)",
    );
    const notes = blocksOf(answer).flatMap((block) => (block.type === "note" ? block.texts : []));
    expect(notes).toContain("Reviewed by Mina Lee on 30 November 2026.");
  });

  it("is counted where it is a part, in every language", async () => {
    const [first] = [...shelf.records.keys()].filter(
      (ref) => ref.startsWith("pledges/") && ref.includes("alibaba"),
    );
    const desk = await reviewedDesk((ref) => ref === first);
    const answer = await desk.answerLine("/pledge alibaba");
    const lines = await Promise.all(
      LOCALES.map(async (locale) =>
        lastLine(answer, await loadMessages(locale))
          ?.split(" · ")
          .at(-1),
      ),
    );
    expect(lines).toEqual(["1 of 2 reviewed", "2条中1条已审核", "2筆中1筆已審核"]);
  });

  it("is said by whom and when of a source", async () => {
    const desk = await reviewedDesk(() => true);
    const answer = await desk.answerLine(`/source ${[...shelf.sources.keys()][0]}`);
    const [note] = answer.close.flatMap((block) => (block.type === "note" ? block.texts : []));
    expect(note).toBe("Reviewed by Mina Lee on 30 November 2026.");
  });
});
