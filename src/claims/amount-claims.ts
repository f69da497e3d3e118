/** Sums that a sentence says were given, held against the commitments of the same givers in the same currency. */

import { isYearless } from "../language/dates.ts";
import type { Library } from "../library/library.ts";
import { type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { PledgeRecord as Pledge, PledgeAccount } from "../shelf/records.ts";
import { defined } from "../support/defined.ts";
import { type DonationClaim, findDonations } from "./donation-grammar.ts";
import { matchesPurpose, stemWord } from "./purpose.ts";
import type { BoundedSum, ClaimToken, TokenizedSentence } from "./tokenize.ts";
import type { AmountVerdict, PeriodVerdict } from "./verdicts.ts";

const statedIn = ({ accounts }: Pledge): PledgeAccount[] =>
  accounts.filter(({ amount }) => amount.status === "stated");

/** Which way a source's own qualifier bounds its sum. */
const boundOf = (qualifier: string | undefined): BoundedSum["bound"] =>
  /more than|over|at least/.test(qualifier ?? "")
    ? "over"
    : /less than|up to|under/.test(qualifier ?? "")
      ? "under"
      : /nearly|almost|about|around|some/.test(qualifier ?? "")
        ? "about"
        : "none";

/** A number with as many leading digits as another one has. */
function rounded(value: number, other: number, by: (value: number) => number): number {
  const digits = String(other).replace(/0+$/, "").length;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) + 1 - digits);
  return by(value / unit) * unit;
}

/**
 * Whether an account bears a sum out. What the message bounds or rounds is borne out where the account's own
 * sum is what was bounded or rounded, and left `open` where it is only not ruled out. A bound that the source
 * does not have, on the very sum that it states, is another sum.
 */
export function compareAmount({ amount }: PledgeAccount, sum: BoundedSum): "yes" | "no" | "open" {
  if (amount.status !== "stated" || amount.currency !== sum.currency) return "no";
  const { value } = amount;
  const theirs = boundOf(amount.qualifier);
  const same = value === sum.value;
  const yes = (it: boolean) => (it ? "yes" : "no");
  switch (sum.bound) {
    case "none":
      return yes(same);
    case "about":
      return yes(same || rounded(value, sum.value, Math.round) === sum.value);
    case "over":
      if (same) return yes(theirs === "over");
      return value < sum.value ? "no" : rounded(value, sum.value, Math.floor) === sum.value ? "yes" : "open";
    case "under":
      return same ? yes(theirs !== "over") : value > sum.value ? "no" : "open";
  }
}

async function pledgesOf(donation: DonationClaim, library: Library): Promise<Pledge[]> {
  const [first] = donation.donors;
  if (!first) return [];
  const { hits } = await library.find({ kinds: ["pledges"], concerning: recordRef(first) });
  return hits.filter((hit): hit is Pledge => hit.kind === "pledges" && hit.donors.includes(first.id));
}

/** Whether a pledge is by these givers and no others: one alone, or all of those who gave together. */
function isBy(pledge: Pledge, donors: ReadonlySet<string>): boolean {
  if (pledge.donors.length !== donors.size || !pledge.donors.every((id) => donors.has(id))) return false;
  return donors.size === 1 || pledge.joint;
}

/** The commitments on the whole shelf that bear a sum out to the last digit, whoever's they are. */
async function elsewhere(sum: BoundedSum, library: Library): Promise<Pledge[]> {
  const { hits } = await library.find({ kinds: ["pledges"] });
  return hits.filter(
    (hit): hit is Pledge =>
      hit.kind === "pledges" &&
      hit.accounts.some(
        ({ amount }) =>
          amount.status === "stated" && amount.currency === sum.currency && amount.value === sum.value,
      ),
  );
}

const bearingOf = (pledge: Pledge, sum: BoundedSum): PledgeAccount[] =>
  pledge.accounts.filter((account) => compareAmount(account, sum) === "yes");

/** Whether a sum is bounded so widely that it neither is an account's own nor is ruled out by it. */
const isOpen = (pledge: Pledge, sum: BoundedSum): boolean =>
  pledge.accounts.some((account) => compareAmount(account, sum) === "open");

async function filtered<T>(all: readonly T[], keep: (one: T) => Promise<boolean>): Promise<T[]> {
  const kept: T[] = [];
  for (const one of all) if (await keep(one)) kept.push(one);
  return kept;
}

/**
 * Whether a sum is so far from all that is stated that without the occasion another gift may be meant. The same
 * figures with another scale are not far: that is a slip.
 */
