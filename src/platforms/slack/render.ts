/** An answer as a Slack message: rich_text for every text, so that no markup means anything and Chinese renders right. */
import type { KnownBlock, RichTextBlockElement, RichTextElement, RichTextSection } from "@slack/types";
import { printAsk } from "../../ask/ask.ts";
import { countChoices } from "../../delivery/choices.ts";
import { clipLabel, fitAnswer } from "../../delivery/fit.ts";
import { type AnswerPage, drawBlock, type FittedMessage, type Renderer } from "../../delivery/renderer.ts";
import { creditSpans, type LinkSpan, sourceNumbers, spanText } from "../../delivery/spans.ts";
import { mergeTables, readableRows } from "../../delivery/table.ts";
import {
  citedRowIndex,
  numberMarks,
  quotedPieces,
  renderTextPage,
  reportedPieces,
  standTogether,
  type TextPiece,
} from "../../delivery/text.ts";
import { type Answer, askLine, type Block, type Passage } from "../../desk/answer.ts";
import type { Messages } from "../../language/messages.ts";
import { printableText } from "../../support/printable.ts";
import { contextBlocks } from "./context-blocks.ts";
import {
  coversSlackChoices,
  plainTextObject,
  type SlackVisibility,
  showsSlackMenu,
  slackControls,
} from "./controls.ts";
import { SLACK_MESSAGE_LIMITS } from "./limits.ts";
import { preformattedText } from "./preformatted.ts";
import { richLine, richText } from "./rich-text.ts";
import { splitTable, tableBlock } from "./table.ts";

export interface SlackMessage {
  readonly response_type: "in_channel" | "ephemeral";
  /** The whole answer in reading order: what screen readers and notifications have in place of the blocks. */
  readonly text: string;
  readonly mrkdwn: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
  readonly blocks: KnownBlock[];
}

/** The most items that a message shows, and the most rows: more would push the channel's talk off the screen. */
const ITEMS = 4;
const ROWS = 10;

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const section = (...elements: RichTextElement[]): RichTextSection => ({
  type: "rich_text_section",
  elements,
});
const bold = { bold: true };
const spans = (pieces: readonly TextPiece[]): RichTextElement[] =>
  pieces.map(({ text, marked }) => richText(text, marked ? bold : undefined));

/** A part of rich text; or a line in small print, which rich text has none of. */
type Part = RichTextBlockElement | string;

