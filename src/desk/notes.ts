/** Builds Refdesk's notes on an answer: on partly shown passages, on inferred dates, on reviews. */

import type { Messages } from "../language/messages.ts";
import { foldText } from "../shelf/fold.ts";
import type { AnyRecord, StatedDate } from "../shelf/records.ts";
import { defined } from "../support/defined.ts";
import type { Block, CellPart } from "./answer.ts";
import { type Picture, undrawableNames } from "./picture.ts";

/**
 * Returns the notes on passages that apply to the shown values: those on passages shown in full, and those that quote
 * words of the value. A note on any other part of a passage would refer to text that the reader does not see.
 */
export function notesOnParts(parts: readonly CellPart[]): string[] {
  return parts.flatMap(({ value, passages }) =>
    passages.flatMap(({ note, text }) => {
      const quotedWords = /“([^”]+)”/.exec(note ?? "")?.[1];
      const shown = foldText(value).toLowerCase();
      const applies = value === text || (quotedWords && shown.includes(foldText(quotedWords).toLowerCase()));
      return note !== undefined && applies ? [note] : [];
    }),
  );
}

/** Explains a date that was inferred from the source's wording; returns undefined when it was not inferred. */
export const inferredDateNote = (when: StatedDate | undefined, messages: Messages): string | undefined =>
  when?.date !== undefined && when.inferred !== undefined
    ? messages.inferred(when.stated, messages.span(when.date, when.to), when.inferred)
    : undefined;

/** Says who has reviewed the records of an answer, or that nobody has. Goes last among the notes. */
export function reviewNote(records: readonly AnyRecord[], messages: Messages): string | undefined {
  if (records.length === 0) return undefined;
  const distinct = (texts: readonly string[]) => [...new Set(texts)].sort();
  const reviewed = records.filter(({ review }) => review.reviewedBy !== null);
  if (reviewed.length === 0)
    return messages.review.none(distinct(records.map(({ review }) => review.entered)));
  return messages.review.some(
    distinct(reviewed.map(({ review }) => messages.review.one(review.reviewedBy!, review.reviewedOn!))),
    records.length - reviewed.length,
  );
}

/** Returns the notes as one block, without duplicates; an empty list when there are no notes. */
export function noteBlocks(texts: readonly (string | undefined)[]): Block[] {
  const distinct = [...new Set(texts.filter((text) => text !== undefined))];
  return distinct.length === 0 ? [] : [{ type: "note", texts: distinct }];
}

/** Returns a picture that can be drawn, or the note that it is left out because of the names in it. */
export function pictureOrNote(
  picture: Picture | undefined,
  messages: Messages,
): { readonly picture?: Picture; readonly note?: string } {
  const names = picture ? undrawableNames(picture) : [];
  return names.length === 0 ? defined({ picture }) : { note: messages.pictureLeftOut(names) };
}
