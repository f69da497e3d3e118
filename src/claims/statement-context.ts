/** What is on record around a passage and a sentence: people with their roles, events with their dates, publishers. */

import { findRecord } from "../desk/lookup.ts";
import { type NoteLike, noteText } from "../desk/notes.ts";
import { sourcesByMaker } from "../desk/resolve-source.ts";
import { claimPattern } from "../language/claim-grammar.ts";
import type { Library } from "../library/library.ts";
import { containsFolded } from "../shelf/evidence.ts";
import { recordNames, recordRef } from "../shelf/kinds.ts";
import { donorRefs, occasionRefs } from "../shelf/pledge-parts.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";
import { containsHan } from "../support/han.ts";
import { agreeInTime } from "./agree-in-time.ts";
import { splitWords } from "./alignment.ts";
import { locateNames } from "./name-tokens.ts";
import type { NearPassage } from "./near-passages.ts";
import { pledgesConcerning } from "./pledge-candidates.ts";
import { hasKey, isLimiting, isLink, isNegation, type StatementPart } from "./statement-parts.ts";
import { ORGANIZATIONS, THAT } from "./statement-patterns.ts";
import { STATEMENT_GRAMMARS, wordKey } from "./word-keys.ts";

/** A note that says what a quoted phrase means. */
const EXPLAINS = new RegExp(
  `“([^”]{1,60})” (?:${STATEMENT_GRAMMARS.map(({ explains }) => explains).join("|")}) ([^.;]{1,200})`,
  "gu",
);

/** Tells whether a record is the publisher or the author of a passage. */
export const isMaker = async (
  record: AnyRecord,
  { evidence }: NearPassage,
  library: Library,
): Promise<boolean> =>
  (await sourcesByMaker(record, library)).some(({ id }) => evidence.some(({ source }) => source === id));

/** Tells whether a record publishes or wrote any source: a sentence that names it says where it has something from. */
export const isTeller = async ({ record }: StatementPart, library: Library): Promise<boolean> =>
  record !== undefined &&
  record.kind === "organizations" &&
  (await sourcesByMaker(record, library)).length > 0;

/** What is on record of the people whom a passage is about or from: the words of names and roles, and organizations. */
interface KnownPeople {
  readonly organizations: ReadonlySet<string>;
  readonly roles: readonly string[];
  /** Names and roles, as written. */
  readonly texts: readonly string[];
  /** What notes say that phrases of the passage mean. */
  readonly explained: readonly ExplainedPhrase[];
}

/** A phrase of a passage with what a note says that it means. */
export interface ExplainedPhrase {
  readonly phrase: string;
  readonly meaning: string;
}

/** Returns what notes say that phrases of a passage mean, as in “‘These donations’ are those for Zhengzhou”. */
const explanationsIn = (notes: readonly NoteLike[], exact: string): ExplainedPhrase[] =>
  notes
    .map(noteText)
    .flatMap((note) => [...note.matchAll(EXPLAINS)])
    .flatMap(({ 1: phrase = "", 2: meaning = "" }) =>
      containsFolded(phrase.toLowerCase(), exact.toLowerCase()) ? [{ phrase, meaning }] : [],
    );

export async function knownPeople({ record, evidence }: NearPassage, library: Library): Promise<KnownPeople> {
  const records = await Promise.all(referencesOf(record).map((ref) => findRecord(ref, library)));
  const people = [record, ...records].filter((one) => one?.kind === "people");
  const roles = people.flatMap((person) => person.roles.flatMap(({ stated }) => stated ?? []));
  const via = "via" in record && record.via ? [record.via.stated] : [];
  const explained = evidence.flatMap(({ exact, note }) => explanationsIn([...record.notes, note], exact));
  const texts = [...people.flatMap(recordNames), ...roles, ...via];
  return {
    roles,
    texts,
    explained,
    organizations: new Set(
      people.flatMap(({ roles }) =>
        roles.flatMap(({ of }) => (of === undefined ? [] : [`organizations/${of}`])),
      ),
    ),
  };
}

/** Tells whether a passage has a donor where a sentence has somebody of whom no commitment is on record. */
export async function isOtherGiver(
  { record: said }: StatementPart,
  known: StatementPart,
  record: AnyRecord,
  library: Library,
): Promise<boolean> {
  if (!said || record.kind !== "pledges" || !donorRefs(record).some((ref) => ref === known.key)) return false;
  return (await pledgesConcerning(said, library)).pledges.length === 0;
}

