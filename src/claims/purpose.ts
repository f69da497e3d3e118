/** Tells which of a donor's commitments a sentence means, by the occasion and purpose that it names. */

import { findRecord } from "../desk/lookup.ts";
import { claimWords } from "../language/claim-grammar.ts";
import type { Library } from "../library/library.ts";
import { recordNames, recordRef } from "../shelf/kinds.ts";
import { donorRefs, occasionRefs } from "../shelf/pledge-parts.ts";
import type { PledgeRecord } from "../shelf/records.ts";
import { labelIn } from "../shelf/translations.ts";
import { containsHan } from "../support/han.ts";
import { stemWord, stemWords } from "./stems.ts";
import { type ClaimToken, isOfKind } from "./tokens.ts";

const COMMON_STEMS = new Set(claimWords(({ giving }) => giving.commonPurposes).map(stemWord));

/** Collects the words recorded for a commitment: its names, its passages and the names of its occasions. */
async function wordsOf(
  pledge: PledgeRecord,
  library: Library,
): Promise<{ readonly stems: ReadonlySet<string>; readonly text: string }> {
  const occasions = await Promise.all(occasionRefs(pledge).map((ref) => findRecord(ref, library)));
  const texts = [
    labelIn(pledge, "en"),
    ...pledge.aliases,
    ...pledge.accounts.flatMap(({ passages }) => passages.map(({ exact }) => exact)),
    ...occasions.flatMap((record) => (record ? recordNames(record) : [])),
  ];
  const text = texts.join(" ");
  return { stems: new Set(stemWords(text)), text };
}

/** Selects the tokens that state the purpose or occasion of a donation. */
function purposeOf(tokens: readonly ClaimToken[], sum: number, subject: number): ClaimToken[] {
  const kept: ClaimToken[] = [];
  // Before the donor, only phrases opened by a preposition count, up to punctuation, a name or a verb of saying.
  let isLed = false;
  for (const [index, token] of tokens.entries()) {
    if (index >= subject) break;
    if (isOfKind(token, "preposition", "of", "spends")) isLed = true;
    else if (isOfKind(token, "comma", "separator", "colon", "says", "organization", "person")) isLed = false;
    else if (isLed) kept.push(token);
  }
  // What “the $1 million pledge” is said to have done or brought about is compared as a purpose is.
  const after = tokens.slice(sum + 1);
  // A comma ends the purpose unless a preposition follows.
  const end = after.findIndex(
    (token, index) => isOfKind(token, "comma") && !isOfKind(after[index + 1], "preposition", "of"),
  );
  return [...kept, ...after.slice(0, end < 0 ? undefined : end)];
}

/**
 * Tells whether a clause can mean this commitment: every event it names is one of the commitment's occasions, and
 * it states no purpose beyond those in the sources.
 * @param sum index of the sum in `tokens`
 * @param subject index of the donor in `tokens`
 */
export async function matchesPurpose(
  pledge: PledgeRecord,
  tokens: readonly ClaimToken[],
  { sum, subject }: { readonly sum: number; readonly subject: number },
  library: Library,
): Promise<boolean> {
  const named = tokens.filter((token) => isOfKind(token, "event", "term"));
  const purpose = purposeOf(tokens, sum, subject);
  const isOccasion = ({ record }: ClaimToken) =>
    record !== undefined && occasionRefs(pledge).includes(recordRef(record));
  const foreign = named.filter((token) => !isOccasion(token));
  if (foreign.some((token) => isOfKind(token, "event") || purpose.includes(token))) return false;
  const hasOccasion = named.some(isOccasion);
  const known = await wordsOf(pledge, library);
  const isKnown = ({ text }: ClaimToken) =>
    containsHan(text)
      ? known.text.includes(text)
      : stemWords(text).every((stem) => known.stems.has(stem) || COMMON_STEMS.has(stem));
  return purpose.every((token) => {
    switch (token.kind) {
      case "organization":
        return token.record !== undefined && donorRefs(pledge).includes(recordRef(token.record));
      case "unknownName":
        return isKnown(token);
      case "other":
        return isKnown(token) || hasOccasion;
      default:
        return true;
    }
  });
}
