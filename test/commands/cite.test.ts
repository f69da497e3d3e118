/** Tests /cite on the real shelf: what people read, and what they paste. */

import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { printAsk } from "../../src/ask/ask.ts";
import { styleName } from "../../src/citation/style.ts";
import { CITATION_STYLES } from "../../src/citation/styles.ts";
import type { Answer } from "../../src/desk/answer.ts";
import { createBotFactory } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { contextOf } from "../../src/library/lookups.ts";
import { renderDiscord } from "../../src/platforms/discord/render.ts";
import { renderSlack } from "../../src/platforms/slack/render.ts";
import { renderTerminal } from "../../src/platforms/terminal/render.ts";
import { createStyle } from "../../src/platforms/terminal/style.ts";
import type { CslDate } from "../../src/shelf/csl-dates.ts";
import { createSource } from "../../src/shelf/sources.ts";
import { ask, bot, keptLog, library, shelf } from "../desks.ts";

/** The styles whose whole text is shown here. */
const SHOWN = [
  "apa",
  "chicago",
  "mla",
  "gbt",
  "chicago-notes",
  "harvard",
  "vancouver",
  "bibtex",
  "ris",
  "csl",
];

/** Leaves out which further styles there are, so that a new one changes no answer here. */
const withoutOthers = (text: string): string => text.replace(/^Other styles: .*$/m, "Other styles: …");

const [supchina, voa] = [...shelf.sources.keys()];

/** Lists the copyable blocks of an answer, as label and text. */
const pasted = ({ items }: Answer): [string, string][] =>
  items.flat().flatMap((block) => (block.type === "copyable" ? [[block.label, block.text]] : []));
const textOf = async (line: string): Promise<string | undefined> =>
  pasted(await bot.answerLine(line))[0]?.[1];

