/** Tests every style on every shape of source, against its official CSL file and against published examples. */
import { describe, expect, it } from "vitest";
import { type CslItem, toCslItem } from "../../src/citation/csl.ts";
import { CITATION_STYLES } from "../../src/citation/styles.ts";
import { JUDGED, type Judged, judged } from "./oracle.ts";
import { made, on, person, republished, SHAPES } from "./shapes.ts";

const written = (id: string, item: CslItem): string =>
  CITATION_STYLES.find((style) => style.id === id)!.write(item);

/**
 * Puts an inferred year in brackets. All our styles but APA's do so and no CSL file does, so the expected year is given
 * them.
 */
function marked(id: Judged, item: CslItem): object {
  const { issued } = item;
  return issued?.circa && id !== "apa"
    ? { ...item, issued: { literal: `[${issued["date-parts"][0][0]}]` } }
    : item;
}

/**
 * Removes the semicolon that Vancouver's CSL file puts after the date even without a section or a page; Citing
 * Medicine, chapter 8, has none there.
 */
const spared = (id: Judged, text: string): string =>
  id === "vancouver" ? text.replace(/;(?= Available|$)/, ".") : text;

/** Where a style differs from its CSL file: the rule of the style, and what it gives. */
const RULED: readonly {
  readonly id: Judged;
  readonly rule: string;
  readonly rows: Record<string, string>;
}[] = [
  {
    id: "apa",
    rule: "Quotations in a title that is not quoted itself have double marks: APA, 6.7",
    rows: {
      "a title with quotation marks":
        "Smith, J. P. (2021, August 5). The “cake” & “pie” of it. The Daily Post.",
      "a title that ends with a quotation":
        "Smith, J. P. (2021, August 5). The age of “common prosperity.” The Daily Post.",
      "a title with an apostrophe in a quotation":
        "Smith, J. P. (2021, August 5). “China’s cake” isn’t theirs. The Daily Post.",
      "a title that ends with a quotation that asks":
        "Smith, J. P. (2021, August 5). They ask “who eats cake?” The Daily Post.",
    },
  },
  {
    id: "apa",
    rule: "What a work is stands beside its title, in the place of the author too: APA, 9.21",
    rows: {
      "an unsigned broadcast":
        "A study of cake: Who eats it [Broadcast]. (2021, August 5). In The Cake Hour. Cake Radio.",
    },
  },
  {
    id: "chicago",
    rule: "A space follows the colon before the pages: 15.47",
    rows: {
      "a journal's volume and page":
        "Smith, John Paul. 2021. “A Study of Cake: Who Eats It.” Journal of Cake 12 (August): 98–104.",
    },
  },
  {
    id: "harvard",
    rule: "Nothing says that an article is a preprint",
    rows: {
      "a journal's issue": "Smith, J.P. (2021) ‘A study of cake: Who eats it’, Journal of Cake, (3).",
      "a journal by name": "Smith, J.P. (2021) ‘A study of cake: Who eats it’, Journal of Cake.",
    },
  },
  {
    id: "vancouver",
    rule: "The name of a site is marked as that of a work on the internet: Citing Medicine, chapter 25",
    rows: {
      "a page of a site":
        "Smith JP. Cake Site [Internet]. 2021 [cited 2026 Nov 21]. A study of cake: Who eats it. Available from: https://post.example/cake",
      "a page of a site, without a day of access":
        "Smith JP. Cake Site [Internet]. 2021. A study of cake: Who eats it. Available from: https://post.example/cake",
      "a page of a site and its publisher":
        "Smith JP. Cake Site [Internet]. Ministry of Cake; 2021 [cited 2026 Nov 21]. A study of cake: Who eats it. Available from: https://post.example/cake",
    },
  },
  {
    id: "gbt",
    rule: "The year of access stands for no date of publication",
    rows: {
      "an unsigned page of a publisher, without a date":
        "A study of cake: Who eats it[EB/OL]. Ministry of Cake[2026-11-21]. https://post.example/cake.",
    },
  },
  {
    id: "chicago",
    rule: "The title of an unsigned article ends with a full stop: the example in The Chicago Manual of Style, 15.49",
    rows: {
      "no author": "The Daily Post. 2021. “A Study of Cake: Who Eats It.” August 5, 2021.",
      "a Chinese title and no author": "人民日报. 2021. “共同富裕与第三次分配.” August 5, 2021.",
      "an unsigned article of a magazine":
        "Cake Weekly. 2021. “A Study of Cake: Who Eats It.” August 5, 2021.",
    },
  },
  {
    id: "chicago",
    rule: "The month and the day are repeated with their year; a year alone need not be: 15.49",
    rows: {
      "a year": "Smith, John Paul. 2021. “A Study of Cake: Who Eats It.” The Daily Post.",
      "a year and no author": "The Daily Post. 2021. “A Study of Cake: Who Eats It.”",
      "a year that is inferred": "Smith, John Paul. [2021]. “A Study of Cake: Who Eats It.” The Daily Post.",
      "an inferred year and no author": "The Daily Post. [2021]. “A Study of Cake: Who Eats It.”",
    },
  },
  {
    id: "vancouver",
    rule: "A date that is not known is said to be so: Citing Medicine, 2nd edition, chapter 8",
    rows: {
      "no date": "Smith JP. A study of cake: Who eats it. The Daily Post. [date unknown].",
      "no date and no author": "A study of cake: Who eats it. The Daily Post. [date unknown].",
      "an unsigned article of a journal, without a date":
        "A study of cake: Who eats it. Journal of Cake. [date unknown];12(3):110–4.",
      "an unsigned page of a publisher, without a date":
        "A study of cake: Who eats it [Internet]. Ministry of Cake; [date unknown] [cited 2026 Nov 21]. Available from: https://post.example/cake",
      "a day of access and no date":
        "Smith JP. A study of cake: Who eats it. The Daily Post [Internet]. [date unknown] [cited 2026 Nov 21]. Available from: https://post.example/cake",
    },
  },
  {
    id: "gbt",
    rule: "The others are “et al” where the source is not in Chinese: GB/T 7714-2015, 8.1.2",
    rows: Object.fromEntries(
      ["four", "seven", "eleven", "twenty-two"].map((many) => [
        `${many} authors`,
        "SMITH J P, JONES A, BROWN B L, et al. A study of cake: Who eats it[N]. The Daily Post, 2021-08-05.",
      ]),
    ),
  },
  {
    id: "gbt",
    rule: "An institution is written as it is, as in the standard's examples: GB/T 7714-2015, 8.1.4",
    rows: {
      "an institution": "Ministry of Cake. A study of cake: Who eats it[N]. The Daily Post, 2021-08-05.",
      "an institution and a person":
        "Ministry of Cake, JONES A. A study of cake: Who eats it[N]. The Daily Post, 2021-08-05.",
      "the publisher as author":
        "The Daily Post. A study of cake: Who eats it[N]. The Daily Post, 2021-08-05.",
      "a report of its author":
        "Ministry of Cake. A study of cake: Who eats it[R/OL]. Ministry of Cake, 2021[2026-11-21]. https://post.example/cake.",
    },
  },
];

