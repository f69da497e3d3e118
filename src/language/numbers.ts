/** How numbers, sums and currencies are written, in every language. */
import { englishNumbers } from "./en/numbers.ts";
import { chineseNumbers } from "./zh/numbers.ts";

/** ISO 4217. */
export type CurrencyCode = "USD" | "EUR" | "GBP" | "CNY" | "HKD";

/** What a number counts. */
export type NumberUnit = CurrencyCode | "percent";

/** What one language adds to the numbers that are read. Strings are sources of patterns in lower case. */
export interface NumberGrammar {
  /** What stands after the figures, and what they are multiplied by. */
  readonly scales: Readonly<Record<string, number>>;
  /** Scales that may stand apart from the figures, the longer ones first. */
  readonly longScales: string;
  /** Scales that must touch the figures, or follow a currency: “5 m” are metres. */
  readonly shortScales?: string;
  /** The names and signs of each unit. */
  readonly units: Readonly<Partial<Record<NumberUnit, string>>>;
  /** Units that may stand before the figures, and after them. */
  readonly unitsBefore?: string;
  readonly unitsAfter: string;
}

const ALL: readonly NumberGrammar[] = [englishNumbers, chineseNumbers];

const anyOf = (part: (grammar: NumberGrammar) => string | undefined): string =>
  ALL.map(part)
    .filter((source) => source !== undefined)
    .join("|");

export const NUMBER_SCALES: Readonly<Record<string, number>> = Object.assign(
  {},
  ...ALL.map(({ scales }) => scales),
);
export const LONG_SCALES = anyOf(({ longScales }) => longScales);
export const SHORT_SCALES = anyOf(({ shortScales }) => shortScales);
export const UNITS_BEFORE = anyOf(({ unitsBefore }) => unitsBefore);
export const UNITS_AFTER = anyOf(({ unitsAfter }) => unitsAfter);

const UNITS: readonly NumberUnit[] = ["USD", "EUR", "GBP", "CNY", "HKD", "percent"];

/** Each unit with the pattern of a text that is nothing but its name or sign. */
export const UNIT_FORMS: readonly (readonly [RegExp, NumberUnit])[] = UNITS.map((unit) => [
  new RegExp(`^(?:${anyOf(({ units }) => units[unit])})$`),
  unit,
]);
