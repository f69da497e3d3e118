/** What commands that show commitments have in common: which they are, their order, and on what their accounts differ. */

import type { Words } from "../language/messages.ts";
import type { Library } from "../library/library.ts";
import { type Kind, type Ref, refOf } from "../shelf/kinds.ts";
import type { Account, AnyRecord, RecordOf } from "../shelf/records.ts";
import type { AnswerSource, Block } from "./answer.ts";
import { nameOf } from "./lookup.ts";

export type Pledge = RecordOf<"pledges">;

/** What a commitment may be looked for by. */
export const SUBJECTS: readonly Kind[] = ["organizations", "people", "events", "terms"];

export const isPledge = (record: AnyRecord): record is Pledge => record.kind === "pledges";

/** One donor's own commitments first, stated sums before others; sums of several donors together last. */
export function pledgeOrder(pledge: Pledge): number {
  const stated = pledge.accounts.some(({ amount }) => amount.status === "stated");
  return (pledge.joint ? 4 : 0) + (pledge.donors.length > 1 ? 2 : 0) + (stated ? 0 : 1);
}

/** The donors as the desk calls them; none where the source names none. */
export const donorsOf = (pledge: Pledge, library: Library): Promise<string[]> =>
  Promise.all(pledge.donors.map((id) => nameOf(`organizations/${id}`, library)));

/** Everything that a commitment can be asked by: its donors, and its occasions. */
export async function subjectsOf(library: Library): Promise<{ donors: AnyRecord[]; occasions: AnyRecord[] }> {
  const pledges = (await library.find({ kinds: ["pledges"] })).hits.filter(isPledge);
  const donors = new Set<Ref>(
    pledges.flatMap((pledge) => pledge.donors.map((id): Ref => `organizations/${id}`)),
  );
  const occasions = new Set<Ref>(pledges.flatMap((pledge) => pledge.occasions));
  const all = (await library.find({ kinds: SUBJECTS })).hits;
  const among = (refs: ReadonlySet<Ref>) => all.filter((record) => refs.has(refOf(record)));
  return { donors: among(donors), occasions: among(occasions) };
}

/** One thing on which accounts differ, and what each has there, with its source. */
export interface Difference {
  readonly what: string;
  readonly each: readonly string[];
}

/** On what the accounts of one commitment differ: their amounts, their periods; each with its source's number, unless it is named otherwise. */
export function differencesOf(
  accounts: readonly Account[],
  sources: readonly Pick<AnswerSource, "number">[],
  words: Words,
  said = (text: string, account: number): string => words.pledge.said(text, sources[account]!.number),
): Difference[] {
  const say = words.pledge;
  const amount = (account: Account) =>
    account.amount.status === "unstated" ? say.unstated : words.quoted(account.amount.stated);
  const period = (account: Account) => (account.period ? words.quoted(account.period) : say.noPeriod);
  const sum = ({ amount: it }: Account) =>
    it.status === "stated" ? `${it.value} ${it.currency}` : it.status;
  const differ = (of: (account: Account) => string) => new Set(accounts.map(of)).size > 1;
  const each = (of: (account: Account) => string) =>
    accounts.map((account, index) => said(of(account), index));
  return [
    ...(differ(sum) ? [{ what: say.amount, each: each(amount) }] : []),
    ...(differ(period) ? [{ what: say.period, each: each(period) }] : []),
  ];
}

/** On what the accounts of one commitment differ, as the desk's note; none where they do not. */
export function differingNote(
  accounts: readonly Account[],
  sources: readonly AnswerSource[],
  words: Words,
): Block[] {
  const on = differencesOf(accounts, sources, words).map(({ what, each }) => words.pledge.on(what, each));
  return on.length === 0 ? [] : [{ type: "note", texts: [words.pledge.differs, ...on], differs: true }];
}
