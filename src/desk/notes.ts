/** The desk's notes: on passages of which only some words are shown, on dates, on who has reviewed what. */
import type { Messages } from "../language/messages.ts";
import { foldText } from "../shelf/fold.ts";
import type { AnyRecord, StatedDate } from "../shelf/records.ts";
import type { Block, CellPart } from "./answer.ts";

/**
 * The notes that bear on what is shown: those that name words which are, and those on passages that are shown
 * whole. A note on the rest of a passage would speak of what nobody sees.
 */
export function notesOnParts(parts: readonly CellPart[]): string[] {
  return parts.flatMap(({ value, passages }) =>
    passages.flatMap(({ note, text }) => {
      const named = /“([^”]+)”/.exec(note ?? "")?.[1];
      const shown = foldText(value).toLowerCase();
      const bears = value === text || (named && shown.includes(foldText(named).toLowerCase()));
      return note !== undefined && bears ? [note] : [];
    }),
  );
}

/** Why a date is more than the source's words for it say; nothing where it is not. */
export const inferredDateNote = (when: StatedDate | undefined, messages: Messages): string | undefined =>
  when?.date !== undefined && when.inferred !== undefined
    ? messages.inferred(when.stated, messages.span(when.date, when.to), when.inferred)
    : undefined;

/** Who has reviewed the records that an answer stands on, or that nobody has: the last of its notes. */
export function reviewNote(records: readonly AnyRecord[], messages: Messages): string | undefined {
  if (records.length === 0) return undefined;
  const distinct = (texts: readonly string[]) => [...new Set(texts)].sort();
  const seen = records.filter(({ review }) => review.reviewedBy !== null);
  if (seen.length === 0) return messages.review.none(distinct(records.map(({ review }) => review.entered)));
  return messages.review.some(
    distinct(seen.map(({ review }) => messages.review.one(review.reviewedBy!, review.reviewedOn!))),
    records.length - seen.length,
  );
}

/** The desk's notes as one block, each once; no block where there are none. */
export function noteBlocks(texts: readonly (string | undefined)[]): Block[] {
  const distinct = [...new Set(texts.filter((text) => text !== undefined))];
  return distinct.length === 0 ? [] : [{ type: "note", texts: distinct }];
}
