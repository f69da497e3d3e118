/** Renders answers as text, for the terminal and for screen readers in place of a message's blocks. */

import { printAsk } from "../ask/ask.ts";
import {
  type Answer,
  askLine,
  type Block,
  type DetailRow,
  type Passage,
  type SpokenBlock,
} from "../desk/answer.ts";
import type { Messages } from "../language/messages.ts";
import { columnWidth, padColumns } from "../support/columns.ts";
import { ISOLATE_CLOSE, ISOLATE_OPEN, isolatePart, isRightToLeft } from "../support/isolation.ts";
import { printableText } from "../support/printable.ts";
import { isListing } from "./choices.ts";
import { type Offer, offerTarget, pageOffers } from "./offers.ts";
import { type AnswerPage, drawBlock, type Renderer } from "./renderer.ts";
import { sourceLine } from "./source-line.ts";
import { compactCredit, creditSpans, type LinkSpan, lineSpans, sourceNumbers } from "./spans.ts";
import { readableRows } from "./table.ts";

/** The styling of text. Each function takes printable text and returns it styled. */
export interface TextStyle {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly label: (text: string) => string;
  readonly quiet: (text: string) => string;
  /** Highlights search matches. */
  readonly mark: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly link: (text: string, url: string) => string;
  /** Wraps text to the available width. Lines begin with `indent`, the first one with `first` if that is given. */
  readonly wrap: (text: string, indent: string, first?: string) => string;
  /** Wraps text that is copied, between its words alone. */
  readonly wrapCopied: (text: string) => string;
  /** The prefix of each line of a quotation. */
  readonly bar: string;
  /** The prefix of what can be asked next, by its number, from 1. */
  readonly offer: (place: number) => string;
}

const same = (text: string): string => text;

/** Text without colour, links or wrapping, for pipes and screen readers. */
export const plainStyle: TextStyle = {
  title: same,
  heading: same,
  label: same,
  quiet: same,
  mark: same,
  warn: same,
  link: same,
  wrap: (text, indent, first = indent) => first + text,
  wrapCopied: same,
  bar: "  ",
  offer: () => "- ",
};

/** Formats source numbers: “[1] [2]”. */
export const numberMarks = (numbers: readonly number[]): string =>
  numbers.map((number) => `[${number}]`).join(" ");

/** A piece of text, and whether it is a search match. */
export interface TextPiece {
  readonly text: string;
  readonly marked: boolean;
  /** Set for the marks that isolate a passage; `text` is then the mark, to be written as it is. */
  readonly isControl?: true;
}

const control = (text: string): TextPiece => ({ text, marked: false, isControl: true });

/** Returns the text of a piece as it is shown. */
const printablePiece = ({ text, isControl }: TextPiece): string => (isControl ? text : printableText(text));

/** Splits a passage at the edges of its search matches; the pieces join to its text. */
function piecesOf({ text, marked = [] }: Passage): TextPiece[] {
  const edges = [...marked.flatMap(({ start, end }) => [start, end]), text.length];
  const pieces = edges
    .map(
      (end, index): TextPiece => ({ text: text.slice(edges[index - 1] ?? 0, end), marked: index % 2 === 1 }),
    )
    .filter((piece) => piece.text !== "");
  return isRightToLeft(text) ? [control(ISOLATE_OPEN), ...pieces, control(ISOLATE_CLOSE)] : pieces;
}

/** Joins adjacent pieces that are both marked or both unmarked. */
function merged(pieces: readonly TextPiece[]): TextPiece[] {
  const all: TextPiece[] = [];
  for (const piece of pieces) {
    const { text, marked } = piece;
    const last = all.at(-1);
    if (last?.marked === marked && !last.isControl && !piece.isControl)
      all[all.length - 1] = { text: last.text + text, marked };
    else all.push(piece);
  }
  return all;
}

/** Returns passages as pieces, with a mark for the text left out between them, before them and after them. */
function inPieces(passages: readonly Passage[], messages: Messages): TextPiece[] {
  const gap = (text: string): TextPiece => ({ text, marked: false });
  return merged([
    ...(passages[0]?.omitted?.before ? [gap(`${messages.gap} `)] : []),
    ...passages.flatMap((passage, index) => [
      ...(index === 0 ? [] : [gap(` ${messages.gap} `)]),
      ...piecesOf(passage),
    ]),
    ...(passages.at(-1)?.omitted?.after ? [gap(` ${messages.gap}`)] : []),
  ]);
}

