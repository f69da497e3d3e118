/** Tells whether a passage that says what a sentence says has the quotations in it, and whose they are. */
import { containsFolded } from "../shelf/evidence.ts";
import { recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { locateNames } from "./name-tokens.ts";
import type { QuotedSpan } from "./quoted-spans.ts";
import { SAYS } from "./statement-patterns.ts";
import type { WordsVerdict } from "./verdicts.ts";

/** Tells whether a passage has quoted words as they stand. */
export const holdsQuotation = ({ evidence }: WordsVerdict, { inner }: QuotedSpan): boolean =>
  evidence.some(({ exact }) => containsFolded(inner.replace(/[\s.,;:!?]+$/u, ""), exact));

const SAYS_AFTER = new RegExp(`^\\s*${SAYS}(?!\\p{L})`, "iu");

/** Tells whether somebody's name opens a sentence or stands before a verb of saying. */
const isSpeaking = (person: AnyRecord, text: string): boolean =>
  locateNames(text, [person]).some(({ start, end }) => start === 0 || SAYS_AFTER.test(text.slice(end)));

/** Tells whether a passage has all quotations of a sentence, and the sentence names whose words they are and no other person. */
export function quotesSpeaker(
  text: string,
  verdict: WordsVerdict,
  own: readonly QuotedSpan[],
  named: readonly AnyRecord[],
): boolean {
  const { record, kind } = verdict;
  const people = named.filter((one) => one.kind === "people");
  return (
    kind === "supported" &&
    own.length > 0 &&
    own.every((quotation) => holdsQuotation(verdict, quotation)) &&
    people.length > 0 &&
    people.every((one) => isSpeaking(one, text) && "speaker" in record && recordRef(one) === record.speaker)
  );
}
