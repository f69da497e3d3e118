/** An answer as a Slack message: rich_text for every text, so that no markup means anything and Chinese renders right. */
import type { KnownBlock, RichTextBlockElement, RichTextElement, RichTextSection } from "@slack/types";
import { printAsk } from "../../ask/ask.ts";
import { choicesIn } from "../../delivery/choices.ts";
import { clip, fill } from "../../delivery/fit.ts";
import { draw, type Fitted, type Page, type Renderer } from "../../delivery/renderer.ts";
import { creditSpans, numbersOf, type Span, textOf } from "../../delivery/spans.ts";
import { readRows, tableOf } from "../../delivery/table.ts";
import {
  citedRow,
  joined,
  marks,
  type Piece,
  printable,
  quotedPieces,
  reportedPieces,
  textPage,
} from "../../delivery/text.ts";
import { type Answer, askedIn, type Block, type Passage } from "../../desk/answer.ts";
import type { Words } from "../../language/messages.ts";
import { small } from "./context-blocks.ts";
import { controls, hasMenu, plainText, type SlackCarriage, saysChoices } from "./controls.ts";
import { MESSAGE } from "./limits.ts";
import { pasted } from "./preformatted.ts";
import { linked, span } from "./rich-text.ts";
import { partedTable, tableBlock } from "./table.ts";

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
export const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const section = (...elements: RichTextElement[]): RichTextSection => ({
  type: "rich_text_section",
  elements,
});
const bold = { bold: true };
const spans = (pieces: readonly Piece[]): RichTextElement[] =>
  pieces.map(({ text, marked }) => span(text, marked ? bold : undefined));

/** A part of rich text; or a line in small print, which rich text has none of. */
type Part = RichTextBlockElement | string;