describe("a source", () => {
  it("is cited in the usual styles, the original apart from its republication", async () => {
    expect(withoutOthers(await ask("/cite supchina"))).toMatchInlineSnapshot(`
      "“Chinese Tech Philanthropy in the Age of ‘Common Prosperity’” · citation
      /cite supchina

      APA (7th edition):
      Tam-Claiborne, D. (2021, November 23). Chinese tech philanthropy in the age of “common prosperity.” SupChina. (Republished in All China Review, n.d., https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/)

      Chicago (author-date):
      Tam-Claiborne, Daniel. 2021. “Chinese Tech Philanthropy in the Age of ‘Common Prosperity.’” SupChina, November 23, 2021. Republished in All China Review, n.d. https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/.

      MLA (9th edition):
      Tam-Claiborne, Daniel. “Chinese Tech Philanthropy in the Age of ‘Common Prosperity.’” SupChina, 23 Nov. 2021. All China Review, https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/.

      GB/T 7714-2015:
      TAM-CLAIBORNE D. Chinese tech philanthropy in the age of ‘common prosperity’[N]. SupChina, 2021-11-23. All China Review[EB/OL]. https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/.

      GB/T 7714-2015 requires the day on which you read the text online, which is not known here: add it, as in [2026-11-30].
      Other styles: …

      - BibTeX: /cite supchina-tech-philanthropy style:bibtex
      - RIS: /cite supchina-tech-philanthropy style:ris
      - CSL-JSON: /cite supchina-tech-philanthropy style:csl"
    `);
  });

  it("is cited with what is inferred marked, and without what is not known", async () => {
    expect(withoutOthers(await ask("/cite voa"))).toMatchInlineSnapshot(`
      "“China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” · citation
      /cite voa

      APA (7th edition):
      China’s tech titans funding Beijing’s effort to close income gap. (ca. 2021). Voice of America.

      Chicago (author-date):
      Voice of America. [2021]. “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap.”

      MLA (9th edition):
      “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap.” Voice of America, [2021].

      GB/T 7714-2015:
      China’s tech titans funding Beijing’s effort to close income gap[N]. Voice of America, [2021].

      Other styles: …

      - BibTeX: /cite voa-common-prosperity style:bibtex
      - RIS: /cite voa-common-prosperity style:ris
      - CSL-JSON: /cite voa-common-prosperity style:csl"
    `);
  });

  it("is cited in one style where one is asked for", async () => {
    const each = await Promise.all(
      SHOWN.map(async (id) => `${id}\n${await textOf(`/cite ${supchina} style:${id}`)}`),
    );
    expect(each.join("\n\n")).toMatchInlineSnapshot(`
      "apa
      Tam-Claiborne, D. (2021, November 23). Chinese tech philanthropy in the age of “common prosperity.” SupChina. (Republished in All China Review, n.d., https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/)

      chicago
      Tam-Claiborne, Daniel. 2021. “Chinese Tech Philanthropy in the Age of ‘Common Prosperity.’” SupChina, November 23, 2021. Republished in All China Review, n.d. https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/.

      mla
      Tam-Claiborne, Daniel. “Chinese Tech Philanthropy in the Age of ‘Common Prosperity.’” SupChina, 23 Nov. 2021. All China Review, https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/.

      gbt
      TAM-CLAIBORNE D. Chinese tech philanthropy in the age of ‘common prosperity’[N]. SupChina, 2021-11-23. All China Review[EB/OL]. https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/.

      chicago-notes
      Daniel Tam-Claiborne, “Chinese Tech Philanthropy in the Age of ‘Common Prosperity,’” SupChina, November 23, 2021, republished in All China Review, n.d., https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/.

      harvard
      Tam-Claiborne, D. (2021) ‘Chinese tech philanthropy in the age of “common prosperity”’, SupChina, 23 November. Republished in All China Review, no date. Available at: https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/.

      vancouver
      Tam-Claiborne D. Chinese tech philanthropy in the age of ‘common prosperity.’ SupChina. 2021 Nov 23. Republished in: All China Review [Internet]. [date unknown]. Available from: https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/

      bibtex
      @article{supchina-tech-philanthropy,
        author = {Tam-Claiborne, Daniel},
        title = {{Chinese} tech philanthropy in the age of ‘common prosperity’},
        journal = {SupChina},
        year = {2021},
        month = nov,
        day = {23},
        langid = {english},
        note = {Read as republished by All China Review (date not known): https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/}
      }

      ris
      TY  - NEWS
      ID  - supchina-tech-philanthropy
      AU  - Tam-Claiborne, Daniel
      TI  - Chinese tech philanthropy in the age of ‘common prosperity’
      T2  - SupChina
      PY  - 2021
      DA  - 2021/11/23/
      LA  - en
      N1  - Read as republished by All China Review (date not known): https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/
      ER  - 

      csl
      [
        {
          "id": "supchina-tech-philanthropy",
          "type": "article-newspaper",
          "title": "Chinese tech philanthropy in the age of ‘common prosperity’",
          "author": [
            {
              "family": "Tam-Claiborne",
              "given": "Daniel"
            }
          ],
          "container-title": "SupChina",
          "issued": {
            "date-parts": [[2021, 11, 23]]
          },
          "language": "en",
          "note": "Read as republished by All China Review (date not known): https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/",
          "custom": {
            "republication": {
              "container-title": "All China Review",
              "URL": "https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/"
            }
          }
        }
      ]"
    `);
    const others = await Promise.all(
      SHOWN.map(async (id) => `${id}\n${await textOf(`/cite ${voa} style:${id}`)}`),
    );
    expect(others.join("\n\n")).toMatchInlineSnapshot(`
      "apa
      China’s tech titans funding Beijing’s effort to close income gap. (ca. 2021). Voice of America.

      chicago
      Voice of America. [2021]. “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap.”

      mla
      “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap.” Voice of America, [2021].

      gbt
      China’s tech titans funding Beijing’s effort to close income gap[N]. Voice of America, [2021].

      chicago-notes
      “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap,” Voice of America, [2021].

      harvard
      Voice of America ([2021]) ‘China’s tech titans funding Beijing’s effort to close income gap’.

      vancouver
      China’s tech titans funding Beijing’s effort to close income gap. Voice of America. [2021].

      bibtex
      @article{voa-common-prosperity,
        title = {{China’s} tech titans funding {Beijing’s} effort to close income gap},
        journal = {Voice of America},
        year = {2021},
        langid = {english},
        note = {Date inferred. Publisher inferred.},
        annote = {The stored text bears no title; this one stands on a verbatim copy of October 2021. The text names no publisher; Voice of America follows from “told VOA Mandarin” and from a verbatim copy of October 2021. The text never names its year; 2021 follows from a verbatim copy of October 2021.}
      }

      ris
      TY  - NEWS
      ID  - voa-common-prosperity
      TI  - China’s tech titans funding Beijing’s effort to close income gap
      T2  - Voice of America
      PY  - 2021
      DA  - 2021///
      LA  - en
      N1  - Date inferred. Publisher inferred.
      N1  - The stored text bears no title; this one stands on a verbatim copy of October 2021.
      N1  - The text names no publisher; Voice of America follows from “told VOA Mandarin” and from a verbatim copy of October 2021.
      N1  - The text never names its year; 2021 follows from a verbatim copy of October 2021.
      ER  - 

      csl
      [
        {
          "id": "voa-common-prosperity",
          "type": "article-newspaper",
          "title": "China’s tech titans funding Beijing’s effort to close income gap",
          "container-title": "Voice of America",
          "issued": {
            "date-parts": [[2021]],
            "circa": true
          },
          "language": "en",
          "note": "Date inferred. Publisher inferred.",
          "annote": "The stored text bears no title; this one stands on a verbatim copy of October 2021.\\nThe text names no publisher; Voice of America follows from “told VOA Mandarin” and from a verbatim copy of October 2021.\\nThe text never names its year; 2021 follows from a verbatim copy of October 2021."
        }
      ]"
    `);
  });

  it("is cited in Chinese, with the citations themselves as they are", async () => {
    const there = await createBotFactory(createLibrary(shelf), commands, keptLog())("zh-Hans");
    const answer = await there.answerLine("/引用 supchina");
    const here = await bot.answerLine("/cite supchina");
    expect(pasted(answer).map(([, text]) => text)).toEqual(pasted(here).map(([, text]) => text));
    expect(pasted(answer).map(([label]) => label)).toEqual([
      "APA（第7版）",
      "芝加哥（著者-出版年制）",
      "MLA（第9版）",
      "GB/T 7714-2015",
    ]);
    expect(answer.title).toContain("引用格式");
  });

  it("has its day of access, and its own address before that of the republication, where they are known", async () => {
    const source = shelf.sources.get(supchina!)!;
    const { card } = source;
    const accessed: CslDate = { "date-parts": [[2026, 11, 21]] };
    const known = {
      ...card,
      citation: { ...card.citation, URL: "https://supchina.example/a" },
      republication: { citation: { ...card.republication!.citation, accessed } },
    };
    const sources = new Map(shelf.sources).set(supchina!, createSource(known, source));
    const there = await createBotFactory(createLibrary({ ...shelf, sources }), commands, keptLog())("en");
    const [[, text] = []] = pasted(await there.answerLine("/cite supchina style:harvard"));
    expect(text).toBe(
      "Tam-Claiborne, D. (2021) ‘Chinese tech philanthropy in the age of “common prosperity”’, SupChina, 23 November. Available at: https://supchina.example/a. Republished in All China Review, no date. Available at: https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/ (Accessed: 21 November 2026).",
    );
  });

  it("is said once to lack the day of access, outside of what is pasted, in styles that require it", async () => {
    const lacking = async (line: string) =>
      (await bot.answerLine(line)).close.flatMap((block) =>
        block.type === "text" && block.text.includes("requires") ? [block.text] : [],
      );
    for (const style of ["harvard", "vancouver", "gbt"])
      expect(await lacking(`/cite supchina style:${style}`), style).toEqual([
        expect.stringMatching(/requires the day on which you read the text online.*: add it, as in .*2026/),
      ]);
    for (const style of ["apa", "chicago", "chicago-notes", "mla", "bibtex", "ris", "csl"])
      expect(await lacking(`/cite supchina style:${style}`), style).toEqual([]);
    // What has no address was not read online.
    expect(await lacking("/cite voa style:harvard")).toEqual([]);
    expect(await lacking("/cite alibaba-common-prosperity style:gbt")).toHaveLength(1);
  });
});

