/** An answer as a Slack message: rich_text for every text, so that no markup means anything and Chinese renders right. */
import type {
  ActionsBlock,
  Button as ButtonElement,
  KnownBlock,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextSection,
} from "@slack/types";
import { type Answer, type Block, type Choice, citedBy, type Passage } from "../desk/answer.ts";
import { printAsk } from "../desk/ask.ts";
import type { Words } from "../desk/words.ts";
import { clip, fill } from "../render/fit.ts";
import { draw, type Fitted, type Page, type Renderer } from "../render/renderer.ts";
import { attribution, citedRow, joined, marks, printable, quotedText, textPage } from "../render/text.ts";
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
export const ASK = "ask";
export const CHOOSE = "choose";

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

const span = (text: string, style?: { bold?: boolean; italic?: boolean }): RichTextElement => ({
  type: "text",
  text: printable(text) || " ",
  ...(style ? { style } : {}),
});
const section = (...elements: RichTextElement[]): RichTextSection => ({
  type: "rich_text_section",
  elements,
});
const bold = { bold: true };
const italic = { italic: true };

function richText(answer: Answer, words: Words): Renderer<RichTextBlockElement[]> {
  const credit = (passages: readonly Passage[], speaker?: string): RichTextSection => {
    const parts = [speaker, attribution(passages, answer)].filter((part) => part !== undefined);
    return section(span(`— ${parts.join(" · ")}`, italic));
  };
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
    note: ({ texts, differs }) =>
      texts.length === 1
        ? [section(span(`${words.deskNote}: `, bold), span(texts[0]!, differs ? bold : italic))]
        : [section(span(`${words.deskNotes}:`, bold)), list(texts.map((text) => [span(text, italic)]))],
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

function controls({ answer, lead, items, next }: Page, words: Words, asker: string): ActionsBlock[] {
  const choices = [...lead, ...items.flat()].flatMap((block): readonly Choice[] =>
    block.type === "choices" ? block.choices : [],
  );
  const lines = new Map(choices.map((choice) => [printAsk(choice.ask), choice]));
  const usable = [...lines].filter(([line]) => line.length <= MESSAGE.choiceValue);
  const isMenu = usable.length >= MENU_FROM;
  const option = ([value, { label }]: readonly [string, Choice]): PlainTextOption => ({
    text: plainText(label, MESSAGE.choiceText),
    value,
  });
  const menu: ActionsBlock[] = isMenu
    ? [
        {
          type: "actions",
          elements: [
            {
              type: "static_select",
              action_id: `${CHOOSE}:${asker}`,
              placeholder: plainText(words.choose, MESSAGE.placeholder),
              options: usable.slice(0, MESSAGE.choices).map(option),
            },
          ],
        },
      ]
    : [];
  const asks = [
    ...(next ? [{ label: words.next, line: printAsk(next), primary: true }] : []),
    ...(isMenu ? [] : usable.map(([line, { label }]) => ({ label, line, primary: false }))),
    ...answer.buttons.flatMap((button) =>
      button.type === "ask" ? [{ label: button.label, line: printAsk(button.ask), primary: false }] : [],
    ),
  ].filter(({ line }) => line.length <= MESSAGE.buttonValue);
  const distinct = [...new Map(asks.map((ask) => [ask.line, ask])).values()];
  const buttons = distinct.map(
    ({ label, line, primary }, index): ButtonElement => ({
      type: "button",
      action_id: `${ASK}:${index}:${asker}`,
      text: plainText(label, MESSAGE.buttonText),
      value: line,
      ...(primary ? { style: "primary" } : {}),
    }),
  );
  const links = answer.buttons.flatMap((button, index): ButtonElement[] =>
    button.type === "link" && button.url.length <= MESSAGE.url
      ? [
          {
            type: "button",
            action_id: `link:${index}:${asker}`,
            text: plainText(button.label, MESSAGE.buttonText),
            url: button.url,
          },
        ]
      : [],
  );
  const elements = [...buttons, ...links].slice(0, MESSAGE.actions);
  return elements.length === 0 ? menu : [...menu, { type: "actions", elements }];
}

function drawPage(page: Page, words: Words, asker: string): SlackMessage {
  const { answer, lead, items, sources, next } = page;
  const renderer = richText(answer, words);
  const menu = items.every((item) => item.every(({ type }) => type === "choices" || type === "heading"));
  const shown = menu ? [items.flat()] : items;
  const footer = sources.map(({ number, full, url }) =>
    section(
      span(`${marks([number])} ${full} `, italic),
      ...(url ? [{ type: "link", url, text: new URL(url).host } as const] : []),
    ),
  );
  const last = page.from + items.length - 1;
  const paging = [
    ...(page.shortened ? [words.shortened] : []),
    ...(next ? [words.more(page.from, last, answer.items.length)] : []),
  ].map((line) => section(span(line, italic)));
  const body = [lead, ...shown].filter((blocks) => blocks.length > 0);
  const foot = [...answer.close.flatMap((block) => draw(renderer, block)), ...footer, ...paging];
  return {
    response_type: answer.audience === "room" ? "in_channel" : "ephemeral",
    text: escapeText(textPage(page, words)),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: "header", text: plainText(answer.title, MESSAGE.header) },
      { type: "context", elements: [plainText(printAsk(answer.ask), 1000)] },
      ...body.flatMap((blocks, index): KnownBlock[] => [
        ...(index === 0 ? [] : [{ type: "divider" } as const]),
        ...rich(spaced(blocks, renderer)),
      ]),
      ...(foot.length === 0 ? [] : [{ type: "divider" } as const, ...rich(foot)]),
      ...controls(page, words, asker),
    ],
  };
}

/** Characters in all texts and addresses of a message's blocks. */
export function letters(part: unknown): number {
  if (Array.isArray(part)) return part.reduce((sum: number, inner) => sum + letters(inner), 0);
  if (typeof part !== "object" || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) =>
      sum +
      (typeof value === "string" ? (key === "text" || key === "url" ? value.length : 0) : letters(value)),
    0,
  );
}

const choicesIn = (page: Page): number =>
  page.items.flat().reduce((sum, block) => sum + (block.type === "choices" ? block.choices.length : 0), 0);

/**
 * One message within Slack's limits, and the ask for what it had no room for.
 * @param asker the id of whoever asked, for the buttons to know
 */
export function renderSlack(answer: Answer, words: Words, asker: string): Fitted<SlackMessage> {
  const { message, next } = fill(
    answer,
    (page) => ({ message: drawPage(page, words, asker), choices: choicesIn(page) }),
    ({ message: { blocks }, choices }) =>
      blocks.length <= MESSAGE.blocks && letters(blocks) <= MESSAGE.text && choices <= MESSAGE.choices,
  );
  return { message: message.message, ...(next ? { next } : {}) };
}
