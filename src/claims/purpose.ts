/** Whether a sentence speaks of one commitment and not of another by the same donor: by the occasion and the purpose that it names. */

import { findRecord } from "../desk/lookup.ts";
import type { Library } from "../library/library.ts";
import { foldName } from "../shelf/fold.ts";
import { recordRef } from "../shelf/kinds.ts";
import type { PledgeRecord as Pledge } from "../shelf/records.ts";
import type { ClaimToken } from "./tokenize.ts";

/** A word without the endings that English puts to it; enough for two forms of one word to meet. */
export const stemWord = (word: string): string =>
  foldName(word)
    .replace(/ies$/, "y")
    .replace(/(?<=[^s]{3})(?:ing|ed|es|s|ly)$/, "")
    .replace(/(?<=\p{L}{3})e$/u, "");

/** What any gift may be said to be for, or to come from. */
const ANY = new Set(
  "china chinese beijing country state government nation national communist party tech technology giant company business firm society social billion poor rich people citizen public economy"
    .split(" ")
    .map(stemWord),
);

/** The words of all that is on record of a commitment and its occasions. */
async function wordsOf(pledge: Pledge, library: Library): Promise<{ stems: Set<string>; han: string }> {
  const occasions = await Promise.all(pledge.occasions.map((ref) => findRecord(ref, library)));
  const texts = [
    pledge.label,
    ...pledge.aliases,
    ...pledge.accounts.flatMap(({ passages }) => passages.map(({ exact }) => exact)),
    ...occasions.flatMap((record) => (record ? [record.label, ...record.aliases] : [])),
  ];
  const all = texts.join(" ");
  return { stems: new Set(foldName(all).split(" ").map(stemWord)), han: all };
}

const kindsOf = (tokens: readonly ClaimToken[]): string => tokens.map(({ kind }) => kind).join("");

/** The places of the words by which a segment says what the giving was for, or what occasion it had. */
function purposeOf(tokens: readonly ClaimToken[], sum: number, subject: number): ClaimToken[] {
  const kept: ClaimToken[] = [];
  // Before the giver: only what a preposition leads in, up to a mark or a name.
  let led = false;
  for (const [index, token] of tokens.entries()) {
    if (index >= subject) break;
    if (/[ioW]/.test(token.kind) || (index === 0 && token.text.toLowerCase() === "to")) led = true;
    else if (/[,;:vDP]/.test(token.kind)) led = false;
    else if (led) kept.push(token);
  }
  // “A pledge of $1 million shook …”, “the $1 million pledge shook …”: what follows is the sentence's own verb.
  const ended = tokens[sum - 1]?.kind === "o" || /^[fg]*[NV]/.test(kindsOf(tokens.slice(sum + 1)));
  let leads = !ended;
  const after = tokens.slice(sum + 1);
  for (const [index, token] of after.entries()) {
    // After a comma the sentence goes on to something else, unless it goes on with a preposition.
    if (token.kind === "," && !/[io]/.test(after[index + 1]?.kind ?? "")) break;
    if (/[iobKE]/.test(token.kind)) leads = true;
    if (!leads && /[cx]/.test(token.kind)) break;
    kept.push(token);
  }
  return kept;
}

/**
 * Whether a segment of a sentence can mean this commitment: every event and every occasion that it names is
 * the commitment's, and it says of the purpose nothing that the sources do not.
 * @param sum where the sum stands in the tokens
 * @param subject where the giver stands
 */
export async function matchesPurpose(
  pledge: Pledge,
  tokens: readonly ClaimToken[],
  { sum, subject }: { readonly sum: number; readonly subject: number },
  library: Library,
): Promise<boolean> {
  const named = tokens.filter(({ kind }) => kind === "E" || kind === "K");
  const purpose = purposeOf(tokens, sum, subject);
  const isOccasion = ({ record }: ClaimToken) =>
    record !== undefined && pledge.occasions.includes(recordRef(record));
  const strange = named.filter((token) => !isOccasion(token));
  if (strange.some((token) => token.kind === "E" || purpose.includes(token))) return false;
  const hasOccasion = named.some(isOccasion);
  const { stems, han } = await wordsOf(pledge, library);
  const known = ({ text }: ClaimToken) =>
    /\p{Script=Han}/u.test(text)
      ? han.includes(text)
      : foldName(text)
          .split(" ")
          .every((word) => stems.has(stemWord(word)) || ANY.has(stemWord(word)));
  return purpose.every((token) => {
    if (token.kind === "D") return token.record !== undefined && pledge.donors.includes(token.record.id);
    if (token.kind === "c") return known(token);
    if (token.kind !== "x") return true;
    return known(token) || hasOccasion;
  });
}
