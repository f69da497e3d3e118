/** Makes the short form of an answer's items: their evidence cut to what carries it, their cautions, their rows. */
import type { AnswerItem, Block, DetailRow, LineBlock, LinePart, SpokenBlock } from "../desk/answer.ts";
import { textBlock } from "../desk/answer-parts.ts";
import { unnamedCredit } from "../desk/item-lines.ts";
import type { Messages } from "../language/messages.ts";
import { isolatePart } from "../support/isolation.ts";
import { excerptPassage } from "./excerpt.ts";
import { foldedText } from "./left-out.ts";
import type { AnswerTable } from "./table.ts";

/** The passages of a block that the short form shows. */
const SHOWN_PASSAGES = 2;
/** The longest value of a cell, and of a row, that a line shows, in UTF-16 units. */
const CELL = 60;
const ROW = 70;

/** A block of notes. */
export type NoteBlock = Extract<Block, { type: "note" }>;

/** Tells whether a block is one of notes. */
export const isNote = (block: Block): block is NoteBlock => block.type === "note";
const isSpoken = (block: Block): block is SpokenBlock => block.type === "quote" || block.type === "report";

/** The first line of a short answer, and the name with which it begins. */
export interface FirstLine {
  readonly name: string;
  readonly text: string;
}

/** Returns what notes caution against, each once; and that sources differ, unless the first line says so. */
export function cautionBlocks(notes: readonly NoteBlock[], lead: FirstLine, { brief }: Messages): Block[] {
  const texts = notes.flatMap(({ cautions = [], differs, texts: [first = ""] }) => [
    ...(differs && !lead.text.includes(brief.differ) ? [first] : []),
    ...cautions,
  ]);
  return [...new Set(texts)].map(textBlock);
}

/** Cuts the passages of a quotation to what carries them. Whoever the first line names needs no credit. */
function shortened(block: SpokenBlock, lead: FirstLine): Block {
  const { speaker, ...unnamed } = block;
  const isOwn = block.type === "quote" && speaker !== undefined && block.fragment === undefined;
  // A speaker's words are shown from the first on; of a source's sentence, what carries the statement.
  const passages = block.passages
    .slice(0, SHOWN_PASSAGES)
    .flatMap((passage) => excerptPassage(isOwn ? { ...passage, stated: [] } : passage));
  if (speaker === undefined) return { ...block, passages, compact: true };
  const credit = unnamedCredit(speaker, lead.name);
  if (credit !== undefined) return { ...block, speaker: credit, passages, compact: true };
  // A speaker's own words keep their marks, also where no credit names him.
  return isOwn
    ? { ...block, passages, compact: true, isSpeakerNamed: true }
    : { ...unnamed, passages, compact: true };
}

const isIn = (value: string, said: readonly string[]): boolean =>
  said.some((text) => foldedText(text).includes(foldedText(value)));

/** Returns what the rows say beyond what is said anyway, as one line; what a source leaves open is left out. */
function rowLine(rows: readonly DetailRow[], said: readonly string[], messages: Messages): Block[] {
  const open = [messages.quote.notStated, messages.pledge.unstated];
  const texts = rows
    .filter(
      ({ value, stated }) => value.length <= ROW && !isIn(value, said) && (stated || !open.includes(value)),
    )
    .map(
      ({ label, value, stated }) =>
        messages.labelled(label) + (stated ? messages.quoted(value) : isolatePart(value)),
    );
  return texts.length === 0 ? [] : [textBlock(texts.join(messages.brief.between))];
}

/** Returns the rows of a table as lines: what each is about, its first value where that is short, and cautions. */
const tableLines = (
  { rows, heads = 1, columns, cautions = [] }: AnswerTable,
  messages: Messages,
): LineBlock[] => [
  ...rows.map((row): LineBlock => {
    const name = row.slice(0, heads).flatMap((cell) => cell.map(({ value }) => isolatePart(value)));
    const passages = row.flat().flatMap((part) => part.passages);
    const first = row.find(
      (cell, index) => index >= heads && cell.length > 0 && columns[index] !== messages.deskNote,
    );
    const isShort = first?.every(({ value }) => value.length <= CELL) === true;
    const parts = (isShort ? first : []).map(
      (part, index): LinePart => ({
        text:
          (index === 0 ? messages.labelled("") : messages.between) +
          (part.stated ? messages.quoted(part.value) : isolatePart(part.value)),
        passages: part.passages,
      }),
    );
    const head = { text: name.join(messages.brief.between), strong: true as const };
    return { type: "line", parts: [isShort ? head : { passages, ...head }, ...parts] };
  }),
  ...cautions.map((text): LineBlock => ({ type: "line", parts: [{ text }], small: true })),
];

/**
 * Makes the short form of an item.
 * @param isNamed whether the first line names it, so that it needs no heading
 * @param lead the answer's first line
 */
export function briefItem(
  item: AnswerItem,
  isNamed: boolean,
  lead: FirstLine,
  messages: Messages,
): AnswerItem {
  const shown = item.flatMap((block) => (isSpoken(block) ? block.passages : []));
  const cautions = item.filter(isNote).flatMap((note) => note.cautions ?? []);
  const isListed = item.some(({ type }) => type === "table");
  const blocks = item.flatMap((block): readonly Block[] => {
    switch (block.type) {
      case "heading":
        return isNamed && !block.group ? [] : [block];
      case "text":
        return block.isExtra ? [] : [block];
      case "details":
        return block.passages.length === 0
          ? [block]
          : rowLine(
              block.rows,
              [...shown.map(({ text }) => text), ...cautions, ...(isNamed ? [lead.text] : [])],
              messages,
            );
      case "table":
        return tableLines(block, messages);
      case "quote":
      case "report":
        return isListed ? [] : [shortened(block, lead)];
      case "note":
        return [];
      default:
        return [block];
    }
  });
  return [...blocks, ...cautionBlocks(item.filter(isNote), lead, messages)];
}