describe("a record", () => {
  it("is cited by the sources behind it, with its passages as notes where a style has them", async () => {
    expect(await ask("/cite alibaba-common-prosperity style:bibtex")).toMatchInlineSnapshot(`
      "Alibaba: common prosperity pledge · citation, BibTeX
      /cite alibaba-common-prosperity style:bibtex

      Its 2 sources:

      “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”
      BibTeX:
      @article{supchina-tech-philanthropy,
        author = {Tam-Claiborne, Daniel},
        title = {{Chinese} tech philanthropy in the age of ‘common prosperity’},
        journal = {SupChina},
        year = {2021},
        month = nov,
        day = {23},
        langid = {english},
        note = {Read as republished by All China Review (date not known): https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/},
        annote = {Quotation: In light of these announcements, Alibaba committed \\$15.5 billion over the next several years toward initiatives, including technology innovation, economic development, high-quality job creation, and supporting vulnerable groups as a way to “spread wealth.”}
      }

      “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap”
      BibTeX:
      @article{voa-common-prosperity,
        title = {{China’s} tech titans funding {Beijing’s} effort to close income gap},
        journal = {Voice of America},
        year = {2021},
        langid = {english},
        note = {Date inferred. Publisher inferred.},
        annote = {The stored text bears no title; this one stands on a verbatim copy of October 2021. The text names no publisher; Voice of America follows from “told VOA Mandarin” and from a verbatim copy of October 2021. The text never names its year; 2021 follows from a verbatim copy of October 2021. Quotation: Daniel Zhang, CEO at e-commerce giant Alibaba group, said his company’s donation of \\$15 billion to the initiative over the next five years represented its willingness to help China achieve its goal of prosperity for all.}
      }

      - RIS: /cite alibaba-common-prosperity style:ris
      - CSL-JSON: /cite alibaba-common-prosperity style:csl
      - APA, Chicago, MLA, GB/T: /cite alibaba-common-prosperity"
    `);
  });

  it("gives each passage of the record, letter for letter, to RIS", async () => {
    for (const record of (await library.find({ kinds: ["quotes", "facts", "events"] })).hits) {
      const answer = await bot.answerLine(`/cite ${record.kind}/${record.id} style:ris`);
      expect(answer.outcome, record.id).toBe("found");
      const text = pasted(answer)
        .map(([, one]) => one)
        .join("\n");
      const evidence =
        record.kind === "quotes" && record.within
          ? [record.within]
          : "passages" in record
            ? record.passages
            : [];
      for (const one of evidence) {
        const passage = (await contextOf(one, library)).text.replace(/\s+/gu, " ");
        expect(text, record.id).toContain(`N1  - Quotation: ${passage}`);
      }
    }
  });

  it("of any kind has a citation", async () => {
    for (const { kind, id } of shelf.records.values()) {
      const answer = await bot.answerLine(`/cite ${kind}/${id}`);
      expect([answer.outcome, kind, id]).toEqual(["found", kind, id]);
      expect(pasted(answer).length).toBeGreaterThan(0);
    }
  });

  it("that no source defines is cited by where it is used", async () => {
    expect(await textOf("/cite illegal NGOs style:apa")).toBe(
      "China’s tech titans funding Beijing’s effort to close income gap. (ca. 2021). Voice of America.",
    );
  });
});

