/** Finds sums of money in a text: numbers with a currency. */
import type { CurrencyCode } from "../language/numbers.ts";
import { findNumbers } from "./numbers.ts";

/** A sum as written and its value. */
export interface MoneyAmount {
  readonly text: string;
  readonly value: number;
  /** ISO 4217 code. */
  readonly currency: CurrencyCode;
}

/** Returns the positive sums in a text, in order. Numbers without a currency are skipped. */
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