/** Returns the occasion of a commitment, in the place of an event that is none of its occasions. */
export async function otherOccasion(
  { record: said }: StatementPart,
  all: readonly StatementPart[],
  record: AnyRecord,
  library: Library,
): Promise<AnyRecord | undefined> {
  if (said?.kind !== "events" || record.kind !== "pledges") return undefined;
  const occasions = occasionRefs(record);
  if (occasions.length !== 1 || occasions.includes(recordRef(said))) return undefined;
  // “Before Shanxi was flooded” is no other occasion beside the own one.
  if (all.some(({ key }) => key === occasions[0])) return undefined;
  return findRecord(occasions[0]!, library);
}

/** Tells whether a date is that of an event. */
export const isOwnDate = ({ dates }: Pick<StatementPart, "dates">, record: AnyRecord): boolean =>
  dates !== undefined &&
  record.kind === "events" &&
  record.when.date !== undefined &&
  agreeInTime(dates, { date: record.when.date, to: record.when.to });

/** Returns the events named right beside a part, as in “the 2008 earthquake”. */
export const eventsBeside = (part: StatementPart, said: readonly StatementPart[]): AnyRecord[] => {
  const at = said.indexOf(part);
  return [said[at - 1]?.record, said[at + 1]?.record].filter((record) => record?.kind === "events");
};

export const eventsIn = (said: readonly StatementPart[]): AnyRecord[] =>
  said.flatMap(({ record }) => (record?.kind === "events" ? [record] : []));

const BEFORE = new RegExp(`^(?:${claimPattern(({ events }) => events.before)})$`, "iu");

/** How far from the name of an event a word may stand that says what happened there. */
const DESCRIBED_PARTS = 2;

/** Returns the events of which a part only says what their names say, too: “the July rain in Zhengzhou”. */
export function eventsDescribed(part: StatementPart, said: readonly StatementPart[]): AnyRecord[] {
  if (part.kind !== "word") return [];
  const at = said.indexOf(part);
  return eventsIn(said.slice(Math.max(0, at - DESCRIBED_PARTS), at + DESCRIBED_PARTS + 1)).filter((event) =>
    containsHan(part.text)
      ? part.text.length > 1 && recordNames(event).some((name) => name.includes(part.text))
      : isWithin(part, recordNames(event)),
  );
}

/** Tells whether a note says that a phrase of the passage means a record: “this” is the third distribution. */
export const isExplained = (record: AnyRecord, { explained }: KnownPeople): boolean =>
  explained.some(({ meaning }) => locateNames(meaning, [record]).length > 0);

/** Tells whether a word such as “after” belongs to an event that the sentence names; what was before it is another time. */
export const isBesideEvent = (part: StatementPart, said: readonly StatementPart[]): boolean =>
  isLink(part) &&
  !BEFORE.test(part.text) &&
  eventsBeside(
    part,
    said.filter((one) => one === part || (one.kind !== "date" && eventsDescribed(one, said).length === 0)),
  ).length > 0;

/** What makes a name a part of what is said, as in “home to Daniel”. */
const COMPLEMENT = new RegExp(
  `\\b(?:${STATEMENT_GRAMMARS.map(({ recipients }) => recipients).join("|")}|of)\\s+$`,
  "iu",
);

/** Tells whether a sentence may name a person as who wrote its source, and not as somebody of whom it says something. */
export const mayBeAuthor = ({ record, gap = "" }: StatementPart): boolean =>
  record?.kind !== "people" || !COMPLEMENT.test(gap);

/** Tells whether a part says of somebody whom the sentence names what is on record of him. */
export function isOwnRole(part: StatementPart, said: readonly StatementPart[]): boolean {
  const roles = said.flatMap(({ record }) => (record?.kind === "people" ? record.roles : []));
  if (part.record) return roles.some(({ of }) => part.key === `organizations/${of}`);
  const stated = roles.flatMap(({ stated = "" }) => stated);
  return part.kind !== "number" && part.kind !== "date" && isWithin(part, stated);
}

