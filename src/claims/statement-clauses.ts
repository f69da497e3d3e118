/** Tells whether a verb has another subject in a passage, or a noun another complement. */
import { claimPattern } from "../language/claim-grammar.ts";
import { isSayer } from "./statement-attribution.ts";
import type { SharedParts } from "./statement-order.ts";
import { GERUND, statementPattern } from "./statement-patterns.ts";
import { isRelative, type StatementPart } from "./statement-words.ts";
import { STATEMENT_GRAMMARS, wordKey } from "./word-keys.ts";

const ORGANIZATIONS = new Set(STATEMENT_GRAMMARS.flatMap(({ counted }) => counted.split(" ").map(wordKey)));
/** What stands between the words of one noun phrase. */
const IN_COMPOUND = /^(?:['’]s)?[\s-]*$/u;
const auxiliaries = STATEMENT_GRAMMARS.map(({ passives, actives }) => `${passives}|${actives}`).join("|");
/** What stands between a subject and its verb. */
const BEFORE_VERB = new RegExp(`^\\s+(?:(?:${auxiliaries})\\s+){0,3}$`, "iu");
const BOUNDARY = statementPattern(({ boundaries }) => boundaries);
const articles = STATEMENT_GRAMMARS.map(({ articles: one, determiners }) => `${one}|${determiners}`).join(
  "|",
);
const COMPLEMENT = new RegExp(
  `^\\s+(${STATEMENT_GRAMMARS.map(({ prepositions }) => prepositions).join("|")})\\s+(?:(?:${articles})\\s+)?$`,
  "iu",
);
const joins = STATEMENT_GRAMMARS.map(({ joins: one }) => one).join("|");
const IN_LIST = new RegExp(`[,&]|\\b(?:${joins})\\b|^['’]?s?\\s*$`, "iu");

const says = claimPattern(({ vocabulary }) => vocabulary.roles.says?.replaceAll(" ", "|"));
const that = STATEMENT_GRAMMARS.map((grammar) => grammar.that).join("|");
/** What opens a clause that somebody says, or one more of these. */
const OPENS_CLAUSE = new RegExp(`(?:${says}|\\b(?:${joins}))\\s+(?:${that})\\b`, "iu");

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
 * investing in …” Tencent invests, and in “Lei of Xiaomi said that firms must help” not Xiaomi.
 */
export function hasOtherSubject(
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
): boolean {
  const place = new Map(
    shared.flatMap(([one, other]) => (other ? [[one, known.indexOf(other)] as const] : [])),
  );
  const taken = new Set(place.values());
  return said.some((verb, index) => {
    // “Must” and the like stand between a subject and its verb.
    const from = said.findLastIndex(({ kind }, before) => before < index && kind !== "operator");
    const subject = said[from];
    if (verb.kind !== "word" || !subject || BOUNDARY.test(verb.text) || isSayer(said, from)) return false;
    if (!said.slice(from + 1, index + 1).every(({ gap = "" }) => BEFORE_VERB.test(gap))) return false;
    const [at, to] = [place.get(subject), place.get(verb)];
    if (at === undefined || to === undefined || at >= to) return false;
    const isParticiple = GERUND.test(known[to]!.text) && known[to]!.gap?.startsWith(",") === true;
    if (isParticiple) return !isInSubject(known, at);
    const clause = known.findLastIndex(
      ({ gap = "" }, other) => other > at && other <= to && OPENS_CLAUSE.test(gap),
    );
    if (clause < 0) return false;
    const own = known
      .slice(clause, to)
      .flatMap((part, offset) =>
        part.kind === "operator" || isRelative(part) ? [] : [{ part, isTaken: taken.has(clause + offset) }],
      );
    return (
      own.some(({ part, isTaken }) => isActor(part) && !isTaken) ||
      (own.length > 0 && !own.some(({ isTaken }) => isTaken))
    );
  });
}

/**
 * Tells whether a noun of the sentence is followed by another complement in the passage: “an obstacle to stability” is none
 * to growth.
 */
export function hasOtherComplement(
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
): boolean {
  const place = new Map(
    shared.flatMap(([one, other]) => (other ? [[one, known.indexOf(other)] as const] : [])),
  );
  const taken = new Set(place.values());
  return said.some((part, index) => {
    const before = said[index - 1];
    const word = COMPLEMENT.exec(part.gap ?? "")?.[1]?.toLowerCase();
    if (!before || word === undefined) return false;
    const [at, to] = [place.get(before), place.get(part)];
    if (at === undefined || to === undefined || to <= at + 1) return false;
    const next = known[at + 1]!;
    if (COMPLEMENT.exec(next.gap ?? "")?.[1]?.toLowerCase() !== word || taken.has(at + 1)) return false;
    return !known.slice(at + 2, to + 1).every(({ gap = "" }) => IN_LIST.test(gap));
  });
}
