/** Tests /source on the real shelf: what people read. */

import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { fitAnswer } from "../../src/delivery/fit.ts";
import { renderTextPage } from "../../src/delivery/text.ts";
import { createBotFactory } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { contextOf } from "../../src/library/lookups.ts";
import { evidenceWithPointers } from "../../src/shelf/evidence.ts";
import type { RecordKind } from "../../src/shelf/kinds.ts";
import { ask, bot, keptLog, library, shelf } from "../desks.ts";

const { hits: sources } = await library.findSources({});

describe("a source's card", () => {
  it("says what is known and what is not, what is inferred and why, and what is recorded from it", async () => {
    const card = (await ask("/source voa")).split("\nPeople\n")[0]!;
    expect(card.replace(/^On record: .*$/m, "On record: (counted)")).toMatchInlineSnapshot(`
      "“China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” · source
      /source voa

      Title:     from a copy
      Author:    not known
      Publisher: Voice of America (inferred)
      Section:   VOA Mandarin
      Published: 2021 (inferred)
      Address:   not known
      Accessed:  not known
      Language:  English
      Rights:    A work of the United States government, in the public domain.
      Length:    5,378 characters
      SHA-256:   f58fc03a75f6bb617783e76cbc8170848856ec8b9c2f6aafb36b534fff523d54
      Id:        voa-common-prosperity
      On record: (counted)

      Desk’s notes:
      - The stored text bears no title; this one stands on a verbatim copy of October 2021.
      - The text names no publisher; Voice of America follows from “told VOA Mandarin” and from a verbatim copy of October 2021.
      - The text never names its year; 2021 follows from a verbatim copy of October 2021.

      Pledges
      - Alibaba: common prosperity pledge: /pledge alibaba-common-prosperity
      - Qihoo 360: an undisclosed sum: /pledge qihoo-360-common-prosperity
      - Tencent, Pinduoduo and Meituan: support for social causes: /pledge tencent-pinduoduo-meituan-before-conference
      Words
      - Lu Jun, 3 quotations: /quote lu-jun
      - Wang Hsin-Hsien, 2 quotations: /quote wang-hsin-hsien
      - China Daily, 2 quotations: /quote china-daily
      - Xi Jinping, 1 quotation: /quote xi-jinping
      - Zhou Hongyi, 1 quotation: /quote zhou-hongyi
      - Analysts, 1 reported, none quoted: /quote analysts
      - Daniel Zhang, 1 reported, none quoted: /quote daniel-zhang
      - Lei Jun, 1 reported, none quoted: /quote lei-jun
      - National Development and Reform Commission, 1 reported, none quoted: /quote ndrc
      Terms
      - Common prosperity: /define common-prosperity
      - First distribution: /define first-distribution
      - Second distribution: /define second-distribution
      - Third distribution: /define third-distribution
      - Three distributions: /define three-distributions
      Events
      - Meeting of the Central Committee for Financial and Economic Affairs: /timeline financial-and-economic-affairs-meeting
      - Campaign to clamp down on unregistered NGOs: /timeline ngo-campaign-of-the-ministry
      - Tightening grip on NGOs: /timeline ngo-controls
      - Crackdown on “illegal NGOs”: /timeline ngo-crackdown
      - Xi Jinping’s declaration that China had eliminated poverty: /timeline poverty-declared-eliminated
      - First introduction of the three distributions: /timeline three-distributions-introduced
      - World Internet Conference: /timeline world-internet-conference"
    `);
  });

  it("tells a republication apart from the original, and leads to where it can be read", async () => {
    const text = await ask("/source supchina");
    expect(text.split("\n\nPledges\n")[0]).toMatchInlineSnapshot(`
      "“Chinese Tech Philanthropy in the Age of ‘Common Prosperity’” · source
      /source supchina

      Author:      Daniel Tam-Claiborne
      Publisher:   SupChina
      Published:   23 November 2021
      Address:     not known
      Stored text: republication by All China Review, date not known
      Accessed:    not known
      Language:    English
      Rights:      All rights reserved by its publisher; passages are quoted.
      Length:      5,628 characters
      SHA-256:     828515acd6cd64aa3450fdbb7f94491761396473c4d2a265fc0df3600eb79d0c
      Id:          supchina-tech-philanthropy
      On record:   5 pledges, 5 quotations, 3 terms, 4 events, 3 people, 11 organizations and 21 statements"
    `);
    expect(text.split("\n").slice(-2)).toEqual([
      "- Open at All China Review: https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/",
      "- Cite: /cite supchina-tech-philanthropy",
    ]);
  });

  it("is told in Chinese", async () => {
    const { messages, answerLine } = await createBotFactory(library, commands, keptLog())("zh-Hant");
    const { message } = fitAnswer(
      await answerLine("/source supchina"),
      (page) => renderTextPage(page, messages),
      () => true,
    );
    expect(message.split("\n\n捐款承諾\n")[0]).toMatchInlineSnapshot(`
      "《Chinese Tech Philanthropy in the Age of ‘Common Prosperity’》 · 資料庫所收來源
      /source supchina

      作者：    Daniel Tam-Claiborne
      發布方：  SupChina
      發布日期：2021年11月23日
      網址：    不詳
      存檔文本：All China Review 轉載，日期不詳
      查閱日期：不詳
      語言：    英文
      權利：    版權保留（發布方保留一切權利；此處為引用段落。）
      篇幅：    5628個字元
      SHA-256： 828515acd6cd64aa3450fdbb7f94491761396473c4d2a265fc0df3600eb79d0c
      代號：    supchina-tech-philanthropy
      收錄：    捐款承諾5項、引語5則、術語3個、事件4件、人物3位、機構11個和陳述21則"
    `);
  });

  it("gives the length and the hash of the very text", async () => {
    for (const { id } of sources) {
      const { text, sha256 } = shelf.sources.get(id)!;
      const shown = await ask(`/source ${id}`);
      expect(shown).toContain(englishMessages.sourceCard.length(text.length));
      expect(shown).toContain(sha256);
    }
  });

  const BY_COMMAND: readonly RecordKind[] = ["pledges", "terms", "events", "people", "organizations"];

  it("leads to every record that stands on it: words by their speaker, what no command shows by a search", async () => {
    for (const { id } of sources) {
      const { items } = await bot.answerLine(`/source ${id}`);
      const lines = new Set(
        items
          .flat()
          .flatMap((block) => (block.type === "choices" ? block.choices.map(({ ask }) => ask.text) : [])),
      );
      for (const record of (await library.find({ source: id })).hits) {
        const speaker = "speaker" in record ? record.speaker?.split("/")[1] : undefined;
        expect(lines).toContain(speaker ?? (BY_COMMAND.includes(record.kind) ? record.id : record.label));
      }
    }
  });
});