function partsOf(answer: Answer, words: Words): Renderer<Part[]> {
  // Small print holds no links, so that a credit with links is as large as the text.
  const credit = (passages: readonly Passage[], speaker?: string): Part => {
    const line = creditSpans(passages, speaker, answer, words);
    return line.some(({ url }) => url) ? section(...linked(line)) : textOf(line);
  };
  return {
    heading: ({ text }) => [section(span(text, bold))],
    text: ({ text }) => [section(span(text))],
    quote: (block) => [
      { type: "rich_text_quote", elements: spans(quotedPieces(block, words)) },
      credit(block.passages, block.speaker),
    ],
    report: (block) => [
      section(...spans(reportedPieces(block, words))),
      credit(block.passages, block.speaker),
    ],
    facts: (block) => {
      const citing = citedRow(block.rows);
      return [
        section(
          ...block.rows.flatMap(({ label, value, stated }, index) => {
            const shown: Span = { text: stated ? words.quoted(value) : value };
            const cited = index === citing ? [{ text: " " }, ...numbersOf(block.passages, answer)] : [];
            return [
              ...(index === 0 ? [] : [newLine]),
              span(words.labelled(label), bold),
              ...linked([shown, ...cited]),
            ];
          }),
        ),
      ];
    },
    table: (block) =>
      readRows(block, answer, words).flatMap(({ head, rest }, index): Part[] => {
        const said = rest.filter(({ label }) => label !== words.deskNote);
        const notes = rest.filter(({ label }) => label === words.deskNote);
        return [
          section(
            ...(index === 0 ? [] : [newLine]),
            ...linked(head, bold),
            ...said.flatMap(({ label, value }) => [
              newLine,
              ...linked([{ text: words.labelled(label) }, ...value]),
            ]),
          ),
          ...notes.map(({ label, value }) => words.labelled(label) + textOf(value)),
        ];
      }),
    note: ({ texts, differs }) => {
      const [first = "", ...rest] = texts;
      if (differs)
        return [
          section(span(words.labelled(words.deskNote), bold), span(first)),
          list(rest.map((text) => [span(text)])),
        ];
      if (rest.length === 0) return [words.labelled(words.deskNote) + first];
      return [words.labelled(words.deskNotes).trimEnd(), ...texts.map((text) => `• ${text}`)];
    },
    paste: ({ label, text }) => [section(span(label, bold)), pasted(text)],
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

const isSmall = (part: Part | undefined): part is string => typeof part === "string";

/**
 * Whether two blocks stand without an empty line. A credit ends what it is of, but for the facts of its quotation;
 * a quotation is set off by its bar, and notes are by their size.
 */
function isClose(before: Block, block: Block, after: Block | undefined): boolean {
  if (before.type === "quote" || before.type === "report")
    return block.type === "facts" && after?.type !== "quote";
  if (before.type === "note" && !before.differs) return true;
  return before.type !== "table" && (joined(before, block) || block.type === "quote");
}

/** Blocks one under the other: rich text, and small print between. */
function drawn(blocks: readonly Block[], renderer: Renderer<Part[]>): KnownBlock[] {
  const shown: KnownBlock[] = [];
  let [rich, lines]: [RichTextBlockElement[], string[]] = [[], []];
  const end = () => {
    if (rich.length > 0) shown.push({ type: "rich_text", elements: rich });
    shown.push(...small(lines));
    [rich, lines] = [[], []];
  };
  for (const [index, block] of blocks.entries()) {
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    const parts = draw(renderer, block);
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
export const drawBlocks = (blocks: readonly Block[], answer: Answer, words: Words): KnownBlock[] =>
  drawn(blocks, partsOf(answer, words));

function drawPage(page: Page, words: Words, carriage: SlackCarriage): SlackMessage {
  const { answer, lead, items, sources, next } = page;
  const renderer = partsOf(answer, words);
  const menu = items.every((item) => item.every(({ type }) => type === "choices" || type === "heading"));
  const table = tableOf(items);
  const { glance, rest } = table ? partedTable(table, answer, words) : {};
  const shown = glance ? [] : menu ? (hasMenu(page) && !carriage.still ? [] : [items.flat()]) : items;
  const footer = sources.map(({ number, full }) => `${marks([number])} ${full}`);
  const links = sources.flatMap(({ number, url }): RichTextElement[] =>
    url ? [span(`${marks([number])} `), { type: "link", url, text: new URL(url).host }, span("  ")] : [],
  );
  const last = page.from + items.length - 1;
  const paging = [
    ...(page.shortened ? [words.shortened] : []),
    ...(items.length > 0 && (next || page.from > 1)
      ? [words.more(page.from, last, answer.items.length)]
      : []),
    ...(next && carriage.still ? [words.typeForMore(printAsk(next))] : []),
    ...(carriage.private && answer.outcome === "found" && page.from === 1 ? [words.carrier.onlyYou] : []),
  ];
  // That sources differ belongs to what is shown; the rest of the close is in small print, like the sources.
  const differ = answer.close.filter((block) => block.type === "note" && block.differs);
  // What is pressed right below need not be read twice.
  const isNear = hasMenu(page) || (sources.length === 0 && answer.close.length === 0);
  const isSaid = !carriage.still && isNear && saysChoices(page);
  const read = (blocks: readonly Block[]) => blocks.filter(({ type }) => !isSaid || type !== "choices");
  const body = [
    ...[lead, ...shown].map((blocks) => drawn(read(blocks), renderer)),
    [
      ...(glance ? [tableBlock(glance, answer, words)] : []),
      ...(glance && rest ? drawn([rest], renderer) : []),
    ],
    drawn(differ, renderer),
  ].filter((blocks) => blocks.length > 0);
  const foot: KnownBlock[] = [
    ...small(footer),
    ...drawn(
      answer.close.filter((block) => !differ.includes(block)),
      renderer,
    ),
    ...small(paging),
    ...(links.length === 0
      ? []
      : [{ type: "rich_text", elements: [section(...links)] } satisfies KnownBlock]),
  ];
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
      { type: "context", elements: [askedIn(answer), ...heading].map((line) => plainText(line, 2000)) },
      ...body.flatMap((blocks, index): KnownBlock[] => [
        ...(index === 0 ? [] : [{ type: "divider" } as const]),
        ...blocks,
      ]),
      ...(foot.length === 0 ? [] : [{ type: "divider" } as const, ...foot]),
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

/** The most items of an answer that a message shows: never so many that one alone is left for the next. */
function mostOf({ items, ask }: Answer): number {
  const most = tableOf(items) ? ROWS : ITEMS;
  return items.length - (ask.from - 1) === most + 1 ? most + 1 : most;
}

/**
 * One message within Slack's limits, and the ask for what it had no room for.
 */
export function renderSlack(answer: Answer, words: Words, carriage: SlackCarriage): Fitted<SlackMessage> {
  const { message, ...rest } = fill(
    answer,
    (page) => ({ message: drawPage(page, words, carriage), choices: choicesIn(page) }),
    ({ message: { blocks }, choices }) =>
      blocks.length <= MESSAGE.blocks && letters(blocks) <= MESSAGE.text && choices <= MESSAGE.choices,
    answer.outcome === "found" ? mostOf(answer) : MESSAGE.choices,
  );
  return { ...rest, message: message.message };
}