/** Returns a quotation as pieces, in quotation marks when all of it is a speaker's words. */
export function quotedPieces(block: Extract<Block, { type: "quote" }>, messages: Messages): TextPiece[] {
  const pieces = inPieces(block.passages, messages);
  if (block.speaker === undefined || block.fragment !== undefined) return pieces;
  const [open = "", close = ""] = messages.quoted("\n").split("\n");
  return merged([{ text: open, marked: false }, ...pieces, { text: close, marked: false }]);
}

/** Returns reported speech as pieces, never in quotation marks. */
export const reportedPieces = (block: Extract<Block, { type: "report" }>, messages: Messages): TextPiece[] =>
  inPieces(block.passages, messages);

/** @param offers what the page offers, of which its blocks draw the choices */
function textRenderer(
  answer: Answer,
  messages: Messages,
  style: TextStyle,
  offers: readonly Offer[],
): Renderer<string> {
  const places = new Map(offers.map((offer, index) => [offer, index + 1]));
  const linked = (spans: readonly LinkSpan[]): string =>
    spans.map(({ text, url }) => (url ? style.link(printableText(text), url) : printableText(text))).join("");
  const credit = (passages: readonly Passage[], speaker?: string): string =>
    linked(creditSpans(passages, speaker, answer, messages));
  const styled = (pieces: readonly TextPiece[]): string =>
    pieces
      .map((piece) => (piece.marked ? style.mark(printablePiece(piece)) : printablePiece(piece)))
      .join("");
  const withCredit = (text: string, block: SpokenBlock): string =>
    `${text} ${linked(compactCredit(block, answer))}`;
  return {
    heading: ({ text }) => style.heading(style.wrap(printableText(text), "")),
    text: ({ text }) => style.wrap(printableText(text), ""),
    line: (block) => {
      const spans = lineSpans(block, answer);
      const line = spans.map((span) => (span.strong ? style.label(linked([span])) : linked([span]))).join("");
      return block.small ? style.quiet(style.wrap(line, "")) : style.wrap(line, "");
    },
    quote(block) {
      if (block.compact)
        return style.wrap(withCredit(styled(quotedPieces(block, messages)), block), style.bar);
      const quotation = style.wrap(styled(quotedPieces(block, messages)), style.bar);
      const creditLine = style.wrap(credit(block.passages, block.speaker), style.bar);
      return `${quotation}\n${style.quiet(creditLine)}`;
    },
    report(block) {
      if (block.compact) return style.wrap(withCredit(styled(reportedPieces(block, messages)), block), "");
      const reported = style.wrap(styled(reportedPieces(block, messages)), "");
      return `${reported}\n${style.quiet(style.wrap(credit(block.passages, block.speaker), ""))}`;
    },
    details(block) {
      const width = Math.max(...block.rows.map(({ label }) => columnWidth(messages.labelled(label))));
      const cited = linked(sourceNumbers(block.passages, answer));
      const citedIndex = citedRowIndex(block.rows);
      return block.rows
        .map(({ label, value, stated }, index) => {
          const shown =
            printableText(stated ? messages.quoted(value) : isolatePart(value)) +
            (index === citedIndex ? ` ${cited}` : "");
          const head = padColumns(messages.labelled(printableText(label)), width);
          return style.wrap(shown, " ".repeat(width), style.label(head));
        })
        .join("\n");
    },
    table: (block) =>
      readableRows(block, answer, messages)
        .map(({ head, rest }) =>
          [
            style.label(style.wrap(linked(head), "")),
            ...rest.map(({ label, value }) =>
              style.wrap(printableText(messages.labelled(label)) + linked(value), "    ", "  "),
            ),
          ].join("\n"),
        )
        .join("\n"),
    note: ({ texts, differs }) => {
      const noteStyle = differs ? style.warn : style.quiet;
      const [firstText = "", ...rest] = texts;
      if (differs)
        return [
          noteStyle(style.wrap(messages.labelled(messages.deskNote) + printableText(firstText), "")),
          ...rest.map((text) => style.wrap(printableText(text), "  ", "- ")),
        ].join("\n");
      if (texts.length < 2)
        return noteStyle(style.wrap(messages.labelled(messages.deskNote) + printableText(firstText), ""));
      return noteStyle(
        [
          messages.labelled(messages.deskNotes).trimEnd(),
          ...texts.map((text) => style.wrap(printableText(text), "  ", "- ")),
        ].join("\n"),
      );
    },
    copyable: ({ label, text }) => {
      const lines = copyableLines(text);
      return [
        style.label(style.wrap(messages.labelled(printableText(label)).trimEnd(), "")),
        // What is for a program keeps its lines.
        ...(lines.length === 1 ? lines.map(style.wrapCopied) : lines),
      ].join("\n");
    },
    choices: ({ choices }) =>
      choices
        .map((choice) => {
          const { label, detail, ask } = choice;
          const what = messages.source.clauses(
            [label, detail].filter((part) => part !== undefined).map(printableText),
          );
          const line = printableText(printAsk(ask));
          // When the label only repeats the ask, show its line alone.
          const name = [printableText(ask.text), line].includes(what) ? "" : messages.labelled(what);
          const mark = style.offer(places.get(choice) ?? 0);
          return style.wrap(name + style.label(line), " ".repeat(mark.length), mark);
        })
        .join("\n"),
  };
}

