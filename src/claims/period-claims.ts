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

/** Returns the number of years in a period, or undefined when it states none. */
function yearsIn(period = ""): number | undefined {
  const word = (
    SPAN.exec(period)
      ?.slice(1)
      .find((group) => group !== undefined) ?? ""
  ).toLowerCase();
  return NUMERALS.get(word) ?? (/^\d+$/.test(word) ? Number(word) : undefined);
}

/** Evaluates the duration in a donation's clause, but only if its sum is supported: that identifies the commitment. */
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
  const supporting = stated.filter(({ period }) => yearsIn(period) === years);
  return [
    {
      about: "period",
      kind: supporting.length > 0 ? "supported" : "differs",
      said: SPAN.exec(clause)![0],
      pledge: verdict.pledge,
      supporting,
    },
  ];
}
