/** Compares a sum in a sentence with the sums that sources state for one commitment. */
import { claimPattern } from "../language/claim-grammar.ts";
import { verifiedMoney as moneyOf } from "../shelf/amounts.ts";
import type { PledgeAccount, PledgeRecord } from "../shelf/records.ts";
import type { BoundedSum } from "./tokens.ts";

const OVER = new RegExp(claimPattern(({ sums }) => sums.qualifiers?.over));
const UNDER = new RegExp(claimPattern(({ sums }) => sums.qualifiers?.under));
const NEARLY = new RegExp(claimPattern(({ sums }) => sums.qualifiers?.nearly));
const ABOUT = new RegExp(claimPattern(({ sums }) => sums.qualifiers?.about));

/** Returns the accounts of a commitment that state a sum of money. */
export const statedAccounts = ({ accounts }: PledgeRecord): PledgeAccount[] =>
  accounts.filter(({ amount }) => moneyOf(amount) !== undefined);

/** Returns how a source's qualifier, such as “more than”, bounds its sum. */
function qualifierBound(qualifier = ""): BoundedSum["bound"] {
  if (OVER.test(qualifier)) return "over";
  if (UNDER.test(qualifier)) return "under";
  if (NEARLY.test(qualifier)) return "nearly";
  return ABOUT.test(qualifier) ? "about" : "none";
}

/** Rounds a number to as many significant digits as `other` has. */
function roundLike(value: number, other: number, round: (value: number) => number): number {
  const digits = String(other).replace(/0+$/, "").length;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) + 1 - digits);
  return round(value / unit) * unit;
}

type AmountRelation = "supports" | "excludes" | "undecided";

/** Tells whether two values have the same digits in another order or at another scale: a slip of the pen. */
function isSlip(value: number, other: number): boolean {
  const digits = (of: number) => [...String(of).replace(/\D/g, "").replace(/0+$/, "")].sort().join("");
  return digits(value) === digits(other);
}

/** The share by which a value may miss a rounded one without contradicting it. */
const ROUNDING = 0.1;

/** Tells whether a value contradicts an account that states its own sum only as a bound or rounded. */
function contradicts(value: number, stated: number, bound: BoundedSum["bound"]): boolean {
  switch (bound) {
    case "over":
      return value <= stated || isSlip(value, stated);
    case "under":
      return value >= stated || isSlip(value, stated);
    case "nearly":
      return value > stated || value < stated * (1 - ROUNDING);
    case "about":
      return Math.abs(value - stated) > stated * ROUNDING;
    default:
      return value !== stated;
  }
}

/**
 * Tells whether an account supports a sum. A bounded or rounded sum is supported if it is a bound or rounding of the
 * account's own sum, and undecided if the account merely does not rule it out. “More than” before exactly the stated
 * sum is supported only if the source says so too.
 */
function compareAmount({ amount }: PledgeAccount, sum: BoundedSum): AmountRelation {
  const money = moneyOf(amount);
  if (amount.status !== "stated" || money?.currency !== sum.currency) return "excludes";
  const { value } = money;
  const bound = qualifierBound(amount.qualifier);
  const isSame = value === sum.value;
  const openIf = (it: boolean): AmountRelation => (it ? "undecided" : "excludes");
  switch (sum.bound) {
    case "none":
      return isSame ? "supports" : openIf(!contradicts(sum.value, value, bound));
    case "exact":
      if (isSame) return bound === "none" ? "supports" : openIf(bound === "about");
      return openIf(!contradicts(sum.value, value, bound));
    case "about":
      if (isSame || roundLike(value, sum.value, Math.round) === sum.value) return "supports";
      return openIf(!contradicts(sum.value, value, bound));
    case "nearly":
      if (isSame) return bound === "nearly" || bound === "about" ? "supports" : openIf(bound !== "over");
      return value < sum.value && roundLike(value, sum.value, Math.ceil) === sum.value
        ? "supports"
        : openIf(!contradicts(sum.value, value, bound));
    case "over":
    case "atLeast":
      if (isSame)
        return bound === "over" ? "supports" : openIf(sum.bound === "atLeast" && bound !== "nearly");
      if (value < sum.value) return openIf(bound === "over" && !isSlip(value, sum.value));
      return roundLike(value, sum.value, Math.floor) === sum.value ? "supports" : "undecided";
    case "under":
    case "upTo":
      if (isSame)
        return openIf(bound === "nearly" || bound === "about" || (sum.bound === "upTo" && bound !== "over"));
      return openIf(value < sum.value);
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
  pledge.accounts.some(({ amount }) => moneyOf(amount)?.currency === sum.currency);

/** Tells whether any account states exactly this value and currency, whatever the qualifiers. */
export const statesExactly = (pledge: PledgeRecord, sum: BoundedSum): boolean =>
  pledge.accounts.some(({ amount }) => {
    const money = moneyOf(amount);
    return money?.currency === sum.currency && money.value === sum.value;
  });

/**
 * Tells whether a sum is more than ten times larger or smaller than every stated one, so that another gift may be
 * meant. The same digits at another scale are not far off: they are taken for a slip.
 */
export const isFarOff = (pledge: PledgeRecord, sum: BoundedSum): boolean =>
  pledge.accounts.every(({ amount }) => {
    const money = moneyOf(amount);
    if (!money) return true;
    const ratio = money.value / sum.value;
    return (ratio > 10 || ratio < 0.1) && Math.abs(Math.log10(ratio) % 1) > 1e-9;
  });