describe("is found by", () => {
  const [supchina, voa] = sources.map(({ id }) => id);
  const found = async (line: string) => {
    const { title, outcome } = await bot.answerLine(line);
    return outcome === "found" ? sources.find((source) => title.includes(source.title.text))?.id : title;
  };

  it.each([
    ["/source supchina-tech-philanthropy", supchina],
    ["/source SupChina Tech Philanthropy", supchina],
    ["/source “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”", supchina],
    ["/source tech philanthropy", supchina],
    ["/source all china review", supchina],
    ["/source the china project", supchina],
    ["/source Daniel Tam-Claiborne", supchina],
    ["/source supchna", supchina],
    ["/source voice of america", voa],
    ["/source VOA", voa],
    ["/source 美国之音", voa],
    ["/source income gap", voa],
    ["/source tech titans", voa],
    ["/source tech", "Which “tech” do you mean?"],
    ["/source common prosperity", "Which “common prosperity” do you mean?"],
    ["/source new york times", "Nothing on record for “new york times”"],
    ["/source ???", "Nothing on record for “???”"],
  ])("%s", async (line, id) => {
    expect(await found(line)).toBe(id);
  });

  it("likeness, and says so", async () => {
    expect(await ask("/source supchna")).toContain(
      "Showing “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’” for ‘supchna’.",
    );
  });
});

it("is not found by a name that is only like its author's: it is offered", async () => {
  expect(await ask("/source daniel tam-claibourne")).toMatchInlineSnapshot(`
    "Nothing on record for “daniel tam-claibourne”
    /source daniel tam-claibourne

    No source here names Daniel Tam-Claibourne.
    Searched 2 sources (latest known: 23 Nov 2021). Others may differ.
    Did you mean:
    - “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”, SupChina, 23 November 2021, 52 records: /source supchina-tech-philanthropy"
  `);
});

