/** Finds what a sentence says beyond the parts of it that were compared. */
import { CLAIM_GRAMMARS, claimPattern } from "../language/claim-grammar.ts";
import { containsHan } from "../support/han.ts";
import { isContentWord, splitWords } from "./alignment.ts";
import { ofRecord, prefixes, unknownWords } from "./known-words.ts";
import { wholeWords } from "./opposites.ts";
import { yearsIn } from "./period-claims.ts";
import { findQuantities } from "./quantities.ts";
import { isTitle } from "./subjects.ts";
import { isOfKind, type TokenizedSentence, type TokenKind } from "./tokens.ts";
import { type Verdict, verdictRecord } from "./verdicts.ts";
import { wordKey } from "./word-keys.ts";

const TAKES_PLACE = CLAIM_GRAMMARS.map(({ isUnspaced, events: { takesPlace = "(?!)" } }) =>
  wholeWords(takesPlace, isUnspaced),
).join("|");

/**
 * Returns a sum or a date that got no verdict, in a sentence of which all else is supported: a sum beside dates and
 * offices, or a date beside somebody's words.
 */
export function openFigure(
  verdicts: readonly Verdict[],
  { text, tokens }: TokenizedSentence,
  isSettled: (part: string) => boolean,
): string | undefined {
  const isAll = (about: RegExp) =>
    verdicts.length > 0 && verdicts.every((one) => one.kind === "supported" && about.test(one.about));
  const isDated = isAll(/^(?:date|role)$/);
  const open: readonly TokenKind[] = isDated
    ? ["sum"]
    : isAll(/^(?:figure|period)$/)
      ? ["sum", "date"]
      : isAll(/^(?:words|figure|period)$/)
        ? ["date"]
        : [];
  const figure = tokens.find((token) => isOfKind(token, ...open) && !isSettled(token.text))?.text;
  // A count of something, such as “120,000 homes”, has a verdict of its own where it has any.
  const count = isDated ? findQuantities(text).find(({ isCount }) => isCount) : undefined;
  return figure ?? (count && !isSettled(count.text) ? count.text : undefined);
}

const REASON = new RegExp(
  claimPattern(({ sentences }) => sentences.reasons),
  "iu",
);

/** Returns the sentence if it says how many years something took, where numbers are supported and no passage says so. */
export function openSpan(verdicts: readonly Verdict[], { text }: TokenizedSentence): string | undefined {
  const years = verdicts.some(({ about }) => about === "number") ? yearsIn(text) : undefined;
  const isTold = verdicts.flatMap(comparedPassages).some(({ exact }) => yearsIn(exact) === years);
  return years === undefined || isTold ? undefined : text;
}

const EXCLUSIVE = new RegExp(
  claimPattern(({ sentences }) => sentences.exclusives),
  "iu",
);

/** Returns how a sentence says that a sum is all for one thing, if no passage says so. */
export function openExclusion(verdicts: readonly Verdict[], { text }: TokenizedSentence): string | undefined {
  const isSum = verdicts.some(({ about }) => about === "figure");
  if (!isSum || verdicts.some(({ kind }) => kind !== "supported")) return undefined;
  const said = EXCLUSIVE.exec(text)?.[0];
  const passages = verdicts.flatMap(comparedPassages);
  return said && !passages.some(({ exact }) => EXCLUSIVE.test(exact)) ? said : undefined;
}

/** How many words with content a reason has at most of which the first one, what is done, must be known. */
const SHORT_REASON = 4;

/** Returns the passages with which a part of a sentence was compared. */
const comparedPassages = (verdict: Verdict) =>
  "pledge" in verdict ? verdict.pledge.accounts.flatMap(({ passages }) => passages) : verdict.evidence;

/**
 * Returns why or how something is said to have been done, if all else is supported and the passages have not the words of
 * it: “because of a fine”. What stands in quotation marks is no reason.
 */
export function openReason(
  verdicts: readonly Verdict[],
  { text, tokens }: TokenizedSentence,
): string | undefined {
  if (verdicts.length === 0 || verdicts.some(({ kind }) => kind !== "supported")) return undefined;
  const end = tokens.findLast((token) => isOfKind(token, "quotation"))?.end ?? 0;
  const reason = REASON.exec(text.slice(end));
  if (!reason) return undefined;
  const tail = text.slice(end + reason.index);
  if (containsHan(tail)) return tail;
  const compared = verdicts.map((verdict) => {
    const record = verdictRecord(verdict);
    const within = record.kind === "quotes" && record.within ? [record.within] : [];
    return ofRecord(record, [...comparedPassages(verdict), ...within]);
  });
  const named = tokens.flatMap(({ record, text: name }) => (record ? [name] : []));
  const known = prefixes([...compared, ...named].join(" "));
  const words = splitWords(tail.slice(reason[0].length)).filter(isContentWord);
  const isUnknown = ({ word }: (typeof words)[number]) => unknownWords(word, known).length > 0;
  const isOtherDeed = words[0] !== undefined && isUnknown(words[0]) && words.length <= SHORT_REASON;
  return isOtherDeed || words.filter(isUnknown).length * 2 > words.length ? tail : undefined;
}

/**
 * Returns what a sentence says beyond the dates and offices that alone were compared: words that its passages do not
 * have, if they are more than those they have.
 */
export function beyondCompared(
  verdicts: readonly Verdict[],
  { text, tokens }: TokenizedSentence,
): string | undefined {
  if (
    verdicts.length === 0 ||
    verdicts.some(({ about, kind }) => kind !== "supported" || (about !== "date" && about !== "role"))
  )
    return undefined;
  const compared = verdicts
    .map((verdict) => ("evidence" in verdict ? ofRecord(verdict.record, verdict.evidence) : ""))
    .join(" ");
  const known = prefixes(compared);
  const neutral = [...text.matchAll(new RegExp(TAKES_PLACE, "giu"))];
  const saids = verdicts.flatMap((verdict) => ("said" in verdict ? [verdict.said] : []));
  const rest = tokens.filter(
    (token) =>
      !token.record &&
      !isOfKind(token, "date", "filler", "preposition", "of", "by", "comma", "possessive", "joiner") &&
      !neutral.some(({ index, 0: words }) => index <= token.start && token.end <= index + words.length) &&
      !saids.some((said) => said.includes(token.text)),
  );
  const keys = new Set(splitWords(compared).map(({ word }) => wordKey(word)));
  const unknown = rest.filter((token) =>
    containsHan(token.text)
      ? !compared.includes(token.text)
      : unknownWords(token.text, known).length > 0 &&
        !keys.has(wordKey(token.text.toLowerCase())) &&
        !(token === tokens[0] && isTitle(token)),
  );
  // Chinese cannot be compared with an English passage word by word: one word more is too much.
  return unknown.length * 2 > rest.length || unknown.some((token) => containsHan(token.text))
    ? text
    : undefined;
}