describe.each(JUDGED)("%s", (id) => {
  const ruled = RULED.filter((ruling) => ruling.id === id);
  const rows = Object.entries(SHAPES).filter(([shape]) => !ruled.some(({ rows }) => shape in rows));

  it.each(rows)("as its file has it: %s", (_shape, of) => {
    const item = toCslItem(of);
    expect(written(id, item)).toBe(spared(id, judged(id, marked(id, item))));
  });

  it.each(
    ruled.flatMap(({ rule, rows }) => Object.entries(rows).map(([shape, text]) => [rule, shape, text])),
  )("%s (%s)", (_rule, shape, text) => {
    const item = toCslItem(SHAPES[shape!]!);
    expect(written(id, item)).toBe(text);
    expect(spared(id, judged(id, marked(id, item)))).not.toBe(text);
  });
});

/** The original comes first, as it was published, then where it was read. No CSL file has a place for the second. */
describe("a republication", () => {
  const url = "https://again.example/cake";
  const review = { "container-title": "Cake Review", URL: url };
  const again = republished(review);
  const dated = republished({ ...review, issued: on(2022, 1, 9), accessed: on(2026, 11, 21) });

  it.each<[string, string, string]>([
    [
      "apa",
      `Smith, J. P. (2021, August 5). A study of cake: Who eats it. The Daily Post. (Republished in Cake Review, n.d., ${url})`,
      `Smith, J. P. (2021, August 5). A study of cake: Who eats it. The Daily Post. (Republished in Cake Review, 2022, January 9, ${url})`,
    ],
    [
      "chicago",
      `Smith, John Paul. 2021. “A Study of Cake: Who Eats It.” The Daily Post, August 5, 2021. Republished in Cake Review, n.d. ${url}.`,
      `Smith, John Paul. 2021. “A Study of Cake: Who Eats It.” The Daily Post, August 5, 2021. Republished in Cake Review, January 9, 2022. ${url}.`,
    ],
    [
      "chicago-notes",
      `John Paul Smith, “A Study of Cake: Who Eats It,” The Daily Post, August 5, 2021, republished in Cake Review, n.d., ${url}.`,
      `John Paul Smith, “A Study of Cake: Who Eats It,” The Daily Post, August 5, 2021, republished in Cake Review, January 9, 2022, ${url}.`,
    ],
    [
      "mla",
      `Smith, John Paul. “A Study of Cake: Who Eats It.” The Daily Post, 5 Aug. 2021. Cake Review, ${url}.`,
      `Smith, John Paul. “A Study of Cake: Who Eats It.” The Daily Post, 5 Aug. 2021. Cake Review, 9 Jan. 2022, ${url}.`,
    ],
    [
      "harvard",
      `Smith, J.P. (2021) ‘A study of cake: Who eats it’, The Daily Post, 5 August. Republished in Cake Review, no date. Available at: ${url}.`,
      `Smith, J.P. (2021) ‘A study of cake: Who eats it’, The Daily Post, 5 August. Republished in Cake Review, 9 January 2022. Available at: ${url} (Accessed: 21 November 2026).`,
    ],
    [
      "vancouver",
      `Smith JP. A study of cake: Who eats it. The Daily Post. 2021 Aug 5. Republished in: Cake Review [Internet]. [date unknown]. Available from: ${url}`,
      `Smith JP. A study of cake: Who eats it. The Daily Post. 2021 Aug 5. Republished in: Cake Review [Internet]. 2022 Jan 9 [cited 2026 Nov 21]. Available from: ${url}`,
    ],
    [
      "gbt",
      `SMITH J P. A study of cake: Who eats it[N]. The Daily Post, 2021-08-05. Cake Review[EB/OL]. ${url}.`,
      `SMITH J P. A study of cake: Who eats it[N]. The Daily Post, 2021-08-05. Cake Review[EB/OL]. (2022-01-09)[2026-11-21]. ${url}.`,
    ],
  ])("%s", (id, undated, whole) => {
    expect(written(id, toCslItem(again))).toBe(undated);
    expect(written(id, toCslItem(dated))).toBe(whole);
  });

  it("without an address is named all the same", () => {
    const nowhere = republished({ "container-title": "Cake Review" });
    for (const id of JUDGED) {
      expect(written(id, toCslItem(nowhere))).toContain("Cake Review");
      expect(written(id, toCslItem(nowhere))).not.toMatch(/https|undefined|Available/);
    }
  });

  it("never lends its address to the original", () => {
    expect(toCslItem(again).URL).toBeUndefined();
    expect(toCslItem(dated).accessed).toBeUndefined();
    for (const id of CITATION_STYLES.map((style) => style.id)) {
      const text = written(id, toCslItem(again));
      expect(text.match(/https:/g)).toHaveLength(id === "csl" ? 2 : 1);
      expect(text).not.toMatch(/^UR|^ {2}url =|^ {4}"URL"/m);
    }
  });
});

