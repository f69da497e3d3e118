/** Tells whether two parts may stand the other way round in two texts that say the same. */
import { isOffice } from "./offices.ts";
import { isLimiting, type StatementPart, textOf } from "./statement-parts.ts";
import {
  BOUNDARY,
  COPULA,
  EQUATES,
  GERUND,
  IN_COMPOUND,
  ORGANIZATIONS,
  PASSIVE,
  PAST,
  statementPattern,
} from "./statement-patterns.ts";
import { STATEMENT_GRAMMARS } from "./word-keys.ts";

const ADJUNCT = statementPattern(({ openings }) => `(?:^|\\s)(?:${openings})\\s`);
const PARTICIPLE = statementPattern(({ participles }) => `(?:${participles})$`);
const ACTIVE = statementPattern(({ actives }) => actives);
const PAIRING = statementPattern(({ pairing }) => pairing);
const LEADS_ON = statementPattern(({ leadsOn }) => `\\b(?:${leadsOn})\\b`);
const JOIN = STATEMENT_GRAMMARS.map(({ joins }) => joins).join("|");
const ARTICLE = STATEMENT_GRAMMARS.map(({ determiners }) => determiners).join("|");
const IN_LIST = new RegExp(`^[\\s,&+/]*(?:(?:${JOIN})\\s+)?(?:(?:${ARTICLE})\\s+)?$`, "iu");
const JOINS = new RegExp(`[,&+/]|\\b(?:${JOIN})\\b`, "iu");
const IN_APPOSITION = new RegExp(`^(?:['’]s)?,?[\\s-]*(?:(?:${ARTICLE})\\s+)?$`, "iu");
const IN_PHRASE = statementPattern(({ nominal }) => `^(?:\\p{L}*['’]s?|[\\s-]|\\b(?:${nominal})\\b)*$`);

/** The most parts of a phrase that may be a compound in the other text. */
const MOST_IN_PHRASE = 8;

/** One of the two texts: its parts, which of them are verbs in the passive, and which say who acts in it. */
export interface ReadParts {
  readonly parts: readonly StatementPart[];
  readonly passive: ReadonlySet<number>;
  readonly agents: ReadonlySet<number>;
}

/** What stands before whoever acts, right after the verb of a passive. */
const BY = new RegExp(`^\\s+(?:${STATEMENT_GRAMMARS.map(({ agent }) => agent).join("|")})\\s`, "iu");

const THROUGH = statementPattern(({ means }) => `^\\s+(?:${means})\\s`);
const MEANS = statementPattern(({ means }) => `^(?:${means})$`);
const LED_ON = statementPattern(({ prepositions }) => `^\\s+(?:${prepositions})\\s`);
const NAMING = statementPattern(({ naming }) => `^\\s+(?:${naming})\\s`);
const HAS_AGENT = statementPattern(({ agent }) => `\\s(?:${agent})\\s`);

