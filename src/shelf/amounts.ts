/** Reads what a source states of an amount, and checks the number that a record gives for it. */
import { claimPattern } from "../language/claim-grammar.ts";
import { currenciesOf, NUMBER_WORD } from "../language/numbers.ts";
import { findNumbers, isScaleWord } from "../search/numbers.ts";
import { memoizeByKey } from "../support/memoize.ts";
import { containsFolded } from "./evidence.ts";
import type { RuleFault } from "./kind-definition.ts";
import { moneyOf } from "./pledge-parts.ts";
import type { AnyRecord, PledgeAccount } from "./records.ts";

type Amount = PledgeAccount["amount"];
type StatedAmount = Extract<Amount, { status: "stated" }>;

/** A sum of money as it stands in a source's words. */
interface ReadSum {
  readonly value: number;
  /** The currencies of which it may be. */
  readonly currencies: readonly string[];
  /** The words around it. */
  readonly around: string;
}

const SIGN = String.raw`[$€£¥￥]|kr\.?|rs\.?`;
const SIGN_BEFORE = new RegExp(`(?:^|[^\\p{L}])(${SIGN})\\s?$`, "iu");
const SIGN_AFTER = new RegExp(`^\\s?(${SIGN})(?!\\p{L})`, "iu");

/** Words that bound a sum, such as “more than”. */
const BOUNDS = new RegExp(
  [
    claimPattern(({ sums }) => sums.qualifiers?.over),
    claimPattern(({ sums }) => sums.qualifiers?.under),
    claimPattern(({ sums }) => sums.qualifiers?.nearly),
    claimPattern(({ sums }) => sums.qualifiers?.about),
  ].join("|"),
  "iu",
);

/**
 * Reads the one sum of money in a source's words. Returns undefined for anything that is not read for sure: two numbers,
 * digits that belong to no number or that are read in two ways, or a word after it that may be a scale.
 */
function readSum(stated: string): ReadSum | undefined {
  const [number, ...others] = findNumbers(stated);
  if (
    !number ||
    others.length > 0 ||
    EITHER.test(stated) ||
    number.unit?.name === "percent" ||
    !(number.value > 0)
  )
    return undefined;
  const { value, start, end, unit } = number;
  const from = Math.min(start, unit?.start ?? start);
  const to = Math.max(end, unit?.end ?? end);
  const [before, after] = [stated.slice(0, from), stated.slice(to)];
  const [, signBefore] = SIGN_BEFORE.exec(before) ?? [];
  const [, signAfter] = SIGN_AFTER.exec(after) ?? [];
  const sign = unit ? stated.slice(unit.start, unit.end) : (signBefore ?? signAfter);
  if (sign === undefined) return undefined;
  const shared = currenciesOf(sign);
  const currencies = shared.length > 0 ? shared : unit ? [unit.name] : [];
  const around = `${unit ? before : before.replace(SIGN_BEFORE, "")} ${unit ? after : after.replace(SIGN_AFTER, "")}`;
  const [next = ""] = /[\p{L}\p{N}]+/u.exec(after) ?? [];
  const hasScale = /\p{L}/u.test(stated.slice(start, end));
  // “$15 Milliarden”: without a scale, a word right behind the digits may be one in a language that is not read.
  const mayScale =
    isScaleWord(next.toLowerCase()) || (!hasScale && (unit?.start ?? 0) < start && /^\s?\p{L}/u.test(after));
  if (currencies.length === 0 || mayScale || /\p{N}/u.test(around) || NUMBER_WORD.test(around))
    return undefined;
  return { value, currencies, around: around.trim() };
}

const readAmount = memoizeByKey((amount: StatedAmount): { readonly sum: ReadSum | undefined } => ({
  sum: readSum(amount.stated),
}));

/** Tells whether two numbers are equal to the hundredth, to which the reader rounds. */
const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;

/** Digits that are thousands in some languages and a fraction in others, such as “150.000”. */
const EITHER = /\p{Nd}\.\p{Nd}{3}(?!\p{Nd})/u;

/** A billion and a trillion, which are a thousand times as many in French, German and others as in English. */
const LONG_SCALE = /billi|trilli/i;

/** Languages whose words for numbers are known. */
const isReadLanguage = (tag: string): boolean => /^(?:en|zh|yue)\b/.test(tag);

/** Returns the faults of one amount: where its words are read for sure, its number must be theirs. */
function faultsOf(amount: StatedAmount, pointer: string, language: string): RuleFault[] {
  const { stated, value, currency, unit, qualifier } = amount;
  const isRead = isReadLanguage(language);
  const sum = isRead || !LONG_SCALE.test(stated) ? readAmount(amount).sum : undefined;
  const fault = (field: string, message: string): RuleFault => ({ pointer: `${pointer}/${field}`, message });
  const faults: RuleFault[] = [];
  const mayBeNumber = /\p{N}/u.test(stated) || NUMBER_WORD.test(stated) || !isRead;
  if (value !== undefined && !mayBeNumber) faults.push(fault("value", `“${stated}” states no number`));
  if (sum && value === undefined) faults.push(fault("value", `is missing: “${stated}” is ${sum.value}`));
  if (sum && value !== undefined && (currency ?? unit) === undefined)
    faults.push(fault("currency", `is missing: “${stated}” is a sum of ${sum.currencies.join(" or ")}`));
  if (sum && value !== undefined && !isNear(sum.value, value))
    faults.push(fault("value", `is not the number in “${stated}”, which is ${sum.value}`));
  if (sum && currency !== undefined && !sum.currencies.includes(currency))
    faults.push(fault("currency", `is not that of “${stated}”, which is ${sum.currencies.join(" or ")}`));
  if (qualifier !== undefined && !containsFolded(qualifier, stated))
    faults.push(fault("qualifier", `“${qualifier}” is not in “${stated}”`));
  const bound = sum && BOUNDS.exec(sum.around)?.[0];
  if (bound !== undefined && value !== undefined && !containsFolded(bound, qualifier ?? ""))
    faults.push(fault("qualifier", `is not the one that is stated: “${bound}” in “${stated}”`));
  return faults;
}

/** The amounts that a record states, with their places and the source of each. */
const statedAmounts = (record: AnyRecord) =>
  record.kind === "pledges"
    ? record.accounts.flatMap(({ amount, passages }, index) =>
        amount.status === "stated"
          ? [{ amount, pointer: `/accounts/${index}/amount`, source: passages[0]?.source ?? "" }]
          : [],
      )
    : [];

/**
 * Returns the faults of a record's amounts.
 * @param languageOf returns the language of a source by its id
 */
export const amountFaults = (record: AnyRecord, languageOf: (source: string) => string): RuleFault[] =>
  statedAmounts(record).flatMap(({ amount, pointer, source }) =>
    faultsOf(amount, pointer, languageOf(source)),
  );

/** Returns the amounts of a record whose number could not be checked against the source's words, with their places. */
export const unverifiedAmounts = (record: AnyRecord): { pointer: string; stated: string }[] =>
  statedAmounts(record).flatMap(({ amount, pointer }) =>
    amount.value !== undefined && readAmount(amount).sum === undefined
      ? [{ pointer, stated: amount.stated }]
      : [],
  );

/** Returns the sum of money that an amount states, where it was checked against the source's words. */
export const verifiedMoney = (amount: Amount): ReturnType<typeof moneyOf> =>
  amount.status === "stated" && readAmount(amount).sum === undefined ? undefined : moneyOf(amount);