/** Entries from the styles' own publications, where a card holds all that they contain. */
describe("a published example", () => {
  it("of APA: apastyle.apa.org, “Newspaper article references”", () => {
    const carey = made({
      title: "Can we get better at forgetting?",
      ...{
        author: [person("Benedict", "Carey")],
        "container-title": "The New York Times",
        issued: on(2019, 3, 22),
      },
      URL: "https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html",
    });
    expect(written("apa", toCslItem(carey))).toBe(
      "Carey, B. (2019, March 22). Can we get better at forgetting? The New York Times. https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html",
    );
  });

  const address =
    "https://www.nytimes.com/2017/03/08/technology/snap-makes-a-bet-on-the-cultural-supremacy-of-the-camera.html";
  const manjoo = made({
    title: "Snap Makes a Bet on the Cultural Supremacy of the Camera",
    ...{ author: [person("Farhad", "Manjoo")], "container-title": "New York Times", issued: on(2017, 3, 8) },
    URL: address,
  });

  it("of Chicago: The Chicago Manual of Style Online, 17th edition, “Citation Quick Guide”, news article", () => {
    expect(written("chicago", toCslItem(manjoo))).toBe(
      `Manjoo, Farhad. 2017. “Snap Makes a Bet on the Cultural Supremacy of the Camera.” New York Times, March 8, 2017. ${address}.`,
    );
    expect(written("chicago-notes", toCslItem(manjoo))).toBe(
      `Farhad Manjoo, “Snap Makes a Bet on the Cultural Supremacy of the Camera,” New York Times, March 8, 2017, ${address}.`,
    );
  });

  it("of GB/T 7714: a newspaper article, but for its page, “(10)”, which no card knows", () => {
    const xie = made({
      title: "创造学习的思路",
      ...{
        author: [person("希德", "谢")],
        "container-title": "人民日报",
        issued: on(1998, 12, 25),
        language: "zh-CN",
      },
    });
    expect(written("gbt", toCslItem(xie))).toBe("谢希德. 创造学习的思路[N]. 人民日报, 1998-12-25.");
  });
});

it("is one line in every style that is read", () => {
  for (const of of Object.values(SHAPES))
    for (const id of JUDGED) expect(written(id, toCslItem(of))).not.toMatch(/\n| {2}|undefined|\[object/);
});
