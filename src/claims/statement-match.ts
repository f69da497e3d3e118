/** Matches a sentence, part by part, with the sentences of passages, in whatever words each is put. */
import { sourcesByMaker } from "../desk/resolve-source.ts";
import { sharedLibrary } from "../library/answer-library.ts";
import type { Library } from "../library/library.ts";
import { namedIn } from "../library/lookups.ts";
import { distinctRecords, recordNames, recordRef } from "../shelf/kinds.ts";
import { isNamedIn } from "../shelf/named-in.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";
import { containsHan } from "../support/han.ts";
import { lazy } from "../support/lazy.ts";
import { memoizeByKey } from "../support/memoize.ts";
import { hasOtherTense } from "./completion.ts";
import { READ_KINDS } from "./name-tokens.ts";
import { type NearPassage, nearPassages } from "./near-passages.ts";
import { isOpposite } from "./opposites.ts";
import { findQuoted } from "./quoted-spans.ts";
import { longSentences } from "./sentences.ts";
import { isOfOtherClause } from "./statement-clauses.ts";
import {
  eventsBeside,
  eventsIn,
  isBesideEvent,
  isBesidePerson,
  isDay,
  isHedge,
  isMaker,
  isMetonym,
  isNumberOfNamed,
  isOtherGiver,
  isOwnDate,
  isOwnRole,
  isTeller,
  isWithin,
  knownPeople,
  opensClause,
  ownsOther,
} from "./statement-context.ts";
import {
  deniesOther,
  exchangedNames,
  hasOtherOrder,
  isInRelativeClause,
  isOfOtherName,
  isPutElsewhere,
  type SharedParts,
} from "./statement-order.ts";
import {
  hasKey,
  isContrast,
  isLimiting,
  isLink,
  isNegation,
  isRelative,
  type StatementPart,
  textOf,
} from "./statement-parts.ts";
import { isPartOfName, isSamePart, rivalOf } from "./statement-rivals.ts";
import { isTurnedRound } from "./statement-roles.ts";
import { joinPhrases, readStatement } from "./statement-words.ts";
import type { WordDifference } from "./verdicts.ts";

/** The fewest parts of a sentence that a passage must share with it to be compared at all. */
const LEAST_SHARED = 3;

/** How many parts after a limiting word may be what it limits. */
const LIMITED_PARTS = 2;
/** The longest sentence that is compared as a whole, in UTF-16 units and in parts. */
const MOST_CHARACTERS = 500;
const MOST_PARTS = 60;
/**
 * How many characters before the first shared word a limiting word still limits it, as in “only gave”, and one that denies it
 * or opens a phrase, as in “instead of relying on”.
 */
const BEFORE = { word: 12, phrase: 30 } as const;

/** A difference between names, numbers, dates or words. */
interface StatementConflict extends WordDifference {
  /** Whether the sentence has a name that is on no record. */
  readonly unrecorded?: boolean;
  /** Whether it is a number or a date that differs. */
  readonly isFigure: boolean;
  /** Whether the passage has a donor there, and the sentence somebody of whom no commitment is on record. */
  readonly isOtherGiver?: boolean;
}

/** How a sentence compares with one sentence of a passage. */
export interface StatementMatch {
  readonly passage: NearPassage;
  /** Parts with what they match; undefined for a name that the record, not the passage, has. */
  readonly shared: SharedParts;
  /** Parts where the passage has something else of the same sort. */
  readonly conflicts: readonly StatementConflict[];
  /** Parts that the passage has nothing for. */
  readonly loose: readonly StatementPart[];
  /** Names that the passage has in each other’s place, in what is else the same order. */
  readonly exchanged: readonly WordDifference[];
  /** Whether the names stand in another order or something is done that is only promised, so that something else is said. */
  readonly isTurned: boolean;
  /** Whether other parts do, so that who did what to whom may be another. */
  readonly isTurnedRound: boolean;
  /** Whether a number is of something else in the passage, or another part follows a word such as “instead”. */
  readonly isMisplaced: boolean;
  /** Whether the passage says a part of it of somebody else, in a relative clause or before another name. */
  readonly isOfOther: boolean;
  /** Whether all of it stands outside quotation marks around a quotation: the source itself says it. */
  readonly isOwnVoice: boolean;
  /** Words of the passage that limit or deny what it says and that the sentence leaves out. */
  readonly dropped: readonly StatementPart[];
}