const isFar = (pledge: Pledge, sum: BoundedSum): boolean =>
  statedIn(pledge).every(({ amount }) => {
    if (amount.status !== "stated") return true;
    const ratio = amount.value / sum.value;
    return (ratio > 10 || ratio < 0.1) && Math.abs(Math.log10(ratio) % 1) > 1e-9;
  });

/** Whether no year in a segment is another than that of the commitment, or of the sources that speak of it. */
async function isOfItsTime(
  pledge: Pledge,
  tokens: readonly ClaimToken[],
  library: Library,
): Promise<boolean> {
  const { sources } = await library.about();
  const years = new Set(
    pledge.accounts.flatMap(({ when, passages }) => [
      when?.date?.slice(0, 4),
      ...passages.map(({ source }) => sources.find(({ id }) => id === source)?.published.date?.slice(0, 4)),
    ]),
  );
  return tokens.every(({ dates }) => !dates || isYearless(dates.date) || years.has(dates.date.slice(0, 4)));
}

async function judgeDonation(donation: DonationClaim, library: Library): Promise<AmountVerdict | undefined> {
  const { sum, donors, tokens, at } = donation;
  const verdict = (
    kind: AmountVerdict["kind"],
    pledge: Pledge,
    why?: AmountVerdict["why"],
  ): AmountVerdict => ({
    about: "figure",
    kind,
    sum,
    donors,
    pledge,
    bearing: bearingOf(pledge, sum),
    ...defined({ why }),
  });
  const concerned = await pledgesOf(donation, library);
  const ids = new Set(donors.map(({ id }) => id));
  const named = new Set(tokens.flatMap(({ record }): RecordRef[] => (record ? [recordRef(record)] : [])));
  // A word that is giving only for an occasion needs the occasion.
  const meant = (pledge: Pledge) => !donation.weak || pledge.occasions.some((ref) => named.has(ref));
  const fitting = await filtered(
    concerned,
    async (pledge) => meant(pledge) && (await matchesPurpose(pledge, tokens, at, library)),
  );
  const own = fitting.filter((pledge) => isBy(pledge, ids));
  const stated = own.filter((pledge) => statedIn(pledge).length > 0);
  const bearing = stated.find((pledge) => bearingOf(pledge, sum).length > 0);
  if (bearing) return verdict("borne", bearing);
  const others = donation.weak ? [] : (await elsewhere(sum, library)).filter((pledge) => !isBy(pledge, ids));
  const shared = others.find((pledge) => concerned.includes(pledge));
  if (shared) return verdict("silent", shared, "elsewhere");
  const [only, ...more] = stated;
  if (only && more.length === 0) {
    const comparable = statedIn(only).some(
      ({ amount }) => amount.status === "stated" && amount.currency === sum.currency,
    );
    const hasOccasion = only.occasions.some((ref) => named.has(ref));
    if (isOpen(only, sum) || (!hasOccasion && comparable && isFar(only, sum))) return undefined;
    if (!(await isOfItsTime(only, tokens, library))) return undefined;
    return comparable ? verdict("differs", only) : verdict("silent", only, "currency");
  }
  if (only) return undefined;
  // Whose sum it is, where the sentence names the same occasion, or none.
  const occasions = tokens.flatMap(({ kind, record }): RecordRef[] =>
    record && /[EK]/.test(kind) ? [recordRef(record)] : [],
  );
  const theirs = others.find(
    ({ occasions: their }) => occasions.length === 0 || occasions.some((ref) => their.includes(ref)),
  );
  if (theirs) return verdict("silent", theirs, "elsewhere");
  const unstated = own.find((pledge) => pledge.accounts.every(({ amount }) => amount.status !== "stated"));
  return unstated && ids.size === 1 ? verdict("silent", unstated, "unstated") : undefined;
}

/** Words for those who gave, where a source names none of them. */
const GROUP = /^(?:compan(?:y|ies)|firms?|giants?|企业|企業|公司|巨头|巨頭)$/i;

/**
 * A sum for an occasion, of which a source names no givers: only where the sentence names none either, and
 * says nothing that the source does not.
 */
