/** Tells whether a passage puts the parts of a sentence together in another way. */
import { containsHan } from "../support/han.ts";
import { isSayer } from "./statement-attribution.ts";
import { isVagueNumber } from "./statement-lexicon.ts";
import { isLink, isNegation, isRelative, type StatementPart } from "./statement-parts.ts";
import { BOUNDARY, COPULA, statementPattern } from "./statement-patterns.ts";
import type { WordDifference } from "./verdicts.ts";
import { STATEMENT_GRAMMARS, wordKey } from "./word-keys.ts";

/** Parts of a sentence with what they match; undefined for a name that the record, not the passage, has. */
export type SharedParts = readonly (readonly [said: StatementPart, known: StatementPart | undefined])[];

/** What stands between a name and what is added to say who that is: “Tencent, a conglomerate”. */
const APPOSITION = statementPattern(({ articles }) => `^\\s*,\\s+(?:${articles})\\s+$`);

const RAISES = statementPattern(({ raises }) => `^\\s+(?:${raises})\\b`);
const JOINS = statementPattern(({ joins }) => `[,;]|\\b(?:${joins})\\b`);
const IN_LIST = statementPattern(({ joins }) => `^\\s*(?:,\\s*)?(?:(?:${joins})\\s+)?$`);
/** The fewest parts that must stand in the same order for names to be told to be exchanged. */
const LEAST_ORDERED = 5;
/** How many parts after a word such as “before” may be what it belongs to. */
const LINKED_PARTS = 3;

/** Tells whether places follow one another. */
export const isAscending = (places: readonly number[]): boolean =>
  places.every((place, index) => index === 0 || place >= places[index - 1]!);

/** Tells whether an agent, “by” and a name, is among some parts. */
const hasAgent = (parts: readonly StatementPart[]): boolean => parts.some(({ isAgent }) => isAgent);

/** Pairs of parts that both texts have, in the order of the sentence. */
const foundPairs = (shared: SharedParts) =>
  shared.flatMap(([one, other]) => (other ? [[one, other] as const] : []));

const isPersonNear = (pairs: ReturnType<typeof foundPairs>): boolean =>
  pairs.some(([{ record }]) => record?.kind === "people");

const isChinese = (said: readonly StatementPart[]): boolean => said.some(({ text }) => containsHan(text));

/** Tells whether a name is somebody’s who may act, and not only whose words both texts have. */
const isOrdered = (
  [one, other]: readonly [StatementPart, StatementPart],
  said: readonly StatementPart[],
  known: readonly StatementPart[],
): boolean =>
  (one.record === undefined ? /\s/.test(one.text) : one.record.kind !== "terms") &&
  !(isSayer(said, said.indexOf(one)) && isSayer(known, known.indexOf(other)));

const MEANS = new Set(STATEMENT_GRAMMARS.flatMap(({ means }) => means.split("|").map(wordKey)));

/** Tells whether a name stands before a word such as “through” in one text and after it in the other. */
const changesMeans = (found: ReturnType<typeof foundPairs>): boolean =>
  found
    .filter(([one, other]) => MEANS.has(other.key) && one.kind === "word")
    .some(([one, other]) =>
      found.some(
        ([name, known]) => name.kind === "name" && name.start < one.start !== known.start < other.start,
      ),
    );

