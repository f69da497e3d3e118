/** Reads the parts of a pledge that its file abbreviates: who gave, on which occasions, and what. */
import type { RecordRef } from "./kinds.ts";
import type { PledgeAccount, PledgeRecord } from "./records.ts";

/** Returns the reference to a donor. A bare id is an organization's; a person has the whole reference. */
const donorRef = (donor: string): RecordRef =>
  donor.startsWith("people/") ? (donor as RecordRef) : `organizations/${donor}`;

/** Returns the references to a pledge's donors: organizations and people. */
export const donorRefs = ({ donors }: { readonly donors: readonly string[] }): RecordRef[] =>
  donors.map(donorRef);

/** Returns the occasions of a pledge: those of all its accounts, then those of some. */
export const occasionRefs = ({ occasions, accounts }: PledgeRecord): RecordRef[] => [
  ...new Set([...occasions, ...accounts.flatMap((account) => account.occasions ?? [])]),
];

/** Returns the indices of a pledge's accounts that leave out an occasion which others have. */
export const accountsWithout = (pledge: PledgeRecord, ref: RecordRef): number[] =>
  occasionRefs(pledge).includes(ref) && !pledge.occasions.includes(ref)
    ? pledge.accounts.flatMap(({ occasions = [] }, index) => (occasions.includes(ref) ? [] : [index]))
    : [];

type StatedAmount = PledgeAccount["amount"];

/** A number of something: of a currency, or of a unit such as shares. */
export interface Measure {
  readonly value: number;
  readonly currency?: string | undefined;
  readonly unit?: string | undefined;
}

/** Returns the number that an amount states, with its currency or unit; undefined when it states none. */
export function measureOf(amount: StatedAmount): Measure | undefined {
  if (amount.status !== "stated" || amount.value === undefined) return undefined;
  const { value, currency, unit } = amount;
  return currency === undefined && unit === undefined ? undefined : { value, currency, unit };
}

/** Returns the sum of money that an amount states; undefined for shares, goods and what is not stated. */
export function moneyOf(amount: StatedAmount): { value: number; currency: string } | undefined {
  const { value, currency } = measureOf(amount) ?? {};
  return value === undefined || currency === undefined ? undefined : { value, currency };
}

/** Returns a key that is equal for amounts that state the same. */
export function amountKey(amount: StatedAmount): string {
  if (amount.status !== "stated") return amount.status;
  const measure = measureOf(amount);
  return measure ? `${measure.value} ${measure.currency ?? measure.unit}` : amount.stated;
}
