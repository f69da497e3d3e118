/** Compares sums given on an occasion when neither the sentence nor the source names the donors. */
import { claimPattern, claimWords } from "../language/claim-grammar.ts";
import { NUMBER_WORD } from "../language/numbers.ts";
import type { Library } from "../library/library.ts";
import { distinctRecords, isSameRecord, recordNames, recordRef } from "../shelf/kinds.ts";
import { occasionRefs } from "../shelf/pledge-parts.ts";
import type { AnyRecord, PledgeRecord } from "../shelf/records.ts";
import { containsHan } from "../support/han.ts";
import { splitWords } from "./alignment.ts";
import { isComparable, isUndecided, statedAccounts, supportingAccounts } from "./amount-comparison.ts";
import { isPassive } from "./donation-grammar.ts";
import { filterAsync, pledgesConcerning, pledgesStating } from "./pledge-candidates.ts";
import { matchesPurpose } from "./purpose.ts";
import { stemWord } from "./stems.ts";
import { isTitle } from "./subjects.ts";
import { kindPattern } from "./token-patterns.ts";
import { type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";
import type { AmountVerdict } from "./verdicts.ts";
import { wordKey } from "./word-keys.ts";

const GIVING = kindPattern("[gives gift]");
const OF_SOMEBODY = kindPattern("[organization person each quotation]");
/** A place or an occasion that gives: not what a source says of it. */
const GIVING_EVENT = kindPattern("event [filler date quantity]* (?<verb> gives)", "d");
const DONOR_GROUP = new RegExp(`^${claimPattern(({ giving }) => giving.donorGroup)}$`, "i");
/** A count of givers, as in “nine tech companies” and 四家企业, which a source that names no number does not say. */
const COUNTED_GROUP = new RegExp(
  `(?:(?<![\\p{L}\\p{N}$€£¥.,])\\d{1,3}|${NUMBER_WORD.source})\\s*(?:\\p{Script=Han}{0,5}|(?:[\\p{L}'’-]+\\s+){0,3})(?:${claimPattern(({ giving }) => giving.donorGroup)})`,
  "iu",
);
const FLOW = new Set(claimWords(({ giving }) => giving.flowWords).map(stemWord));
/** Tells whether a sum is from companies that are not named: “$46 million from tech companies”. */
function isFromGroup(tokens: readonly ClaimToken[]): boolean {
  const sum = tokens.findIndex((token) => isOfKind(token, "sum"));
  const from = tokens.findIndex((token, at) => at > sum && isOfKind(token, "by"));
  return from > 0 && tokens.slice(from).some(({ text }) => DONOR_GROUP.test(text));
}

/** Tells whether a sentence says that a sum was given: by a word for giving, or that it came in, or from companies. */
const isGiven = ({ tokens, shape }: TokenizedSentence, isGrouped: boolean): boolean =>
  GIVING.test(shape) ||
  (isGrouped
    ? isFromGroup(tokens)
    : tokens.some((token) => isOfKind(token, "other") && FLOW.has(stemWord(token.text))));

/** Tells whether a sentence has “Zhengzhou companies”: they are of the place, and not those that gave to it. */
function isOfPlace(tokens: readonly ClaimToken[]): boolean {
  const at = tokens.findIndex((token) => isOfKind(token, "event"));
  if (containsHan(tokens[at]?.text ?? "")) return false;
  // “Companies in Shanxi gave”.
  const [group, verb] = [tokens[at - 2], tokens[at + 1]];
  if (
    isOfKind(tokens[at - 1], "preposition") &&
    isOfKind(verb, "gives", "filler", "other") &&
    DONOR_GROUP.test(group?.text ?? "")
  )
    return true;
  if (isOfKind(tokens[at - 1], "preposition", "of", "by")) return false;
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex((token) => !isOfKind(token, "other", "unknownName"));
  return rest.slice(0, end < 0 ? undefined : end).some(({ text }) => DONOR_GROUP.test(text));
}

const GIVEN_TO = new RegExp(
  `(?:${claimPattern(({ giving }) => giving.receives)})\\s*(?:\\p{Script=Han}{0,4}|(?:\\p{L}+\\s+){0,2})(?:${claimPattern(({ giving }) => giving.donorGroup)})`,
  "iu",
);

/** Tells whether a sentence has something given to those who give in the sources, as in “to tech companies”. */
export const isGivenToDonors = (text: string): boolean => GIVEN_TO.test(text);

/** Tells whether a noun gives, such as “the province”, that is no word for donors: no source has it give anything. */
function isOtherGiver(tokens: readonly ClaimToken[]): boolean {
  const verb = tokens.findIndex((token) => isOfKind(token, "gives"));
  const giver = tokens[verb - 1];
  const isDonor = giver === undefined || DONOR_GROUP.test(giver.text);
  return !isDonor && isOfKind(giver, "other") && !isPassive(tokens, verb);
}

/** Tells whether some words of a sentence are not in the passages of a commitment, the names of its occasion, nor words for a sum that comes in. */
function hasOtherWord(
  words: readonly ClaimToken[],
  { accounts }: PledgeRecord,
  occasion: AnyRecord,
): boolean {
  const texts = accounts.flatMap(({ passages }) => passages.map(({ exact }) => exact));
  const all = splitWords([...texts, ...recordNames(occasion)].join(" "));
  const known = new Set(all.map(({ word }) => wordKey(word)));
  return words.some(
    ({ text }) =>
      !containsHan(text) &&
      !DONOR_GROUP.test(text) &&
      !FLOW.has(stemWord(text)) &&
      !known.has(wordKey(text.toLowerCase())),
  );
}

/** Tells whether a sentence says what sort of companies gave, in a word that no source has for them: “smaller companies”. */
function isOtherSort(tokens: readonly ClaimToken[], pledge: PledgeRecord, occasion: AnyRecord): boolean {
  const group = tokens.findIndex(({ text }) => DONOR_GROUP.test(text));
  const from = tokens.findLastIndex((token, at) => at < group && !isOfKind(token, "other", "purpose"));
  return hasOtherWord(tokens.slice(from + 1, Math.max(from + 1, group)), pledge, occasion);
}

/** Tells whether a sentence without a word for giving says more than that a sum came in: “for schools”, “in damage”. */
const saysOther = (tokens: readonly ClaimToken[], pledge: PledgeRecord, occasion: AnyRecord): boolean =>
  hasOtherWord(
    tokens.filter(
      (token, at) =>
        isOfKind(token, "other") || (isOfKind(token, "unknownName") && at > 0 && !isTitle(token)),
    ),
    pledge,
    occasion,
  );

const FOREIGN = new RegExp(
  claimPattern(({ giving }) => giving.foreign),
  "iu",
);

/** Tells whether a sentence says that donors are from abroad, and no source does. */
const isFromAbroad = (text: string, { accounts }: PledgeRecord): boolean =>
  FOREIGN.test(text) && !accounts.some(({ passages }) => passages.some(({ exact }) => FOREIGN.test(exact)));

/** Selects the tokens to compare as the purpose: all that carry content. Naming the occasion excuses no other word. */
const purposeTokens = (tokens: readonly ClaimToken[]): ClaimToken[] =>
  tokens.filter(
    (token) =>
      isOfKind(token, "event") ||
      (isOfKind(token, "unknownName", "other", "term") && !FLOW.has(stemWord(token.text))),
  );

/**
 * Returns a verdict on a sum given on an occasion, compared with commitments without named donors. Requires that the
 * sentence has one sum and one event, names no donor and says nothing beyond the sources.
 */
export async function checkUnnamedDonors(
  sentence: TokenizedSentence,
  library: Library,
): Promise<AmountVerdict[]> {
  const { text, tokens, shape } = sentence;
  const [sum, ...otherSums] = tokens.filter((token) => isOfKind(token, "sum")).map((token) => token.sum);
  const occasions = tokens
    .filter((token) => isOfKind(token, "event"))
    .flatMap(({ record }) => (record ? [record] : []));
  const [occasion] = occasions;
  if (!sum || !occasion || distinctRecords(occasions).length > 1 || otherSums.length > 0) return [];
  const isGrouped = tokens.some(({ text }) => DONOR_GROUP.test(text));
  if (!isGiven(sentence, isGrouped) || OF_SOMEBODY.test(shape) || COUNTED_GROUP.test(text)) return [];
  if (isGrouped ? isOfPlace(tokens) || isGivenToDonors(text) : isOtherGiver(tokens)) return [];
  const [verb] = GIVING_EVENT.exec(shape)?.indices?.groups?.verb ?? [];
  if (verb !== undefined && !isGrouped && !isPassive(tokens, verb)) return [];
  const [onOccasion, stating] = await Promise.all([
    pledgesConcerning(occasion, library),
    pledgesStating(sum, [recordRef(occasion)], library),
  ]);
  const statingOnOccasion = stating.filter((pledge) => occasionRefs(pledge).includes(recordRef(occasion)));
  const ofGroup = distinctRecords([...onOccasion.pledges, ...statingOnOccasion]).filter(
    (pledge) => pledge.donors.length === 0 && (pledge.donorsStated !== undefined) === isGrouped,
  );
  const fitting = await filterAsync(ofGroup, (pledge) =>
    matchesPurpose(pledge, purposeTokens(tokens), { sum: -1, subject: 0 }, library),
  );
  const [pledge, ...more] = fitting;
  const onOther = stating.filter(
    (one) => one.donors.length === 0 && !occasionRefs(one).includes(recordRef(occasion)),
  );
  // A sum that sources have for another occasion alone is not found as stated.
  if (!pledge && !isGrouped && onOther.length === 1 && onOccasion.isWhole && onOccasion.pledges.length > 0) {
    const supporting = supportingAccounts(onOther[0]!, sum);
    const isAlike = supporting.length > 0 && statingOnOccasion.length === 0;
    return isAlike
      ? [
          {
            ...{ about: "figure", sum, donors: [], pledge: onOther[0]!, supporting },
            kind: "not-as-stated",
            why: "elsewhere",
          },
        ]
      : [];
  }
  if (!pledge || more.length > 0 || isFromAbroad(text, pledge) || statedAccounts(pledge).length === 0)
    return [];
  if (GIVING.test(shape) ? isOtherSort(tokens, pledge, occasion) : saysOther(tokens, pledge, occasion))
    return [];
  const supporting = supportingAccounts(pledge, sum);
  const verdict = { about: "figure", sum, donors: [], pledge, supporting } as const;
  if (supporting.length > 0) return [{ ...verdict, kind: "supported" }];
  // What was not read may have the sum, in other figures.
  if (!onOccasion.isWhole) return [];
  const other = statingOnOccasion.find((candidate) => !isSameRecord(candidate, pledge));
  if (other)
    return [
      {
        ...verdict,
        pledge: other,
        supporting: supportingAccounts(other, sum),
        kind: "not-as-stated",
        why: "elsewhere",
      },
    ];
  if (isUndecided(pledge, sum)) return [];
  return isComparable(pledge, sum)
    ? [{ ...verdict, kind: "differs" }]
    : [{ ...verdict, kind: "not-as-stated", why: "currency" }];
}
