/** Reads whose pledges are asked for, and what they were for: “alibaba and tencent”, “alibaba for zhengzhou”. */
import { MOST_LISTED } from "../../src/desk/answer-parts.ts";
import { type ListedName, parseNames } from "../../src/desk/name-list.ts";
import { isPledge, PLEDGE_SUBJECTS } from "../../src/desk/pledges.ts";
import { lookUpWords } from "../../src/desk/unnamed.ts";
import { isEveryone, isGenericName } from "../../src/language/name-forms.ts";
import type { Library } from "../../src/library/library.ts";
import { compactName, foldName, nameWords } from "../../src/shelf/fold.ts";
import {
  distinctRecords,
  type RecordKind,
  recordNames,
  recordRef,
  recordRefs,
} from "../../src/shelf/kinds.ts";
import { donorRefs } from "../../src/shelf/pledge-parts.ts";
import type { AnyRecord, PledgeRecord } from "../../src/shelf/records.ts";
import { containsHan } from "../../src/support/han.ts";
import { isGivenBy } from "./parts.ts";

/** What a text says of whose pledges are asked for. */
export interface PledgeSubjects {
  /** Donors, and pledges that are named themselves or by the words of a source for those who gave. */
  readonly donors: readonly AnyRecord[];
  readonly occasions: readonly AnyRecord[];
  /** Names in the text that no source has. */
  readonly unnamed: readonly string[];
  /** Names in the text that may be somebody’s, and are on no record. */
  readonly unknown: readonly string[];
  /** Words that say more about the pledges: “flood relief”. */
  readonly topics: readonly string[];
}

const isOccasion = ({ kind }: AnyRecord): boolean => kind === "events" || kind === "terms";

/** Tells whether a pledge is named in full: by its own name, or by the words for its donors. */
const isNamedInFull = (pledge: AnyRecord, words: string): boolean =>
  [pledge.id, ...recordNames(pledge)].some((name) => compactName(name) === compactName(words));

/** Returns the records that a name in the text surely means; an empty list when it may mean something else. */
function meantBy(name: ListedName): readonly AnyRecord[] {
  if (name.type === "several")
    return name.matches.every((record) => isGivenBy(record, name.typed)) ? name.matches : [];
  if (name.type !== "one" || name.likeness) return [];
  return isPledge(name.match) && !isNamedInFull(name.match, name.typed) ? [] : [name.match];
}

const isExact = (name: ListedName): boolean => meantBy(name).length > 0;

/** Tells whether a name may mean several subjects. A word of several pledges means none of them. */
const isUnclear = (name: ListedName): boolean =>
  name.type === "several" && !isExact(name) && !name.matches.every(isPledge);

const READ: readonly RecordKind[] = [...PLEDGE_SUBJECTS, "pledges"];

/** Tells whether one name of the text touches another, so that both may be parts of a third: the Alibaba Foundation. */
const touches = (text: string, one: string, other: string): boolean =>
  foldName(text).includes(`${foldName(one)} ${foldName(other)}`) && !containsHan(one + other);

/**
 * Reads several names, or one name with other words.
 * @returns undefined when the text is one name, or has none that is known exactly
 */
export async function readPledgeSubjects(
  text: string,
  library: Library,
): Promise<PledgeSubjects | undefined> {
  const listed = await parseNames(text, READ, library);
  const named = distinctRecords(listed.flatMap(meantBy));
  const others = listed.filter((one) => !isExact(one));
  if (named.length === 0 || listed.length < 2 || others.some(isUnclear)) return undefined;
  const isPart = others.some(({ typed }) =>
    listed.some(
      (one) => isExact(one) && (touches(text, one.typed, typed) || touches(text, typed, one.typed)),
    ),
  );
  if (isPart) return undefined;
  const donors = named.filter((record) => !isOccasion(record));
  const unnamed: string[] = [];
  const unknown: string[] = [];
  const topics: string[] = [];
  for (const { typed } of others) {
    const words = nameWords(foldName(typed));
    if (isEveryone(foldName(typed))) continue;
    const use = await lookUpWords(typed, library);
    // What comes before the known name is who gave; after a donor come purposes, which may be put in any words.
    const isDonor =
      donors.length === 0 || listed.findIndex(isExact) > listed.findIndex((one) => one.typed === typed);
    if (use.unnamed.length > 0 && (isDonor || use.unnamed.length === use.words.length)) unnamed.push(typed);
    else if (isDonor || isGenericName(words)) unknown.push(typed);
    else topics.push(typed);
  }
  return { donors, occasions: named.filter(isOccasion), unnamed, unknown, topics };
}

/** The pledges that a text asks for: those of the donors for the occasions, and the donors’ others. */
export interface SubjectPledges {
  readonly pledges: readonly PledgeRecord[];
  /** How many of them, from the first on, are the donors’ for the occasions. */
  readonly matching: number;
  /** How many after those are for the occasions, by donors that no source names: they may be the donors’. */
  readonly unattributed: number;
  /** The donors of none of them. */
  readonly without: readonly AnyRecord[];
  /** How many there are: more than these of a donor or an occasion with more than a list shows. */
  readonly total: number;
}

/** Finds the pledges of several subjects. Where donors and occasions are named, those that match both come first. */
export async function findPledges(
  { donors, occasions, topics }: PledgeSubjects,
  library: Library,
): Promise<SubjectPledges> {
  let left = 0;
  const of = async (record: AnyRecord): Promise<PledgeRecord[]> => {
    if (isPledge(record)) return [record];
    const concerning = recordRef(record);
    const found = await library.find({ kinds: ["pledges"], concerning, most: MOST_LISTED });
    left += found.total - found.hits.length;
    return found.hits.filter(isPledge);
  };
  const [byDonor, byOccasion] = await Promise.all([
    Promise.all(donors.map(of)),
    Promise.all(occasions.map(of)),
  ]);
  const without = donors.filter((_, index) => byDonor[index]!.length === 0);
  const forOccasions = distinctRecords(byOccasion.flat());
  if (donors.length === 0)
    return {
      pledges: forOccasions,
      matching: forOccasions.length,
      unattributed: 0,
      without,
      total: forOccasions.length + left,
    };
  const theirs = distinctRecords(byDonor.flat());
  const wanted = recordRefs(forOccasions);
  // A commitment named beside its own donor says which of the donor’s is meant.
  const others = recordRefs(donors.flatMap((donor, index) => (isPledge(donor) ? [] : byDonor[index]!)));
  const meant = recordRefs(donors.filter((donor) => isPledge(donor) && others.has(recordRef(donor))));
  const told = await Promise.all(
    topics.map(async (words) =>
      recordRefs((await library.find({ words, in: "passages", kinds: ["pledges"] })).hits),
    ),
  );
  const matches = (pledge: PledgeRecord) =>
    meant.has(recordRef(pledge)) ||
    (occasions.length > 0
      ? wanted.has(recordRef(pledge))
      : told.length > 0 && told.every((refs) => refs.has(recordRef(pledge))));
  const first = theirs.filter(matches);
  const unattributed =
    first.length > 0 ? [] : forOccasions.filter((pledge) => donorRefs(pledge).length === 0);
  const pledges = [...first, ...unattributed, ...theirs.filter((pledge) => !matches(pledge))];
  return {
    pledges,
    unattributed: unattributed.length,
    matching: occasions.length > 0 || meant.size > 0 ? first.length : theirs.length,
    without,
    total: pledges.length + left,
  };
}