describe("what is meant", () => {
  it.each([
    ["/cite supchina", [supchina]],
    ["/cite tech philanthropy", [supchina]],
    ["/cite voice of america", [voa]],
    ["/cite 美国之音", [voa]],
    ["/cite Daniel Tam-Claiborne", [supchina]],
    ["/cite supchna", [supchina]],
    [`/cite ${supchina} ${voa}`, [supchina, voa]],
    [`/cite ${voa}, ${supchina}`, [voa, supchina]],
    ["/cite common prosperity", [supchina, voa]],
    ["/cite third distribution", [voa]],
    ["/cite 第三次分配", [voa]],
    ["/cite alibaba", [supchina, voa]],
    ["/cite quotes/xi-on-cake", undefined],
    ["/cite blockchain", undefined],
    ["/cite xi jinpin", undefined],
  ])("%s", async (line, ids) => {
    const answer = await bot.answerLine(line.includes("style:") ? line : `${line} style:csl`);
    const cited = pasted(answer).flatMap(([, text]) => JSON.parse(text).map(({ id }: { id: string }) => id));
    expect(answer.outcome).toBe(ids ? "found" : "nothing");
    expect(cited).toEqual(ids ?? []);
  });

  it("is said where it was found by likeness", async () => {
    expect(await ask("/cite supchna")).toContain("for ‘supchna’.");
  });

  it("is asked where several match", async () => {
    const answer = await bot.answerLine("/cite tech style:mla");
    expect(answer.outcome).toBe("menu");
    const lines = answer.items
      .flat()
      .flatMap((block) => (block.type === "choices" ? block.choices.map((one) => printAsk(one.ask)) : []));
    expect(lines).toEqual([`/cite ${supchina} style:mla`, `/cite ${voa} style:mla`]);
  });

  it("is any of the sources where nothing is said", async () => {
    expect(await ask("/cite")).toMatchInlineSnapshot(`
      "Cite which source?
      /cite

      - “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”, SupChina, 23 November 2021: /cite supchina-tech-philanthropy
      - “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap”, Voice of America, 2021 (both inferred): /cite voa-common-prosperity"
    `);
  });

  it("is missed like everything else, with the names that are near", async () => {
    expect(await ask("/cite xi jinpin")).toMatchInlineSnapshot(`
      "Nothing on record for “xi jinpin”
      /cite xi jinpin

      No source here names Xi Jinpin.
      Searched 2 sources (latest known: 23 Nov 2021). Others may differ.
      Did you mean:
      - Xi Jinping: /cite people/xi-jinping"
    `);
  });
});

