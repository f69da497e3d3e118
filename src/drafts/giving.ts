/** Tells whether a sum was given, promised or set aside as a gift, by the verb or noun that governs it. */

import type { StatedSum } from "../claims/sum-tokens.ts";
import { DRAFT_GRAMMARS } from "../language/draft-grammar.ts";
import {
  CLOSE_ONLY,
  GIVEN_BY,
  GOVERNED,
  INVESTED_BEHIND,
  INVESTS,
  IS_PART,
  LENT,
  LISTED_GOODS,
  OF_SUM,
  PROMISES,
  RAISES,
  REFUSED_BEHIND,
  TAKEN,
  UNPAID_BEFORE,
  UNPAID_BEHIND,
  UNREAL_REACH,
  USED_FOR,
} from "../language/draft-patterns.ts";
import {
  COMES_FROM,
  DOES_BEHIND,
  FUND_BEHIND,
  GIFT_ARTICLE,
  GIFT_NOUN_BEHIND,
  GIVING_NOUN_BEFORE,
  JOINED_BY,
  MATCHED_WITH,
  NEXT_CLAUSE,
  OPENS_CLAUSE,
  OWED_BEHIND,
  RAISED_GIFT,
  REMAINDER_BEFORE,
  SPENDS,
  STATES_SUM,
  THAT_GAVE,
  WANTED_BEHIND,
  WANTED_SUM,
  WHOLE_BEFORE,
} from "../language/en/draft-phrases.ts";

