/**
 * Defines the answer document that commands return and renderers draw. Every string in it is plain text: no platform's
 * markup has any meaning there.
 */

import { type Ask, printAsk } from "../ask/ask.ts";
import { defined } from "../support/defined.ts";
import type { Picture } from "./picture.ts";
import { truncateText } from "./truncate.ts";
import type { WithdrawalNote } from "./withdrawn-sources.ts";

/** An exact excerpt of a stored source. */
export interface Passage {
  /** The number of its source in the answer. */
  readonly source: number;
  readonly text: string;
  /** Offsets into the stored text, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** How many surrogate pairs are before it in the stored text; none without it. */
  readonly pairsBefore?: number;
  /** The stretches of `text` that carry what the answer states, as offsets into it, in order. */
  readonly stated?: readonly { readonly start: number; readonly end: number }[];
  /** Where an excerpt leaves out words of the recorded passage: before it, after it. */
  readonly omitted?: { readonly before?: true; readonly after?: true };
  /** Search matches to highlight, as offsets into `text`, in order. */
  readonly marked?: readonly { readonly start: number; readonly end: number }[];
  /** Refdesk's note on the stored text at this passage. */
  readonly note?: string;
}

/** A labelled value. A `stated` value is the source's wording, and renderers put it in quotation marks. */
export interface DetailRow {
  readonly label: string;
  readonly value: string;
  readonly stated: boolean;
}

/** A value in a table, with the passages that support it. */
export interface CellPart {
  readonly value: string;
  readonly stated: boolean;
  readonly passages: readonly Passage[];
  /** Where it stands among the values of its column, if these have an order that their texts do not show. */
  readonly order?: number;
}

/** A table cell: empty, one value, or one value for each of several sources. */
export type TableCell = readonly CellPart[];

/** A part of a line, with the numbers of its passages' sources after it. */
export interface LinePart {
  readonly text: string;
  /** Whether it is the name that the line is about. */
  readonly strong?: true;
  readonly passages?: readonly Passage[];
  readonly url?: string;
}

/** A line of a menu: its text, and the ask that it leads to. */
export interface MenuChoice {
  readonly label: string;
  readonly detail?: string;
  readonly ask: Ask;
}

/** One line that says what an answer, or an item of it, says; `small` for a line in small print. */
export interface LineBlock {
  readonly type: "line";
  readonly parts: readonly LinePart[];
  readonly small?: true;
}

/**
 * A block of an answer.
 *
 * - `heading` and `text`: Refdesk's text; the passages below it support what needs a source. A `group` heading also
 *   applies to the items after it, and is repeated when a page begins among them.
 *   A text with `isExtra` is left out of the short form.
 * - `line`: one line in parts, each with the numbers of its sources. Only short forms have it.
 * - `quote`: passages shown as a quotation, joined by […]. With `speaker`, the passages are that person's words; with
 *   `fragment`, only those words in the passage are. With `compact`, the credit is its speaker and its
 *   sources' numbers; `isSpeakerNamed` leaves out the speaker.
 * - `report`: passages in which a source reports somebody's speech; never shown as a quotation.
 * - `details`: rows that the passages support. Without passages the rows are Refdesk's: metadata of a source, or how
 *   to type an ask.
 * - `table`: rows of cells under column names. The first cell, or the first `heads` cells, name the row. Consecutive
 *   items whose rows have the same columns form one table. `cautions` are those among what its rows note.
 * - `note`: arithmetic, an inference or a difference between sources, always labelled as Refdesk's, with one label for
 *   all texts. With `differs`, the first text says that sources differ; the others say on what. `cautions` are those
 *   that change how the answer is read, in short. With `reviewed`, one of the texts says who has reviewed the records; `unreviewed` if nobody
 *   has.
 * - `copyable`: generated text to copy line by line, such as a citation or a reference manager's record. `label` names
 *   it.
 * - `choices`: asks to continue with, one per line.
 */
export type Block =
  | { readonly type: "heading"; readonly text: string; readonly group?: true }
  | {
      readonly type: "text";
      readonly text: string;
      readonly isExtra?: true;
    }
  | LineBlock
  | {
      readonly type: "quote";
      readonly passages: readonly Passage[];
      readonly speaker?: string;
      readonly fragment?: string;
      readonly compact?: true;
      readonly isSpeakerNamed?: true;
    }
  | {
      readonly type: "report";
      readonly passages: readonly Passage[];
      readonly speaker?: string;
      readonly compact?: true;
    }
  | { readonly type: "details"; readonly rows: readonly DetailRow[]; readonly passages: readonly Passage[] }
  | {
      readonly type: "table";
      readonly columns: readonly string[];
      readonly heads?: number;
      readonly cautions?: readonly string[];
      readonly rows: readonly (readonly TableCell[])[];
    }
  | {
      readonly type: "note";
      readonly texts: readonly string[];
      readonly differs?: boolean;
      readonly cautions?: readonly string[];
      readonly reviewed?: ReviewedShare;
      readonly unreviewed?: true;
    }
  | { readonly type: "copyable"; readonly label: string; readonly text: string }
  | { readonly type: "choices"; readonly choices: readonly MenuChoice[] };

/** A block of words: quoted, or reported. */
export type SpokenBlock = Extract<Block, { type: "quote" | "report" }>;

/** Blocks that always stay on the same page. */
export type AnswerItem = readonly Block[];

