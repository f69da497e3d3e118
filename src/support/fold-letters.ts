/** Folds letters for comparison: no case, accents or compatibility forms. */

const MARKS = /\p{M}+/gu;

/** Digits of other scripts, such as ٢٥. */
const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu;
const DIGIT = /^\p{Nd}$/u;

/** Returns the value of a decimal digit: the digits of a script stand in a row of ten, from 0 to 9. */
function digitValue(digit: string): number {
  let before = digit.codePointAt(0)! - 1;
  while (DIGIT.test(String.fromCodePoint(before))) before--;
  return (digit.codePointAt(0)! - before - 1) % 10;
}

/** Writes the digits of other scripts, and wide ones, as 0 to 9. */
export const asciiDigits = (text: string): string =>
  text.replace(OTHER_DIGITS, (digit) => String(digitValue(digit)));

const IGNORABLE = /\p{Default_Ignorable_Code_Point}+/gu;

/**
 * Returns a text as it is seen: without characters that are not, such as soft hyphens and zero-width spaces, and with
 * letters composed. Every fold begins with it.
 */
export const visibleForm = (text: string): string => text.replace(IGNORABLE, "").normalize("NFC");

/**
 * Takes the visible form, applies NFKD, drops marks, lower-cases, applies NFKC: “Škoda” equals “SKODA”, “ﬁ” is “fi”, “８”
 * and “٨” are “8”.
 */
export const foldLetters = (text: string): string =>
  asciiDigits(visibleForm(text).normalize("NFKD").replace(MARKS, "").toLowerCase().normalize("NFKC"));
