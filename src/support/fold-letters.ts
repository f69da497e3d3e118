/** Folds letters for comparison: no case, accents or compatibility forms. */

const MARKS = /\p{M}+/gu;

const IGNORABLE = /\p{Default_Ignorable_Code_Point}+/gu;

/** Removes characters that are not seen, such as soft hyphens and zero-width spaces. */
export const removeIgnorable = (text: string): string => text.replace(IGNORABLE, "");

/** Removes invisible characters, applies NFKD, drops marks, lower-cases, applies NFKC: “Škoda” equals “SKODA”, “ﬁ” is “fi”, “８” is “8”. */
export const foldLetters = (text: string): string =>
  removeIgnorable(text).normalize("NFKD").replace(MARKS, "").toLowerCase().normalize("NFKC");