describe("a style", () => {
  it.each([
    ["/cite supchina style:APA", "apa"],
    ['/cite supchina style:"Chicago notes"', "chicago-notes"],
    ["/cite supchina style:GB/T7714", "gbt"],
    ["/cite supchina style:国标", "gbt"],
    ["/cite supchina in apa", "apa"],
    ["/cite supchina apa", "apa"],
    ["/cite supchina in APA style", "apa"],
    ["/cite supchina, gb/t 7714", "gbt"],
    ["/cite supchina as chicago author-date", "chicago"],
    ["/cite bibtex for supchina", "bibtex"],
    ["/cite third distribution in cite them right", "harvard"],
    ["/cite supchina CSL JSON", "csl"],
  ])("%s", async (line, id) => {
    const answer = await bot.answerLine(line);
    expect(pasted(answer).map(([label]) => label)).toEqual([
      styleName(CITATION_STYLES.find((style) => style.id === id)!, englishMessages.cite.styles),
    ]);
  });

  it("alone is asked for a source, which it then has", async () => {
    const { outcome, items } = await bot.answerLine("/cite bibtex");
    expect(outcome).toBe("menu");
    const [first] = items.flat();
    expect(first?.type === "choices" && printAsk(first.choices[0]!.ask)).toBe(
      `/cite ${supchina} style:bibtex`,
    );
  });

  it("that there is not is a mistake that says which there are", async () => {
    const answer = await bot.answerLine("/cite supchina style:bluebook");
    expect([answer.outcome, answer.audience]).toEqual(["mistake", "asker"]);
    expect(answer.opening).toEqual([
      {
        type: "text",
        text: englishMessages.cite.noStyle(
          "bluebook",
          CITATION_STYLES.map(({ id }) => id),
        ),
      },
    ]);
  });

  it("is completed by its name in the asker's language, and by what else it is called", async () => {
    const values = async (typed: string) =>
      (await bot.suggest("cite", "style", typed)).map(({ value }) => value);
    expect(await values("")).toEqual(CITATION_STYLES.map(({ id }) => id));
    expect(await values("chic")).toEqual(["chicago", "chicago-notes"]);
    expect(await values("国标")).toEqual(["gbt"]);
    expect(await values("json")).toEqual(["csl"]);
  });
});

