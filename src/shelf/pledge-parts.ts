/** Reads the parts of a pledge that its file abbreviates: whom and what it refers to, and which account is on what. */
import type { RecordRef } from "./kinds.ts";
import type { PledgeRecord } from "./records.ts";

/** Returns the occasions of a pledge: those of all its accounts, then those of some. */
export const occasionRefs = ({ occasions, accounts }: PledgeRecord): RecordRef[] => [
  ...new Set([...occasions, ...accounts.flatMap((account) => account.occasions ?? [])]),
];

/** Returns the indices of a pledge's accounts that leave out an occasion which others have. */
export const accountsWithout = (pledge: PledgeRecord, ref: RecordRef): number[] =>
  occasionRefs(pledge).includes(ref) && !pledge.occasions.includes(ref)
    ? pledge.accounts.flatMap(({ occasions = [] }, index) => (occasions.includes(ref) ? [] : [index]))
    : [];