it("leads to the commands that have what is no source", async () => {
  expect(await ask("/source alibaba")).toMatchInlineSnapshot(`
    "“alibaba” · no source of this name here
    /source alibaba

    Searched 2 sources (latest known: 23 Nov 2021). Others may differ.
    Found under another command:
    - Pledges: Alibaba: /pledge alibaba
    - About Alibaba: /who alibaba"
  `);
});

it("gives the sources when none is asked for, with how much stands on each", async () => {
  expect(
    (await ask("/source")).replace(/\d+ records/g, "N records").replace(/(Last change: ).*/, "$1…"),
  ).toMatchInlineSnapshot(`
    "Which source?
    /source

    - “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”, SupChina, 23 November 2021, N records: /source supchina-tech-philanthropy
    - “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap”, Voice of America, 2021 (both inferred), N records: /source voa-common-prosperity

    Last change: …"
  `);
});

it("completes ids, titles and publishers", async () => {
  expect((await bot.suggest("source", "source", "")).map(({ value }) => value)).toEqual(
    sources.map(({ id }) => id),
  );
  expect((await bot.suggest("source", "source", "voi")).map(({ value }) => value)).toEqual([
    "voa-common-prosperity",
  ]);
});

it("shows an address, a day of access and the original's own link where they are known", async () => {
  const known = new Map(
    [...shelf.sources].map(([id, source]) => [
      id,
      { ...source, address: "https://example.org/a", accessed: "2026-11-21" },
    ]),
  );
  const there = await createBotFactory(
    createLibrary({ ...shelf, sources: known }),
    commands,
    keptLog(),
  )("en");
  const { buttons, opening } = await there.answerLine("/source supchina");
  expect(buttons.flatMap((button) => (button.type === "link" ? [button.url] : []))).toEqual([
    "https://example.org/a",
    "https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/",
  ]);
  const rows = opening.flatMap((block) => (block.type === "details" ? block.rows : []));
  expect(rows.find(({ label }) => label === "Address")).toBeUndefined();
  expect(rows.find(({ label }) => label === "Accessed")?.value).toBe("21 November 2026");
});

describe("a passage in its place", () => {
  it("is marked in its paragraph, where the source may be read whole", async () => {
    const answer = await bot.answerLine("/source voa at:3481");
    const quote = answer.items.flat().find(({ type }) => type === "quote");
    const [passage] = quote?.type === "quote" ? quote.passages : [];
    const [{ start, end } = { start: 0, end: 0 }] = passage?.marked ?? [];
    expect(passage?.text.slice(start, end)).toMatch(/^China’s current common prosperity .* voluntary$/);
    expect(passage?.text.slice(end)).toBe(",” he told VOA Mandarin via phone.");
  });

  it("has at most a sentence on either side, where all rights are reserved", async () => {
    const answer = await bot.answerLine("/source supchina");
    expect(answer.outcome).toBe("found");
    const { hits } = await library.find({ source: "supchina-tech-philanthropy" });
    for (const record of hits)
      for (const { evidence } of evidenceWithPointers(record)) {
        if (evidence.source !== "supchina-tech-philanthropy") continue;
        const { start, end } = await contextOf(evidence, library);
        const placed = await bot.answerLine(`/source supchina-tech-philanthropy at:${start}`);
        const block = placed.items.flat().find(({ type }) => type === "quote" || type === "report");
        const [passage] = block?.type === "quote" || block?.type === "report" ? block.passages : [];
        const [marked = { start: 0, end: 0 }] = passage?.marked ?? [];
        expect(marked.end - marked.start).toBeGreaterThanOrEqual(end - start);
        const around = [passage!.text.slice(0, marked.start), passage!.text.slice(marked.end)];
        for (const text of around) expect((text.match(/[.!?]["”]? +\p{Lu}/gu) ?? []).length).toBe(0);
      }
  });

  it.each(["1", "-1", "x", "3481.0", "999999", "__proto__"])("at:%s is none", async (at) => {
    expect((await bot.answerLine(`/source voa at:${at}`)).outcome).toBe("mistake");
  });
});
