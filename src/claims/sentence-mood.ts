/** Classifies sentences by whether they assert, ask, deny or suppose something. */
import { claimPattern } from "../language/claim-grammar.ts";

/** What a sentence does with its content. Only assertions are checked as claims. */
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

const WILLED = new RegExp(
  claimPattern(({ sentences }) => sentences.willed),
  "giu",
);

/** Tells whether all that a sentence supposes is what somebody in it wants, expects or says must be. */
export const isOnlyWilled = (sentence: string): boolean =>
  sentenceMood(sentence.replace(WILLED, " ")) === "asserts";

/** Returns the mood of a sentence. Mask its quotations first (`maskQuoted`), so that only its own words count. */
export function sentenceMood(sentence: string): SentenceMood {
  const text = sentence.replace(HARMLESS, " ");
  if (ASKS.test(text.trim())) return "asks";
  if (DENIES.test(text)) return "denies";
  return SUPPOSES.test(text) || SUPPOSES_AS_CASED.test(text) ? "supposes" : "asserts";
}