function partsOf(answer: Answer, messages: Messages): Renderer<Part[]> {
  // Small print holds no links, so that a credit with links is as large as the text.
  const credit = (passages: readonly Passage[], speaker?: string): Part => {
    const line = creditSpans(passages, speaker, answer, messages);
    return line.some(({ url }) => url) ? section(...richLine(line)) : spanText(line);
  };
  return {
    heading: ({ text }) => [section(richText(text, bold))],
    text: ({ text }) => [section(richText(text))],
    quote: (block) => [
      { type: "rich_text_quote", elements: spans(quotedPieces(block, messages)) },
      credit(block.passages, block.speaker),
    ],
    report: (block) => [
      section(...spans(reportedPieces(block, messages))),
      credit(block.passages, block.speaker),
    ],
    details: (block) => {
      const citing = citedRowIndex(block.rows);
      return [
        section(
          ...block.rows.flatMap(({ label, value, stated }, index) => {
            const shown: LinkSpan = { text: stated ? messages.quoted(value) : value };
            const cited = index === citing ? [{ text: " " }, ...sourceNumbers(block.passages, answer)] : [];
            return [
              ...(index === 0 ? [] : [newLine]),
              richText(messages.labelled(label), bold),
              ...richLine([shown, ...cited]),
            ];
          }),
        ),
      ];
    },
    table: (block) =>
      readableRows(block, answer, messages).flatMap(({ head, rest }, index): Part[] => {
        const said = rest.filter(({ label }) => label !== messages.deskNote);
        const notes = rest.filter(({ label }) => label === messages.deskNote);
        return [
          section(
            ...(index === 0 ? [] : [newLine]),
            ...richLine(head, bold),
            ...said.flatMap(({ label, value }) => [
              newLine,
              ...richLine([{ text: messages.labelled(label) }, ...value]),
            ]),
          ),
          ...notes.map(({ label, value }) => messages.labelled(label) + spanText(value)),
        ];
      }),
    note: ({ texts, differs }) => {
      const [first = "", ...rest] = texts;
      if (differs)
        return [
          section(richText(messages.labelled(messages.deskNote), bold), richText(first)),
          list(rest.map((text) => [richText(text)])),
        ];
      if (rest.length === 0) return [messages.labelled(messages.deskNote) + first];
      return [messages.labelled(messages.deskNotes).trimEnd(), ...texts.map((text) => `• ${text}`)];
    },
    copyable: ({ label, text }) => [section(richText(label, bold)), preformattedText(text)],
    choices: ({ choices }) => [
      list(
        choices.map(({ label, detail }) => [
          richText(label, bold),
          ...(detail === undefined ? [] : [richText(`, ${detail}`)]),
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

const isSmall = (part: Part | undefined): part is string => typeof part === "string";

/**
 * Whether two blocks stand without an empty line. A credit ends what it is of, but for the facts of its quotation;
 * a quotation is set off by its bar, and notes are by their size.
 */
function isClose(before: Block, block: Block, after: Block | undefined): boolean {
  if (before.type === "quote" || before.type === "report")
    return block.type === "details" && after?.type !== "quote";
  if (before.type === "note" && !before.differs) return true;
  return before.type !== "table" && (standTogether(before, block) || block.type === "quote");
}

/** Blocks one under the other: rich text, and small print between. */
function drawn(blocks: readonly Block[], renderer: Renderer<Part[]>): KnownBlock[] {
  const shown: KnownBlock[] = [];
  let [rich, lines]: [RichTextBlockElement[], string[]] = [[], []];
  const end = () => {
    if (rich.length > 0) shown.push({ type: "rich_text", elements: rich });
    shown.push(...contextBlocks(lines));
    [rich, lines] = [[], []];
  };
  for (const [index, block] of blocks.entries()) {
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    const parts = drawBlock(renderer, block);
    if (lines.length > 0) end();
    const isApart = before !== undefined && !isClose(before, block, after);
    // Small print ends its block, and blocks stand apart by themselves.
    if (isApart && rich.length > 0 && !isSmall(parts[0])) rich.push(section(newLine));
    for (const part of parts) {
      if (isSmall(part)) lines.push(part);
      else {
        if (lines.length > 0) end();
        rich.push(part);
      }
    }
  }
  end();
  return shown;
}

/** Blocks of an answer by themselves, without what a message has around them. */
export const renderBlocks = (blocks: readonly Block[], answer: Answer, messages: Messages): KnownBlock[] =>
  drawn(blocks, partsOf(answer, messages));

function drawPage(page: AnswerPage, messages: Messages, visibility: SlackVisibility): SlackMessage {
  const { answer, lead, items, sources, next } = page;
  const renderer = partsOf(answer, messages);
  const menu = items.every((item) => item.every(({ type }) => type === "choices" || type === "heading"));
  const table = mergeTables(items);
  const { compact, rest } = table ? splitTable(table, answer, messages) : {};
  const shown = compact
    ? []
    : menu
      ? showsSlackMenu(page) && !visibility.withoutControls
        ? []
        : [items.flat()]
      : items;
  const footer = sources.map(({ number, full }) => `${numberMarks([number])} ${full}`);
  const links = sources.flatMap(({ number, url }): RichTextElement[] =>
    url
      ? [
          richText(`${numberMarks([number])} `),
          { type: "link", url, text: new URL(url).host },
          richText("  "),
        ]
      : [],
  );
  const last = page.from + items.length - 1;
  const paging = [
    ...(page.shortened ? [messages.shortened] : []),
    ...(items.length > 0 && (next || page.from > 1)
      ? [messages.more(page.from, last, answer.items.length)]
      : []),
    ...(next && visibility.withoutControls ? [messages.typeForMore(printAsk(next))] : []),
    ...(visibility.isPrivate && answer.outcome === "found" && page.from === 1
      ? [messages.delivery.onlyYou]
      : []),
  ];
  // That sources differ belongs to what is shown; the rest of the close is in small print, like the sources.
  const differ = answer.close.filter((block) => block.type === "note" && block.differs);
  // What is pressed right below need not be read twice.
  const isNear = showsSlackMenu(page) || (sources.length === 0 && answer.close.length === 0);
  const isSaid = !visibility.withoutControls && isNear && coversSlackChoices(page);
  const read = (blocks: readonly Block[]) => blocks.filter(({ type }) => !isSaid || type !== "choices");
  const body = [
    ...[lead, ...shown].map((blocks) => drawn(read(blocks), renderer)),
    [
      ...(compact ? [tableBlock(compact, answer, messages)] : []),
      ...(compact && rest ? drawn([rest], renderer) : []),
    ],
    drawn(differ, renderer),
  ].filter((blocks) => blocks.length > 0);
  const foot: KnownBlock[] = [
    ...contextBlocks(footer),
    ...drawn(
      answer.close.filter((block) => !differ.includes(block)),
      renderer,
    ),
    ...contextBlocks(paging),
    ...(links.length === 0
      ? []
      : [{ type: "rich_text", elements: [section(...links)] } satisfies KnownBlock]),
  ];
  const heading =
    visibility.sharedBy === undefined
      ? []
      : [messages.delivery.sharedBy(clipLabel(printableText(visibility.sharedBy), 100))];
  return {
    response_type: visibility.isPrivate ? "ephemeral" : "in_channel",
    text: escapeMrkdwn([...heading, renderTextPage(page, messages)].join("\n")),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: "header", text: plainTextObject(answer.title, SLACK_MESSAGE_LIMITS.header) },
      { type: "context", elements: [askLine(answer), ...heading].map((line) => plainTextObject(line, 2000)) },
      ...body.flatMap((blocks, index): KnownBlock[] => [
        ...(index === 0 ? [] : [{ type: "divider" } as const]),
        ...blocks,
      ]),
      ...(foot.length === 0 ? [] : [{ type: "divider" } as const, ...foot]),
      ...slackControls(page, messages, visibility),
    ],
  };
}

/** Characters in all texts and addresses of a message's blocks. */
export function countCharacters(part: unknown): number {
  let sum = 0;
  if (Array.isArray(part)) for (const inner of part) sum += countCharacters(inner);
  else if (typeof part === "object" && part !== null)
    for (const key in part) {
      const value: unknown = part[key as keyof typeof part];
      if (typeof value === "object") sum += countCharacters(value);
      else if (typeof value === "string" && (key === "text" || key === "url")) sum += value.length;
    }
  return sum;
}

/** The most items of an answer that a message shows: never so many that one alone is left for the next. */
function mostOf({ items, ask }: Answer): number {
  const most = mergeTables(items) ? ROWS : ITEMS;
  return items.length - (ask.from - 1) === most + 1 ? most + 1 : most;
}

/**
 * One message within Slack's limits, and the ask for what it had no room for.
 */
export function renderSlack(
  answer: Answer,
  messages: Messages,
  visibility: SlackVisibility,
): FittedMessage<SlackMessage> {
  const { message, ...rest } = fitAnswer(
    answer,
    (page) => ({ message: drawPage(page, messages, visibility), choices: countChoices(page) }),
    ({ message: { blocks }, choices }) =>
      blocks.length <= SLACK_MESSAGE_LIMITS.blocks &&
      countCharacters(blocks) <= SLACK_MESSAGE_LIMITS.text &&
      choices <= SLACK_MESSAGE_LIMITS.choices,
    answer.outcome === "found" ? mostOf(answer) : SLACK_MESSAGE_LIMITS.choices,
  );
  return { ...rest, message: message.message };
}