/** Splits copyable text into printable lines; keeps the spaces that indent it. */
export const copyableLines = (text: string): string[] => text.split("\n").map(printableText);

/** Block types with an empty line between two in a row, so that it is clear to which block a credit belongs. */
const WHOLE: readonly Block["type"][] = ["quote", "report", "copyable"];

/** Whether a block is a line or two of a short answer. */
const isShort = (block: Block): boolean =>
  block.type === "line" || block.type === "text" || ("compact" in block && block.compact === true);

/** Returns whether two adjacent blocks are drawn without an empty line between them. */
export const standTogether = (before: Block, after: Block): boolean =>
  before.type === "heading" ||
  (before.type !== "text" && isShort(before) && isShort(after)) ||
  (before.type === "text" && after.type !== "text" && isShort(after) && "compact" in after) ||
  after.type === "choices" ||
  (before.type === after.type &&
    !WHOLE.includes(after.type) &&
    (before.type !== "note" || after.type !== "note" || before.differs === after.differs));

/** Joins drawn blocks, with empty lines except where blocks stand together. */
const spaced = (blocks: readonly Block[], texts: readonly string[]): string =>
  texts.reduce((text, next, index) => {
    if (index === 0) return next;
    return `${text}${standTogether(blocks[index - 1]!, blocks[index]!) ? "\n" : "\n\n"}${next}`;
  }, "");

/** Returns the index of the row that shows the citation numbers: the first `stated` row; -1 when there is none. */
export const citedRowIndex = (rows: readonly DetailRow[]): number => rows.findIndex(({ stated }) => stated);

/** Renders a page as text, with empty lines between its parts and between items that are not menus. */
export function renderTextPage(page: AnswerPage, messages: Messages, style: TextStyle = plainStyle): string {
  const { answer, opening, items, sources } = page;
  const all = pageOffers(page, messages);
  const renderer = textRenderer(answer, messages, style, all);
  const drawAll = (blocks: readonly Block[]) => blocks.map((block) => drawBlock(renderer, block));
  const isMenu = isListing(items);
  const body = items.map((item) => spaced(item, drawAll(item))).join(isMenu ? "\n" : "\n\n");
  const footer = (answer.isBrief ? [] : sources).map(({ number, full, url }) => {
    const link = url ? ` ${style.link(printableText(url), url)}` : "";
    return style.wrap(printableText(full) + link, "    ", `${numberMarks([number])} `);
  });
  const listed = all.slice(all.length - answer.buttons.length - (page.next ? 1 : 0));
  const offers = listed.map((offer, index) => {
    const mark = style.offer(all.length - listed.length + index + 1);
    return style.wrap(
      messages.labelled(printableText(offer.label)) +
        style.label(printableText(offerTarget(offer, answer.ask, messages))),
      " ".repeat(mark.length),
      mark,
    );
  });
  const line = answer.isBrief ? sourceLine(page, messages) : undefined;
  const foot = [...(line ? [line] : []), ...answer.close];
  const lines = answer.isBrief ? [] : [answer.title, askLine(answer)];
  const head = lines.map((line, index) =>
    (index === 0 ? style.title : style.quiet)(style.wrap(printableText(line), "")),
  );
  return [
    head.join("\n"),
    ...[spaced(opening, drawAll(opening)), body],
    footer.length > 0 ? [style.label(messages.sources), ...footer].join("\n") : "",
    spaced(foot, drawAll(foot)),
    [...(page.shortened ? [messages.shortened] : []), ...offers].join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
