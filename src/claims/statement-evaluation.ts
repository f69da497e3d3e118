/** Evaluates a sentence against one sentence of a passage: what shares enough with it is supported, differs or is not as stated. */
import { findRecord } from "../desk/lookup.ts";
import type { Library } from "../library/library.ts";
import { recordNames, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { defined } from "../support/defined.ts";
import { containsHan } from "../support/han.ts";
import { isOnlyWilled, type SentenceMood } from "./sentence-mood.ts";
import type { StatementMatch } from "./statement-match.ts";
import { isAscending } from "./statement-order.ts";
import { isContrast, isNegation } from "./statement-parts.ts";
import { statementPattern } from "./statement-patterns.ts";
import { isWithheld } from "./statement-rivals.ts";
import { isGivenToDonors } from "./unnamed-donors.ts";
import type { ClaimedSpeaker, WordDifference, WordsVerdict } from "./verdicts.ts";

/** A sentence, or a clause of one, and what the sentence does with its content. */
export interface MoodedText {
  readonly text: string;
  readonly mood: SentenceMood;
}

/** The fewest parts that a sentence must share with a passage; where only a figure differs, a name counts twice. */
export const LEAST_SHARED = 4;
/** The least share of all parts, names counted twice. */
const LEAST_SHARE = 0.6;
/** The most parts without any counterpart beside those that differ. */
const MOST_LOOSE = 2;
const MOST_CONFLICTS = 2;
/** With so many shared parts it is sure what a sentence speaks of. */
const SURE = 8;

/**
 * A sentence of so many parts, one of them a name on record, is compared where a passage has them all close together, at most
 * so many characters apart.
 */
const SHORT = { parts: 3, apart: 80 } as const;

/**
 * Tells whether a passage has all parts of a short sentence close together, in their order or as words of one noun phrase.
 * What stands before a colon is a teller.
 */
function isShortMatch(text: string, { shared, loose, conflicts }: StatementMatch): boolean {
  const parts = shared.flatMap(([, part]) => (part ? [part] : []));
  const places = parts.map(({ start }) => start);
  const [, ...inPhrase] = parts.toSorted((one, other) => one.start - other.start);
  return (
    loose.length === 0 &&
    conflicts.length === 0 &&
    !/[:：]/u.test(text) &&
    shared.length === SHORT.parts &&
    places.length === SHORT.parts &&
    shared.some(([{ record }]) => record !== undefined) &&
    Math.max(...places) - Math.min(...places) <= SHORT.apart &&
    (isAscending(places) || inPhrase.every(({ gap = "-" }) => /^[\s-]+$/.test(gap)))
  );
}

/** Tells whether a passage has all of a short sentence close together but its date, and that may not be another true one. */
function isShortFigure({ shared, loose, conflicts }: StatementMatch): boolean {
  const places = shared.flatMap(([, part]) => (part ? [part.start] : []));
  return (
    loose.length === 0 &&
    conflicts.length === 1 &&
    conflicts[0]!.isBefore &&
    shared.length === SHORT.parts &&
    places.length === SHORT.parts &&
    Math.max(...places) - Math.min(...places) <= SHORT.apart &&
    isAscending(places)
  );
}

/**
 * Tells whether a passage has all that a short sentence says of one term, close together, of another of the same series:
 * “the second distribution works through donations”.
 */
function isShortOfSeries({ shared, loose, conflicts, dropped }: StatementMatch): boolean {
  const places = shared.flatMap(([, part]) => (part ? [part.start] : []));
  return (
    conflicts.length === 1 &&
    conflicts[0]!.isOfSeries &&
    dropped.length === 0 &&
    loose.length <= 1 &&
    places.length >= SHORT.parts &&
    places.length === shared.length &&
    Math.max(...places) - Math.min(...places) <= SHORT.apart
  );
}

/** Counts the parts that a sentence shares with a passage; a name on record says as much as two words. */
const strengthOf = ({ shared }: StatementMatch): number =>
  shared.length + shared.filter(([{ kind, record }]) => kind === "name" && record !== undefined).length;

function verdictOn(
  text: string,
  { passage: { record, evidence } }: StatementMatch,
  kind: WordsVerdict["kind"],
  differences: readonly WordDifference[],
  otherSpeaker?: ClaimedSpeaker,
): WordsVerdict {
  return {
    about: "words",
    as: "paraphrase",
    said: text,
    sources: [...new Set(evidence.map(({ source }) => source))],
    kind,
    record,
    evidence,
    differences,
    part: false,
    marked: evidence.map(() => []),
    ...defined({ otherSpeaker }),
  };
}

/** Returns who a sentence says spoke, if the passage has somebody else's words and only that does not match. */
async function otherSpeakerOf(
  { passage, loose, shared, conflicts }: StatementMatch,
  named: readonly AnyRecord[],
  library: Library,
): Promise<ClaimedSpeaker | undefined> {
  const { record } = passage;
  if (!("speaker" in record) || record.speaker === undefined) return undefined;
  if (named.some((one) => recordRef(one) === record.speaker)) return undefined;
  const speaker = await findRecord(record.speaker, library);
  if (speaker?.kind !== "people") return undefined;
  const people = [...shared.map(([part]) => part), ...loose].flatMap(({ record: one }) =>
    one?.kind === "people" ? [one] : [],
  );
  const [only, ...more] = people;
  const others = loose.filter(({ kind }) => kind !== "name");
  const isAllElse =
    conflicts.every(({ unrecorded }) => unrecorded) &&
    others.length <= 1 &&
    others.every(({ kind }) => kind === "word");
  if (only && more.length === 0 && conflicts.length === 0)
    return loose.filter((part) => !part.record).length <= 1 ? { record: only } : undefined;
  // A name of one word may be a title, or any word with a capital.
  const names = [
    ...loose.flatMap(({ kind, record: one, text }) => (kind === "name" && !one ? [text] : [])),
    ...conflicts.map(({ said }) => said),
  ];
  return people.length === 0 && isAllElse && names.length === 1 && names[0]!.includes(" ")
    ? { name: names[0]!, titles: [] }
    : undefined;
}

/** Tells whether a sentence names whose words a passage has: what it only supposes is then what it says of those words. */
async function reportsSpeaker(
  { passage: { record }, shared }: StatementMatch,
  named: readonly AnyRecord[],
  library: Library,
): Promise<boolean> {
  if (!("speaker" in record && record.speaker)) return false;
  if (named.some((one) => recordRef(one) === record.speaker)) return true;
  const speaker = await findRecord(record.speaker, library);
  const words = (speaker ? recordNames(speaker) : [])
    .join(" ")
    .toLowerCase()
    .split(/[\s-]+/);
  return shared.some(([{ text }]) => words.includes(text.toLowerCase()));
}

const HOW_MUCH = statementPattern(({ howMuch }) => `\\b(?:${howMuch})\\b`);

/** Tells whether a sentence says what is not known of a speaker's organization: that is the source's remark, not his. */
const isWithheldByOwn = (
  text: string,
  { shared }: StatementMatch,
  speaker: AnyRecord,
  named: readonly AnyRecord[],
): boolean =>
  speaker.kind === "people" &&
  HOW_MUCH.test(text) &&
  shared.some(([, part]) => part && isWithheld(part)) &&
  named.some((one) => speaker.roles.some(({ of }) => recordRef(one) === `organizations/${of}`)) &&
  !named.some(({ kind }) => kind === "people");

/** Tells whether a sentence names whoever a passage reports or quotes, where it has words of theirs. */
async function namesSpeaker(
  text: string,
  match: StatementMatch,
  named: readonly AnyRecord[],
  library: Library,
): Promise<boolean> {
  const { record } = match.passage;
  if (!("speaker" in record && record.speaker) || match.isOwnVoice) return true;
  if (await reportsSpeaker(match, named, library)) return true;
  const speaker = await findRecord(record.speaker, library);
  if (speaker && isWithheldByOwn(text, match, speaker, named)) return true;
  // What an institution reports or explains is stated without it, too; what a crowd or a person thinks is not.
  return speaker?.kind === "organizations" && speaker.type === "organization";
}

/** Tells whether a sentence joins what a passage says before “unlike” to what it says of others after it. */
function isAfterContrast({ dropped, shared }: StatementMatch): boolean {
  const [contrast, ...more] = dropped;
  if (!contrast || more.length > 0 || !isContrast(contrast)) return false;
  const words = shared.flatMap(([, part]) => (part?.kind === "word" ? [part] : []));
  return (
    words.filter(({ start }) => start < contrast.start).length >= 2 &&
    words.filter(({ start }) => start > contrast.start).length >= 2
  );
}

/** Evaluates a match. What a sentence only supposes or denies differs from nothing. */
export async function evaluateMatch(
  { text, mood }: MoodedText,
  match: StatementMatch,
  named: readonly AnyRecord[],
  library: Library,
): Promise<WordsVerdict | undefined> {
  const verdict = await compareMatch(text, match, named, library);
  const { conflicts, loose, dropped, shared } = match;
  const isNearCopy = shared.length >= SURE && dropped.length > 0 && dropped.every(isNegation);
  const isOtherVoice = verdict?.otherSpeaker !== undefined && mood === "supposes" && /["“「『]/u.test(text);
  const isOwn =
    isOtherVoice ||
    (mood === "supposes" && isOnlyWilled(text) && (await reportsSpeaker(match, named, library))) ||
    mood === "asserts" ||
    (loose.length === 0 && (isNearCopy || (conflicts.length > 0 && !containsHan(text))));
  return verdict?.kind === "supported" || isOwn ? verdict : undefined;
}

async function compareMatch(
  text: string,
  match: StatementMatch,
  named: readonly AnyRecord[],
  library: Library,
): Promise<WordsVerdict | undefined> {
  const { shared, conflicts, loose, dropped, exchanged, isTurned, isMisplaced, isOfOther } = match;
  const { record } = match.passage;
  if (record.kind === "pledges" && record.donorsStated !== undefined && isGivenToDonors(text))
    return undefined;
  const isOneConflict = conflicts.length === 1 && loose.length <= 1;
  // A name on record says as much as two words where one figure, or one word for its opposite, is all that differs.
  const isCounted = isOneConflict && (conflicts[0]!.isFigure || strengthOf(match) > LEAST_SHARED);
  if (isShortFigure(match) || isShortOfSeries(match)) return verdictOn(text, match, "differs", conflicts);
  if (
    isCounted ? strengthOf(match) < LEAST_SHARED : shared.length < LEAST_SHARED && !isShortMatch(text, match)
  )
    return undefined;
  if (exchanged.length > 0 && loose.length === 0 && conflicts.length === 0)
    return verdictOn(text, match, "differs", exchanged);
  const isWhole = loose.length === 0 && conflicts.length === 0;
  if (isMisplaced && isWhole && !containsHan(text) && strengthOf(match) > LEAST_SHARED)
    return verdictOn(text, match, "not-as-stated", []);
  const isOther = conflicts.length > 0 && shared.length >= SURE;
  if ((isTurned && !isOther) || isMisplaced || isOfOther) return undefined;
  const otherSpeaker = await otherSpeakerOf(match, named, library);
  if (otherSpeaker) return verdictOn(text, match, "differs", [], otherSpeaker);
  if (isWhole) {
    if (isAfterContrast(match)) return verdictOn(text, match, "not-as-stated", []);
    if (match.isTurnedRound) return undefined;
    if (dropped.length === 0)
      return (await namesSpeaker(text, match, named, library))
        ? verdictOn(text, match, "supported", [])
        : undefined;
    return dropped.every(isNegation)
      ? verdictOn(
          text,
          match,
          "differs",
          dropped.map((part) => ({ said: "", known: part.text })),
        )
      : undefined;
  }
  const denials = dropped.filter(isNegation);
  if (
    denials.length > 0 &&
    conflicts.length === 0 &&
    loose.length <= (shared.length >= SURE ? 2 : 1) &&
    shared.length > LEAST_SHARED + 1
  )
    return verdictOn(
      text,
      match,
      "differs",
      denials.map((part) => ({ said: "", known: part.text })),
    );
  // Another may have given as much for the same, and no source tells.
  if (conflicts.some((conflict) => conflict.isOtherGiver)) return undefined;
  // A denial of the opposite may say the same.
  if ([...loose, ...dropped].some(isNegation)) return undefined;
  const isSame =
    conflicts.length > 0 &&
    conflicts.length <= MOST_CONFLICTS &&
    loose.length <= Math.max(MOST_LOOSE, shared.length / 3) &&
    !loose.some(({ kind }) => kind === "number") &&
    strengthOf(match) / (strengthOf(match) + conflicts.length + loose.length) >= LEAST_SHARE;
  // A name that is not on record may be one that the sources have not.
  const isRecorded = conflicts.every(({ unrecorded }) => unrecorded !== true);
  return isSame ? verdictOn(text, match, isRecorded ? "differs" : "not-as-stated", conflicts) : undefined;
}