/** What stands between an owner and what is owned; in Chinese it is one character. */
const POSSESSIVE = /^(?:['’]s?\s+|\p{Script=Han})$/u;
const CLAUSE_OPENING = new RegExp(
  `\\b(?:${THAT}|${claimPattern(({ sentences }) => sentences.tells)})\\s+(?:(?:${STATEMENT_GRAMMARS.map(({ determiners }) => determiners).join("|")})\\s+)?$`,
  "iu",
);

/** Tells whether a part acts in a clause of its own, as in “said that the government must”: it is nobody’s role there. */
export const opensClause = ({ gap = "" }: StatementPart): boolean => CLAUSE_OPENING.test(gap);

/** Tells whether a name owns what the passage has as somebody else’s: “our country’s policies” are not Qihoo’s. */
export function ownsOther(
  part: StatementPart,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
): boolean {
  const next = said[said.indexOf(part) + 1];
  if (next?.kind !== "word" || !POSSESSIVE.test(next.gap ?? "")) return false;
  const owned = known.find((one) => one.key === next.key || hasKey(next, one.key));
  return owned !== undefined && /['’]s\s/u.test(owned.gap ?? "");
}

/**
 * Tells whether a word may be of the role of somebody whom the sentence names: what “must” stands before is what he says, and
 * not who he is.
 */
export function isBesidePerson(part: StatementPart, said: readonly StatementPart[]): boolean {
  const at = said.indexOf(part);
  const people = said.flatMap(({ record }, index) => (record?.kind === "people" ? [index] : []));
  const isBeside = (person: number) =>
    !said.slice(Math.min(at, person) + 1, Math.max(at, person)).some(isLimiting);
  if (people.length > 0) return people.some(isBeside);
  const from = said.findLastIndex(({ gap = "" }, index) => index <= at && /[\p{P}]/u.test(gap));
  return !said.slice(Math.max(from, 0), at).some(isLimiting);
}

/** Tells whether some texts have a name as it is, or the words of anything else. */
export function isWithin({ kind, text }: StatementPart, texts: readonly string[]): boolean {
  if (kind === "name" && /\s/.test(text)) return texts.some((one) => containsFolded(text, one));
  const keys = new Set(texts.flatMap((one) => splitWords(one).map(({ word }) => wordKey(word))));
  return splitWords(text).every(({ word }) => keys.has(wordKey(word)));
}

/** Tells whether a date is exact to the day. */
export const isDay = ({ dates }: StatementPart): boolean => /-\d\d-\d\d$/.test(dates?.date ?? "");

const HEDGES = new Set(STATEMENT_GRAMMARS.flatMap(({ hedges }) => hedges.split(" ")));

/** Tells whether a part only weakens a denial, as “likely” in “not likely”: a plain denial says that too. */
export const isHedge = (part: StatementPart, said: readonly StatementPart[]): boolean => {
  const before = said[said.indexOf(part) - 1];
  return HEDGES.has(part.text) && before !== undefined && isNegation(before);
};

/** Names of countries with the words that may stand for one: its capital and its government. */
const METONYMS = STATEMENT_GRAMMARS.flatMap(({ metonyms }) =>
  metonyms.map(([country, words]) => ({ country, words: new Set(words.split(" ")) })),
);

/** Tells whether a part that opens a sentence stands for a country that a text names; elsewhere it may be but a place. */
export const isMetonym = (part: StatementPart, said: readonly StatementPart[], exact: string): boolean =>
  said[0] === part &&
  METONYMS.some(({ country, words }) => words.has(part.text.toLowerCase()) && containsFolded(country, exact));

/** How many parts after a number may stand before what it counts, as in “four of China’s big tech firms”. */
const COUNTED_PARTS = 3;

/** Tells whether a number counts the organizations that a passage names one by one. */
export function isNumberOfNamed(
  part: StatementPart,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
  record: AnyRecord,
): boolean {
  if (part.kind !== "number" || part.unit !== undefined) return false;
  const at = said.indexOf(part) + 1;
  const named = new Set<string>(
    record.kind === "pledges" && record.joint
      ? donorRefs(record)
      : known.flatMap(({ record: one, key }) => (one?.kind === "organizations" ? [key] : [])),
  );
  return (
    said
      .slice(at, at + COUNTED_PARTS)
      .some(({ key, senses = [] }) => [key, ...senses].some((one) => ORGANIZATIONS.has(one))) &&
    named.size > 1 &&
    part.key === `${named.size}`
  );
}
