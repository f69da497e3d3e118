/** Compares the donations that a sentence states with the recorded commitments of the same donors. */

import { isYearless } from "../language/dates.ts";
import type { Library } from "../library/library.ts";
import { distinctRecords, isSameRecord, type RecordRef, recordRef, recordRefs } from "../shelf/kinds.ts";
import { donorRefs, occasionRefs } from "../shelf/pledge-parts.ts";
import type { PledgeRecord } from "../shelf/records.ts";
import { defined } from "../support/defined.ts";
import {
  isComparable,
  isFarOff,
  isUndecided,
  statedAccounts,
  supportingAccounts,
} from "./amount-comparison.ts";
import { isInPast, isOnlyPromised } from "./completion.ts";
import { type DonationClaim, findDonations } from "./donation-grammar.ts";
import { checkPeriod } from "./period-claims.ts";
import { filterAsync, pledgesConcerning, pledgesStating } from "./pledge-candidates.ts";
import { matchesPurpose } from "./purpose.ts";
import { shapeOf } from "./token-patterns.ts";
import { type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";
import { checkUnnamedDonors } from "./unnamed-donors.ts";
import type { AmountVerdict, PeriodVerdict } from "./verdicts.ts";

/** Tells whether a pledge is by exactly these donors; several count only for a joint pledge. */
function isBy(pledge: PledgeRecord, donors: ReadonlySet<RecordRef>): boolean {
  const own = donorRefs(pledge);
  if (own.length !== donors.size || !own.every((ref) => donors.has(ref))) return false;
  return donors.size === 1 || pledge.joint;
}

/** Marks the people who gave something on record as donors are marked, so that the forms of donations hold for them. */
async function markGivers(sentence: TokenizedSentence, library: Library): Promise<TokenizedSentence> {
  const tokens = await Promise.all(
    sentence.tokens.map(async (token): Promise<ClaimToken> => {
      const { record } = token;
      const isGiver =
        record?.kind === "people" &&
        (await pledgesConcerning(record, library)).pledges.some((pledge) =>
          donorRefs(pledge).includes(recordRef(record)),
        );
      return isGiver ? { ...token, kind: "organization" } : token;
    }),
  );
  return { ...sentence, tokens, shape: shapeOf(tokens) };
}

/** Tells whether every year in a clause is one of the commitment's or of its sources' publication. */
async function isOfItsTime(
  pledge: PledgeRecord,
  tokens: readonly ClaimToken[],
  library: Library,
): Promise<boolean> {
  const sources = await library.sources(
    pledge.accounts.flatMap(({ passages }) => passages.map(({ source }) => source)),
  );
  const years = new Set([
    ...pledge.accounts.map(({ when }) => when?.date?.slice(0, 4)),
    ...sources.map((source) => source?.published.date?.slice(0, 4)),
  ]);
  return tokens.every(({ dates }) => !dates || isYearless(dates.date) || years.has(dates.date.slice(0, 4)));
}

async function evaluateDonation(
  donation: DonationClaim,
  text: string,
  library: Library,
): Promise<AmountVerdict | undefined> {
  const { sum, donors, tokens, at } = donation;
  const verdict = (
    kind: AmountVerdict["kind"],
    pledge: PledgeRecord,
    why?: AmountVerdict["why"],
  ): AmountVerdict => ({
    about: "figure",
    kind,
    sum,
    donors,
    pledge,
    supporting: supportingAccounts(pledge, sum),
    ...defined({ why }),
  });
  const givers = recordRefs(donors);
  const named = new Set(tokens.flatMap(({ record }): RecordRef[] => (record ? [recordRef(record)] : [])));
  const [first] = donors;
  const [stating, ofFirst] = await Promise.all([
    pledgesStating(sum, [...new Set([...givers, ...named])], library),
    first ? pledgesConcerning(first, library) : { pledges: [], isWhole: true },
  ]);
  const concerned = distinctRecords([...ofFirst.pledges, ...stating]).filter(
    (pledge) => first !== undefined && donorRefs(pledge).includes(recordRef(first)),
  );
  // A weak verb such as “invested” counts as giving only if the sentence names the occasion.
  const isMeant = (pledge: PledgeRecord) =>
    !donation.weak || occasionRefs(pledge).some((ref) => named.has(ref));
  const fitting = await filterAsync(
    concerned,
    async (pledge) => isMeant(pledge) && (await matchesPurpose(pledge, tokens, at, library)),
  );
  const own = fitting.filter((pledge) => isBy(pledge, givers));
  const stated = own.filter((pledge) => statedAccounts(pledge).length > 0);
  const supporting = stated.find((pledge) => supportingAccounts(pledge, sum).length > 0);
  if (supporting) {
    if (!(await isOfItsTime(supporting, tokens, library))) return undefined;
    const passages = supportingAccounts(supporting, sum).flatMap((account) => account.passages);
    return passages.every(({ exact }) => isOnlyPromised(text, exact) || isInPast(text, exact))
      ? verdict("not-as-stated", supporting, "promised")
      : verdict("supported", supporting);
  }
  // What was not read may have the sum, in other figures.
  if (!ofFirst.isWhole) return undefined;
  const others = donation.weak ? [] : stating.filter((pledge) => !isBy(pledge, givers));
  // “Meituan and Tencent, together with Alibaba and ByteDance”: the others of a joint sum stand elsewhere in the sentence.
  const isNamedWhole = (all: readonly RecordRef[]) => all.length > 0 && all.every((ref) => named.has(ref));
  if (others.some((pledge) => pledge.joint && isNamedWhole(donorRefs(pledge)))) return undefined;
  const shared = others.find((pledge) => concerned.some((one) => isSameRecord(one, pledge)));
  if (shared) return verdict("not-as-stated", shared, "elsewhere");
  const [only, ...more] = stated;
  if (only && more.length > 0) return undefined;
  if (only) {
    const hasOccasion = occasionRefs(only).some((ref) => named.has(ref));
    const comparable = isComparable(only, sum);
    if (isUndecided(only, sum) || (!hasOccasion && comparable && isFarOff(only, sum))) return undefined;
    if (!(await isOfItsTime(only, tokens, library))) return undefined;
    return comparable ? verdict("differs", only) : verdict("not-as-stated", only, "currency");
  }
  // Attribute the sum to its actual donor only if the sentence names the same occasion or none.
  const occasions = tokens.flatMap((token): RecordRef[] =>
    token.record && isOfKind(token, "event", "term") ? [recordRef(token.record)] : [],
  );
  const otherPledge = others.find(
    (pledge) => occasions.length === 0 || occasions.some((ref) => occasionRefs(pledge).includes(ref)),
  );
  if (otherPledge) return verdict("not-as-stated", otherPledge, "elsewhere");
  const unstated = own.find((pledge) => pledge.accounts.every(({ amount }) => amount.status !== "stated"));
  return unstated && givers.size === 1 ? verdict("not-as-stated", unstated, "unstated") : undefined;
}

/** Returns the clauses, between commas and the like, with a sum of which no donor is found: “$2 million came in, $1 million from X”. */
function otherClauses(
  { text, tokens }: TokenizedSentence,
  donations: readonly DonationClaim[],
): TokenizedSentence[] {
  const ends = tokens.flatMap((token, at) => (isOfKind(token, "comma", "separator") ? [at] : []));
  return [...ends, tokens.length].flatMap((end, index) => {
    const clause = tokens.slice((ends[index - 1] ?? -1) + 1, end);
    const sums = clause.filter((token) => isOfKind(token, "sum"));
    const isNamed = sums.some(({ sum }) => donations.some((donation) => donation.sum === sum));
    return sums.length === 1 && !isNamed
      ? [{ tokens: clause, shape: shapeOf(clause), text: text.slice(clause[0]!.start, clause.at(-1)!.end) }]
      : [];
  });
}

/** Returns verdicts on the donations in a sentence and on how long those commitments run. */
export async function checkAmounts(
  tokenized: TokenizedSentence,
  library: Library,
): Promise<(AmountVerdict | PeriodVerdict)[]> {
  const donations = findDonations(await markGivers(tokenized, library));
  if (donations.length === 0) return checkUnnamedDonors(tokenized, library);
  const verdicts = await Promise.all(
    donations.map((donation) => evaluateDonation(donation, tokenized.text, library)),
  );
  const unnamed = await Promise.all(
    otherClauses(tokenized, donations).map((clause) => checkUnnamedDonors(clause, library)),
  );
  const named = donations.flatMap((donation, index) => {
    const verdict = verdicts[index];
    return verdict ? [verdict, ...checkPeriod(donation, verdict, tokenized.text)] : [];
  });
  return [...unnamed.flat(), ...named];
}