/** A word that says what is done with money. */
export interface MoneyCue {
  readonly kind: "gives" | "gifts" | "others" | "worth" | "receives" | "founds";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const spaced = (source: string): string => String.raw`(?<![\p{L}-])(?:${source})(?![\p{L}])`;
const unspaced = (source: string): string => `(?:${source})`;
const CUE_KINDS = ["worth", "receives", "others", "gives", "gifts", "founds"] as const;
const CUES = new RegExp(
  CUE_KINDS.map(
    (kind) =>
      `(?<${kind}>${DRAFT_GRAMMARS.map(({ isUnspaced, giving }) => (isUnspaced ? unspaced : spaced)(giving[kind])).join("|")})`,
  ).join("|"),
  "giu",
);
const UNREAL = new RegExp(
  DRAFT_GRAMMARS.map(({ isUnspaced, giving }) =>
    isUnspaced
      ? `(?:${giving.unreal})${UNREAL_REACH}$`
      : String.raw`(?:(?<![\p{L}])|(?=n['’]t))${giving.unreal}(?: [\p{L}’'-]+){0,6} ?$`,
  ).join("|"),
  "iu",
);
/** “Had X pledged …”: it did not. */
const SUPPOSED = new RegExp(DRAFT_GRAMMARS.map(({ giving }) => giving.supposed).join("|"), "u");

/** Returns the words in a sentence that say what is done with money, in order. */
export const moneyCues = (text: string): MoneyCue[] =>
  [...text.matchAll(CUES)].flatMap(({ 0: words, index: start, groups }): MoneyCue[] => {
    const kind = CUE_KINDS.find((one) => groups?.[one] !== undefined)!;
    const before = text.slice(Math.max(0, start - 24), start);
    // A word with a capital inside a sentence is a part of a name.
    if (/^\p{Lu}/u.test(words) && !/(?:^|[“"'‘.:] ?)$/u.test(before)) return [];
    if (
      /^giv(?:ing|en)$/iu.test(words) &&
      (GIVING_NOUN_BEFORE.test(before) ||
        /^ (?:that|how|the (?:fact|choice)|is|was|means|refers to|has (?:be|risen|fallen|grown))(?![\p{L}])/u.test(
          text.slice(start + words.length),
        ))
    )
      return [];
    // “a scholarship fund of £1.4m”: a noun.
    if (
      /^fund$/iu.test(words) &&
      /(?<![\p{L}])(?:an?|the|its|their|his|her|this|that)(?: [\p{L}-]+){0,2} $/iu.test(before)
    )
      return [];
    return [{ kind, text: words, start, end: start + words.length }];
  });

const GIFT_NOUN = DRAFT_GRAMMARS.map(({ giving }) => giving.gifts).join("|");
const OTHER_NOUN = DRAFT_GRAMMARS.map(({ giving }) => giving.others).join("|");
const SMALL = String.raw`(?:to|for|and|or|after|on|that|which|who|with|from|by|at|as|is|was|were|but|over|the)`;
/** “$5m gift”, “$5 million in donations”, “£2m cash donation”. */
const GIFT_BEHIND = new RegExp(
  String.raw`^(?:[- ]\p{L}+)?(?: (?:in|of|worth of))?(?: (?!${SMALL} )[\p{L}-]+){0,3}? (?:${GIFT_NOUN})(?![\p{L}])|^${OF_SUM}?(?:${GIFT_NOUN})`,
  "iu",
);
const OTHER_BEHIND = new RegExp(
  String.raw`^(?: (?:in|of)(?: [\p{L}-]+){0,2}?| (?!${SMALL} )[\p{L}-]+|-[\p{L}]+)? (?:${OTHER_NOUN})(?![\p{L}])|^${OF_SUM}(?:\p{Script=Han}{0,4})(?:${OTHER_NOUN})`,
  "iu",
);
/** What stands right before the verb of a passive: “was”, “has already been”. */
const AUXILIARY = String.raw`(?<![\p{L}])(?:was|were|is|are|been|be|being)(?: (?:also|already|later|then|\p{L}+ly))? $`;
const AUXILIARY_BEFORE = new RegExp(AUXILIARY, "iu");
const PASSIVE_BEHIND = new RegExp(`^[^,;，；]{0,70}?${AUXILIARY}`, "iu");

const lastBefore = (cues: readonly MoneyCue[], at: number): MoneyCue[] =>
  cues.filter(({ end }) => end <= at).reverse();

/** Tells that a sum is, or is not, a gift, and by which word. */
export interface GiftVerdict {
  readonly isGift: boolean;
  readonly cue?: MoneyCue | undefined;
}

const NO_GIFT: GiftVerdict = { isGift: false };
const MOST_BETWEEN = 180;

/** Tells whether a sum of a sentence is a gift. */
export function judgeSum(
  text: string,
  cues: readonly MoneyCue[],
  { start, sumEnd, qualifier, rate }: StatedSum,
): GiftVerdict {
  const from =
    qualifier !== "" && text.slice(0, start).trimEnd().endsWith(qualifier)
      ? text.slice(0, start).trimEnd().length - qualifier.length
      : start;
  const behind = text.slice(
    sumEnd + (rate && text.startsWith(` ${rate}`, sumEnd) ? rate.length + 1 : 0),
    sumEnd + 120,
  );
  const before = text.slice(Math.max(0, from - MOST_BETWEEN), from);
  const stop = Math.max(before.lastIndexOf(";"), before.lastIndexOf("；"));
  const reach = stop < 0 ? Math.max(0, from - MOST_BETWEEN) : from - before.length + stop;
  const left = lastBefore(cues, start).filter((cue) => cue.start >= reach);
  const [nearest, farther] = left;
  if (/(?<![\p{L}])from\s(?:\p{L}+\s)?$/iu.test(before) && /^ to\s[^\s]*\d/u.test(behind)) return NO_GIFT;
  if (/\d[^,;]{0,16} to $/u.test(before) && /(?<![\p{L}])from [^,;]{0,30} to $/u.test(before)) return NO_GIFT;
  // What a part of a gift is for is no gift of its own.
  if (OPENS_CLAUSE.test(before) && DOES_BEHIND.test(behind)) return NO_GIFT;
  if (IS_PART.test(before) && USED_FOR.test(behind)) return NO_GIFT;
  if (UNPAID_BEFORE.test(before) && UNPAID_BEHIND.test(behind)) return NO_GIFT;
  // “The remaining $6 million comes from NAME.”
  const rest = REMAINDER_BEFORE.test(before) ? COMES_FROM.exec(behind) : null;
  if (rest) {
    const cue = { kind: "receives", text: rest[0], start: sumEnd, end: sumEnd + rest[0].length } as const;
    return { isGift: true, cue };
  }
  if (REFUSED_BEHIND.test(behind) || OWED_BEHIND.test(behind)) return NO_GIFT;
  const wanted = WANTED_SUM.test(behind) ? givenLater(text, cues, sumEnd) : undefined;
  if (wanted) return { isGift: true, cue: wanted };
  if (LENT.test(behind) || WHOLE_BEFORE.test(before) || WANTED_BEHIND.test(behind)) return NO_GIFT;
  const given = (cue: MoneyCue): GiftVerdict => ({ isGift: !isUnreal(text, cue), cue });
  if (nearest?.kind === "gifts" && RAISED_GIFT.test(before)) return given(nearest);
  const gift = GIFT_BEHIND.exec(behind);
  const isAttribute = GIFT_ARTICLE.test(text.slice(Math.max(0, start - 40), start));
  if (gift) {
    const isRaised = nearest?.kind === "others" && from - nearest.end < 24 && RAISES.test(nearest.text);
    const isDenied = nearest !== undefined && isUnreal(text, nearest);
    const at = sumEnd + gift.index + gift[0].length;
    const cue = cues.find(({ end }) => end >= at - 1 && end <= at + 1);
    const isObject = nearest?.kind === "gives" && from - nearest.end < 24 && /^ in /u.test(gift[0]);
    return isRaised || isDenied ? NO_GIFT : { isGift: true, cue: (isObject ? undefined : cue) ?? nearest };
  }
  if (OTHER_BEHIND.test(behind)) return NO_GIFT;
  if (isAttribute && GIFT_NOUN_BEHIND.test(behind)) {
    const isFounded =
      FUND_BEHIND.test(behind) &&
      nearest !== undefined &&
      (nearest.kind === "founds" || nearest.kind === "gives") &&
      from - nearest.end < 30;
    return isFounded ? { isGift: !isUnreal(text, nearest!), cue: nearest } : NO_GIFT;
  }
  const right = cues.find((cue) => cue.start >= sumEnd);
  const isSubject =
    right &&
    PASSIVE_BEHIND.test(text.slice(sumEnd, right.start)) &&
    (!nearest || /[,，]/u.test(text.slice(nearest.end, from)));
  if (isSubject)
    return right.kind === "gives"
      ? { isGift: !UNREAL.test(text.slice(sumEnd, right.start)), cue: right }
      : NO_GIFT;
  const toVerb = text.slice(sumEnd, right?.start);
  const isNear = toVerb.length < 3 && TAKEN.test(before);
  if (right?.kind === "gives" && (isNear || THAT_GAVE.test(toVerb) || GIVEN_BY.test(toVerb)))
    return given(right);
  if (nearest?.kind === "gifts" && farther && MATCHES.test(farther.text)) {
    const between = text.slice(farther.end, start);
    if (MATCHED_WITH.test(between)) return given(farther);
  }
  if (!nearest || (INVESTS.test(nearest.text) && INVESTED_BEHIND.test(behind))) return NO_GIFT;
  return judgeByVerb(text, nearest, farther, from);
}

/** Returns the passive verb by which a wanted sum was given after all: “the £10m needed has been pledged by NAME”. */
function givenLater(text: string, cues: readonly MoneyCue[], sumEnd: number): MoneyCue | undefined {
  const cue = cues.find(({ kind, start }) => kind === "gives" && start >= sumEnd);
  const between = text.slice(sumEnd, cue?.start);
  return cue && PASSIVE_BEHIND.test(between) && !UNREAL.test(between) ? cue : undefined;
}

/** Tells whether a sum in brackets behind a name of a list is a gift: as the word of giving before the list says. */
export function judgeListed(text: string, cues: readonly MoneyCue[], name: number): GiftVerdict {
  const joined = JOINED_BY.exec(text.slice(0, name));
  if (joined) {
    const start = joined.index;
    return { isGift: true, cue: { kind: "receives", text: joined[0], start, end: start + joined[0].length } };
  }
  const [cue] = lastBefore(cues, name);
  const isGift =
    cue !== undefined && (cue.kind === "gives" || cue.kind === "gifts" || cue.kind === "receives");
  return isGift ? { isGift: !isUnreal(text, cue), cue } : NO_GIFT;
}

/** Before “worth”, a comma that ends no clause: “shares, then valued at”, “a stake, worth”. */
const WORTH_ASIDE = /(?:, (?:\p{L}+ ){0,3}|，)$/u;

const MATCHES = /^match/iu;

const isUnreal = (text: string, { start }: MoneyCue): boolean =>
  UNREAL.test(text.slice(Math.max(0, start - 80), start)) || SUPPOSED.test(text);

function judgeByVerb(
  text: string,
  nearest: MoneyCue,
  farther: MoneyCue | undefined,
  from: number,
): GiftVerdict {
  const between = text.slice(nearest.end, from);
  switch (nearest.kind) {
    case "worth": {
      // “made grants worth $5 million”.
      if (farther?.kind === "gifts" && text.slice(farther.end, nearest.start).trim() === "")
        return { isGift: !isUnreal(text, farther), cue: farther };
      const isGoods =
        farther !== undefined &&
        (farther.kind === "gives" || farther.kind === "receives") &&
        !/[,;，；]/u.test(
          text.slice(farther.end, nearest.start).replace(LISTED_GOODS, " ").replace(WORTH_ASIDE, " "),
        );
      return isGoods ? { isGift: !isUnreal(text, farther), cue: farther } : NO_GIFT;
    }
    case "others": {
      const isPromised =
        farther !== undefined &&
        PROMISES.test(farther.text) &&
        SPENDS.test(nearest.text) &&
        GOVERNED.test(text.slice(farther.end, nearest.start).replace(/ (?:it|they|he|she) would/u, " to"));
      return isPromised ? { isGift: !isUnreal(text, farther), cue: farther } : NO_GIFT;
    }
    case "receives":
      return { isGift: !isUnreal(text, nearest), cue: nearest };
    case "founds":
      return NO_GIFT;
    case "gives":
      if (CLOSE_ONLY.test(nearest.text) && between.length > 60) return NO_GIFT;
      if (NEXT_CLAUSE.test(between)) return NO_GIFT;
      return { isGift: !isUnreal(text, nearest), cue: nearest };
    case "gifts":
      return { isGift: !isUnreal(text, nearest) && STATES_SUM.test(between), cue: nearest };
  }
}

const UNSTATED = new RegExp(
  DRAFT_GRAMMARS.map(({ isUnspaced, giving }) =>
    isUnspaced
      ? `^[^，。；\\d]{0,12}?(?<hans>${giving.unstated})`
      : String.raw`^(?: (?!to |for )[\p{L}-]+){0,4}? (?<words>${giving.unstated})(?![\p{L}-])`,
  ).join("|"),
  "u",
);

/** Finds what a verb of giving has as its object where that is no sum: “an undisclosed sum”, “food and tents”. */
export function unstatedGift(
  text: string,
  cue: MoneyCue,
): { readonly text: string; readonly start: number } | undefined {
  if (cue.kind !== "gives" || isUnreal(text, cue)) return undefined;
  const found = UNSTATED.exec(text.slice(cue.end, cue.end + 120));
  const words = found?.groups?.words ?? found?.groups?.hans;
  if (!found || words === undefined || /\d/.test(found[0])) return undefined;
  return { text: words, start: cue.end + found[0].length - words.length };
}

export const isInPassive = (text: string, { start, text: words }: MoneyCue): boolean =>
  !/ing$/i.test(words) && AUXILIARY_BEFORE.test(text.slice(Math.max(0, start - 40), start));
