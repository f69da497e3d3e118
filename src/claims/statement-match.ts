/** Matches a sentence, part by part, with the sentences of passages, in whatever words each is put. */
import type { Library } from "../library/library.ts";
import { containsFolded } from "../shelf/evidence.ts";
import { distinctRecords, recordNames, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";
import { memoizeByKey } from "../support/memoize.ts";
import { splitWords } from "./alignment.ts";
import { NAMED_KINDS } from "./name-tokens.ts";
import { type IndexedPassage, passageIndex } from "./passage-index.ts";
import { splitMessage } from "./sentences.ts";
import {
  eventsBeside,
  eventsIn,
  isBesideEvent,
  isDay,
  isMaker,
  isOtherGiver,
  isOwnDate,
  isOwnRole,
  isTeller,
  knownPeople,
} from "./statement-context.ts";
import {
  exchangedNames,
  hasOtherOrder,
  isInRelativeClause,
  isPutElsewhere,
  type SharedParts,
} from "./statement-order.ts";
import {
  agreeInTime,
  areOpposite,
  isContrast,
  isLimiting,
  isNegation,
  isRelative,
  joinPhrases,
  readStatement,
  type StatementPart,
  wordKey,
} from "./statement-words.ts";
import type { WordDifference } from "./verdicts.ts";

/** The fewest parts of a sentence that a passage must share with it to be compared at all. */
const LEAST_SHARED = 3;

/** How many parts after a limiting word may be what it limits. */
const LIMITED_PARTS = 2;
/** The longest sentence that is compared as a whole, in UTF-16 units and in parts. */
const MOST_CHARACTERS = 500;
const MOST_PARTS = 60;
/** How many characters before the first shared word a limiting word still limits it, as in “won’t make”. */
const BEFORE = 12;

/** A difference between names, numbers, dates or words. */
interface StatementConflict extends WordDifference {
  /** Whether the sentence has a name that is on no record. */
  readonly unrecorded?: boolean;
  /** Whether the passage has a donor there, and the sentence somebody of whom no commitment is on record. */
  readonly isOtherGiver?: boolean;
}

/** How a sentence compares with one sentence of a passage. */
export interface StatementMatch {
  readonly passage: IndexedPassage;
  /** Parts with what they match; undefined for a name that the record, not the passage, has. */
  readonly shared: SharedParts;
  /** Parts where the passage has something else of the same sort. */
  readonly conflicts: readonly StatementConflict[];
  /** Parts that the passage has nothing for. */
  readonly loose: readonly StatementPart[];
  /** Names that the passage has in each other’s place, in what is else the same order. */
  readonly exchanged: readonly WordDifference[];
  /** Whether the names stand in another order, so that something else may be said. */
  readonly isTurned: boolean;
  /** Whether a number is of something else in the passage, or another part follows a word such as “instead”. */
  readonly isMisplaced: boolean;
  /** Whether the passage says a part of it of somebody else, in a relative clause. */
  readonly isOfOther: boolean;
  /** Words of the passage that limit or deny what it says and that the sentence leaves out. */
  readonly dropped: readonly StatementPart[];
}

const isSamePart = (said: StatementPart, known: StatementPart): boolean => {
  if (said.dates && known.dates) return agreeInTime(said.dates, known.dates);
  if (said.kind === "name" && known.kind === "name" && !said.record && !known.record)
    return said.key.split(" ").every((word) => known.key.split(" ").includes(word));
  // “The second” is the second distribution, where a passage names them in turn.
  if (said.record?.kind === "terms" && known.kind === "operator")
    return said.text.toLowerCase().startsWith(`${known.text} `);
  if (said.kind !== "number" && known.kind !== "number") return said.key === known.key;
  // A sum without its currency is still one; so many shares are no sum of money.
  const isSameUnit =
    said.unit === known.unit || said.unit === undefined || (known.unit === undefined && !known.isCount);
  return said.kind === known.kind && said.key === known.key && isSameUnit;
};

/** Tells whether two parts have the same part before or after them. */
function isBetweenSame(
  one: StatementPart,
  said: readonly StatementPart[],
  other: StatementPart,
  known: readonly StatementPart[],
): boolean {
  const [at, place] = [said.indexOf(one), known.indexOf(other)];
  return [-1, 1].some((step) => {
    const [left, right] = [said[at + step], known[place + step]];
    return left !== undefined && right !== undefined && isSamePart(left, right);
  });
}

/** Tells whether two terms differ in their first word alone, such as the first and the second distribution. */
const isSibling = (one: StatementPart, other: StatementPart): boolean => {
  const [left, right] = [one, other].map(({ text }) => text.toLowerCase().replace(/^\S+\s+/, ""));
  return left === right && /\s/.test(one.text);
};

/** Tells whether a passage has the same figures in another currency. */
const isOtherCurrency = (said: StatementPart, part: StatementPart): boolean =>
  part.kind === "number" && part.unit !== undefined && part.key === said.key;

/** Returns the part of a passage that stands where the sentence has something else of the same sort. */
function rivalOf(
  said: StatementPart,
  context: { readonly said: readonly StatementPart[] },
  known: readonly StatementPart[],
  taken: ReadonlySet<StatementPart>,
): StatementPart | undefined {
  const free = known.filter((part) => !taken.has(part));
  switch (said.kind) {
    case "date":
      return free.find(({ kind }) => kind === "date");
    case "number":
      return said.unit === undefined
        ? free.find((part) => part.kind === "number" && part.unit === undefined && part.of === said.of)
        : free.find((part) => isOtherCurrency(said, part));
    case "name":
      return free.find(
        (part) =>
          part.kind === "name" &&
          (said.record
            ? part.record?.kind === said.record.kind &&
              (said.record.kind !== "terms" || isSibling(said, part))
            : part.record?.kind !== "terms" && isBetweenSame(said, context.said, part, known)),
      );
    default:
      return free.find((part) => areOpposite(said, part));
  }
}

/** The most sentences of passages that are kept as read. */
const MOST_KEPT = 2_000;
const statementsOf = memoizeByKey((_: Library) => new Map<string, readonly StatementPart[]>());

/** Reads a sentence of a passage, or returns it as read before. */
async function readPassage(exact: string, library: Library): Promise<readonly StatementPart[]> {
  const kept = statementsOf(library);
  const known = kept.get(exact);
  if (known) return known;
  const read = readStatement(exact, await library.mentions(exact, NAMED_KINDS));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(exact, read);
  return read;
}

async function matchSentence(
  said: readonly StatementPart[],
  exact: string,
  passage: IndexedPassage,
  library: Library,
): Promise<StatementMatch> {
  const known = await readPassage(exact, library);
  const about = new Set<string>([recordRef(passage.record), ...referencesOf(passage.record)]);
  const people = await knownPeople(passage, library);
  const isKnownAround = async (part: StatementPart) =>
    part.record
      ? (part.record.kind !== "terms" && about.has(part.key)) ||
        people.organizations.has(part.key) ||
        people.roles.some((text) => recordNames(part.record!).some((name) => containsFolded(name, text))) ||
        (await isMaker(part.record, passage, library))
      : [passage.record, ...eventsBeside(part, said), ...(isDay(part) ? eventsIn(said) : [])].some((event) =>
          isOwnDate(part, event),
        ) || splitWords(part.text).every(({ word }) => people.keys.has(wordKey(word)));
  const shared: [StatementPart, StatementPart | undefined][] = [];
  const taken = new Set<StatementPart>();
  const open: StatementPart[] = [];
  for (const part of said) {
    const same =
      known.find((candidate) => !taken.has(candidate) && candidate.text === part.text) ??
      known.find((candidate) => !taken.has(candidate) && isSamePart(part, candidate)) ??
      // A second denial turns what is said.
      (isNegation(part) ? undefined : known.find((candidate) => isSamePart(part, candidate)));
    if (same) taken.add(same);
    if (same || (await isKnownAround(part))) shared.push([part, same]);
    else if (
      !isRelative(part) &&
      !isBesideEvent(part, said) &&
      !isOwnRole(part, said) &&
      !(await isTeller(part, library))
    )
      open.push(part);
  }
  const conflicts: StatementConflict[] = [];
  const loose: StatementPart[] = [];
  for (const part of open) {
    const rival = rivalOf(part, { said }, known, taken);
    if (rival) taken.add(rival);
    if (rival)
      conflicts.push({
        ...{ said: part.text, known: rival.text },
        unrecorded: part.kind === "name" && part.record === undefined,
        isOtherGiver: await isOtherGiver(part, rival, passage.record, library),
      });
    else loose.push(part);
  }
  const places = shared.flatMap(([, part]) =>
    part && part.kind !== "name" && !isRelative(part) ? [part.start] : [],
  );
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const dropped = known.filter(
    (part, index) =>
      !taken.has(part) &&
      ((isContrast(part) && places.some((place) => place > part.start)) ||
        (isLimiting(part) &&
          part.start > first - BEFORE &&
          part.start < last &&
          known.slice(index + 1, index + 1 + LIMITED_PARTS).some((next) => taken.has(next)))),
  );
  return {
    ...{ passage, shared, conflicts, loose, dropped },
    exchanged: exchangedNames(shared),
    isTurned: hasOtherOrder(shared),
    isMisplaced: isPutElsewhere(shared, said, known),
    isOfOther: isInRelativeClause(shared, said, known),
  };
}

/** Returns how a sentence compares with those of the passages nearest to it, best first. */
export async function matchStatement(
  text: string,
  named: readonly AnyRecord[],
  library: Library,
): Promise<StatementMatch[]> {
  if (text.length > MOST_CHARACTERS) return [];
  const again = await library.mentions(joinPhrases(text), NAMED_KINDS);
  const said = readStatement(text, distinctRecords([...named, ...again]));
  if (said.length < LEAST_SHARED || said.length > MOST_PARTS) return [];
  const meant = said.map((part) => part.meant ?? "");
  const sought = splitWords([text, ...named.flatMap(recordNames), ...meant].join(" "));
  const matches: StatementMatch[] = [];
  for (const passage of (await passageIndex(library)).near(sought))
    for (const { exact } of passage.evidence)
      for (const sentence of splitMessage(exact, []))
        matches.push(await matchSentence(said, sentence.text, passage, library));
  const score = ({ shared, conflicts, loose }: StatementMatch) =>
    shared.length - loose.length / 2 - conflicts.length / 4;
  return matches
    .filter(({ shared }) => shared.length >= LEAST_SHARED)
    .toSorted((one, other) => score(other) - score(one));
}