/** Tells whether names stand in another order, without a passive in one of the texts that would explain it. */
export function hasOtherOrder(
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
  speaker?: string,
): boolean {
  const found = foundPairs(shared);
  // “Xiaomi’s Lei Jun” is “Lei Jun of Xiaomi”.
  const isBeside = ([one]: (typeof found)[number], index: number) =>
    one.record?.kind === "organizations" && isPersonNear(found.slice(index + 1, index + 3));
  const all = found.filter(([{ kind }]) => kind === "name");
  // Who opens a sentence acts in it; where a thing happens may stand anywhere else.
  const [first] = all;
  const isActing = first !== undefined && first[0].record?.kind !== "events" && !first[0].isAdjunct;
  if (isActing && first[1].isAdjunct && all.some(([, other]) => !other.isAdjunct)) return true;
  // “Shanxi companies” are not companies that gave after a flood in Shanxi.
  const [one, other] = found[0] ?? [];
  if (one?.kind === "name" && other?.isAdjunct && !one.isAdjunct && /^\s+$/.test(found[1]?.[0].gap ?? ""))
    return true;
  if (isChinese(said) && changesMeans(found)) return true;
  const names = found.filter(
    (pair, index) =>
      pair[0].kind === "name" &&
      // Who speaks may be named before or after the words.
      pair[0].key !== speaker &&
      (isChinese(said) || isOrdered(pair, said, known)) &&
      !isBeside(pair, index) &&
      pair[0].isAdjunct === pair[1].isAdjunct,
  );
  const isPassive = hasAgent(names.map(([one]) => one)) !== hasAgent(names.map(([, other]) => other));
  // A conference and its town may be one event, whose names may stand in any order.
  const distinct = names.filter(([{ key }], index) => names.findIndex(([one]) => one.key === key) === index);
  return !isPassive && !isAscending(listOrder(distinct, said));
}

/** Returns where the passage has names of the sentence; those of one list are in any order. */
function listOrder(names: ReturnType<typeof foundPairs>, said: readonly StatementPart[]): number[] {
  const lists: number[][] = [];
  for (const [index, [one, other]] of names.entries()) {
    const isNext = names[index - 1]?.[0] === said[said.indexOf(one) - 1] && IN_LIST.test(one.gap ?? "");
    if (index > 0 && isNext) lists.at(-1)!.push(other.start);
    else lists.push([other.start]);
  }
  return lists.flatMap((starts) => starts.toSorted((left, right) => left - right));
}

/** Tells whether two counts stand beside each other’s words in the passage: “killed dozens and displaced 120,000”. */
function exchangesCounts(
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
): boolean {
  const found = foundPairs(shared);
  const counts = found.filter(([one]) => one.kind === "number" || isVagueNumber(one));
  const isBeside = (parts: readonly StatementPart[], one: StatementPart, other: StatementPart) =>
    Math.abs(parts.indexOf(one) - parts.indexOf(other)) === 1 &&
    !JOINS.test((one.start < other.start ? other : one).gap ?? "");
  /** Returns the words that stand beside a count in both texts but are not the same there. */
  const wordsBeside = (side: 0 | 1, count: (typeof found)[number]) =>
    found.filter(
      (pair) => pair[0].kind === "word" && isBeside(side === 0 ? said : known, pair[side], count[side]),
    );
  return counts.some((count, index) =>
    counts.slice(index + 1).some((other) => {
      const [own, its] = [wordsBeside(0, count), wordsBeside(0, other)];
      const [ownKnown, itsKnown] = [wordsBeside(1, count), wordsBeside(1, other)];
      return (
        own.some((pair) => itsKnown.includes(pair) && !ownKnown.includes(pair) && !its.includes(pair)) &&
        its.some((pair) => ownKnown.includes(pair) && !itsKnown.includes(pair) && !own.includes(pair))
      );
    }),
  );
}

/** Tells whether a number counts something else in the passage, or another part follows a word such as “instead”. */
export function isPutElsewhere(
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
): boolean {
  // In Chinese a link such as 后 stands behind what it links.
  const hasLinksBefore = !isChinese(said);
  if (exchangesCounts(shared, said, known)) return true;
  return foundPairs(shared).some(([one, other]) => {
    if (
      one.kind === "number" &&
      one.side !== other.side &&
      other.side !== undefined &&
      one.side !== undefined
    )
      return true;
    const isBound = (hasLinksBefore && isLink(one)) || isNegation(one);
    const isCounting = (one.kind === "number" && one.unit === undefined && one.isCount) || isVagueNumber(one);
    if (!isCounting && !isBound) return false;
    const following = said[said.indexOf(one) + 1];
    // “Killed dozens and displaced …” displaces nobody of the dozens.
    if (isVagueNumber(one) && JOINS.test(following?.gap ?? "")) return false;
    if (!following || (following.kind !== "word" && !isBound)) return false;
    // “Do not expect it to” denies what is expected.
    if (isNegation(one) && RAISES.test(following.gap ?? "")) return false;
    const from = known.indexOf(other) + 1;
    const around = isBound ? known.slice(from, from + LINKED_PARTS) : [known[from]];
    const isThere = (parts: readonly (StatementPart | undefined)[]) =>
      parts.some((part) => part?.key === following.key);
    return !isThere(around) && isThere(known);
  });
}

