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
import { hasOtherObject } from "./statement-complements.ts";
import {
  eventsBeside,
  eventsDescribed,
  eventsIn,
  isBesideEvent,
  isBesidePerson,
  isDay,
  isExplained,
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
  mayBeAuthor,
  opensClause,
  otherOccasion,
  ownsOther,
} from "./statement-context.ts";
import { droppedWords } from "./statement-dropped.ts";
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
  areOpposite,
  isLink,
  isNegation,
  isRelative,
  type StatementPart,
  textOf,
} from "./statement-parts.ts";
import {
  isBeforeEventName,
  isBeforeSame,
  isDescribed,
  isMeant,
  isOfSeries,
  isPartOfName,
  isSamePart,
  rivalOf,
  sortOf,
} from "./statement-rivals.ts";
import { isTurnedRound } from "./statement-roles.ts";
import { joinPhrases, readStatement } from "./statement-words.ts";
import type { WordDifference } from "./verdicts.ts";

/** The fewest parts of a sentence that a passage must share with it to be compared at all. */
const LEAST_SHARED = 3;

/** The longest sentence that is compared as a whole, in UTF-16 units and in parts. */
const MOST_CHARACTERS = 500;
const MOST_PARTS = 60;
/** A difference between names, numbers, dates or words. */
interface StatementConflict extends WordDifference {
  /** Whether the sentence has a name that is on no record. */
  readonly unrecorded?: boolean;
  /** Whether it is a number or a date that differs, and a date before the one since which the passage has it. */
  readonly isFigure: boolean;
  readonly isBefore: boolean;
  /** Whether it is a term, and the passage has another of its series there. */
  readonly isOfSeries: boolean;
  /** Whether the passage has a donor there, and the sentence somebody of whom no commitment is on record. */
  readonly isOtherGiver?: boolean;
}

const UNLIKE = { isFigure: false, isBefore: false, isOfSeries: false, sort: "name" } as const;

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
  /** Whether a word has another complement after the same preposition: “favor with the public”, and “favor with Beijing”. */
  readonly isOfOtherObject: boolean;
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
        isExplained(part.record, people) ||
        (mayBeAuthor(part) && (await isMaker(part.record, passage, library)))
      : people.explained.some((one) => isMeant(part, one, said, known)) ||
        eventsDescribed(part, said).some((event) => about.has(recordRef(event))) ||
        datedBy(part).some((event) => isOwnDate(part, event)) ||
        (!opensClause(part) && isBesidePerson(part, said) && isWithin(part, people.texts));
  const shared: [StatementPart, StatementPart | undefined][] = [];
  const taken = new Set<StatementPart>();
  const open: StatementPart[] = [];
  // Of several like it, the one beside the same word, or else the one after what was matched last.
  let reached = -1;
  const findFree = (part: StatementPart, isSame: (candidate: StatementPart) => boolean) => {
    const all = known.filter((candidate) => !taken.has(candidate) && isSame(candidate));
    const beside =
      all.length > 1 ? all.filter((candidate) => isBeforeSame(part, said, candidate, known)) : [];
    const [only, ...more] = beside;
    return (more.length === 0 ? only : undefined) ?? all.find(({ start }) => start > reached) ?? all[0];
  };
  for (const part of said) {
    const same =
      findFree(part, (candidate) => candidate.text.toLowerCase() === part.text.toLowerCase()) ??
      findFree(part, (candidate) => isSamePart(part, candidate)) ??
      // A second denial turns what is said.
      (isNegation(part) ? undefined : known.find((candidate) => isSamePart(part, candidate))) ??
      known.find((candidate) => isPartOfName(part, candidate) || isDescribed(part, said, candidate));
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
      !isMetonym(part, said, exact) &&
      !(isBesideEvent(part, said) && !known.some((one) => areOpposite(part, one))) &&
      !isBeforeEventName(part, said, known) &&
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
    const occasion = rival ? undefined : await otherOccasion(part, said, passage.record, library);
    if (occasion) conflicts.push({ ...UNLIKE, said: part.text, known: recordNames(occasion)[0]! });
    else if (rival)
      conflicts.push({
        ...{ said: part.text, known: rival.text, sort: sortOf(part, rival) },
        isFigure: part.kind === "number" || part.kind === "date",
        isBefore:
          (part.dates?.date ?? "") < (rival.dates?.date ?? "") &&
          isLink(known[known.indexOf(rival) - 1] ?? part),
        isOfSeries: isOfSeries(part),
        unrecorded: part.kind === "name" && part.record === undefined,
        isOtherGiver: await isOtherGiver(part, rival, passage.record, library),
      });
    else loose.push(part);
  }
  const speaker = "speaker" in passage.record ? passage.record.speaker : undefined;
  const dropped = droppedWords(shared, said, known, taken);
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
    isOfOtherObject: hasOtherObject(loose, shared, said, known),
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
