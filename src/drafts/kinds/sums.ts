/** Drafts sums of money, and gifts: which sums were given, by whom, and what was given without one. */

import { readSums, type StatedSum } from "../../claims/sum-tokens.ts";
import { draftPattern } from "../../language/draft-grammar.ts";
import {
  CONVERTED,
  EACH_LISTED,
  EQUIVALENT,
  LISTED_BY,
  NAMED_YUAN,
  OWN_YUAN,
  RESPECTIVELY,
  TOTAL,
} from "../../language/draft-patterns.ts";
import { currencyIn } from "../../language/numbers.ts";
import { giversOf } from "../donors.ts";
import type { Draft, DraftAmount } from "../draft.ts";
import type { Mention } from "../entities.ts";
import type { Givers } from "../giver-reference.ts";
import { judgeListed, judgeSum, type MoneyCue, moneyCues, unstatedGift } from "../giving.ts";
import type { Reading, ReadSentence } from "../reading.ts";

/** Drafts the sums and the gifts of a text. */
export const draftSums = (reading: Reading): Draft[] =>
  reading.sentences.flatMap((sentence) => sumsIn(sentence, reading));

function sumsIn(sentence: ReadSentence, reading: Reading): Draft[] {
  const { text } = sentence;
  const sums = readSums(text);
  const cues = sums.length > 0 || sentence.block.isHeading === false ? moneyCues(text) : [];
  const passages = [{ start: sentence.start, end: sentence.end }];
  const drafts: Draft[] = [];
  let previous: { readonly end: number; readonly cue: MoneyCue | undefined } | undefined;
  for (const [index, sum] of sums.entries()) {
    const before = sums[index - 1];
    const beside = besideName(sentence, sum);
    const isEquivalent =
      beside === undefined &&
      before !== undefined &&
      sum.start - before.end < 40 &&
      (EQUIVALENT.test(text.slice(before.sumEnd, sum.start)) ||
        (sum.sum.currency !== before.sum.currency &&
          CONVERTED.test(text.slice(before.sumEnd, sum.start)) &&
          /^\s?[,.;)]/u.test(text.slice(sum.sumEnd))));
    const { isGift, cue } =
      isEquivalent || sentence.block.isHeading
        ? { isGift: false, cue: undefined }
        : beside
          ? judgeListed(text, cues, beside.start - sentence.start)
          : judgeSum(text, cues, sum);
    const givers =
      isGift && cue
        ? beside
          ? {
              entities: LISTED_BY.test(text.slice(cue.end, beside.start - sentence.start))
                ? [beside.entity]
                : [],
            }
          : giversOf(
              reading,
              sentence,
              cue,
              { start: sum.start, end: sum.sumEnd },
              previous?.cue === cue ? previous : undefined,
            )
        : undefined;
    drafts.push({
      kind: "sum",
      passages,
      amount: amountOf(sum, reading),
      gift: isGift,
      ...(isGift && cue ? { verb: cue.text } : {}),
      ...(givers ? giftOf(givers, text) : {}),
    });
    if (!isEquivalent && isGift) previous = { end: sum.sumEnd, cue };
    else if (isEquivalent && previous) previous = { ...previous, end: sum.sumEnd };
  }
  paired(drafts, text);
  return [...drafts, ...unstatedIn(sentence, reading, cues, sums)];
}

/** Returns the name right before a sum in brackets of its own: “from Acme ($300,000) and …”. */
const besideName = ({ text, start, mentions }: ReadSentence, sum: StatedSum): Mention | undefined =>
  IN_BRACKETS.test(text.slice(sum.sumEnd)) && /[（(]$/u.test(text.slice(0, sum.start))
    ? mentions.find(({ end }) => text.slice(end - start, sum.start).trim().length === 1)
    : undefined;

const IN_BRACKETS = /^[)）]/u;

/** Says that each of several gave the sum. */
const GIVEN_EACH = new RegExp(
  `(?<![\\p{Script=Latin}])${draftPattern(({ giving }) => giving.each)}(?![\\p{Script=Latin}])`,
  "iu",
);

const giftOf = ({ entities, question }: Givers, text: string): Partial<Draft> => ({
  donors: entities.length > 0 ? entities.map(({ name }) => name) : undefined,
  joint: entities.length > 1 ? !GIVEN_EACH.test(text) : undefined,
  questions: entities.length > 0 ? undefined : [question ?? { about: "giver", words: "", candidates: [] }],
});

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, index) => name === other[index]);

/** Gives each of several donors the sum in its place: “A and B gave $1m and $2m respectively”. */
function paired(drafts: Draft[], text: string): void {
  const total = text.search(TOTAL);
  let from = 0;
  const gifts = drafts.filter(({ gift, amount }) => {
    from = Math.max(from, text.indexOf(amount?.text ?? "", from));
    // What all of them gave together is nobody's alone.
    return gift && (total < 0 || from < total);
  });
  const donors = gifts[0]?.donors ?? [];
  if (!RESPECTIVELY.test(text) || gifts.length < 2) return;
  const isOdd =
    gifts.length !== donors.length && gifts.every((gift) => isSameList(gift.donors ?? [], donors));
  // Of several sums that go each to another, not all of whom are known, nobody is given one.
  if (isOdd && donors.length > 0 && EACH_LISTED.test(text))
    for (const gift of gifts)
      drafts[drafts.indexOf(gift)] = {
        ...gift,
        donors: undefined,
        joint: undefined,
        questions: [{ about: "giver", words: "", candidates: donors }],
      };
  if (donors.length < 2 || gifts.length !== donors.length) return;
  for (const [index, gift] of gifts.entries())
    drafts[drafts.indexOf(gift)] = {
      ...gift,
      donors: [donors[index]!],
      joint: undefined,
      questions: undefined,
    };
}

function amountOf(
  { sum, sign, qualifier, rate, start, sumEnd }: StatedSum,
  { isMainland, text }: Reading,
): DraftAmount {
  const written = sum.text.slice(0, sumEnd - start);
  const isOpen = !isMainland && OWN_YUAN.test(written) && !NAMED_YUAN.test(written);
  const words = [qualifier, rate].filter(Boolean).join(", ");
  return {
    text: written,
    currency: isOpen ? undefined : (sum.currency ?? currencyIn(text, sign)),
    value: sum.value,
    qualifier: words === "" ? undefined : words,
  };
}

/** Drafts gifts that state no sum. */
function unstatedIn(
  sentence: ReadSentence,
  reading: Reading,
  cues: readonly MoneyCue[],
  sums: readonly StatedSum[],
): Draft[] {
  if (sentence.block.isHeading) return [];
  for (const cue of cues) {
    const found = unstatedGift(sentence.text, cue);
    const after = found && found.start + found.text.length;
    if (!found || sums.some(({ start }) => start > found.start && start - after! < 30)) continue;
    const givers = giversOf(reading, sentence, cue, { start: found.start, end: after! }, undefined);
    return [
      {
        kind: "gift",
        passages: [{ start: sentence.start, end: sentence.end }],
        amount: { text: found.text },
        gift: true,
        verb: cue.text,
        ...giftOf(givers, sentence.text),
      },
    ];
  }
  return [];
}
