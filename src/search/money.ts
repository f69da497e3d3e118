/** Sums of money as people write them, in English and in Chinese. */
import { type Currency, numbersIn } from "./numbers.ts";

/** A sum as it was written, with what it comes to. */
export interface Money {
  readonly text: string;
  readonly value: number;
  /** ISO 4217. */
  readonly currency: Currency;
}

/** The sums in a text, in their order. A number without a currency is no sum. */
export function moneyIn(text: string): Money[] {
  return numbersIn(text).flatMap(({ value, start, end, unit }): Money[] =>
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
