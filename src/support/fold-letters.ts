/** Folds letters for comparison: no case, accents or compatibility forms. */

const MARKS = /\p{M}+/gu;

const IGNORABLE = /\p{Default_Ignorable_Code_Point}+/gu;

/**
 * Returns a text as it is seen: without characters that are not, such as soft hyphens and zero-width spaces, and with
 * letters composed. Every fold begins with it.
 */
export const visibleForm = (text: string): string => text.replace(IGNORABLE, "").normalize("NFC");

/** Takes the visible form, applies NFKD, drops marks, lower-cases, applies NFKC: “Škoda” equals “SKODA”, “ﬁ” is “fi”, “８” is “8”. */
export const foldLetters = (text: string): string =>
  visibleForm(text).normalize("NFKD").replace(MARKS, "").toLowerCase().normalize("NFKC");
