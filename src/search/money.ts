/** Finds sums of money: numbers with a currency beside them. */
import type { CurrencyCode } from "../language/numbers.ts";
import { findNumbers } from "./numbers.ts";

/** A sum as it was written, with what it comes to. */
export interface MoneyAmount {
  readonly text: string;
  readonly value: number;
  /** ISO 4217. */
  readonly currency: CurrencyCode;
}

/** The sums in a text, in their order. A number without a currency is no sum. */
export function findMoney(text: string): MoneyAmount[] {
  return findNumbers(text).flatMap(({ value, start, end, unit }): MoneyAmount[] =>
    unit === undefined || unit.name === "percent" || !(value > 0)
      ? []
      : [
          {
            text: text.slice(Math.min(start, unit.start), Math.max(end, unit.end)),
            value,
            currency: unit.name,
          },
        ],
  );
}
