/** An answer as a Slack message: rich_text for every text, so that no markup means anything and Chinese renders right. */
import type {
  ActionsBlock,
  Button as ButtonElement,
  KnownBlock,
  PlainTextElement,
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextSection,
} from "@slack/types";
import { type Carriage, type Control, controlsOf } from "../carrier/carriage.ts";
import { type Answer, type Block, type Choice, citedBy, type Passage } from "../desk/answer.ts";
import { printAsk } from "../desk/ask.ts";
import { clip, fill } from "../render/fit.ts";
import { draw, type Fitted, type Page, type Renderer } from "../render/renderer.ts";
import { citedRow, creditOf, joined, marks, printable, quotedText, textPage } from "../render/text.ts";
import type { Words } from "../words/words.ts";
import { MESSAGE } from "./limits.ts";

export interface SlackMessage {
  readonly response_type: "in_channel" | "ephemeral";
  /** The whole answer in reading order: what screen readers and notifications have in place of the blocks. */
  readonly text: string;
  readonly mrkdwn: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
  readonly blocks: KnownBlock[];
}

/** Action ids begin with what they are and end with who asked: that is all a press needs to know. */
export const ACTIONS = ["next", "ask", "share", "dismiss", "choose", "more"] as const;
export type Action = (typeof ACTIONS)[number];

/** How a message is carried, and to whom: buttons know their asker by it. */
export interface SlackCarriage extends Carriage {
  readonly asker: string;
}

/** The most items that a message shows: more would push the channel's talk off the screen. */
const ITEMS = 4;

/** From this many choices on, a menu takes the place of buttons. */
const MENU_FROM = 5;

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
export const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const plainText = (text: string, most: number): PlainTextElement => ({
  type: "plain_text",
  text: clip(printable(text), most) || " ",
  emoji: false,
});

const span = (text: string, style?: { bold?: boolean }): RichTextElement => ({
  type: "text",
  text: printable(text) || " ",
  ...(style ? { style } : {}),
});
const section = (...elements: RichTextElement[]): RichTextSection => ({
  type: "rich_text_section",
  elements,
});
const bold = { bold: true };

function richText(answer: Answer, words: Words): Renderer<RichTextBlockElement[]> {
  const credit = (passages: readonly Passage[], speaker?: string): RichTextSection =>
    section(span(creditOf(passages, speaker, answer, words)));
  return {
    heading: ({ text }) => [section(span(text, bold))],
    text: ({ text }) => [section(span(text))],
    quote: (block) => [
      { type: "rich_text_quote", elements: [span(quotedText(block, words))] },
      credit(block.passages, block.speaker),
    ],
    report: ({ passages, speaker }) => [
      section(span(passages.map((passage) => passage.text).join(` ${words.gap} `))),
      credit(passages, speaker),
    ],
    facts: (block) => {
      const citing = citedRow(block.rows);
      return [
        section(
          ...block.rows.flatMap(({ label, value, stated }, index) => {
            const cited = index === citing ? ` ${marks(citedBy(block))}` : "";
            const shown = `${stated ? words.quoted(value) : value}${cited}`;
            return [...(index === 0 ? [] : [newLine]), span(`${label}: `, bold), span(shown)];
          }),
        ),
      ];
    },
    note: ({ texts, differs }) => {
      const [first = "", ...rest] = texts;
      if (differs)
        return [section(span(`${words.deskNote}: ${first}`, bold)), list(rest.map((text) => [span(text)]))];
      if (rest.length === 0) return [section(span(`${words.deskNote}: `, bold), span(first))];
      return [section(span(`${words.deskNotes}:`, bold)), list(texts.map((text) => [span(text)]))];
    },
    choices: ({ choices }) => [
      list(
        choices.map(({ label, detail }) => [
          span(label, bold),
          ...(detail === undefined ? [] : [span(`, ${detail}`)]),
        ]),
      ),
    ],
  };
}

const newLine: RichTextElement = { type: "text", text: "\n" };

const list = (items: readonly RichTextElement[][]): RichTextBlockElement => ({
  type: "rich_text_list",
  style: "bullet",
  elements: items.map((elements) => section(...elements)),
});

/** Sections follow each other on new lines; an empty line sets blocks apart. */
function spaced(
  blocks: readonly Block[],
  renderer: Renderer<RichTextBlockElement[]>,
): RichTextBlockElement[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    const close = before === undefined || joined(before, block);
    return [...(close ? [] : [section(newLine)]), ...draw(renderer, block)];
  });
}

const rich = (elements: readonly RichTextBlockElement[]): RichTextBlock[] =>
  elements.length === 0 ? [] : [{ type: "rich_text", elements: [...elements] }];

const action = (type: Action, { asker }: SlackCarriage, index = 0): string => `${type}:${index}:${asker}`;

interface Entry {
  readonly line: string;
  readonly label: string;
  readonly detail?: string;
}

function menuOf(
  type: Action,
  carriage: SlackCarriage,
  placeholder: string,
  entries: readonly Entry[],
): ActionsBlock[] {
  const fitting = entries.filter(({ line }) => line.length <= MESSAGE.choiceValue).slice(0, MESSAGE.choices);
  if (fitting.length === 0) return [];
  return [
    {
      type: "actions",
      elements: [
        {
          type: "static_select",
          action_id: action(type, carriage),
          placeholder: plainText(placeholder, MESSAGE.placeholder),
          options: fitting.map(({ line, label, detail }) => ({
            text: plainText(label, MESSAGE.choiceText),
            value: line,
            ...(detail === undefined ? {} : { description: plainText(detail, MESSAGE.choiceText) }),
          })),
        },
      ],
    },
  ];
}