it("completes sources before records", async () => {
  const values = (await bot.suggest("cite", "source", "")).map(({ value }) => value);
  expect(values.slice(0, 2)).toEqual([supchina, voa]);
  expect(values.length).toBeGreaterThan(4);
  expect((await bot.suggest("cite", "source", "aliba")).map(({ value }) => value)).toContain("alibaba");
});

describe("what is pasted stands as it is", () => {
  const lines = CITATION_STYLES.flatMap(({ id }) =>
    [supchina, voa].map((source) => `/cite ${source} style:${id}`),
  );
  const visibility = { isPrivate: false };

  it.each(lines)("%s", async (line) => {
    const answer = await bot.answerLine(line);
    const [[, text = ""] = []] = pasted(answer);
    const discord = JSON.stringify(renderDiscord(answer, englishMessages, visibility).message.components);
    expect(discord).toContain(JSON.stringify(`\n\`\`\`\n${text}\n\`\`\``).slice(1, -1));
    const { blocks } = renderSlack(answer, englishMessages, { asker: "U012AB3CD", ...visibility }).message;
    const rich = blocks.flatMap((block) => (block.type === "rich_text" ? block.elements : []));
    const preformatted = rich.flatMap((part) =>
      part.type === "rich_text_preformatted" ? part.elements : [],
    );
    expect(preformatted.map((part) => (part.type === "text" ? part.text : "")).join("")).toBe(text);
    const narrow = await createStyle({ colour: false, hyperlinks: false, width: 40 });
    // A citation breaks between words; what is for a program keeps its lines.
    const [shown, whole] = [renderTerminal(answer, englishMessages, narrow), `\n${text}\n`];
    if (text.includes("\n")) expect(shown).toContain(whole);
    else expect(shown.replace(/\s+/g, "")).toContain(whole.replace(/\s+/g, ""));
  });
});

describe("the button under an answer", () => {
  const buttonOf = async (line: string) => {
    const last = (await bot.answerLine(line)).buttons.at(-1);
    return last?.type === "ask" && last.label === englishMessages.cite.button
      ? [last.label, printAsk(last.ask)]
      : undefined;
  };

  it.each([
    ["/pledge alibaba", "Cite", `/cite ${supchina} ${voa}`],
    ["/quote xi", "Cite", `/cite ${voa} ${supchina}`],
    ["/define third-distribution", "Cite", `/cite ${voa}`],
    ["/source supchina", "Cite", `/cite ${supchina}`],
  ])("%s says %s, asks %s, and stands last", async (line, label, question) => {
    expect(await buttonOf(line)).toEqual([label, question]);
    expect((await bot.answerLine(question)).outcome).toBe("found");
  });

  it.each(["/pledge", "/pledge nobody", "/help", "/cite supchina", "/nothing"])(
    "is not under what cites no source: %s",
    async (line) => {
      expect(await buttonOf(line)).toBeUndefined();
    },
  );

  it("is there only where the command is", async () => {
    const others = commands.filter(({ name }) => name !== "cite");
    const there = await createBotFactory(library, others, keptLog())("en");
    const { buttons } = await there.answerLine("/pledge alibaba");
    expect(buttons.length).toBeGreaterThan(1);
    expect(buttons.filter(({ label }) => label === englishMessages.cite.button)).toEqual([]);
  });
});
