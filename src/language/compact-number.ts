/** Writes round numbers in a few letters: `15 billion`, `150亿`. */
import type { Locale } from "./messages.ts";

/** Formats numbers for an axis; what is too small or too great for words is written with a power of ten. */
export function createCompactNumber(locale: Locale): (value: number) => string {
  const format = new Intl.NumberFormat(locale, {
    notation: "compact",
    compactDisplay: "long",
    maximumSignificantDigits: 3,
  });
  const isPlain = (value: number): boolean => value === 0 || (value >= 0.001 && value < 1e15);
  return (value) => (isPlain(value) ? format.format(value) : Number(value.toPrecision(3)).toExponential());
}
