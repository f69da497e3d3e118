/** Collects how numbers, sums and currencies are written in all languages. */
import { englishNumbers } from "./en/numbers.ts";
import { chineseNumbers } from "./zh/numbers.ts";

/** An ISO 4217 code. */
export type CurrencyCode = (typeof CURRENCIES)[number];
/** The currencies whose sums are read, as ISO 4217 codes. */
const CURRENCIES = [
  ...(["USD", "EUR", "GBP", "CNY", "HKD", "TWD", "MOP", "JPY", "KRW", "INR", "SGD"] as const),
  ...(["AUD", "CAD", "NZD", "CHF", "RUB", "BRL", "MYR", "THB", "IDR", "VND", "PHP", "ZAR"] as const),
] as const;

/** The unit of a number. */
export type NumberUnit = CurrencyCode | "percent";

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