export function readParts(parts: readonly StatementPart[]): ReadParts {
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

const gapsBetween = ({ parts }: ReadParts, from: number, to: number): string[] =>
  parts.slice(from + 1, to + 1).map(({ gap = "" }) => gap);

/** Returns what a text has between two of its parts. */
const textBetween = ({ parts }: ReadParts, from: number, to: number): string =>
  textOf(parts.slice(from + 1, to)) + (parts[to]?.gap ?? "");

const isCompound = (text: ReadParts, from: number, to: number): boolean =>
  gapsBetween(text, from, to).every((gap) => IN_COMPOUND.test(gap)) &&
  !text.parts.slice(from, to + 1).some(isLimiting);

const isList = (text: ReadParts, from: number, to: number): boolean => {
  const gaps = gapsBetween(text, from, to);
  return gaps.every((gap) => IN_LIST.test(gap)) && gaps.some((gap) => JOINS.test(gap));
};

function isPhrase(text: ReadParts, from: number, to: number): boolean {
  const gaps = gapsBetween(text, from, to);
  const isJoined = PAIRING.test(gaps[0] ?? "") || isOffice(text.parts[from]!.text);
  return (
    gaps.length <= MOST_IN_PHRASE &&
    gaps.every((gap) => IN_PHRASE.test(isJoined ? gap.replace(JOINS, "") : gap))
  );
}

/** Tells whether a passive moves the later of two parts: it is what is done, or says who does it. */
const isMovedByPassive = ({ parts, passive, agents }: ReadParts, from: number, to: number): boolean =>
  passive.has(to) || (agents.has(to) && parts.slice(from, to).some((_, index) => passive.has(from + index)));

const hasBoundary = ({ parts }: ReadParts, from: number, to: number): boolean =>
  parts.slice(from + 1, to + 1).some(
    ({ gap = "", text: word, kind }, index, all) =>
      // A term in quotation marks stands in its sentence as any other word.
      BOUNDARY.test(kind === "name" ? gap.replace(/["“”]/gu, "") : gap) ||
      (kind === "operator" && index < all.length - 1 && BOUNDARY.test(word)),
  );

/** Tells whether a part stands in a phrase of time or place: one that opens the sentence, or after another part. */
function isInAdjunct(text: ReadParts, at: number, after = -1): boolean {
  const from = text.parts.findLastIndex(
    ({ gap = "" }, index) => index <= at && index > after && ADJUNCT.test(gap),
  );
  const opens = from === 0 || /[:：]/u.test(text.parts[from]?.gap ?? "");
  return from >= 0 && (after >= 0 || opens) && isPhrase(text, from, at);
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
  const [short, long] = [one, other]
    .map((word) => word.replace(/['’]s?$/u, ""))
    .toSorted((left, right) => left.length - right.length) as [string, string];
  const isOfOneStem = long.slice(0, STEM_LETTERS) === short.slice(0, STEM_LETTERS);
  return isOfOneStem && /(?<!ie)s$/.test(long) && ![short, `${short}s`, `${short}es`].includes(long);
};

/** Tells whether two parts may stand the other way round in two texts that say the same. */
export function mayChange(
  said: ReadParts,
  [first, second]: readonly [number, number],
  known: ReadParts,
  [former, latter]: readonly [number, number],
): boolean {
  const own = gapsBetween(said, first, second);
  if (hasBoundary(said, first, second) || isInAdjunct(said, first) || isInAdjunct(said, second, first))
    return true;
  // What stands in a sentence of its own, such as a credit, may be told before or after.
  if (gapsBetween(known, former, latter).some((gap) => /[.!?]["”]?\s/u.test(gap))) return true;
  if (isDoneThrough(said, first, known, former, latter)) return true;
  if (isList(said, first, second) && isList(known, former, latter)) return true;
  if (isMovedByPassive(said, first, second) !== isMovedByPassive(known, former, latter)) return true;
  const isActive = own.some((gap) => ACTIVE.test(gap) && !PASSIVE.test(gap));
  // What has its object after it in both texts is a verb: “the public raked in money”.
  const object = said.parts[second + 1];
  const hasObject = object !== undefined && known.parts[former + 1]?.key === object.key;
  const isOneThing =
    !hasObject &&
    ((isCompound(said, first, second) && isPhrase(known, former, latter)) ||
      (isPhrase(said, first, second) && isCompound(known, former, latter)));
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
  // “A concept central to X” is “central to X is a concept”.
  const isPredicate =
    other.some((gap) => EQUATES.test(gap)) &&
    own.every((gap) => IN_PHRASE.test(gap)) &&
    LED_ON.test(said.parts[first + 2]?.gap ?? "");
  if (isPredicate && !isOneThing && !isMadeVerb) return true;
  if (own.some((gap) => EQUATES.test(gap)) && NAMING.test(textBetween(known, former, latter))) return true;
  return own.some((gap) => COPULA.test(gap)) && other.some((gap) => COPULA.test(gap));
}

/** Tells whether the first part does what is done through it in the passage: “the state achieves X”, “X is achieved through the state”. */
function isDoneThrough(
  said: ReadParts,
  first: number,
  known: ReadParts,
  former: number,
  latter: number,
): boolean {
  // “Through” may be a part of its own.
  const isPart = MEANS.test(known.parts[latter - 1]?.text ?? "");
  const at = isPart ? latter - 2 : latter - 1;
  const [verb, done] = [said.parts[first + 1], known.parts[at]];
  return (
    verb !== undefined &&
    done !== undefined &&
    at >= former &&
    verb.kind === "word" &&
    verb.key === done.key &&
    known.passive.has(at) &&
    !said.passive.has(first + 1) &&
    (isPart || THROUGH.test(known.parts[latter]!.gap ?? ""))
  );
}
