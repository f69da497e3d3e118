/** What commands that show commitments have in common: which they are, their order, and on what their accounts differ. */

import type { Messages } from "../language/messages.ts";
import type { Library } from "../library/library.ts";
import { type RecordKind, type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, PledgeAccount, PledgeRecord } from "../shelf/records.ts";
import type { AnswerSource, Block } from "./answer.ts";
import { recordName } from "./lookup.ts";

/** What a commitment may be looked for by. */
export const PLEDGE_SUBJECTS: readonly RecordKind[] = ["organizations", "people", "events", "terms"];

export const isPledge = (record: AnyRecord): record is PledgeRecord => record.kind === "pledges";

/** One donor's own commitments first, stated sums before others; sums of several donors together last. */
export function pledgeOrder(pledge: PledgeRecord): number {
  const stated = pledge.accounts.some(({ amount }) => amount.status === "stated");
  return (pledge.joint ? 4 : 0) + (pledge.donors.length > 1 ? 2 : 0) + (stated ? 0 : 1);
}

/** The donors as the desk calls them; none where the source names none. */
export const donorNames = (pledge: PledgeRecord, library: Library): Promise<string[]> =>
  Promise.all(pledge.donors.map((id) => recordName(`organizations/${id}`, library)));

/** Everything that a commitment can be asked by: its donors, and its occasions. */
export async function pledgeSubjects(
  library: Library,
): Promise<{ donors: AnyRecord[]; occasions: AnyRecord[] }> {
  const pledges = (await library.find({ kinds: ["pledges"] })).hits.filter(isPledge);
  const donors = new Set<RecordRef>(
    pledges.flatMap((pledge) => pledge.donors.map((id): RecordRef => `organizations/${id}`)),
  );
  const occasions = new Set<RecordRef>(pledges.flatMap((pledge) => pledge.occasions));
  const all = (await library.find({ kinds: PLEDGE_SUBJECTS })).hits;
  const among = (refs: ReadonlySet<RecordRef>) => all.filter((record) => refs.has(recordRef(record)));
  return { donors: among(donors), occasions: among(occasions) };
}

/** One thing on which accounts differ, and what each has there, with its source. */
interface AccountDifference {
  readonly what: string;
  readonly each: readonly string[];
}

/** On what the accounts of one commitment differ: their amounts, their periods; each with its source's number, unless it is named otherwise. */
export function accountDifferences(
  accounts: readonly PledgeAccount[],
  sources: readonly Pick<AnswerSource, "number">[],
  messages: Messages,
  said = (text: string, account: number): string => messages.pledge.said(text, sources[account]!.number),
): AccountDifference[] {
  const say = messages.pledge;
  const amount = (account: PledgeAccount) =>
    account.amount.status === "unstated" ? say.unstated : messages.quoted(account.amount.stated);
  const period = (account: PledgeAccount) =>
    account.period ? messages.quoted(account.period) : say.noPeriod;
  const sum = ({ amount: it }: PledgeAccount) =>
    it.status === "stated" ? `${it.value} ${it.currency}` : it.status;
  const differ = (of: (account: PledgeAccount) => string) => new Set(accounts.map(of)).size > 1;
  const each = (of: (account: PledgeAccount) => string) =>
    accounts.map((account, index) => said(of(account), index));
  return [
    ...(differ(sum) ? [{ what: say.amount, each: each(amount) }] : []),
    ...(differ(period) ? [{ what: say.period, each: each(period) }] : []),
  ];
}

/** On what the accounts of one commitment differ, as the desk's note; none where they do not. */
export function differenceNote(
  accounts: readonly PledgeAccount[],
  sources: readonly Pick<AnswerSource, "number">[],
  messages: Messages,
): Block[] {
  const on = accountDifferences(accounts, sources, messages).map(({ what, each }) =>
    messages.pledge.on(what, each),
  );
  return on.length === 0 ? [] : [{ type: "note", texts: [messages.pledge.differs, ...on], differs: true }];
}
