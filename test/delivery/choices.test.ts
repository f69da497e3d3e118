/** Choices in groups: the name of a group is shown once, wherever they are chosen from. */
import { describe, expect, it } from "vitest";
import { createAsk } from "../../src/ask/ask.ts";
import { groupEntries, isPlainMenu } from "../../src/delivery/choices.ts";
import { resolveVisibility } from "../../src/delivery/visibility.ts";
import { type Answer, type AnswerItem, createAnswer } from "../../src/desk/answer.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { renderDiscord } from "../../src/platforms/discord/render.ts";
import { renderSlack } from "../../src/platforms/slack/render.ts";
import { bot } from "../desks.ts";

interface Select {
  readonly type: number | string;
  readonly custom_id?: string;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly description?: string }[];
  readonly option_groups?: readonly {
    readonly label: { readonly text: string };
    readonly options: readonly { readonly text: { readonly text: string }; readonly description?: object }[];
  }[];
}

const flat = (part: unknown): Select[] => {
  if (Array.isArray(part)) return part.flatMap(flat);
  if (typeof part !== "object" || part === null) return [];
  return [part as Select, ...Object.values(part).flatMap(flat)];
};

/** The menus of a message on Discord: how each is called, by which id, and what stands in it. */
const onDiscord = (answer: Answer) =>
  flat(
    renderDiscord(answer, englishMessages, resolveVisibility(answer, undefined, "room")).message.components,
  )
    .filter(({ type }) => type === 3)
    .map(({ custom_id, placeholder, options = [] }) => [
      custom_id,
      placeholder,
      options.map(({ label }) => label),
    ]);

/** The menu of a message on Slack: each group with what stands in it. */
const onSlack = (answer: Answer) => {
  const carriage = { ...resolveVisibility(answer, undefined, "room"), asker: "U012AB3CD" };
  return flat(renderSlack(answer, englishMessages, carriage).message.blocks)
    .filter(({ type }) => type === "static_select")
    .map(({ option_groups, options }) =>
      option_groups
        ? option_groups.map((group) => [group.label.text, group.options.map(({ text }) => text.text)])
        : options?.length,
    );
};

const DONORS = ["Alibaba", "ByteDance", "Meituan", "Pinduoduo", "Qihoo 360", "Tencent"];
const OCCASIONS = ["Common prosperity", "Shanxi flood", "World Internet Conference", "Zhengzhou floods"];

describe("a menu of groups", () => {
  it("is one menu for each on Discord, called by its name", async () => {
    expect(onDiscord(await bot.answerLine("/pledge"))).toEqual([
      ["choose", "Donors", DONORS],
      ["choose:1", "Causes and events", OCCASIONS],
    ]);
  });

  it("has their names between its entries on Slack", async () => {
    expect(onSlack(await bot.answerLine("/pledge"))).toEqual([
      [
        ["Donors", DONORS],
        ["Causes and events", OCCASIONS],
      ],
    ]);
  });

  it("is a plain one where there are none", async () => {
    const answer = await bot.answerLine("/define");
    expect(onDiscord(answer)).toMatchObject([["choose", "Choose…", { length: 11 }]]);
    expect(onSlack(answer)).toEqual([11]);
  });
});

describe("few choices are buttons", () => {
  const choice = (label: string): AnswerItem => [
    { type: "choices", choices: [{ label, ask: createAsk("pledge", label) }] },
  ];
  const headed = (text: string, label: string): AnswerItem => [
    { type: "heading", text, group: true },
    ...choice(label),
  ];
  const of = (items: readonly AnswerItem[]) =>
    createAnswer({ ask: createAsk("pledge"), title: "Which?", outcome: "menu", items });
  const drawn = (answer: Answer) => {
    const carriage = { ...resolveVisibility(answer, undefined, "room"), asker: "U012AB3CD" };
    return [
      JSON.stringify(renderDiscord(answer, englishMessages, carriage).message.components),
      JSON.stringify(renderSlack(answer, englishMessages, carriage).message.blocks),
    ];
  };
  const times = (text: string, words: string) => text.split(words).length - 1;

  it("which alone say what there is to choose under one heading", () => {
    for (const text of drawn(of([headed("Donors", "Acme"), choice("Globex")])))
      expect([times(text, "Donors"), times(text, '"Acme"'), times(text, "**Acme**")]).toEqual([1, 1, 0]);
  });

  it("and stand in a list too where only that says of which group they are", () => {
    const [discord = "", slack = ""] = drawn(
      of([headed("Donors", "Acme"), headed("Causes and events", "Flood")]),
    );
    expect(discord).toContain("**Acme**");
    expect(times(slack, '"Acme"')).toBe(2);
  });
});

it.each([
  [[], [], true],
  [[["a"]], [[undefined, ["a"]]], true],
  [
    [
      ["a", "X"],
      ["b", "X"],
    ],
    [["X", ["a", "b"]]],
    true,
  ],
  [
    [["a"], ["b", "X"], ["c", "Y"], ["d", "X"]],
    [
      [undefined, ["a"]],
      ["X", ["b", "d"]],
      ["Y", ["c"]],
    ],
    false,
  ],
])("groups %j in their order", (given, groups, plain) => {
  const entries = given.map(([label = "", group]) => ({ line: label, label, ...(group ? { group } : {}) }));
  expect(
    groupEntries(entries).map(({ name, entries: own }) => [name, own.map(({ label }) => label)]),
  ).toEqual(groups);
  expect(isPlainMenu(entries)).toBe(plain);
  expect(isPlainMenu([...entries, { line: "e", label: "e", detail: "more" }])).toBe(false);
});
