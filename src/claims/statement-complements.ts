/** Tells whether a word has another object or complement in a passage than in a sentence. */
import type { SharedParts } from "./statement-order.ts";
import type { StatementPart } from "./statement-parts.ts";
import { BOUNDARY, GERUND, IN_COMPOUND } from "./statement-patterns.ts";
import { STATEMENT_GRAMMARS } from "./word-keys.ts";

const articles = STATEMENT_GRAMMARS.map(({ articles: one, determiners }) => `${one}|${determiners}`).join(
  "|",
);
const joins = STATEMENT_GRAMMARS.map(({ joins: one }) => one).join("|");
const AFTER_NOUN = new RegExp(
  `^[\\p{L}\\s]*\\s(${STATEMENT_GRAMMARS.map(({ prepositions }) => prepositions).join("|")})\\s+(?:(?:${articles})\\s+)?$`,
  "iu",
);
export const COMPLEMENT = new RegExp(
  `^\\s+(${STATEMENT_GRAMMARS.map(({ prepositions }) => prepositions).join("|")})\\s+(?:(?:${articles})\\s+)?$`,
  "iu",
);
/** What stands between the items of a list. */
const JOINS = new RegExp(`[,;/&]|\\b(?:${joins})\\b`, "iu");
/** What stands between the words of a noun with its complements, as in “its goal of prosperity for all”. */
const NOMINAL = new RegExp(
  `^(?:['’]s)?[\\s-]*(?:(?:${STATEMENT_GRAMMARS.map(({ prepositions }) => prepositions).join("|")}|${articles})\\s+)*$`,
  "iu",
);
const DETERMINED = new RegExp(`^\\s+(?:(?:${articles})\\s+)?$`, "iu");

export const IN_LIST = new RegExp(`[,&]|\\b(?:${joins})\\b|^['’]?s?\\s*$`, "iu");

/** A sentence beside a sentence of a passage. */
export interface Comparison {
  readonly shared: SharedParts;
  readonly said: readonly StatementPart[];
  readonly known: readonly StatementPart[];
  /** Whose words the passage has, as a reference. */
  readonly speaker: string | undefined;
  /** Where the passage has a part of the sentence, as an index. */
  placeOf(part: StatementPart): number | undefined;
  /** Whether a part of the passage, by its index, is one of the sentence too. */
  isTaken(index: number): boolean;
}

/** Returns the preposition before a part, or nothing for an object; undefined for anything else. */
const complementOf = ({ gap = "" }: StatementPart): string | undefined =>
  (COMPLEMENT.exec(gap) ?? AFTER_NOUN.exec(gap))?.[1]?.toLowerCase() ??
  (DETERMINED.test(gap) ? "" : undefined);

const OPPOSED = STATEMENT_GRAMMARS.flatMap(({ opposed }) =>
  opposed.map((pair) => pair.map((words) => words.split(" "))),
);

/** Tells whether two prepositions say opposite ways, as in “money from the public” and “money for the public”. */
const areOpposed = (one: string, other: string): boolean =>
  OPPOSED.some(
    ([left, right]) =>
      (left!.includes(one) && right!.includes(other)) || (right!.includes(one) && left!.includes(other)),
  );

/** Tells whether a phrase ends with a word of a name that stands before it, as “the northern province” after “Shanxi Province”. */
function takesUp(known: readonly StatementPart[], from: number, name: StatementPart): boolean {
  const rest = known.slice(from + 1).findIndex(({ gap = "" }) => !IN_COMPOUND.test(gap));
  const head = known[rest < 0 ? known.length - 1 : from + rest]!;
  return (
    name.record !== undefined &&
    name.start < known[from]!.start &&
    /\sthe\s+$/u.test(known[from]!.gap ?? "") &&
    name.text.toLowerCase().split(/\s+/).includes(head.text.toLowerCase())
  );
}

/**
 * Tells whether a word of the sentence is followed by another complement or object in the passage: “an obstacle to stability”
 * is none to growth, and who doubles the money does not double earnings.
 */
export function hasOtherComplement({ said, known, placeOf, isTaken }: Comparison): boolean {
  return said.some((part, index) => {
    const before = said[index - 1];
    const word = complementOf(part);
    if (!before || word === undefined) return false;
    const [at, to] = [placeOf(before), placeOf(part)];
    if (at === undefined || to === undefined || to === at) return false;
    if (to === at + 1) return areOpposed(word, complementOf(known[to]!) ?? "");
    const next = known[at + 1];
    if (!next) return false;
    // “The northern province” takes up the province that was named.
    const isOther =
      complementOf(next) === word &&
      !isTaken(at + 1) &&
      next.kind !== "operator" &&
      !takesUp(known, at + 1, known[to]!);
    if (to < at) return isOther && word !== "";
    // “Connected to the collapse of X, calling it a threat to Y” connects nothing to Y.
    const governor = known[to - 1]!;
    const isOfLaterWord =
      word !== "" && governor.kind === "word" && !isTaken(to - 1) && complementOf(known[to]!) === word;
    const between = known.slice(at + 1, to).map(({ gap = "" }) => gap);
    const isOneList = between.every((gap) => IN_LIST.test(gap) || IN_COMPOUND.test(gap));
    if (isOfLaterWord && !isOneList && between.some((gap) => BOUNDARY.test(gap))) return true;
    if (!isOther) return false;
    const rest = known.slice(at + 2, to + 1);
    return !rest.every(
      ({ gap = "", text }) =>
        // What is added by “and” to a verb is none of its objects.
        (IN_LIST.test(gap) && !(JOINS.test(gap) && GERUND.test(text))) || (word === "" && NOMINAL.test(gap)),
    );
  });
}

/**
 * Tells whether the passage has something else where a sentence has a complement of its own after the same word and the same
 * preposition: “favor with the public”, and “favor with Beijing”.
 */
export const hasOtherObject = (
  loose: readonly StatementPart[],
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
): boolean =>
  loose.some((part) => {
    const before = said[said.indexOf(part) - 1];
    const word = complementOf(part);
    const governor = shared.find(([one]) => one === before)?.[1];
    const next = governor && known[known.indexOf(governor) + 1];
    return (
      !!word &&
      before?.kind !== "operator" &&
      part.kind !== "operator" &&
      next !== undefined &&
      complementOf(next) === word &&
      !shared.some(([, other]) => other === next)
    );
  });
