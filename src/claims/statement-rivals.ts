/** Finds what a passage has in the place of a part of a sentence. */

import { claimPattern } from "../language/claim-grammar.ts";
import { numbersIn, spellOrdinals } from "../language/ordinals.ts";
import { recordNames } from "../shelf/kinds.ts";
import { agreeInTime } from "./agree-in-time.ts";
import { splitWords } from "./alignment.ts";
import { type ExplainedPhrase, isWithin } from "./statement-context.ts";
import type { SharedParts } from "./statement-order.ts";
import { areOpposite, hasKey, isLink, type StatementPart } from "./statement-parts.ts";
import { COPULA, IN_COMPOUND, statementPattern } from "./statement-patterns.ts";
import type { WordDifference } from "./verdicts.ts";
import { STATEMENT_GRAMMARS, wordKey } from "./word-keys.ts";

const WITHHELD = new Set(STATEMENT_GRAMMARS.flatMap(({ withheld }) => withheld.split(" ")));

/** Tells whether an ordinal such as “second” begins a name. */
const isOrdinalOf = (ordinal: StatementPart, name: StatementPart): boolean =>
  spellOrdinals(name.text.toLowerCase()).startsWith(`${ordinal.text} `);

/** Tells whether a part of a passage says what a part of a sentence says. */
export const isSamePart = (said: StatementPart, known: StatementPart): boolean => {
  if (said.dates && known.dates) return agreeInTime(said.dates, known.dates);
  if (said.kind === "name" && known.kind === "name" && !said.record && !known.record)
    return said.key.split(" ").every((word) => known.key.split(" ").includes(word));
  // “The second” is the second distribution, where a passage names them in turn.
  if (said.record?.kind === "terms" && known.kind === "operator") return isOrdinalOf(known, said);
  if (known.record?.kind === "terms" && said.kind === "operator") return isOrdinalOf(said, known);
  if (said.kind !== "number" && known.kind !== "number") return hasKey(said, known.key);
  // A sum without its currency is still one; so many shares are no sum of money.
  const isShare = ({ unit }: StatementPart) => unit === "percent";
  const isSameUnit =
    said.unit === known.unit ||
    said.unit === undefined ||
    (known.unit === undefined && !known.isCount && !isShare(said));
  return said.kind === known.kind && said.key === known.key && isSameUnit;
};

