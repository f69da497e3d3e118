/** Drafts events: sentences that say when something happened. */
import { findDates, isYearless } from "../../language/dates.ts";
import { draftPattern } from "../../language/draft-grammar.ts";
import { PLACE_AND_DAY } from "../../language/draft-patterns.ts";
import { findRelativeDates, isComing, resolveDate } from "../../language/relative-dates.ts";
import type { Draft } from "../draft.ts";
import type { Reading, ReadSentence } from "../reading.ts";

const DATELINE = new RegExp(`^${draftPattern(({ datelines }) => datelines)}`, "u");
/** Drafts the dated sentences of a text. */
export const draftEvents = (reading: Reading): Draft[] =>
  reading.sentences.flatMap((sentence) => eventIn(sentence, reading));

function eventIn({ text, start, end, block }: ReadSentence, { published }: Reading): Draft[] {
  if (block.isHeading || DATELINE.test(text)) return [];
  const lead = PLACE_AND_DAY.exec(text)?.[0].length ?? 0;
  const dates = [...findDates(text), ...findRelativeDates(text)]
    .filter((date) => date.start >= lead)
    .sort((a, b) => a.start - b.start);
  const [first] = dates;
  if (!first) return [];
  const next = dates.find((one) => one.start === first.end && "date" in one && isYearless(one.date));
  const own = resolveDate(first, published, isComing(text, first));
  // “今年9月”: a year by the day of the text, and a month of it.
  const date =
    next && "date" in next && own.date !== undefined ? { date: own.date + next.date.slice(1) } : own;
  return [
    {
      kind: "event",
      passages: [{ start, end }],
      date: { text: first.text + (next?.text ?? ""), ...date },
      questions: date.date === undefined ? [{ about: "day", words: first.text, candidates: [] }] : undefined,
    },
  ];
}