/** The choices of a page by the lines that they ask. */
function choicesOf({ lead, items }: Page): Entry[] {
  const choices = [...lead, ...items.flat()]
    .flatMap((block): readonly Choice[] => (block.type === "choices" ? block.choices : []))
    .map(({ ask, ...texts }): Entry => ({ line: printAsk(ask), ...texts }));
  return [...new Map(choices.map((choice) => [choice.line, choice])).values()];
}

/** Whether a page's choices are shown as a menu, so that they need not be read twice. */
const hasMenu = (page: Page): boolean =>
  choicesOf(page).filter(({ line }) => line.length <= MESSAGE.choiceValue).length >= MENU_FROM;

function controls(page: Page, words: Words, carriage: SlackCarriage): ActionsBlock[] {
  const { answer, next } = page;
  const distinct = choicesOf(page);
  const isMenu = hasMenu(page);
  const { shown, more } = controlsOf(answer, carriage, next);
  const own = printAsk(answer.ask);
  const button = (type: Action, index: number, label: string, value: string): ButtonElement => ({
    type: "button",
    action_id: action(type, carriage, index),
    text: plainText(label, MESSAGE.buttonText),
    value,
  });
  const drawn = (control: Control, index: number): ButtonElement => {
    switch (control.type) {
      case "next":
        return {
          ...button("next", index, words.next(next!.from, answer.items.length), control.line),
          style: "primary",
        };
      case "share":
        return button("share", index, words.carrier.share, own);
      case "dismiss":
        return button("dismiss", index, words.carrier.dismiss, own);
      case "ask":
        return button("ask", index, control.label ?? control.line, control.line);
      case "link":
        return {
          type: "button",
          action_id: `link:${index}:${carriage.asker}`,
          text: plainText(control.label, MESSAGE.buttonText),
          url: control.url,
        };
    }
  };
  const pressed = shown.map(drawn);
  const chosen = isMenu
    ? []
    : distinct.map(({ label, line }, index) => button("ask", shown.length + index, label, line));
  const elements = [...pressed, ...chosen].filter(
    ({ value = "", url = "" }) => value.length <= MESSAGE.buttonValue && url.length <= MESSAGE.url,
  );
  return [
    ...(isMenu ? menuOf("choose", carriage, words.choose, distinct) : []),
    ...(elements.length === 0 ? [] : [{ type: "actions", elements } satisfies ActionsBlock]),
    ...menuOf("more", carriage, words.carrier.more, more),
  ];
}

function drawPage(page: Page, words: Words, carriage: SlackCarriage): SlackMessage {
  const { answer, lead, items, sources, next } = page;
  const renderer = richText(answer, words);
  const menu = items.every((item) => item.every(({ type }) => type === "choices" || type === "heading"));
  const shown = menu ? (hasMenu(page) ? [] : [items.flat()]) : items;
  const footer = sources.map(({ number, full, url }) =>
    section(
      span(`${marks([number])} ${full} `),
      ...(url ? [{ type: "link", url, text: new URL(url).host } as const] : []),
    ),
  );
  const last = page.from + items.length - 1;
  const paging = [
    ...(page.shortened ? [words.shortened] : []),
    ...(next ? [words.more(page.from, last, answer.items.length)] : []),
    ...(carriage.private && answer.outcome === "found" && page.from === 1 ? [words.carrier.onlyYou] : []),
  ];
  const body = [lead, ...shown].filter((blocks) => blocks.length > 0);
  const foot = [...footer, ...spaced(answer.close, renderer)];
  const heading =
    carriage.sharedBy === undefined ? [] : [words.carrier.sharedBy(clip(printable(carriage.sharedBy), 100))];
  return {
    response_type: carriage.private ? "ephemeral" : "in_channel",
    text: escapeText([...heading, textPage(page, words)].join("\n")),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: "header", text: plainText(answer.title, MESSAGE.header) },
      { type: "context", elements: [printAsk(answer.ask), ...heading].map((line) => plainText(line, 2000)) },
      ...body.flatMap((blocks, index): KnownBlock[] => [
        ...(index === 0 ? [] : [{ type: "divider" } as const]),
        ...rich(spaced(blocks, renderer)),
      ]),
      ...(foot.length === 0 ? [] : [{ type: "divider" } as const, ...rich(foot)]),
      ...(paging.length === 0
        ? []
        : [{ type: "context", elements: paging.map((line) => plainText(line, 2000)) } as const]),
      ...controls(page, words, carriage),
    ],
  };
}

/** Characters in all texts and addresses of a message's blocks. */
export function letters(part: unknown): number {
  let sum = 0;
  if (Array.isArray(part)) for (const inner of part) sum += letters(inner);
  else if (typeof part === "object" && part !== null)
    for (const key in part) {
      const value: unknown = part[key as keyof typeof part];
      if (typeof value === "object") sum += letters(value);
      else if (typeof value === "string" && (key === "text" || key === "url")) sum += value.length;
    }
  return sum;
}

const choicesIn = (page: Page): number =>
  page.items.flat().reduce((sum, block) => sum + (block.type === "choices" ? block.choices.length : 0), 0);

/**
 * One message within Slack's limits, and the ask for what it had no room for.
 */
export function renderSlack(answer: Answer, words: Words, carriage: SlackCarriage): Fitted<SlackMessage> {
  const { message, next } = fill(
    answer,
    (page) => ({ message: drawPage(page, words, carriage), choices: choicesIn(page) }),
    ({ message: { blocks }, choices }) =>
      blocks.length <= MESSAGE.blocks && letters(blocks) <= MESSAGE.text && choices <= MESSAGE.choices,
    answer.outcome === "menu" ? MESSAGE.choices : ITEMS,
  );
  return { message: message.message, ...(next ? { next } : {}) };
}
