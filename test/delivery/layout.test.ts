/** Tests how a page is laid out: its regions, and what becomes a menu, a button or a line to read. */
import { describe, expect, it } from "vitest";
import { createAsk } from "../../src/ask/ask.ts";
import { fitAnswer } from "../../src/delivery/fit.ts";
import {
  type ControlCapacity,
  layoutPage,
  type MessageLayout,
  type MessageVisibility,
} from "../../src/delivery/layout.ts";
import { type Answer, type Block, createAnswer, type MenuChoice } from "../../src/desk/answer.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { everyBlock } from "./answers.ts";

const CAPACITY: ControlCapacity = {
  ownLine: 100,
  buttonLine: 60,
  menuLine: 40,
  linkUrl: 30,
  cutsLabel: (label) => label.length > 10,
  cutLabelsToMenu: true,
};

const layoutOf = (
  answer: Answer,
  visibility: MessageVisibility = { isPrivate: false },
  capacity: Partial<ControlCapacity> = {},
  most?: number,
): MessageLayout =>
  fitAnswer(
    answer,
    (page) => layoutPage(page, englishMessages, visibility, { ...CAPACITY, ...capacity }),
    () => true,
    most,
  ).message;

const choice = (label: string, text = label, rest: Partial<MenuChoice> = {}): Block => ({
  type: "choices",
  choices: [{ label, ask: createAsk("pledge", text), ...rest }],
});
const menu = (...choices: readonly Block[]) =>
  createAnswer({
    ...{ ask: createAsk("pledge"), title: "Which?", outcome: "menu" },
    items: choices.map((block) => [block]),
  });
const buttonLabels = ({ controls }: MessageLayout) =>
  controls.buttons.flatMap((control) => (control.type === "ask" ? [control.label] : []));

it("has its regions in order, and a note that sources differ in the body", () => {
  const differs: Block = { type: "note", texts: ["They differ."], differs: true };
  const closing: Block = { type: "note", texts: ["Closing."] };
  const layout = layoutOf(
    { ...everyBlock, close: [closing, differs] },
    { isPrivate: false, sharedBy: "Ann" },
  );
  expect(Object.keys(layout)).toEqual([
    ...["title", "askLine", "sharedBy", "opening", "items", "differences", "sources", "close", "paging"],
    "controls",
  ]);
  expect(layout.sharedBy).toBe("Shared by Ann");
  expect(layout.differences).toEqual([differs]);
  expect(layout.close).toEqual([closing]);
  expect(layout.items).toEqual(everyBlock.items);
});

describe("choices", () => {
  it.each<[what: string, answer: Answer, menu: number, buttons: number, listed: number]>([
    ["few and short: buttons", menu(choice("a"), choice("b")), 0, 2, 0],
    ["many: a menu", menu(...["a", "b", "c", "d", "e"].map((name) => choice(name))), 5, 0, 0],
    ["few, one of which a button would cut: a menu", menu(choice("a"), choice("b".repeat(11))), 2, 0, 0],
    ["with a detail that no button shows: listed too", menu(choice("a", "a", { detail: "more" })), 0, 1, 1],
    ["too long for any control: listed alone", menu(choice("a", "x".repeat(80))), 0, 0, 1],
    ["too long for a menu, with a label that is cut: listed", menu(choice("b".repeat(50))), 0, 1, 1],
  ])("%s", (_, answer, inMenu, asButtons, listed) => {
    const layout = layoutOf(answer);
    expect([layout.controls.menu.length, buttonLabels(layout).length, layout.items.flat().length]).toEqual([
      ...[inMenu, asButtons, listed],
    ]);
  });

  it("are listed where sources stand between them and their buttons, and where nothing can be pressed", () => {
    const listed = (answer: Answer, visibility?: MessageVisibility) =>
      layoutOf(answer, visibility).items.flat().length;
    const cited: Block = { type: "quote", passages: [{ source: 1, text: "x", start: 0, end: 1 }] };
    const [item] = menu(choice("a")).items;
    const sources = [{ number: 1, id: "a", short: "A", full: "A." }];
    expect(listed({ ...menu(), items: [[...item!, cited]], sources })).toBe(2);
    expect(listed(menu(choice("a")), { isPrivate: true, withoutControls: true })).toBe(1);
  });

  it("that open an answer stand in its menu alone", () => {
    const opening = ["a", "b", "c", "d", "e"].map((name) => choice(name, name, { detail: "more" }));
    const { controls, opening: read } = layoutOf({
      ...menu(),
      opening: [{ type: "text", text: "Which?" }, ...opening],
    });
    expect([controls.menu.length, read]).toEqual([5, [{ type: "text", text: "Which?" }]]);
  });

  it("stay buttons with cut labels where the platform prefers it, and are then listed", () => {
    const layout = layoutOf(menu(choice("b".repeat(11))), undefined, { cutLabelsToMenu: false });
    expect([layout.controls.menu.length, buttonLabels(layout).length, layout.items.flat().length]).toEqual([
      ...[0, 1, 1],
    ]);
  });
});

describe("controls", () => {
  const offering = (...labels: readonly string[]) =>
    createAnswer({
      ...{
        ask: createAsk("pledge", "x"),
        title: "X",
        outcome: "found",
        opening: [{ type: "text", text: "X." }],
      },
      buttons: [
        ...labels.map((label) => ({ type: "ask" as const, label, ask: createAsk("pledge", label) })),
        { type: "link", label: "There", url: "https://a.example/" },
        { type: "link", label: "Too far", url: `https://a.example/${"x".repeat(30)}` },
      ],
    });

  it("leave out a link that is too long, and move a label that a button would cut to More", () => {
    const { controls } = layoutOf(offering("a", "b".repeat(11)));
    expect(controls.buttons.map(({ label }) => label)).toEqual(["a", "There", "Delete"]);
    expect(controls.more.map(({ label }) => label)).toEqual(["b".repeat(11)]);
  });

  it("are five buttons at most, and the rest stands under More, in their order", () => {
    const { controls } = layoutOf(offering("a", "b", "c", "d", "e", "f"));
    expect(controls.buttons.map(({ label }) => label)).toEqual(["a", "b", "There", "Delete"]);
    expect(controls.more.map(({ label }) => label)).toEqual(["c", "d", "e", "f"]);
  });

  it("are sharing for a private finding, and removing for a public one", () => {
    const types = (isPrivate: boolean) =>
      layoutOf(offering(), { isPrivate }).controls.buttons.map(({ type }) => type);
    expect(types(true)).toEqual(["link", "share"]);
    expect(types(false)).toEqual(["link", "dismiss"]);
  });
});

describe("lines on the page", () => {
  const { more, typeForMore, delivery } = englishMessages;
  it.each<[what: string, visibility: MessageVisibility, most: number, lines: string[]]>([
    ["a whole answer", { isPrivate: false }, 9, []],
    ["a private one", { isPrivate: true }, 9, [delivery.onlyYou]],
    ["a first page", { isPrivate: false }, 1, [more(1, 1, 2)]],
    [
      "a form, in which nothing can be pressed",
      { isPrivate: true, withoutControls: true },
      1,
      [more(1, 1, 2), typeForMore("/quote someone about:something item:2")],
    ],
  ])("of %s", (_, visibility, most, lines) => {
    expect(layoutOf(everyBlock, visibility, {}, most).paging).toEqual(lines);
  });
});
