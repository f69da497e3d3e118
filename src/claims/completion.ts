/** Tells whether a sentence says that something was done, where a source only says that it was promised. */
import { type ClaimGrammar, claimPattern } from "../language/claim-grammar.ts";
import type { SharedParts } from "./statement-order.ts";
import { type StatementPart, textOf } from "./statement-parts.ts";
import { GERUND, PAST } from "./statement-patterns.ts";

type Deeds = ClaimGrammar["deeds"];

const pattern = (part: keyof Deeds): RegExp =>
  new RegExp(
    claimPattern(({ deeds }) => deeds[part]),
    "iu",
  );
const PROMISES = pattern("promises");
const SPANS = pattern("spans");
const PASTS = pattern("pasts");
const COMPLETIONS = pattern("completions");
const PAYMENTS = pattern("payments");
const PROSPECTS = pattern("prospects");
const PERFECTS = pattern("perfects");

const isCompleted = (text: string): boolean => COMPLETIONS.test(text) || PAYMENTS.test(text);

/** Tells whether a sentence says that a promise was kept, and a passage has the promise alone. */
export const isOnlyPromised = (text: string, passage: string): boolean =>
  isCompleted(text) &&
  !PROMISES.test(text) &&
  !isCompleted(passage) &&
  (PROMISES.test(passage) || SPANS.test(passage));

/** Tells whether a sentence has in the past what a passage has ahead: “over the last years”, and “over the next” ones. */
export const isInPast = (text: string, passage: string): boolean =>
  PASTS.test(text) && !PASTS.test(passage) && SPANS.test(passage);

/** Tells whether a sentence only promises what a passage tells, or tells what a passage only promises. */
export const isOnlyAhead = (text: string, passage: string): boolean =>
  isOnlyPromised(text, passage) || (PROMISES.test(text) && !PROMISES.test(passage));

/** Returns what a text says up to one of its parts. */
const textBefore = (parts: readonly StatementPart[], part: StatementPart): string =>
  textOf(parts.slice(0, parts.indexOf(part))) + (part.gap ?? "");

const isDone = ({ kind, text, gap = "" }: StatementPart): boolean =>
  (kind === "word" && PAST.test(text)) || PERFECTS.test(gap);

/**
 * Tells whether words are said to be done before them, and are only ahead in a passage: “have been” before what “must be”.
 * @param before the sentence up to the words; the passage up to them
 */
export const isToldAsDone = (before: string, known: string): boolean =>
  PROSPECTS.test(known) && !PROSPECTS.test(before) && PERFECTS.test(before);

/** Tells whether one text says that something was done which the other only promises, asks or allows. */
export const hasOtherTense = (
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
): boolean =>
  isOnlyPromised(textOf(said), textOf(known)) ||
  shared.some(([one, other]) => {
    if (!other) return false;
    const [isSaidAhead, isKnownAhead] = [
      PROSPECTS.test(textBefore(said, one)),
      PROSPECTS.test(textBefore(known, other)),
    ];
    return (
      (isDone(one) && !isSaidAhead && isKnownAhead) ||
      ((isDone(other) || GERUND.test(other.text)) && !isKnownAhead && isSaidAhead)
    );
  });
