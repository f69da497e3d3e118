/** Tests what follows an answer in blocks that a workspace may refuse: the chart of its picture, and a long table. */
import type { DataTableBlock } from "@slack/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, type CellPart, createAnswer } from "../../../src/desk/answer.ts";
import type { Picture } from "../../../src/desk/picture.ts";
import { englishMessages } from "../../../src/language/en/messages.ts";
import { loadMessages } from "../../../src/language/messages.ts";
import { type SlackChart, slackChart } from "../../../src/platforms/slack/chart.ts";
import { renderPosts } from "../../../src/platforms/slack/posts.ts";
import { anyAnswer } from "../../delivery/answers.ts";
import { anyPicture, donors, history } from "../../picture/pictures.ts";
import { checkSlack } from "../../stand-ins/slack-checks.ts";

/** Returns what a chart shows, a line each: its title and axis, its categories, the values of each series, what is below. */
const shownOf = (chart: SlackChart | undefined): string[] => {
  if (!chart) return [];
  const { title, chart: bars } = chart.block;
  const { categories, y_label } = bars.axis_config;
  return [
    `${title} | ${y_label}`,
    categories.join(" | "),
    ...bars.series.map(({ name, data }) => [name, ...data.map(({ value }) => value)].join(" | ")),
    ...chart.lines,
  ];
};

const ask = { command: "compare", text: "x", options: {}, from: 1 } as const;
const answerWith = (parts: Partial<Answer>): Answer =>
  createAnswer({ ask, title: "Sums", outcome: "found", ...parts });
/** Returns the block of each post. */
const blocksOf = (answer: Answer) =>
  renderPosts(answer, englishMessages, { isPrivate: false, asker: "U0ASKER001" }).map(
    ({ message }) => message.blocks[0],
  );
const cellsIn = (answer: Answer, row: number) =>
  (blocksOf(answer)[0] as DataTableBlock | undefined)?.rows[row] ?? [];

describe("the chart of a comparison", () => {
  it("has a bar for each stated sum, and says below it what the sources say and what has none", () => {
    expect(shownOf(slackChart(donors, englishMessages))).toMatchInlineSnapshot(`
      [
        "Stated sums in US dollars | US dollars",
        "Alibaba | Tencent | Pinduoduo, Colin Hu… | Lei Jun",
        "US dollars | 15500000000 | 7700000000 | 1900000000 | 3000000",
        "Alibaba: “$15.5 billion” [1]",
        "Tencent: “$7.7 billion” [1] [2]",
        "Pinduoduo, Colin Huang and the Starry Night Charitable Trust and Hillhouse: “a total of more than $1.9 billion” [2]",
        "Lei Jun: “$3 million” [4]",
        "Meituan: undisclosed",
        "Wang Xing: not stated in the sources",
      ]
    `);
  });

  it("tells donors apart whose names begin alike", () => {
    const names = ["A very long name of a foundation", "A very long name of a company"];
    const bars = names.map((name, index) => ({ names: [name], value: index + 1, stated: "“1”" }));
    const chart = slackChart({ ...donors, bars }, englishMessages);
    expect(chart?.block.chart.axis_config.categories).toEqual([
      "A very long name of…",
      "A very long name … 2",
    ]);
  });

  it("says how many sums it has no room for", () => {
    const bars = Array.from({ length: 23 }, (_, index) => ({
      names: [`Donor ${index}`],
      value: index + 1,
      stated: "“1”",
    }));
    const chart = slackChart({ ...donors, bars, left: [] }, englishMessages);
    expect(chart?.block.chart.axis_config.categories).toHaveLength(20);
    expect(chart?.lines.at(-1)).toBe("3 more in the table");
  });

  it("is none without a sum", () => {
    expect(slackChart({ ...donors, bars: [] }, englishMessages)).toBeUndefined();
  });
});

describe("the chart of a timeline", () => {
  const DECADES = ["1990s", "2000s", "2010s", "2020s"];
  const YEARS = ["1990年代", "2000年代", "2010年代", "2020年代"];
  it.each([
    ["en", "Dated entries", DECADES, "4 dated entries; 1 date inferred."],
    ["zh-Hans", "有日期的条目", YEARS, "共4条有日期的条目，其中1条的日期为推断。"],
    ["zh-Hant", "有日期的條目", YEARS, "共4條有日期的條目，其中1條的日期為推斷。"],
  ] as const)("counts the entries of each kind by their time, in %s", async (locale, entries, times, sum) => {
    expect(shownOf(slackChart(history, await loadMessages(locale)))).toEqual([
      `Third distribution: what happened when | ${entries}`,
      times.join(" | "),
      "event | 1 | 1 | 0 | 0",
      "quotation | 0 | 0 | 0 | 1",
      "pledge | 0 | 0 | 0 | 1",
      sum,
    ]);
  });

  it("is none of entries of one time", () => {
    const moments = [history.moments[0]!, history.moments[0]!];
    expect(slackChart({ ...history, moments }, englishMessages)).toBeUndefined();
  });
});

const cell = (value: string, more: Partial<CellPart> = {}): CellPart[] =>
  value === "" ? [] : [{ value, stated: false, passages: [], ...more }];
const rowsOf = (count: number, sum: (index: number) => CellPart[] = () => []): Answer =>
  answerWith({
    items: Array.from({ length: count }, (_, index) => [
      {
        type: "table" as const,
        columns: ["Donor", "Sum", "Words"],
        rows: [[cell(`Donor ${index}`), sum(index), cell("words")]],
      },
    ]),
  });

describe("a long table", () => {
  it("is posted whole where a message shows a part of it, sorted by what its rows mean", () => {
    const sums = rowsOf(11, (index) => cell(`“$${index} billion”`, { order: index * 1e9 }));
    expect(blocksOf(sums)).toMatchObject([{ type: "data_table", caption: "Sums", page_size: 5 }]);
    expect(cellsIn(sums, 0)).toMatchObject([{ text: "Donor" }, { text: "Sum" }, { text: "Words" }]);
    expect(cellsIn(sums, 11)).toMatchObject([
      { type: "rich_text" },
      { type: "raw_number", value: 10e9, text: "“$10 billion”" },
      { type: "rich_text" },
    ]);
  });

  it("has the text of a cell where not all rows have an order", () => {
    const some = rowsOf(11, (index) => cell("much", index === 0 ? {} : { order: index }));
    expect(cellsIn(some, 1).map(({ type }) => type)).toEqual(["rich_text", "rich_text", "rich_text"]);
  });

  it.each([0, 1, 10, 101])("of %i rows is none", (count) => {
    expect(blocksOf(rowsOf(count))).toEqual([]);
  });

  it("leaves its longest column out where Slack has no room for it", () => {
    const long = rowsOf(90, () => cell("x".repeat(300)));
    expect(cellsIn(long, 0)).toMatchObject([{ text: "Donor" }, { text: "Words" }]);
  });
});

it("is within Slack's limits for every answer and every picture", () => {
  fc.assert(
    fc.property(anyAnswer, anyPicture, fc.boolean(), (answer, picture: Picture, isPrivate) => {
      const visibility = { isPrivate, asker: "\u007f" };
      for (const { message, block } of renderPosts({ ...answer, picture }, englishMessages, visibility)) {
        // The place of the asker's id is in the id of the button that removes it, and nowhere else.
        expect(JSON.stringify(message).split("\u007f").length - 1).toBe(isPrivate ? 0 : 1);
        expect(message.blocks[0]?.type).toBe(block);
        expect(message.response_type).toBe(isPrivate ? "ephemeral" : "in_channel");
        expect(checkSlack("message", message)).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});
