/** Collects how numbers, sums and currencies are written in all languages. */
import { englishNumbers } from "./en/numbers.ts";
import { chineseNumbers } from "./zh/numbers.ts";

/** An ISO 4217 code. */
export type CurrencyCode = (typeof CURRENCIES)[number];
/** The currencies whose sums are read, as ISO 4217 codes. */
const CURRENCIES = [
  ...(["USD", "EUR", "GBP", "CNY", "HKD", "TWD", "MOP", "JPY", "KRW", "INR", "SGD"] as const),
  ...(["AUD", "CAD", "NZD", "CHF", "RUB", "BRL", "MYR", "THB", "IDR", "VND", "PHP", "ZAR"] as const),
  ...(["SEK", "NOK", "DKK", "PLN", "TRY", "MXN", "AED", "SAR", "ILS", "EGP", "PKR", "BDT"] as const),
  ...(["NGN", "KES", "UGX", "TZS", "GHS"] as const),
] as const;

/** The unit of a number. */
export type NumberUnit = CurrencyCode | "percent";

/** A form of numbers that are written in words, and their value; undefined for words that are no number. */
export interface SpelledNumber {
  readonly form: string;
  readonly value: (words: string) => number | undefined;
}

/** One language's forms of numbers. Strings are sources of patterns in lower case. */
export interface NumberGrammar {
  /** Scale words, with the factor of each. */
  readonly scales: Readonly<Record<string, number>>;
  /** Scales that may be separated from the digits by a space; longer ones first. */
  readonly longScales: string;
  /** Scales that must touch the digits or follow a currency: “5 m” are metres. */
  readonly shortScales?: string;
  /** Names and signs of each unit. */
  readonly units: Readonly<Partial<Record<NumberUnit, string>>>;
  /** Units that may precede the digits, and units that may follow them. */
  readonly unitsBefore?: string;
  readonly unitsAfter: string;
  /** Between digits and a scale: “somewhat more”. */
  readonly scaleInfix?: string;
  /** Words and characters that state a number without digits. */
  readonly numberWords: string;
  /** Signs and names of money that several countries have, before and after the digits. */
  readonly openBefore?: string;
  readonly openAfter?: string;
  /** Words by which a text shows of which country such money is. */
  readonly countryHints?: Readonly<Partial<Record<CurrencyCode, string>>>;
  /** Numbers in words before a scale, with what they mean; groups `number` and `scale`. */
  readonly spelled: readonly SpelledNumber[];
  /** Names and signs that several currencies share, with the currencies. */
  readonly sharedUnits: readonly (readonly [form: string, currencies: readonly string[]])[];
}

const ALL: readonly NumberGrammar[] = [englishNumbers, chineseNumbers];

const anyOf = (part: (grammar: NumberGrammar) => string | undefined): string =>
  ALL.map(part)
    .filter((source) => source !== undefined)
    .join("|");

/** Scale words of all languages, with the factor of each. */
export const NUMBER_SCALES: Readonly<Record<string, number>> = Object.assign(
  {},
  ...ALL.map(({ scales }) => scales),
);
/** Sources of patterns that join the scales and the units of all languages. */
export const LONG_SCALES = anyOf(({ longScales }) => longScales);
export const SHORT_SCALES = anyOf(({ shortScales }) => shortScales);
export const UNITS_BEFORE = anyOf(({ unitsBefore }) => unitsBefore);
export const UNITS_AFTER = anyOf(({ unitsAfter }) => unitsAfter);
export const SCALE_INFIX = anyOf(({ scaleInfix }) => scaleInfix);

/** Sources of patterns for money of which the country is open, before and after the digits. */
export const OPEN_BEFORE = anyOf(({ openBefore }) => openBefore);
export const OPEN_AFTER = anyOf(({ openAfter }) => openAfter);
const COUNTRY_HINTS = ALL.flatMap(
  ({ countryHints }) => Object.entries(countryHints ?? {}) as [CurrencyCode, string][],
).map(([currency, words]) => [new RegExp(words, "iu"), currency] as const);

/** Returns the one currency, of those that a sign or name may mean, of which a text shows signs. */
export function currencyIn(text: string, sign: string): CurrencyCode | undefined {
  const shared = currenciesOf(sign);
  const hinted = new Set(
    COUNTRY_HINTS.flatMap(([form, currency]) =>
      shared.includes(currency) && form.test(text) ? [currency] : [],
    ),
  );
  const [only, ...more] = hinted;
  return more.length === 0 ? only : undefined;
}

/** A figure of two scales: “155亿5000万”. */
export const TWO_SCALES = /[亿億].*[万萬]/u;

/** How all languages write numbers in words. */
export const SPELLED_NUMBERS = ALL.flatMap(({ spelled }) => spelled);

/** Matches a number that is stated without digits, in any language. */
export const NUMBER_WORD = new RegExp(
  anyOf(({ numberWords }) => numberWords),
  "iu",
);

const SHARED_UNITS = ALL.flatMap(({ sharedUnits }) => sharedUnits).map(
  ([form, currencies]) => [new RegExp(`^(?:${form})$`, "i"), currencies] as const,
);

/** Returns the currencies of which a name or sign may be; none for one that is of one currency alone, or of none. */
export const currenciesOf = (sign: string): readonly string[] =>
  SHARED_UNITS.find(([form]) => form.test(sign.trim()))?.[1] ?? [];

const UNITS: readonly NumberUnit[] = [...CURRENCIES, "percent"];

/** Each unit with a pattern that matches only its name or sign. */
export const UNIT_FORMS: readonly (readonly [RegExp, NumberUnit])[] = UNITS.map((unit) => [
  new RegExp(`^(?:${anyOf(({ units }) => units[unit])})$`),
  unit,
]);
