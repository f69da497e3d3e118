/** Tells whether a sentence asserts anything that can be checked. */
import { claimPattern } from "../language/claim-grammar.ts";

/** What a sentence does with what it says. Only what is asserted can be held against the shelf. */
export type SentenceMood = "asserts" | "asks" | "denies" | "supposes";

const ASKS = new RegExp(
  String.raw`[?？]\s*["”’'」』)]*\s*$|${claimPattern(({ sentences }) => sentences.asks)}`,
  "iu",
);
const DENIES = new RegExp(
  claimPattern(({ sentences }) => sentences.denies),
  "iu",
);
const SUPPOSES = new RegExp(
  claimPattern(({ sentences }) => sentences.supposes),
  "iu",
);
const SUPPOSES_AS_CASED = new RegExp(claimPattern(({ sentences }) => sentences.supposesAsCased));
const HARMLESS = new RegExp(
  claimPattern(({ sentences }) => sentences.harmless),
  "giu",
);

/** Tells what a sentence does, by what stands in it outside its quotations. */
export function sentenceMood(sentence: string): SentenceMood {
  const text = sentence.replace(HARMLESS, " ");
  if (ASKS.test(text.trim())) return "asks";
  if (DENIES.test(text)) return "denies";
  return SUPPOSES.test(text) || SUPPOSES_AS_CASED.test(text) ? "supposes" : "asserts";
}
