/** Tells whether a passage has the parts of a sentence in other clauses, or with other subjects and objects. */
import { claimPattern, UNSPACED_GRAMMARS } from "../language/claim-grammar.ts";
import { isSayer } from "./statement-attribution.ts";
import { COMPLEMENT, type Comparison, hasOtherComplement, IN_LIST } from "./statement-complements.ts";
import type { SharedParts } from "./statement-order.ts";
import { isRelative, type StatementPart } from "./statement-parts.ts";
import {
  BOUNDARY,
  EQUATES,
  GERUND,
  IN_COMPOUND,
  ORGANIZATIONS,
  PASSIVE,
  PAST,
  SAYS,
  statementPattern,
  THAT,
} from "./statement-patterns.ts";
import { STATEMENT_GRAMMARS } from "./word-keys.ts";

const auxiliaries = STATEMENT_GRAMMARS.map(({ passives, actives }) => `${passives}|${actives}`).join("|");
/** What stands between a subject and its verb. */
const BEFORE_VERB = new RegExp(`^\\s+(?:(?:${auxiliaries})\\s+){0,3}$`, "iu");
const articles = STATEMENT_GRAMMARS.map(({ articles: one, determiners }) => `${one}|${determiners}`).join(
  "|",
);
const joins = STATEMENT_GRAMMARS.map(({ joins: one }) => one).join("|");
/** What makes somebody whom something is done to or for. */
const RECIPIENT = statementPattern(({ recipients }) => `\\b(?:${recipients})\\s+(?:(?:${articles})\\s+)?$`);
/** What stands before whom something is given to, where a verb follows in a language without spaces. */
const RECEIVES = new RegExp(`(?:${claimPattern(({ giving }) => giving.receives, UNSPACED_GRAMMARS)})$`, "u");
/** The fewest parts before somebody who acts by “by” that tell that the passage has the same order. */
const LEAST_BEFORE_AGENT = 2;
const AGENT = statementPattern(({ agent }) => `\\b(?:${agent})\\b`);
const MEANS = statementPattern(({ means }) => `\\b(?:${means})\\b`);
const ACCORDING = new RegExp(
  `\\b(?:${claimPattern(({ vocabulary }) => vocabulary.roles.according?.replaceAll(" ", "|"))}) (?:to )?(?:(?:${articles})\\s+)?$`,
  "iu",
);
/** An owner that is no part of its own: “our country’s”. */
const OWNER = /\p{L}['’]s\s+$/u;
const OPPOSING = statementPattern(({ opposing }) => `\\b(?:${opposing})\\b`);
const OPENING = statementPattern(({ openings }) => `^(?:${openings})\\s`);
/** What stands between the items of a list, and what makes them alternatives. */
const JOINS = new RegExp(`[,;/&]|\\b(?:${joins})\\b`, "iu");
const ALTERNATIVE = statementPattern(({ alternative }) => `\\b(?:${alternative})\\b`);

/** What opens a clause that somebody says, or one more of these. */
const OPENS_CLAUSE = new RegExp(`(?:${SAYS}|\\b(?:${joins}))\\s+(?:${THAT})\\b`, "iu");

/** Returns where the noun phrase begins that ends with a part; -1 where nothing stands before it. */
const phraseStart = (parts: readonly StatementPart[], at: number): number =>
  parts.slice(0, at + 1).findLastIndex(({ gap = "" }) => !/^[\s-]*$/.test(gap));

/** Returns what stands before the noun phrase that ends with a part. */
const gapBeforePhrase = (parts: readonly StatementPart[], at: number): string =>
  parts[phraseStart(parts, at)]?.gap ?? "";

/** Tells whether a word such as “with” and “through” stands before the noun phrase of a part. */
export function isAfterMeans(parts: readonly StatementPart[], at: number): boolean {
  const from = phraseStart(parts, at);
  return MEANS.test(`${parts[from - 1]?.text} ${parts[from]?.gap}`);
}

const isActor = ({ kind, record, key }: StatementPart): boolean =>
  kind === "name"
    ? record === undefined || record.kind === "people" || record.kind === "organizations"
    : ORGANIZATIONS.has(key);

/** Tells whether a part is in the noun phrase that opens its clause, so that a verb after a comma is said of it. */
function isInSubject(parts: readonly StatementPart[], at: number): boolean {
  const from = parts.findLastIndex(({ gap = "" }, index) => index <= at && BOUNDARY.test(gap));
  return parts
    .slice(Math.max(from, 0) + 1, at + 1)
    .every(({ gap = "" }) => IN_COMPOUND.test(gap) || IN_LIST.test(gap));
}

/**
 * Tells whether a verb of the sentence has somebody else for its subject in the passage: in “Tencent moved to match Alibaba,
 * investing in …” Tencent invests, and in “Lei of Xiaomi said that firms must help” not Xiaomi. Whoever is quoted does not
 * do what his words say.
 */
function hasOtherSubject({ said, known, speaker, placeOf, isTaken }: Comparison): boolean {
  return said.some((verb, index) => {
    // “Must” and the like stand between a subject and its verb.
    const from = said.findLastIndex(({ kind }, before) => before < index && kind !== "operator");
    const subject = said[from];
    if (verb.kind !== "word" || (said[index + 1]?.kind === "number" && !PAST.test(verb.text))) return false;
    if (!subject || BOUNDARY.test(verb.text) || isSayer(said, from)) return false;
    if (!said.slice(from + 1, index + 1).every(({ gap = "" }) => BEFORE_VERB.test(gap) || gap === ""))
      return false;
    const [at, to] = [placeOf(subject), placeOf(verb)];
    if (to === undefined) return false;
    if (at === undefined) return subject.key === speaker && !known.some(({ key }) => key === speaker);
    if (at >= to)
      return (
        // Whoever is only the one to say something does not do it.
        isSayer(known, at) ||
        (RECIPIENT.test(gapBeforePhrase(known, at)) &&
          !PASSIVE.test(verb.gap ?? "") &&
          !RECEIVES.test(subject.gap ?? ""))
      );
    const isParticiple = GERUND.test(known[to]!.text) && known[to]!.gap?.startsWith(",") === true;
    if (isParticiple) return !isInSubject(known, at);
    // “When he eliminated poverty, prosperity has become …”: prosperity has.
    const own = known[to - 1]!;
    const isOwnSubject =
      to - 1 > at &&
      !isTaken(to - 1) &&
      (own.kind === "word" || own.kind === "name") &&
      !ORGANIZATIONS.has(own.key) &&
      /^\s*["”]?\s/u.test(known[to]!.gap ?? "") &&
      BEFORE_VERB.test((known[to]!.gap ?? "").replace(/["”]/gu, "")) &&
      known[to]!.gap?.trim() !== "" &&
      known.slice(at + 1, to).some(({ gap = "" }) => BOUNDARY.test(gap));
    if (isOwnSubject) return true;
    const clause = known.findLastIndex(
      ({ gap = "" }, other) => other > at && other <= to && OPENS_CLAUSE.test(gap),
    );
    if (clause < 0) return false;
    const all = known
      .slice(clause, to)
      .flatMap((part, offset) =>
        part.kind === "operator" || isRelative(part) ? [] : [{ part, isFree: !isTaken(clause + offset) }],
      );
    return (
      all.some(({ part, isFree }) => isActor(part) && isFree) ||
      (all.length > 0 && all.every(({ isFree }) => isFree))
    );
  });
}

/** Tells whether the passage has “or” between two parts that the sentence has both, with nothing of the kind between them. */
function isAlternativeLost({ shared, said, known }: Comparison): boolean {
  const owners = new Map(
    shared.flatMap(([one, other]) => (other ? [[other, said.indexOf(one)] as const] : [])),
  );
  return known.some((part, index) => {
    const [from, to] = [owners.get(known[index - 1]!), owners.get(part)];
    if (from === undefined || to === undefined || !ALTERNATIVE.test(part.gap ?? "")) return false;
    const between = said.slice(Math.min(from, to) + 1, Math.max(from, to) + 1);
    return !between.some(({ gap = "", kind }) => kind === "operator" || JOINS.test(gap));
  });
}

/**
 * Tells whether a sentence opens with a place or a time that the passage has in another clause: in “we see it in the West,
 * but the money is returned” it is not in the West that it is returned.
 */
function opensElsewhere({ shared, said, known, speaker }: Comparison): boolean {
  const parting = known.findIndex(({ gap = "", text }) => OPPOSING.test(gap) || OPPOSING.test(text));
  const [opener] = said;
  if (parting < 0 || !opener || !OPENING.test(opener.gap ?? "")) return false;
  const places = shared.flatMap(([one, other]) =>
    other && one.key !== speaker ? [[one, known.indexOf(other)] as const] : [],
  );
  const until = said.findIndex(({ gap = "" }, index) => index > 0 && !IN_COMPOUND.test(gap));
  const isOpening = ([one]: (typeof places)[number]) => said.indexOf(one) < (until < 0 ? said.length : until);
  const isBefore = ([, at]: (typeof places)[number]) => at < parting;
  const [first, rest] = [places.filter(isOpening), places.filter((place) => !isOpening(place))];
  return (
    first.length > 0 &&
    rest.length > 0 &&
    ((first.every(isBefore) && !rest.some(isBefore)) || (!first.some(isBefore) && rest.every(isBefore)))
  );
}

/**
 * Tells whether whoever acts by “by” in the sentence stands where the passage has whom it is done to: at its end too, and not
 * behind “by” or “with”.
 */
const isMadeAgent = ({ shared, known }: Comparison): boolean =>
  shared.some(([one, other], index) => {
    const before = shared.slice(0, index).flatMap(([, found]) => (found ? [found.start] : []));
    return (
      other !== undefined &&
      one.isAgent === true &&
      before.length >= LEAST_BEFORE_AGENT &&
      before.every((start) => start < other.start) &&
      !other.isAgent &&
      !isSayer(known, known.indexOf(other)) &&
      !AGENT.test(gapBeforePhrase(known, known.indexOf(other))) &&
      !isAfterMeans(known, known.indexOf(other))
    );
  });

/** Tells whether the sentence has somebody’s word for what the passage says of whose word it has: “according to a note”. */
const isOtherAccount = ({ shared, known }: Comparison): boolean =>
  shared.some(
    ([one, other]) =>
      ACCORDING.test(one.gap ?? "") &&
      shared.some(
        ([, found]) =>
          found && found !== other && ACCORDING.test(gapBeforePhrase(known, known.indexOf(found))),
      ),
  );

/** Tells whether companies are said to be of a place that the passage has but for the occasion: “companies in Shanxi gave”. */
const isOfPlace = ({ shared, said }: Comparison): boolean =>
  shared.some(([one, other]) => {
    const [before, after] = [said[said.indexOf(one) - 1], said[said.indexOf(one) + 1]];
    return (
      other?.isAdjunct === true &&
      before !== undefined &&
      isActor(before) &&
      COMPLEMENT.test(one.gap ?? "") &&
      /^\s+$/.test(after?.gap ?? "")
    );
  });

/** Tells whether the passage has two things the other way round that somebody has: “our success” and “our country’s policies”. */
function exchangesOwners({ shared }: Comparison): boolean {
  const owners = shared.flatMap(([one, other]) =>
    other && one.kind === "word" ? [[OWNER.test(one.gap ?? ""), OWNER.test(other.gap ?? "")] as const] : [],
  );
  return owners.some(([own, known]) => own && !known) && owners.some(([own, known]) => !own && known);
}

/** Tells whether a sentence says of something what the passage says of doing it: “achieving prosperity is a task”. */
const isObjectOfSubject = ({ said, known, placeOf, isTaken }: Comparison): boolean =>
  said.some((part, index) => {
    const [at, to] = [placeOf(said[index - 1] ?? part), placeOf(part)];
    if (at === undefined || to !== at + 1 || !EQUATES.test(part.gap ?? "")) return false;
    const doing = known[at - 1];
    return (
      doing !== undefined &&
      EQUATES.test(known[to]!.gap ?? "") &&
      IN_COMPOUND.test(known[at]!.gap ?? "-") &&
      GERUND.test(doing.text) &&
      !isTaken(at - 1)
    );
  });

/** Each tells of one way in which a passage that has all the parts of a sentence says something else. */
const DIFFERENCES: readonly ((comparison: Comparison) => boolean)[] = [
  ...[hasOtherSubject, isMadeAgent, exchangesOwners, isOtherAccount],
  ...[isOfPlace, hasOtherComplement, isAlternativeLost, opensElsewhere],
  isObjectOfSubject,
];

/** Tells whether a passage says a part of the sentence of somebody or something else, or in another case. */
export function isOfOtherClause(
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
  speaker: string | undefined,
): boolean {
  const places = new Map(
    shared.flatMap(([one, other]) => (other ? [[one, known.indexOf(other)] as const] : [])),
  );
  const taken = new Set(places.values());
  const comparison: Comparison = {
    shared,
    said,
    known,
    speaker,
    placeOf: (part) => places.get(part),
    isTaken: (index) => taken.has(index),
  };
  return DIFFERENCES.some((differs) => differs(comparison));
}
