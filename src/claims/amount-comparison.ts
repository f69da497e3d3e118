/** Compares a sum in a sentence with the sums that sources state for one commitment. */
import { claimPattern } from "../language/claim-grammar.ts";
import type { PledgeAccount, PledgeRecord } from "../shelf/records.ts";
import type { BoundedSum } from "./tokens.ts";

const OVER = new RegExp(claimPattern(({ sums }) => sums.qualifiers?.over));
const UNDER = new RegExp(claimPattern(({ sums }) => sums.qualifiers?.under));
const ABOUT = new RegExp(claimPattern(({ sums }) => sums.qualifiers?.about));

/** Returns the accounts of a commitment that state a sum. */
export const statedAccounts = ({ accounts }: PledgeRecord): PledgeAccount[] =>
  accounts.filter(({ amount }) => amount.status === "stated");

/** Returns how a source's qualifier, such as “more than”, bounds its sum. */
function qualifierBound(qualifier = ""): BoundedSum["bound"] {
  if (OVER.test(qualifier)) return "over";
  if (UNDER.test(qualifier)) return "under";
  return ABOUT.test(qualifier) ? "about" : "none";
}

/** Rounds a number to as many significant digits as `other` has. */
function roundLike(value: number, other: number, round: (value: number) => number): number {
  const digits = String(other).replace(/0+$/, "").length;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) + 1 - digits);
  return round(value / unit) * unit;
}

type AmountRelation = "supports" | "excludes" | "undecided";

/**
 * Tells whether an account supports a sum. A bounded or rounded sum is supported if it is a bound or rounding of the
 * account's own sum, and undecided if the account merely does not rule it out. “More than” before exactly the stated
 * sum is supported only if the source says so too; “less than” only if the source does not say “more than”.
 */
function compareAmount({ amount }: PledgeAccount, sum: BoundedSum): AmountRelation {
  if (amount.status !== "stated" || amount.currency !== sum.currency) return "excludes";
  const { value } = amount;
  const bound = qualifierBound(amount.qualifier);
  const isSame = value === sum.value;
  const supportsIf = (it: boolean): AmountRelation => (it ? "supports" : "excludes");
  switch (sum.bound) {
    case "none":
      return supportsIf(isSame);
    case "about":
      return supportsIf(isSame || roundLike(value, sum.value, Math.round) === sum.value);
    case "over":
      if (isSame) return supportsIf(bound === "over");
      if (value < sum.value) return "excludes";
      return roundLike(value, sum.value, Math.floor) === sum.value ? "supports" : "undecided";
    case "under":
      if (isSame) return supportsIf(bound !== "over");
      return value > sum.value ? "excludes" : "undecided";
  }
}

/** Returns the accounts that support a sum. */
export const supportingAccounts = (pledge: PledgeRecord, sum: BoundedSum): PledgeAccount[] =>
  pledge.accounts.filter((account) => compareAmount(account, sum) === "supports");

/** Tells whether a sum is bounded so widely that some account neither supports it nor rules it out. */
export const isUndecided = (pledge: PledgeRecord, sum: BoundedSum): boolean =>
  pledge.accounts.some((account) => compareAmount(account, sum) === "undecided");

/** Tells whether any account states a sum in the same currency. */
export const isComparable = (pledge: PledgeRecord, sum: BoundedSum): boolean =>
  pledge.accounts.some(({ amount }) => amount.status === "stated" && amount.currency === sum.currency);

/** Tells whether any account states exactly this value and currency, whatever the qualifiers. */
export const statesExactly = (pledge: PledgeRecord, sum: BoundedSum): boolean =>
  pledge.accounts.some(
    ({ amount }) =>
      amount.status === "stated" && amount.currency === sum.currency && amount.value === sum.value,
  );

/**
 * Tells whether a sum is more than ten times larger or smaller than every stated one, so that another gift may be
 * meant. The same digits at another scale are not far off: they are taken for a slip.
 */
export const isFarOff = (pledge: PledgeRecord, sum: BoundedSum): boolean =>
  pledge.accounts.every(({ amount }) => {
    if (amount.status !== "stated") return true;
    const ratio = amount.value / sum.value;
    return (ratio > 10 || ratio < 0.1) && Math.abs(Math.log10(ratio) % 1) > 1e-9;
  });
