/** Tells whether a sentence gives the parts of a passage other roles: who did something to whom. */
import { claimPattern, claimWords } from "../language/claim-grammar.ts";
import { isOffice } from "./offices.ts";
import { isAttribution, isSayer } from "./statement-attribution.ts";
import { isAfterMeans } from "./statement-clauses.ts";
import type { SharedParts } from "./statement-order.ts";
import { isLimiting, isLink, type StatementPart } from "./statement-parts.ts";
import {
  BOUNDARY,
  COPULA,
  GERUND,
  IN_COMPOUND,
  ORGANIZATIONS,
  PASSIVE,
  PAST,
  statementPattern,
} from "./statement-patterns.ts";
import { STATEMENT_GRAMMARS, wordKey } from "./word-keys.ts";

const ADJUNCT = statementPattern(({ openings }) => `(?:^|\\s)(?:${openings})\\s`);
const PARTICIPLE = statementPattern(({ participles }) => `(?:${participles})$`);
const ACTIVE = statementPattern(({ actives }) => actives);
const EQUATES = statementPattern(({ equates }) => equates);
const OWNED = statementPattern(({ owned }) => `(?:${owned})\\s+$`);
const BOUND = new RegExp(
  `^${claimPattern(({ sums: { over, nearly, about, atLeast } }) => `${over}|${nearly}|${about}|${atLeast}`)}$`,
  "iu",
);
const PAIRING = statementPattern(({ pairing }) => pairing);
const LEADS_ON = statementPattern(({ leadsOn }) => `\\b(?:${leadsOn})\\b`);
const OWN = statementPattern(({ determiners }) => `(?:${determiners})\\s+$`);
const JOIN = STATEMENT_GRAMMARS.map(({ joins }) => joins).join("|");
const ARTICLE = STATEMENT_GRAMMARS.map(({ determiners }) => determiners).join("|");
const IN_LIST = new RegExp(`^[\\s,&+/]*(?:(?:${JOIN})\\s+)?(?:(?:${ARTICLE})\\s+)?$`, "iu");
const JOINS = new RegExp(`[,&+/]|\\b(?:${JOIN})\\b`, "iu");
const IN_APPOSITION = new RegExp(`^(?:['’]s)?,?[\\s-]*(?:(?:${ARTICLE})\\s+)?$`, "iu");
const IN_PHRASE = statementPattern(({ nominal }) => `^(?:\\p{L}*['’]s?|[\\s-]|\\b(?:${nominal})\\b)*$`);

/** The most parts of a phrase that may be a compound in the other text. */
const MOST_IN_PHRASE = 8;

/** A part that both texts have, with its place in each. */
interface SharedPart {
  readonly part: StatementPart;
  readonly at: number;
}

/** One of the two texts: its parts, which of them are verbs in the passive, and which say who acts in it. */
interface ReadText {
  readonly parts: readonly StatementPart[];
  readonly passive: ReadonlySet<number>;
  readonly agents: ReadonlySet<number>;
}

/** What stands before whoever acts, right after the verb of a passive. */
const BY = new RegExp(`^\\s+(?:${STATEMENT_GRAMMARS.map(({ agent }) => agent).join("|")})\\s`, "iu");

const AGO = statementPattern(({ ago }) => `^(?:${ago})$`);
const HAS_AGENT = statementPattern(({ agent }) => `\\s(?:${agent})\\s`);

function readText(parts: readonly StatementPart[]): ReadText {
  const passive = new Set<number>();
  const agents = new Set<number>();
  for (const [at, { kind, text, gap = "", isAgent }] of parts.entries()) {
    const isBy = BY.test(parts[at + 1]?.gap ?? "") && parts[at + 1]?.isAgent === true;
    if (
      kind === "word" &&
      !GERUND.test(text) &&
      ((PASSIVE.test(gap) && (PARTICIPLE.test(text) || HAS_AGENT.test(gap))) || isBy)
    )
      passive.add(at);
    const goesOn = agents.has(at - 1) && !BOUNDARY.test(gap) && !LEADS_ON.test(gap);
    if (goesOn || (isAgent && passive.size > 0 && BY.test(gap))) agents.add(at);
  }
  return { parts, passive, agents };
}

const gapsBetween = ({ parts }: ReadText, from: number, to: number): string[] =>
  parts.slice(from + 1, to + 1).map(({ gap = "" }) => gap);

const isCompound = (text: ReadText, from: number, to: number): boolean =>
  gapsBetween(text, from, to).every((gap) => IN_COMPOUND.test(gap)) &&
  !text.parts.slice(from, to + 1).some(isLimiting);

const isList = (text: ReadText, from: number, to: number): boolean => {
  const gaps = gapsBetween(text, from, to);
  return gaps.every((gap) => IN_LIST.test(gap)) && gaps.some((gap) => JOINS.test(gap));
};