async function unnamed(tokenized: TokenizedSentence, library: Library): Promise<AmountVerdict[]> {
  const { tokens, shape } = tokenized;
  const index = shape.indexOf("S");
  const sum = tokens[index]?.sum;
  const occasions = tokens
    .filter(({ kind }) => kind === "E")
    .flatMap(({ record }) => (record ? [record] : []));
  const [occasion] = occasions;
  if (!sum || !occasion || new Set(occasions).size > 1 || shape.lastIndexOf("S") !== index) return [];
  if (!/[VN]/.test(shape) || /[DPeQ]/.test(shape)) return [];
  const { hits } = await library.find({ kinds: ["pledges"], concerning: recordRef(occasion) });
  const grouped = tokens.some(({ text }) => GROUP.test(text));
  const ofGroup = hits.filter(
    (hit): hit is Pledge =>
      hit.kind === "pledges" && hit.donors.length === 0 && (hit.donorsStated !== undefined) === grouped,
  );
  const fitting = await filtered(ofGroup, (pledge) =>
    matchesPurpose(pledge, allPurpose(tokens), { sum: -1, subject: 0 }, library),
  );
  const [pledge, ...more] = fitting;
  if (!pledge || more.length > 0 || statedIn(pledge).length === 0) return [];
  const bearing = bearingOf(pledge, sum);
  const same = statedIn(pledge).some(
    ({ amount }) => amount.status === "stated" && amount.currency === sum.currency,
  );
  const other = (await elsewhere(sum, library)).find(
    (one) => one !== pledge && one.occasions.includes(recordRef(occasion)),
  );
  const verdict = { about: "figure", sum, donors: [], pledge, bearing } as const;
  if (bearing.length > 0) return [{ ...verdict, kind: "borne" }];
  if (other)
    return [{ ...verdict, pledge: other, bearing: bearingOf(other, sum), kind: "silent", why: "elsewhere" }];
  if (isOpen(pledge, sum)) return [];
  return same ? [{ ...verdict, kind: "differs" }] : [{ ...verdict, kind: "silent", why: "currency" }];
}

/** Every word of a sentence as if it told the purpose, marks aside. The occasion is a name, and excuses nothing. */
const allPurpose = (tokens: readonly ClaimToken[]): ClaimToken[] =>
  tokens
    .filter(({ kind }) => /[cxK]/.test(kind) || kind === "E")
    .filter(({ text, kind }) => kind === "E" || !FLOW.has(stemWord(text)));

/** Words for money that comes together. */
const FLOW = new Set(
  ["receiv", "rais", "reach", "total", "collect", "pour", "flow", "came", "com", "went"].map(stemWord),
);

const SPAN =
  /\bover (?:the )?(?:next |coming |following )?(\w+) years?\b|(?:未来|未來|今后|今後)\s*([一二两兩三四五六七八九十\d]{1,2})年/i;
const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const HAN_NUMBERS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** How many years a period runs, where it says. */
function yearsIn(period: string | undefined): number | undefined {
  const [, english, chinese] = SPAN.exec(period ?? "") ?? [];
  const word = (english ?? chinese ?? "").toLowerCase().replace(/[两兩]/, "二");
  const spelled = Math.max(NUMBERS.indexOf(word), HAN_NUMBERS.indexOf(word)) + 1;
  return spelled > 0 ? spelled : /^\d+$/.test(word) ? Number(word) : undefined;
}

/** How long the commitment runs by the sentence, where the commitment is surely the one spoken of. */
function periodOf({ tokens }: DonationClaim, verdict: AmountVerdict, text: string): PeriodVerdict[] {
  if (verdict.kind !== "borne") return [];
  const part = text.slice(tokens[0]!.start, tokens.at(-1)!.end);
  const years = yearsIn(part);
  const stated = verdict.pledge.accounts.filter(({ period }) => yearsIn(period) !== undefined);
  if (years === undefined || stated.length === 0) return [];
  const bearing = stated.filter(({ period }) => yearsIn(period) === years);
  const said = SPAN.exec(part)![0];
  return [
    {
      about: "period",
      kind: bearing.length > 0 ? "borne" : "differs",
      said,
      pledge: verdict.pledge,
      bearing,
    },
  ];
}

/** The verdicts on the sums of one sentence. */
export async function checkAmounts(
  tokenized: TokenizedSentence,
  library: Library,
): Promise<(AmountVerdict | PeriodVerdict)[]> {
  const found: (AmountVerdict | PeriodVerdict)[] = [];
  const givings = findDonations(tokenized);
  for (const donation of givings) {
    const verdict = await judgeDonation(donation, library);
    if (verdict) found.push(verdict, ...periodOf(donation, verdict, tokenized.text));
  }
  return givings.length > 0 ? found : unnamed(tokenized, library);
}
