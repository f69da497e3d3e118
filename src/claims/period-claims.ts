/** Compares the stated duration of a commitment with the periods in its sources. */
import { CLAIM_GRAMMARS, claimPattern } from "../language/claim-grammar.ts";
import type { DonationClaim } from "./donation-grammar.ts";
import type { AmountVerdict, PeriodVerdict } from "./verdicts.ts";

const SPAN = new RegExp(
  claimPattern(({ giving }) => giving.yearsSpan),
  "i",
);
const NUMERALS: ReadonlyMap<string, number> = new Map(
  CLAIM_GRAMMARS.flatMap(({ giving }) => Object.entries(giving.yearNumerals)),
);

const SEVERAL = new RegExp(`^${claimPattern(({ giving }) => giving.severalYears)}$`, "i");

/** Returns the number of years in a period, `several` if it states that, or undefined when it states neither. */
export function yearsIn(period = ""): number | "several" | undefined {
  const word = (
    SPAN.exec(period)
      ?.slice(1)
      .find((group) => group !== undefined) ?? ""
  ).toLowerCase();
  if (SEVERAL.test(word)) return "several";
  return NUMERALS.get(word) ?? (/^\d+$/.test(word) ? Number(word) : undefined);
}

/**
 * Evaluates the duration in a donation's clause, but only if its sum is supported: that identifies the commitment. The
 * duration is supported only by an account that supports the sum too.
 */
export function checkPeriod(
  { tokens }: DonationClaim,
  verdict: AmountVerdict,
  sentence: string,
): PeriodVerdict[] {
  if (verdict.kind !== "supported") return [];
  const clause = sentence.slice(tokens[0]!.start, tokens.at(-1)!.end);
  const years = yearsIn(clause);
  const stated = verdict.pledge.accounts.filter(({ period }) => yearsIn(period) !== undefined);
  if (years === undefined || stated.length === 0) return [];
  const alike = stated.filter(({ period }) => yearsIn(period) === years);
  const both = alike.filter((account) => verdict.supporting.includes(account));
  const found = { about: "period", said: SPAN.exec(clause)![0], pledge: verdict.pledge } as const;
  if (both.length > 0) return [{ ...found, kind: "supported", supporting: both }];
  if (years === "several") return [];
  if (alike.length > 0) return [{ ...found, kind: "not-as-stated", why: "apart", supporting: alike }];
  // “Several years” contradicts no number of them.
  return stated.some(({ period }) => yearsIn(period) !== "several")
    ? [{ ...found, kind: "differs", supporting: [] }]
    : [];
}
