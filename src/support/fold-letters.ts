/** Letters as they are compared: without case, accents and compatibility forms. */

const MARKS = /\p{M}+/gu;

/** NFKD without its marks, in lower case, then NFKC: “Škoda” and “SKODA” are one, “ﬁ” is “fi”, “８” is “8”. */
export const foldLetters = (text: string): string =>
  text.normalize("NFKD").replace(MARKS, "").toLowerCase().normalize("NFKC");
