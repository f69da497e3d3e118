/** Folds letters for comparison: no case, accents or compatibility forms. */

const MARKS = /\p{M}+/gu;

/** Applies NFKD, drops marks, lower-cases, applies NFKC: “Škoda” equals “SKODA”, “ﬁ” is “fi”, “８” is “8”. */
export const foldLetters = (text: string): string =>
  text.normalize("NFKD").replace(MARKS, "").toLowerCase().normalize("NFKC");