function isPhrase(text: ReadText, from: number, to: number): boolean {
  const gaps = gapsBetween(text, from, to);
  const isJoined = PAIRING.test(gaps[0] ?? "") || isOffice(text.parts[from]!.text);
  return (
    gaps.length <= MOST_IN_PHRASE &&
    gaps.every((gap) => IN_PHRASE.test(isJoined ? gap.replace(JOINS, "") : gap))
  );
}

/** Tells whether a passive moves the later of two parts: it is what is done, or says who does it. */
const isMovedByPassive = ({ parts, passive, agents }: ReadText, from: number, to: number): boolean =>
  passive.has(to) || (agents.has(to) && parts.slice(from, to).some((_, index) => passive.has(from + index)));

const hasBoundary = ({ parts }: ReadText, from: number, to: number): boolean =>
  parts.slice(from + 1, to + 1).some(
    ({ gap = "", text: word, kind }, index, all) =>
      // A term in quotation marks stands in its sentence as any other word.
      BOUNDARY.test(kind === "name" ? gap.replace(/["“”]/gu, "") : gap) ||
      (kind === "operator" && index < all.length - 1 && BOUNDARY.test(word)),
  );

/** Tells whether a part stands in a phrase of time or place: one that opens the sentence, or after another part. */
function isInAdjunct(text: ReadText, at: number, after = -1): boolean {
  const from = text.parts.findLastIndex(
    ({ gap = "" }, index) => index <= at && index > after && ADJUNCT.test(gap),
  );
  return from >= 0 && (after >= 0 || from === 0) && isPhrase(text, from, at);
}

/** Tells whether one of two parts is somebody, or where somebody is, and the other may be what they did. */
const isActing = (one: StatementPart, other: StatementPart): boolean =>
  [one, other].some(({ kind, record, key }) =>
    kind === "name" ? record?.kind !== "terms" : ORGANIZATIONS.has(key),
  ) && [one, other].some(({ kind, text }) => kind === "word" && PAST.test(text));

/** How many letters two words share at least that are made of one another. */
const STEM_LETTERS = 4;

/** Tells whether a word is made into another, as “threat” into “threatens”, and not only into its plural. */
const isDerived = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const isOfOneStem = long.slice(0, STEM_LETTERS) === short.slice(0, STEM_LETTERS);
  return isOfOneStem && /(?<!ie)s$/.test(long) && ![short, `${short}s`, `${short}es`].includes(long);
};

/** Tells whether two parts may stand the other way round in two texts that say the same. */
function mayChange(
  said: ReadText,
  [first, second]: readonly [number, number],
  known: ReadText,
  [former, latter]: readonly [number, number],
): boolean {
  const own = gapsBetween(said, first, second);
  if (hasBoundary(said, first, second) || isInAdjunct(said, first) || isInAdjunct(said, second, first))
    return true;
  if (isList(said, first, second) && isList(known, former, latter)) return true;
  if (isMovedByPassive(said, first, second) !== isMovedByPassive(known, former, latter)) return true;
  const isActive = own.some((gap) => ACTIVE.test(gap) && !PASSIVE.test(gap));
  const isOneThing =
    (isCompound(said, first, second) && isPhrase(known, former, latter)) ||
    (isPhrase(said, first, second) && isCompound(known, former, latter));
  const isMadeVerb = isDerived(
    known.parts[former]!.text.toLowerCase(),
    said.parts[second]!.text.toLowerCase(),
  );
  if (isOneThing && !isActive && !isMadeVerb && !isActing(said.parts[first]!, said.parts[second]!))
    return true;
  const other = gapsBetween(known, former, latter);
  // “Reforms of X” are “X, reforms that”.
  const isOfPhrase = own.every((gap) => IN_PHRASE.test(gap) || IN_LIST.test(gap));
  if (isOfPhrase && /^,\s/.test(known.parts[latter]!.gap ?? "")) return true;
  // “X is the largest Y” says what “the largest Y, X” does.
  const isApposition = other.every((gap) => IN_APPOSITION.test(gap));
  if (own.some((gap) => EQUATES.test(gap)) && isApposition) return true;
  return own.some((gap) => COPULA.test(gap)) && other.some((gap) => COPULA.test(gap));
}

type SharedPair = readonly [SharedPart, SharedPart];

/** Tells whether whoever acts in the passive of one text stands after what is done in the other, too. */
function hasOtherAgent(pairs: readonly SharedPair[], texts: readonly [ReadText, ReadText]): boolean {
  return ([0, 1] as const).some((side) => {
    const there = side === 0 ? 1 : 0;
    // “Hit by rain” is “hit with rain”.
    const isMeans = pairs.some(
      (pair) => texts[side].agents.has(pair[side].at) && isAfterMeans(texts[there].parts, pair[there].at),
    );
    if (isMeans) return false;
    return pairs.some((pair) => {
      const { at } = pair[side];
      if (!texts[side].agents.has(at) || texts[there].agents.has(pair[there].at)) return false;
      const verb = pairs.findLast((one) => one[side].at < at && texts[side].passive.has(one[side].at));
      return verb !== undefined && verb[there].at < pair[there].at;
    });
  });
}

/** Tells whether a part is a measure or a bound of a number, as “years”, “ago” and “over” in “over five years ago”. */
const isOfNumber = ({ parts }: ReadText, at: number): boolean =>
  (parts[at - 1]?.kind === "number" && /^[\s-]*$/.test(parts[at]!.gap ?? "")) ||
  (parts[at - 2]?.kind === "number" && AGO.test(parts[at]!.text)) ||
  (parts[at + 1]?.kind === "number" && BOUND.test(parts[at]!.text));

/** Tells whether a part belongs to a date after it, as “since” in “since 2016”. */
const isBeforeDate = (parts: readonly StatementPart[], at: number): boolean =>
  isLink(parts[at]!) && parts[at + 1]?.kind === "date";

/** Tells whether a part only takes up whom the text has named, as “the company”. */
const isAnaphor = ({ key, gap = "" }: StatementPart): boolean => ORGANIZATIONS.has(key) && OWN.test(gap);

/** Tells whether a name stands for the pronoun before the same thing, as in “Xi’s themes” for “his themes”. */
function isOwner(
  { kind }: StatementPart,
  next: StatementPart | undefined,
  known: readonly StatementPart[],
  shared: SharedParts,
): boolean {
  if (kind !== "name" || !/^['’]s?\s/.test(next?.gap ?? "")) return false;
  const other = shared.find(([one]) => one === next)?.[1];
  return other !== undefined && known.includes(other) && OWNED.test(other.gap ?? "");
}

const GIVING = new Set(claimWords(({ vocabulary }) => vocabulary.roles.gives).map(wordKey));

/** Tells whether what only happened in the passage gives something in the sentence, as in “Zhengzhou gave”. */
const isMadeGiver = (pairs: readonly SharedPair[], said: ReadText): boolean =>
  pairs.some(([one, other]) => {
    const verb = pairs.find(([next]) => next.at === one.at + 1);
    return (
      one.part.record?.kind === "events" &&
      verb !== undefined &&
      verb[0].part.kind === "word" &&
      GIVING.has(verb[0].part.key) &&
      /^\s*$/.test(verb[0].part.gap ?? "") &&
      !said.passive.has(verb[0].at) &&
      verb[1].at !== other.at + 1
    );
  });

/** Tells whether whoever is named before a verb does, in one text, what is done to them in the other: “X hit the rain”. */
const hasOtherVoice = (pairs: readonly SharedPair[], said: ReadText, known: ReadText): boolean =>
  pairs.some(([one, other]) => {
    const [verb, same] = pairs.find(([next]) => next.at === one.at + 1) ?? [];
    if (!verb || !same || one.part.kind !== "name" || verb.part.kind !== "word") return false;
    if (said.passive.has(verb.at)) {
      const isSomebody = one.part.record?.kind === "people" || one.part.record?.kind === "organizations";
      const isDone = PAST.test(verb.part.text) && !said.agents.has(verb.at + 1);
      return isSomebody && isDone && !known.passive.has(same.at) && same.at > other.at;
    }
    const hasObject = said.parts.length > verb.at + 1 && /^\s+$/.test(verb.part.gap ?? "");
    return hasObject && known.passive.has(same.at) && same.at === other.at + 1;
  });

/**
 * Tells whether parts stand the other way round in the passage, and nothing explains it: no passive, no list, no
 * compound, no phrase that was moved as a whole.
 */
export function isTurnedRound(
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
  speaker?: string,
): boolean {
  const [own, read] = [readText(said), readText(known)];
  const all = shared.flatMap(([one, other]): [SharedPart, SharedPart][] => {
    const isActor = one.kind === "word" || one.kind === "name";
    if (!other || !isActor) return [];
    const [at, place] = [said.indexOf(one), known.indexOf(other)];
    const isTeller =
      one.key === speaker ? isAttribution(said, at) : isSayer(said, at) && isSayer(known, place);
    if (isTeller) return [];
    if (isOwner(one, said[at + 1], known, shared)) return [];
    // “Since February” may open a sentence or end it.
    if (isBeforeDate(said, at) && isBeforeDate(known, place)) return [];
    if (isOfNumber(own, at) || isOfNumber(read, place) || (isAnaphor(one) && isAnaphor(other))) return [];
    return [
      [
        { part: one, at },
        { part: other, at: place },
      ],
    ];
  });
  if (isMadeGiver(all, own)) return true;
  const pairs = all.filter(([{ part }]) => part.record?.kind !== "events");
  if (hasOtherAgent(pairs, [own, read]) || hasOtherVoice(all, own, read)) return true;
  return pairs.some(([first, former], index) =>
    pairs
      .slice(index + 1)
      .some(
        ([second, latter]) =>
          latter.at < former.at && !mayChange(own, [first.at, second.at], read, [latter.at, former.at]),
      ),
  );
}