/** A source that an answer cites. */
export interface AnswerSource {
  /** Its number in the answer, from 1. */
  readonly number: number;
  readonly id: string;
  /** Publisher and date of publication, for the credit line of a passage. */
  readonly short: string;
  /** The full credit, which also says what is not known. */
  readonly full: string;
  /** The credit in a few words, with who republished the text; without it, `short`. */
  readonly brief?: string;
  readonly url?: string;
  /** The URL of its page, which has an anchor for each passage; set when pages are served. */
  readonly page?: string;
  /** The caution against it, when its publisher has withdrawn or corrected it. */
  readonly withdrawn?: WithdrawalNote;
}

/** How many records of how many a person has reviewed. */
export interface ReviewedShare {
  readonly count: number;
  readonly of: number;
}

/** A button that sends an ask or opens a link. */
export type AnswerButton =
  | { readonly type: "ask"; readonly label: string; readonly ask: Ask }
  | { readonly type: "link"; readonly label: string; readonly url: string };

/**
 * The outcome of an ask. `found`: the answer shows a passage or a source's metadata. `menu`: the ask needs narrowing.
 * `nothing`: the shelf has nothing on it. `mistake`: the ask is not valid. `failure`: an internal error.
 */
export type Outcome = "found" | "menu" | "nothing" | "mistake" | "failure";

/** Who an answer is for: everyone in the channel (`room`), or only the person who asked (`asker`). */
export type Audience = "room" | "asker";

/** A text file to download: the content of all pages of an answer, or a format for other programs. */
export interface TextFile {
  readonly type: "file";
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/**
 * The verdict on one sentence of a message. `supported`: a source states every part that was compared. `differs`: a
 * source states something else about the same thing. `not-as-stated`: no source states it like this. `none`: the
 * sentence was not compared with anything.
 */
export interface SentenceVerdict {
  readonly text: string;
  /** Offsets of the sentence in the message, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly verdict: "supported" | "differs" | "not-as-stated" | "none";
  /** The reason, in the language of the answer. */
  readonly why: string;
  /** Ids of the sources with which the sentence was compared. */
  readonly sources: readonly string[];
}

/** The answer to one ask: every item, before any page is cut from it. */
export interface Answer {
  readonly ask: Ask;
  /** The typed text, when it could not be parsed as an ask. */
  readonly typed?: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly audience: Audience;
  /** The answer in one line, beginning with the name of what was understood. */
  readonly lead?: LineBlock;
  /** Each item in one line, by the item's index. An item may have none. */
  readonly lines?: readonly (LineBlock | undefined)[];
  /** How many items the short form shows in full at most; the others have a line each. */
  readonly mainItems?: number;
  /** Shown before the first item, on the first page only. */
  readonly opening: readonly Block[];
  readonly items: readonly AnswerItem[];
  /** Shown after the last item of every page. */
  readonly close: readonly Block[];
  readonly sources: readonly AnswerSource[];
  readonly buttons: readonly AnswerButton[];
  /** The verdict on each sentence, when the ask was to check a message. */
  readonly verdicts?: readonly SentenceVerdict[];
  /** A picture of the answer; it shows nothing that the blocks do not say. */
  readonly picture?: Picture;
  /** The answer as a file. An answer has a file or a picture, not both. */
  readonly file?: TextFile;
  /** How many of the records that it shows a person has reviewed; set in the short form. */
  readonly reviewed?: ReviewedShare;
  /** Whether a problem with it can be reported, and a record suggested where it finds nothing; delivery sets it. */
  readonly takesReports?: true;
  /** Whether this is the short form, which stands without a title. */
  readonly isBrief?: true;
  /** The most items of its first page. */
  readonly firstPageSize?: number;
}

/** Creates an answer. Without `audience`, findings are for the room and every other outcome for the asker. */
export function createAnswer({
  ask,
  typed,
  title,
  outcome,
  opening = [],
  items = [],
  close = [],
  sources = [],
  buttons = [],
  verdicts,
  picture,
  file,
  lead,
  lines,
  mainItems,
  audience = outcome === "found" ? "room" : "asker",
}: Pick<Answer, "ask" | "title" | "outcome"> & Partial<Answer>): Answer {
  const parts = { ask, title, outcome, audience, opening, items, close, sources, buttons };
  return {
    ...parts,
    ...defined({ typed, verdicts, picture, file, lead, lines, mainItems }),
  };
}

/** The most of the typed text that an answer shows, in UTF-16 units. */
const TYPED = 200;

/** Returns the line under an answer's title: the ask, or the typed text when that could not be parsed. */
export const askLine = ({ ask, typed }: Pick<Answer, "ask" | "typed">): string =>
  typed ? truncateText(typed, TYPED) : printAsk(ask);

/** Returns the passages of a block, in order. */
export function blockPassages(block: Block): readonly Passage[] {
  if (block.type === "table") return block.rows.flat(2).flatMap(({ passages }) => passages);
  if (block.type === "line") return block.parts.flatMap(({ passages = [] }) => passages);
  return "passages" in block ? block.passages : [];
}

/** Returns the numbers of the sources that a block cites, ascending, without duplicates. */
export function citedSources(block: Block): number[] {
  return [...new Set(blockPassages(block).map((passage) => passage.source))].sort((a, b) => a - b);
}
