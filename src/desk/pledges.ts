/** Shared logic of the commands that show pledges: subjects, order, differences between accounts. */

import type { Messages } from "../language/messages.ts";
import type { Library, Page, RecordTally } from "../library/library.ts";
import { type RecordKind, recordRef } from "../shelf/kinds.ts";
import { accountsWithout, amountKey, donorRefs } from "../shelf/pledge-parts.ts";
import type { AnyRecord, PledgeAccount, PledgeRecord } from "../shelf/records.ts";
import type { AnswerSource, Block } from "./answer.ts";
import { MOST_LISTED } from "./answer-parts.ts";
import { recordName } from "./lookup.ts";

/** The kinds of records by which pledges can be found. */
export const PLEDGE_SUBJECTS: readonly RecordKind[] = ["organizations", "people", "events", "terms"];

export const isPledge = (record: AnyRecord): record is PledgeRecord => record.kind === "pledges";

/** Returns a sort key: pledges of one donor first, joint sums last, and stated sums before the others in each group. */
export function pledgeOrder(pledge: PledgeRecord): number {
  const stated = pledge.accounts.some(({ amount }) => amount.status === "stated");
  return (pledge.joint ? 4 : 0) + (pledge.donors.length > 1 ? 2 : 0) + (stated ? 0 : 1);
}

/** Returns the names of a pledge's donors; an empty list when the source names none. */
export const donorNames = (pledge: PledgeRecord, library: Library): Promise<string[]> =>
  Promise.all(donorRefs(pledge).map((ref) => recordName(ref, library)));

/** Tells whether a record is the only donor of a pledge, so that nobody needs to be named beside it. */
export function isOnlyDonor(pledge: PledgeRecord, record: AnyRecord | undefined): boolean {
  const [donor, ...others] = donorRefs(pledge);
  return record !== undefined && others.length === 0 && donor === recordRef(record);
}

/** What pledges can be found by: the first of their donors and their occasions, and how many there are. */
interface PledgeSubjects {
  readonly donors: Page<AnyRecord>;
  readonly occasions: Page<AnyRecord>;
}

/** Returns the donors and the occasions of pledges, in the order of the shelf. */
export async function pledgeSubjects(library: Library): Promise<PledgeSubjects> {
  const listed = (appearing: "donor" | "occasion") =>
    library.find({ kinds: PLEDGE_SUBJECTS, appearing, most: MOST_LISTED });
  const [donors, occasions] = await Promise.all([listed("donor"), listed("occasion")]);
  return { donors, occasions };
}

/** Returns the words by which sources call donors whom they do not name. */
export async function donorGroups(library: Library): Promise<string[]> {
  const { hits } = await library.find({ kinds: ["pledges"], donorsStated: true, most: MOST_LISTED });
  return [...new Set(hits.flatMap((pledge) => (isPledge(pledge) ? (pledge.donorsStated ?? []) : [])))];
}

/** Tells whether pledges concern a record: it gave, was given to, or announced it. */
export const isPledged = ({ counts }: RecordTally): boolean => (counts.pledges ?? 0) > 0;

/**
 * Says which accounts of a pledge do not name what was asked about, because only others are on that occasion.
 * @param publishers the publisher of each account's source
 */
export function occasionNotes(
  pledge: PledgeRecord,
  subjects: readonly AnyRecord[],
  publishers: readonly string[],
  messages: Messages,
): string[] {
  return subjects.flatMap((subject) => {
    const without = accountsWithout(pledge, recordRef(subject));
    return publishers.flatMap((publisher, index) =>
      without.includes(index) ? [messages.pledge.withoutOccasion(publisher, subject.label)] : [],
    );
  });
}

/** A property on which accounts differ, and its value in each account, with the source. */
interface AccountDifference {
  readonly what: string;
  readonly each: readonly string[];
}

/**
 * Returns the differences between the accounts of one pledge: in their amounts and in their periods.
 * @param formatValue formats the value of an account by its index; with the number of its source by default
 */
export function accountDifferences(
  accounts: readonly PledgeAccount[],
  sources: readonly Pick<AnswerSource, "number">[],
  messages: Messages,
  formatValue = (text: string, account: number): string =>
    messages.pledge.said(text, sources[account]!.number),
): AccountDifference[] {
  const say = messages.pledge;
  const amount = (account: PledgeAccount) =>
    account.amount.status === "unstated" ? say.unstated : messages.quoted(account.amount.stated);
  const period = (account: PledgeAccount) =>
    account.period ? messages.quoted(account.period) : say.noPeriod;
  const sum = ({ amount }: PledgeAccount) => amountKey(amount);
  const differ = (of: (account: PledgeAccount) => string) => new Set(accounts.map(of)).size > 1;
  const each = (of: (account: PledgeAccount) => string) =>
    accounts.map((account, index) => formatValue(of(account), index));
  return [
    ...(differ(sum) ? [{ what: say.amount, each: each(amount) }] : []),
    ...(differ(period) ? [{ what: say.period, each: each(period) }] : []),
  ];
}

/** Returns the differences between a pledge's accounts as a note; an empty list when they agree. */
export function differenceNote(
  accounts: readonly PledgeAccount[],
  sources: readonly Pick<AnswerSource, "number">[],
  messages: Messages,
): Block[] {
  const differences = accountDifferences(accounts, sources, messages).map(({ what, each }) =>
    messages.pledge.on(what, each),
  );
  return differences.length === 0
    ? []
    : [{ type: "note", texts: [messages.pledge.differs, ...differences], differs: true }];
}