/** Tells whether a word is all that a name adds to a shorter one of the same term: “the initiative”. */
const isGenericEnd = (word: string, name: string, record: StatementPart["record"]): boolean =>
  record?.kind === "terms" &&
  name.toLowerCase().endsWith(` ${word.toLowerCase()}`) &&
  recordNames(record).some(
    (one) =>
      one.toLowerCase() ===
      name
        .toLowerCase()
        .slice(0, -word.length - 1)
        .replace(/["“”]+/gu, ""),
  );

/** Tells whether a passage has a part of a sentence in the name of an event, as “2008” in “2008 Sichuan earthquake”. */
export const isPartOfName = (
  { kind, text, dates }: StatementPart,
  { record, text: name }: StatementPart,
): boolean =>
  (record?.kind === "events" || isGenericEnd(text, name, record)) &&
  (kind === "word" || dates !== undefined) &&
  splitWords(text).every(({ word }) => splitWords(name).some((one) => wordKey(one.word) === wordKey(word)));

const INDEFINITE = statementPattern(({ indefinite }) => `\\b(?:${indefinite})\\s+$`);

/** Tells whether a part is one of several words after “a” that all stand in what an organization is called: “a party committee”. */
export function isDescribed(
  part: StatementPart,
  said: readonly StatementPart[],
  { record, text: name }: StatementPart,
): boolean {
  if (record?.kind !== "organizations" || part.kind !== "word") return false;
  if (said.some(({ record: one }) => one === record)) return false;
  const at = said.indexOf(part);
  const from = said.findLastIndex(({ gap = "" }, index) => index <= at && !IN_COMPOUND.test(gap));
  const rest = said.slice(from + 1).findIndex(({ gap = "" }) => !IN_COMPOUND.test(gap));
  const phrase = said.slice(from, rest < 0 ? undefined : from + 1 + rest);
  const names = [name, ...record.roles.flatMap(({ stated }) => stated ?? [])];
  const keys = new Set(splitWords(names.join(" ")).map(({ word }) => wordKey(word)));
  return (
    phrase.length > 1 &&
    INDEFINITE.test(phrase[0]!.gap ?? "") &&
    // What somebody “is” is said of them, and names nobody else.
    !COPULA.test(phrase[0]!.gap ?? "") &&
    phrase.every(({ kind, key }) => kind === "word" && keys.has(key))
  );
}

/** Tells whether a word such as “after” stands before what a passage has in the name of an event: “after the 2008 earthquake”. */
export function isBeforeEventName(
  part: StatementPart,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
): boolean {
  const next = said[said.indexOf(part) + 1];
  const isOpposed = known.some((one) => areOpposite(part, one));
  return isLink(part) && next !== undefined && !isOpposed && known.some((one) => isPartOfName(next, one));
}

/** Tells whether two parts have the same part beside them, on whichever side. */
function isBetweenSame(
  one: StatementPart,
  said: readonly StatementPart[],
  other: StatementPart,
  known: readonly StatementPart[],
): boolean {
  const [at, place] = [said.indexOf(one), known.indexOf(other)];
  const beside = [known[place - 1], known[place + 1]].filter((part) => part !== undefined);
  return [said[at - 1], said[at + 1]].some(
    (part) => part !== undefined && beside.some((next) => isSamePart(part, next)),
  );
}

/** How many parts after one may be told to stand right after it, as in “21 other central agencies”. */
const NEXT_PARTS = 2;

/** Tells whether two parts have the same part soon after them. */
export function isBeforeSame(
  one: StatementPart,
  said: readonly StatementPart[],
  other: StatementPart,
  known: readonly StatementPart[],
): boolean {
  const [at, place] = [said.indexOf(one) + 1, known.indexOf(other) + 1];
  const next = known.slice(place, place + NEXT_PARTS);
  return said.slice(at, at + NEXT_PARTS).some((part) => next.some((same) => isSamePart(part, same)));
}

/** Tells whether a word stands where a passage has a phrase that means it by a note: “supported the moves”, the donations. */
export const isMeant = (
  part: StatementPart,
  { phrase, meaning }: ExplainedPhrase,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
): boolean =>
  isWithin(part, [meaning]) &&
  known.some((one) => isWithin(one, [phrase]) && isBetweenSame(part, said, one, known));

/** Tells whether two names that are on no record have a word in common, such as “University”. */
const haveSameWord = (one: StatementPart, other: StatementPart): boolean =>
  !other.record && one.key.split(" ").some((word) => other.key.split(" ").includes(word));

const namesOf = ({ record, text }: StatementPart): string[] =>
  [text, ...(record ? recordNames(record) : [])].map((name) => name.toLowerCase());

/** Returns the keys of a name’s last word, and of all before it. */
function headOf(name: string): { readonly head: string; readonly rest: readonly string[] } {
  const words = splitWords(name).map(({ word }) => wordKey(word));
  return { head: words.at(-1) ?? "", rest: words.slice(0, -1) };
}

/**
 * Tells whether two terms name two of a kind: they differ in their first word alone, such as the first and the second
 * distribution, or in words that exclude each other, such as independent and government-run groups.
 */
const isSibling = (one: StatementPart, other: StatementPart): boolean =>
  namesOf(one).some((left) =>
    namesOf(other).some((right) => {
      if (!/\s/.test(left) || !/\s/.test(right)) return false;
      if (left.replace(/^\S+\s+/, "") === right.replace(/^\S+\s+/, "")) return true;
      const [own, known] = [headOf(left), headOf(right)];
      return (
        own.head === known.head &&
        own.rest.some((key) => known.rest.some((rest) => areOpposite({ key }, { key: rest })))
      );
    }),
  );

/** Tells whether a term has its number in its name, such as the third distribution. */
export const isOfSeries = ({ record, text }: StatementPart): boolean =>
  record?.kind === "terms" && numbersIn(spellOrdinals(text.toLowerCase())).length > 0;

/** Tells whether a passage has “the second” where a sentence has the third of the same name. */
const isOtherOrdinal = (said: StatementPart, part: StatementPart): boolean =>
  part.kind === "operator" &&
  numbersIn(part.text).length > 0 &&
  numbersIn(spellOrdinals(said.text.toLowerCase())).length > 0;

/** Tells whether a passage has the same figures in another currency. */
const isOtherCurrency = (said: StatementPart, part: StatementPart): boolean =>
  part.kind === "number" && part.unit !== undefined && part.key === said.key;

/** Tells whether a passage has the same figures in the same currency, a power of ten larger or smaller. */
const isOtherScale = (said: StatementPart, part: StatementPart): boolean =>
  part.kind === "number" &&
  part.unit === said.unit &&
  Number(part.key) > 0 &&
  Number.isInteger(Number(Math.log10(Number(said.key) / Number(part.key)).toFixed(6)));

/** Returns what differs between two parts of one sort. */
export function sortOf(said: StatementPart, known: StatementPart): WordDifference["sort"] {
  if (said.kind === "number") return said.key === known.key ? "currency" : "number";
  return said.kind === "name" || said.kind === "date" ? said.kind : undefined;
}

/** Tells whether a passage says that a sum is not known. */
export const isWithheld = ({ text }: StatementPart): boolean => WITHHELD.has(text);

const MULTIPLE = new RegExp(`^(?:${claimPattern(({ counts }) => counts.multiple)})$`, "iu");

/** Tells whether two numbers count the same: both are multiples, or what the passage counts stands before or after. */
function areOfSame(one: StatementPart, said: readonly StatementPart[], other: StatementPart): boolean {
  if (MULTIPLE.test(one.text) || MULTIPLE.test(other.text))
    return MULTIPLE.test(one.text) && MULTIPLE.test(other.text);
  if (one.of === other.of) return true;
  const before = said[said.indexOf(one) - 1];
  return before !== undefined && before.key === other.of;
}

/** Returns the rest of a longer name in the passage, where a sentence has another name after the beginning of it. */
function rivalInName(
  said: StatementPart,
  parts: readonly StatementPart[],
  shared: SharedParts,
): StatementPart | undefined {
  const at = parts.indexOf(said);
  const pair = shared.find(([one]) => one.kind === "name" && parts[at - 1] === one);
  const [one, other] = pair ?? [];
  if (!one || !other || other.kind !== "name") return undefined;
  const own = new Set(splitWords(one.text).map(({ word }) => word));
  const rest = other.text
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !own.has(word.toLowerCase()));
  return rest.length === 1 ? { ...other, text: rest[0]! } : undefined;
}

/** A sentence and one of a passage, with what they share. */
interface ComparedParts {
  readonly said: readonly StatementPart[];
  readonly known: readonly StatementPart[];
  readonly shared: SharedParts;
}

/** Returns the part of a passage that stands where the sentence has something else of the same sort. */
export function rivalOf(
  said: StatementPart,
  { said: parts, known, shared }: ComparedParts,
  taken: ReadonlySet<StatementPart>,
): StatementPart | undefined {
  const free = known.filter((part) => !taken.has(part));
  switch (said.kind) {
    case "date":
      return free.find(({ kind }) => kind === "date");
    case "number":
      return said.unit === undefined
        ? free.find(
            (part) => part.kind === "number" && part.unit === undefined && areOfSame(said, parts, part),
          )
        : free.find((part) => isOtherCurrency(said, part) || isOtherScale(said, part) || isWithheld(part));
    case "name":
      return (
        free.find(
          (part) =>
            part.kind === "name" &&
            (said.record
              ? part.record?.kind === said.record.kind &&
                (said.record.kind !== "terms" || isSibling(said, part))
              : part.record?.kind !== "terms" &&
                (isBetweenSame(said, parts, part, known) || haveSameWord(said, part))),
        ) ??
        (said.record?.kind === "terms" ? free.find((part) => isOtherOrdinal(said, part)) : undefined) ??
        (said.record ? undefined : rivalInName(said, parts, shared))
      );
    default:
      return free.find((part) => areOpposite(said, part));
  }
}
