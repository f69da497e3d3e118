/** English ordinals. */
import type { OrdinalGrammar } from "../ordinals.ts";
import { englishNumerals } from "./numerals.ts";

const ORDINALS = (
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth " +
  "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split(" ");
const CARDINALS = Object.keys(englishNumerals(1, 12));

export const englishOrdinals: OrdinalGrammar = {
  spell: (folded) =>
    folded.replace(
      /(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th)(?![\p{L}\p{N}])/gu,
      (ordinal, figures: string) => ORDINALS[Number(figures)] ?? ordinal,
    ),
  numberWords: String.raw`(?<!\p{L})(?:${[...ORDINALS, ...CARDINALS].join("|")})(?!\p{L})`,
};