/** Tells whether a denial is of another clause in the passage: what is said to be doubted there is not what is denied. */
export function deniesOther(
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
): boolean {
  const found = foundPairs(shared);
  return found.some(([one, other]) => {
    if (!isNegation(one)) return false;
    const next = found.find(([part]) => part.start > one.start);
    if (!next) return false;
    const isParted = (parts: readonly StatementPart[], ...ends: readonly StatementPart[]) => {
      const [from, to] = ends.map((end) => parts.indexOf(end)).toSorted((left, right) => left - right);
      return parts.slice(from! + 1, to! + 1).some(({ gap = "" }) => BOUNDARY.test(gap));
    };
    return isParted(known, other, next[1]) && !isParted(said, one, next[0]);
  });
}

/** Tells whether the passage says a part of it in a relative clause about somebody whom the sentence does not name. */
export function isInRelativeClause(
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
): boolean {
  const relative = known.find(isRelative);
  if (!relative || said.some(isRelative)) return false;
  const found = foundPairs(shared);
  const taken = new Set(found.map(([, other]) => other));
  const antecedent = known[known.indexOf(relative) - 1];
  const isBefore = found.some(([one, other]) => other.start < relative.start && one.kind !== "number");
  const isAfter = found.some(([, other]) => other.kind !== "name" && other.start > relative.start);
  return isBefore && isAfter && antecedent !== undefined && !taken.has(antecedent);
}

/**
 * Tells whether a sentence says of one name what the passage says of another: “food delivery platform Meituan” does not say
 * what anybody else is.
 */
export function isOfOtherName(
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
): boolean {
  const keys = new Set(said.map(({ key }) => key));
  const isThere = (part: StatementPart | undefined) => shared.some(([one, other]) => one === part && other);
  return foundPairs(shared).some(([one, other]) => {
    const at = said.indexOf(one);
    const from = said.findLastIndex(
      ({ gap = "" }, index) => index <= at && (COPULA.test(gap) || APPOSITION.test(gap)),
    );
    const names = known.slice(known.indexOf(other) + 1);
    const end = names.findIndex(({ kind }) => kind !== "name");
    const named = names.slice(0, end < 0 ? undefined : end);
    return (
      one.kind === "word" &&
      said[from - 1]?.kind === "name" &&
      isThere(said[from - 1]) &&
      /^\s*$/.test(named[0]?.gap ?? "-") &&
      !named.some(({ key }) => keys.has(key))
    );
  });
}

/** Returns the names that stand in each other's place, if all else stands in the same order. */
export function exchangedNames(shared: SharedParts): WordDifference[] {
  const found = foundPairs(shared);
  const rest = found.filter(([one]) => one.kind !== "name").map(([, other]) => other.start);
  const names = found.filter(([one]) => one.record);
  const isPassive = hasAgent(names.map(([one]) => one)) !== hasAgent(names.map(([, other]) => other));
  if (isPassive || rest.length < LEAST_ORDERED || !isAscending(rest)) return [];
  const inPassage = names.map(([, other]) => other).toSorted((one, other) => one.start - other.start);
  return names.flatMap(([one], index) => {
    const known = inPassage[index]!;
    return known.key === one.key || known.record?.kind !== one.record?.kind
      ? []
      : [{ said: one.text, known: known.text }];
  });
}
