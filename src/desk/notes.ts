/** Builds Refdesk's notes on an answer: on partly shown passages, on inferred dates, on reviews. */

import type { Messages } from "../language/messages.ts";
import { foldText } from "../shelf/fold.ts";
import type { AnyRecord, StatedDate } from "../shelf/records.ts";
import { defined } from "../support/defined.ts";
import type { Block, CellPart, ReviewedShare } from "./answer.ts";
import { type Picture, undrawableNames } from "./picture.ts";

/**
 * Returns the notes on passages that apply to the shown values: those on passages shown in full, and those that quote
 * words of the value. A note on any other part of a passage would refer to text that the reader does not see.
 */
export function notesOnParts(parts: readonly CellPart[]): string[] {
  return parts.flatMap(({ value, passages }) =>
    passages.flatMap(({ note, text }) => {
      const quotedWords = [...(note ?? "").matchAll(/“([^”]+)”/g)].map(([, words]) => foldText(words!));
      const shown = foldText(value).toLowerCase();
      const applies = value === text || quotedWords.some((words) => shown.includes(words.toLowerCase()));
      return note !== undefined && applies ? [note] : [];
    }),
  );
}

/** Explains a date that was inferred from the source's wording; returns undefined when it was not inferred. */
export function inferredDateNote(when: StatedDate | undefined, messages: Messages): AnswerNote | undefined {
  if (when?.date === undefined || when.inferred === undefined) return undefined;
  const date = messages.span(when.date, when.to);
  const shortSpan = when.to === undefined ? messages.brief.shortDate(when.date) : date;
  return {
    text: messages.inferred(when.stated, date, when.inferred),
    caution: messages.brief.inferredDate(messages.quoted(when.stated), shortSpan),
  };
}

/** Says who has reviewed the records of an answer, or that nobody has. Goes last among the notes. */
export function reviewNote(records: readonly AnyRecord[], messages: Messages): AnswerNote | undefined {
  if (records.length === 0) return undefined;
  const distinct = (texts: readonly string[]) => [...new Set(texts)].sort();
  const reviewed = records.filter(({ review }) => review.reviewedBy !== null);
  const share = { reviewed: { count: reviewed.length, of: records.length } };
  if (reviewed.length === 0)
    return {
      text: messages.review.none(distinct(records.map(({ review }) => review.entered))),
      ...share,
    };
  return {
    text: messages.review.some(
      distinct(reviewed.map(({ review }) => messages.review.one(review.reviewedBy!, review.reviewedOn!))),
      records.length - reviewed.length,
    ),
    ...share,
  };
}

/**
 * A note of an answer. With `caution`, it changes how the answer is read: in these few words, or, with `true`, in its
 * own. Without it, it explains. With `reviewed`, it says who has reviewed the records.
 */
export interface AnswerNote {
  readonly text: string;
  readonly caution?: string | true;
  readonly reviewed?: ReviewedShare;
}

/** A note as a record or a command has it; a string explains. */
export type NoteLike = string | AnswerNote | undefined;

/** Returns the text of a note. */
export const noteText = (note: NoteLike): string => (typeof note === "string" ? note : (note?.text ?? ""));

/** Returns what notes caution against, in short, each once. */
export const cautionTexts = (notes: readonly NoteLike[]): string[] => [
  ...new Set(
    notes.flatMap((note) =>
      typeof note !== "object" || note.caution === undefined
        ? []
        : [note.caution === true ? note.text : note.caution],
    ),
  ),
];

/** Returns the notes as one block, without duplicates; an empty list when there are no notes. */
export function noteBlocks(notes: readonly NoteLike[]): Block[] {
  const all = notes
    .filter((note) => note !== undefined)
    .map((note): AnswerNote => (typeof note === "string" ? { text: note } : note));
  if (all.length === 0) return [];
  const cautions = cautionTexts(all);
  const reviewed = all.find((note) => note.reviewed)?.reviewed;
  return [
    {
      type: "note",
      texts: [...new Set(all.map(({ text }) => text))],
      ...(cautions.length > 0 ? { cautions } : {}),
      ...defined({ reviewed }),
      ...(reviewed?.count === 0 ? { unreviewed: true } : {}),
    },
  ];
}

/** Returns a picture that can be drawn, or the note that it is left out because of the names in it. */
export function pictureOrNote(
  picture: Picture | undefined,
  messages: Messages,
): { readonly picture?: Picture; readonly note?: string } {
  const names = picture ? undrawableNames(picture) : [];
  return names.length === 0 ? defined({ picture }) : { note: messages.pictureLeftOut(names) };
}
