/**
 * The platform-neutral document that a command gives and a renderer draws. Every string is plain text:
 * no markup of any platform means anything in it.
 */

import { type Ask, printAsk } from "../ask/ask.ts";
import { defined } from "../support/defined.ts";
import type { Picture } from "./picture.ts";
import { truncateText } from "./truncate.ts";

/** A stretch of a stored source, character for character. */
export interface Passage {
  /** The number of its source in this answer. */
  readonly source: number;
  readonly text: string;
  /** Offsets into the stored text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What of `text` was sought, as offsets into it, in order; only for the eye. */
  readonly marked?: readonly { readonly start: number; readonly end: number }[];
  /** The desk's word on the stored text at this place. */
  readonly note?: string;
}

/** A labelled value. `stated` values are the source's own words and are drawn in quotation marks. */
export interface DetailRow {
  readonly label: string;
  readonly value: string;
  readonly stated: boolean;
}

/** A value in a table, with the passages that it stands on. */
export interface CellPart {
  readonly value: string;
  readonly stated: boolean;
  readonly passages: readonly Passage[];
}

/** What stands in one place of a table: nothing, a value, or what each of several sources has there. */
export type TableCell = readonly CellPart[];

/** A line of a menu: what it leads to, and what a person would type for it. */
export interface MenuChoice {
  readonly label: string;
  readonly detail?: string;
  readonly ask: Ask;
}

/**
 * What an answer is made of.
 *
 * - `heading` and `text`: the desk's words; what in them needs a source stands in the passages below. A `group` heading
 *   holds for the items after it too, and stands again where a page begins among them.
 * - `quote`: passages set off as quotations, joined by […]. With `speaker` they are that person's words;
 *   with `fragment` only those words inside the passage are.
 * - `report`: passages in which the source says what somebody said; never drawn as a quotation.
 * - `details`: rows that stand on the passages beside them. Without passages they are the desk's own: what is kept
 *   of a source, or how something is asked.
 * - `table`: rows of cells under their columns' names; the first cell, or the first `heads` of them, say what a row
 *   is about. Rows under the same columns in items that follow each other are one table.
 * - `note`: the desk's own: arithmetic, an inference, that sources differ. Always labelled as the desk's, and
 *   a block's texts under one label. With `differs`, the first says that sources differ, the rest on what.
 * - `copyable`: the desk's own text to be taken elsewhere as it stands, line by line: a citation, a record for a
 *   reference manager. `label` says what it is.
 * - `choices`: what can be asked next, one line each.
 */
export type Block =
  | { readonly type: "heading"; readonly text: string; readonly group?: true }
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: "quote";
      readonly passages: readonly Passage[];
      readonly speaker?: string;
      readonly fragment?: string;
    }
  | { readonly type: "report"; readonly passages: readonly Passage[]; readonly speaker?: string }
  | { readonly type: "details"; readonly rows: readonly DetailRow[]; readonly passages: readonly Passage[] }
  | {
      readonly type: "table";
      readonly columns: readonly string[];
      readonly heads?: number;
      readonly rows: readonly (readonly TableCell[])[];
    }
  | { readonly type: "note"; readonly texts: readonly string[]; readonly differs?: boolean }
  | { readonly type: "copyable"; readonly label: string; readonly text: string }
  | { readonly type: "choices"; readonly choices: readonly MenuChoice[] };

/** Blocks that belong together and are never parted by a page. */
export type AnswerItem = readonly Block[];

/** A source as an answer names it. */
export interface AnswerSource {
  /** Its number in this answer, from 1. */
  readonly number: number;
  readonly id: string;
  /** Publisher and date of publication, for beside a passage. */
  readonly short: string;
  /** Everything known of it, and what is not known. */
  readonly full: string;
  readonly url?: string;
  /** The address of its page, on which each passage has a place; where there are pages. */
  readonly page?: string;
}

/** A question, or an address, one press away. */
export type AnswerButton =
  | { readonly type: "ask"; readonly label: string; readonly ask: Ask }
  | { readonly type: "link"; readonly label: string; readonly url: string };

/**
 * What came of an ask. `found`: at least one passage is shown, or what is kept of a source. `menu`: the ask
 * can be narrowed. `nothing`: the shelf has nothing for it. `mistake`: it could not be asked. `failure`: the
 * desk itself failed.
 */
export type Outcome = "found" | "menu" | "nothing" | "mistake" | "failure";

/** Who an answer is for: findings are for the room; misses, menus and mistakes for the asker alone. */
export type Audience = "room" | "asker";

/** Text that can be taken away whole: the same that the answer's pages say, or a form of it for other programs. */
export interface TextFile {
  readonly type: "file";
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

export interface Answer {
  readonly ask: Ask;
  /** What was typed, where it could not be read as an ask. */
  readonly typed?: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly audience: Audience;
  /** Before the first item, on the first page. */
  readonly lead: readonly Block[];
  readonly items: readonly AnswerItem[];
  /** After the last item, on every page. */
  readonly close: readonly Block[];
  readonly sources: readonly AnswerSource[];
  readonly buttons: readonly AnswerButton[];
  /** What can be shown of it beside its words; nothing in it that the words do not say. */
  readonly picture?: Picture;
  /** What of it can be taken away as a file. An answer has this or a picture, not both. */
  readonly file?: TextFile;
}

/** An answer from its parts; whoever it is for follows from what came of it, unless it is said. */
export function createAnswer({
  ask,
  typed,
  title,
  outcome,
  lead = [],
  items = [],
  close = [],
  sources = [],
  buttons = [],
  picture,
  file,
  audience = outcome === "found" ? "room" : "asker",
}: Pick<Answer, "ask" | "title" | "outcome"> & Partial<Answer>): Answer {
  const parts = { ask, title, outcome, audience, lead, items, close, sources, buttons };
  return {
    ...parts,
    ...defined({ typed }),
    ...defined({ picture }),
    ...defined({ file }),
  };
}

/** As much of what was typed as an answer shows. */
const TYPED = 200;

/** The line at the head of an answer: its ask, or in its place what was typed. */
export const askLine = ({ ask, typed }: Pick<Answer, "ask" | "typed">): string =>
  typed ? truncateText(typed, TYPED) : printAsk(ask);

/** The passages that a block stands on, in its order. */
export function blockPassages(block: Block): readonly Passage[] {
  if (block.type === "table") return block.rows.flat(2).flatMap(({ passages }) => passages);
  return "passages" in block ? block.passages : [];
}

/** The numbers of the sources that a block stands on, in order, each once. */
export function citedSources(block: Block): number[] {
  return [...new Set(blockPassages(block).map((passage) => passage.source))].sort((a, b) => a - b);
}
