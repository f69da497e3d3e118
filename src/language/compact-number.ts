/** Formats numbers compactly: `15 billion`, `150亿`. */
import type { Locale } from "./messages.ts";

/**
 * Creates a formatter with three significant digits. Numbers below 0.001, or of 1e15 and more, are written with an
 * exponent.
 */
export function createCompactNumber(locale: Locale): (value: number) => string {
  const format = new Intl.NumberFormat(locale, {
    notation: "compact",
    compactDisplay: "long",
    maximumSignificantDigits: 3,
  });
  const isPlain = (value: number): boolean => value === 0 || (value >= 0.001 && value < 1e15);
  return (value) => (isPlain(value) ? format.format(value) : Number(value.toPrecision(3)).toExponential());
}