/** The most sentences of passages that are kept as read. */
const MOST_KEPT = 2_000;
const statementsOf = memoizeByKey((_: Library) => new Map<string, readonly StatementPart[]>());

/** Reads a sentence of a passage, or returns it as read before. */
async function readPassage(exact: string, library: Library): Promise<readonly StatementPart[]> {
  const kept = statementsOf(sharedLibrary(library));
  const known = kept.get(exact);
  if (known) return known;
  const read = readStatement(exact, await namedIn(exact, READ_KINDS, library));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(exact, read);
  return read;
}

/** Tells whether the words that a passage shares stand outside its quotations. */
function isOutsideQuotations(exact: string, shared: SharedParts): boolean {
  const text = joinPhrases(exact);
  const quoted = findQuoted(text);
  const marks = text.match(/["“”]/gu)?.length ?? 0;
  return (
    marks === quoted.length * 2 &&
    shared.every(
      ([, part]) =>
        !part ||
        part.kind === "name" ||
        !quoted.some(({ start, end }) => part.start >= start && part.start < end),
    )
  );
}

/** Returns what differs between two parts of one sort. */
function sortOf(said: StatementPart, known: StatementPart): WordDifference["sort"] {
  if (said.kind === "number") return said.key === known.key ? "currency" : "number";
  return said.kind === "name" || said.kind === "date" ? said.kind : undefined;
}

async function matchSentence(
  said: readonly StatementPart[],
  exact: string,
  passage: NearPassage,
  library: Library,
): Promise<StatementMatch> {
  const known = await readPassage(exact, library);
  const about = new Set<string>([recordRef(passage.record), ...referencesOf(passage.record)]);
  const people = await knownPeople(passage, library);
  // Another day in the passage is when it happened, whatever the sentence names beside its own.
  const isOtherDay = (part: StatementPart) => isDay(part) && known.some(isDay);
  const datedBy = (part: StatementPart) => [
    passage.record,
    ...(isOtherDay(part) ? [] : eventsBeside(part, said)),
    ...(isDay(part) && !isOtherDay(part) ? eventsIn(said) : []),
  ];
  /** Tells whether the passage names who publishes, whom the sentence does not: then another publisher is not meant. */
  const namesOtherOutlet = lazy(async () => {
    const others = known.filter(({ key }) => !said.some((one) => one.key === key));
    return (await Promise.all(others.map((part) => isTeller(part, library)))).includes(true);
  });
  const isKnownAround = async (part: StatementPart) =>
    part.record
      ? (part.record.kind !== "terms" && about.has(part.key) && !ownsOther(part, said, known)) ||
        (!opensClause(part) &&
          !ownsOther(part, said, known) &&
          (people.organizations.has(part.key) ||
            people.texts.some((text) => isNamedIn(part.record!, text)))) ||
        (await isMaker(part.record, passage, library))
      : datedBy(part).some((event) => isOwnDate(part, event)) ||
        (!opensClause(part) && isBesidePerson(part, said) && isWithin(part, people.texts));
  const shared: [StatementPart, StatementPart | undefined][] = [];
  const taken = new Set<StatementPart>();
  const open: StatementPart[] = [];
  // Of several like it, the one after what was matched last.
  let reached = -1;
  const findFree = (isSame: (candidate: StatementPart) => boolean) => {
    const all = known.filter((candidate) => !taken.has(candidate) && isSame(candidate));
    return all.find(({ start }) => start > reached) ?? all[0];
  };
  for (const part of said) {
    const same =
      findFree((candidate) => candidate.text.toLowerCase() === part.text.toLowerCase()) ??
      findFree((candidate) => isSamePart(part, candidate)) ??
      // A second denial turns what is said.
      (isNegation(part) ? undefined : known.find((candidate) => isSamePart(part, candidate))) ??
      known.find((candidate) => isPartOfName(part, candidate));
    if (same) {
      taken.add(same);
      reached = same.start;
    }
    const isOtherOutlet = !same && (await isTeller(part, library)) && (await namesOtherOutlet());
    if (
      same ||
      isNumberOfNamed(part, said, known, passage.record) ||
      (!isOtherOutlet && (await isKnownAround(part)))
    )
      shared.push([part, same]);
    else if (
      !isRelative(part) &&
      !isHedge(part, said) &&
      !isMetonym(part, exact) &&
      !isBesideEvent(part, said) &&
      (!isOwnRole(part, said) || ownsOther(part, said, known)) &&
      (isOtherOutlet || !(await isTeller(part, library)))
    )
      open.push(part);
  }
  const conflicts: StatementConflict[] = [];
  const loose: StatementPart[] = [];
  for (const part of open) {
    const rival = rivalOf(part, { said, known, shared }, taken);
    if (rival) taken.add(rival);
    if (rival)
      conflicts.push({
        ...{ said: part.text, known: rival.text, sort: sortOf(part, rival) },
        isFigure: part.kind === "number" || part.kind === "date",
        unrecorded: part.kind === "name" && part.record === undefined,
        isOtherGiver: await isOtherGiver(part, rival, passage.record, library),
      });
    else loose.push(part);
  }
  const speaker = "speaker" in passage.record ? passage.record.speaker : undefined;
  const places = shared.flatMap(([, part]) =>
    part && part.kind !== "name" && !isRelative(part) ? [part.start] : [],
  );
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const dropped = known.filter(
    (part, index) =>
      !taken.has(part) &&
      !said.some((one) => hasKey(one, part.key) && isLimiting(part) && !isNegation(part)) &&
      ((isContrast(part) && places.some((place) => place > part.start)) ||
        (isLimiting(part) &&
          part.start > first - (isLink(part) || isNegation(part) ? BEFORE.phrase : BEFORE.word) &&
          part.start < last &&
          known.slice(index + 1, index + 1 + LIMITED_PARTS).some((next) => taken.has(next)))),
  );
  return {
    ...{ passage, shared, conflicts, loose, dropped },
    exchanged: exchangedNames(shared),
    isOwnVoice:
      passage.record.kind === "quotes" && !passage.isQuotation && isOutsideQuotations(exact, shared),
    isTurned: hasOtherOrder(shared, said, known, speaker) || hasOtherTense(shared, said, known),
    isTurnedRound:
      isOpposite(textOf(said), textOf(known)) ||
      deniesOther(shared, said, known) ||
      isOfOtherClause(shared, said, known, speaker) ||
      (!said.some(({ text }) => containsHan(text)) && isTurnedRound(shared, said, known, speaker)),
    isMisplaced: isPutElsewhere(shared, said, known),
    isOfOther: isInRelativeClause(shared, said, known) || isOfOtherName(shared, said, known),
  };
}

/** Returns how a sentence compares with those of the passages nearest to it, best first. */
export async function matchStatement(
  text: string,
  named: readonly AnyRecord[],
  library: Library,
): Promise<StatementMatch[]> {
  if (text.length > MOST_CHARACTERS) return [];
  const again = await namedIn(joinPhrases(text), READ_KINDS, library);
  const said = readStatement(text, distinctRecords([...named, ...again]));
  if (said.length < LEAST_SHARED || said.length > MOST_PARTS) return [];
  const meant = said.map((part) => part.meant ?? "");
  const sought = [text, ...named.flatMap(recordNames), ...meant].join(" ");
  // Who publishes is asked with the passages, not for each of them.
  const [passages] = await Promise.all([
    nearPassages(sought, library),
    ...said.flatMap(({ record }) => (record ? [sourcesByMaker(record, library)] : [])),
  ]);
  const matches = await Promise.all(
    passages.flatMap((passage) =>
      passage.evidence
        .flatMap(({ exact }) => longSentences(exact))
        .map((sentence) => matchSentence(said, sentence, passage, library)),
    ),
  );
  const score = ({ shared, conflicts, loose }: StatementMatch) =>
    shared.length - loose.length / 2 - conflicts.length / 4;
  return matches
    .filter(({ shared }) => shared.length >= LEAST_SHARED)
    .toSorted((one, other) => score(other) - score(one));
}
