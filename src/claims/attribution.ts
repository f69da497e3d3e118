/** Finds the speaker to whom a sentence attributes a quotation, in forms that leave no doubt. */
import { claimPattern } from "../language/claim-grammar.ts";
import { kindPattern } from "./token-patterns.ts";
import { type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";
import type { ClaimedSpeaker } from "./verdicts.ts";

/** A recorded speaker, or an unknown name of at least two words. */
const WHO = "(?<who> [person organization] | unknownName{2,4})";
const ASIDE = "(?: comma [^person quotation says separator]{1,20} comma)?";

/** Attributions right before a quotation. */
const BEFORE = [
  `${WHO} ${ASIDE} [filler date preposition]* says [person organization]? [^person quotation says separator joiner]{0,12}`,
  `according preposition? [filler other purpose]{0,4} ${WHO} [comma colon]?`,
  `${WHO} possessive [filler other purpose preposition]{0,4}`,
  `^${WHO} colon`,
].map((form) => kindPattern(`${form}$`, "d"));

/** Attributions right after a quotation. */
const AFTER = [
  `comma? [filler date]* says [filler other unknownName]{0,4}? ${WHO}`,
  `comma? ${WHO} ${ASIDE} [filler date preposition]* says`,
  `comma? according preposition? [filler other purpose unknownName]{0,6}? ${WHO}`,
  `separator ${WHO} separator? $`,
].map((form) => kindPattern(`^${form}`, "d"));

/** What may follow a quotation that stands on its own, unlike a few quoted words inside the writer's clause. */
const CLOSING = kindPattern("^(?: $ | [comma separator joiner colon] | says | according)");

/** Capitalized words that are no part of a person's name. */
const NOT_A_NAME = new RegExp(`^${claimPattern(({ sentences }) => sentences.notNames)}$`, "i");

/** How a sentence attributes one of its quotations. */
export interface QuoteAttribution {
  readonly speaker: ClaimedSpeaker;
  /** Whether the quotation stands on its own, rather than as a few words inside the writer's clause. */
  readonly closed: boolean;
}

function speakerOf(tokens: readonly ClaimToken[]): ClaimedSpeaker | undefined {
  const [first] = tokens;
  if (first?.record) return { record: first.record };
  if (tokens.length < 2 || tokens.some(({ text }) => NOT_A_NAME.test(text))) return undefined;
  return { name: tokens.map(({ text }) => text).join(" ") };
}

/** Returns the attribution of the quotation token at index `at`, or undefined when the sentence leaves it in doubt. */
export function findAttribution(
  { tokens, shape }: TokenizedSentence,
  at: number,
): QuoteAttribution | undefined {
  const from = tokens.findLastIndex((token, index) => index < at && isOfKind(token, "quotation")) + 1;
  const to = tokens.findIndex((token, index) => index > at && isOfKind(token, "quotation"));
  const head = shape.slice(from, at);
  const tail = shape.slice(at + 1, to < 0 ? undefined : to);
  const closed = CLOSING.test(tail) || AFTER.some((form) => form.test(tail));
  for (const form of BEFORE) {
    const [start, end] = form.exec(head)?.indices?.groups?.who ?? [];
    if (start === undefined || end === undefined) continue;
    const who = tokens.slice(from + start, from + end);
    // In “critics of Xi said”, the words are not Xi's.
    if (isOfKind(tokens[from + start - 1], "of", "joiner") && !isOfKind(who[0], "unknownName"))
      return undefined;
    const speaker = speakerOf(who);
    if (speaker) return { speaker, closed };
  }
  for (const form of AFTER) {
    const [start, end] = form.exec(tail)?.indices?.groups?.who ?? [];
    if (start === undefined || end === undefined) continue;
    if (isOfKind(tokens[at + 1 + end], "possessive", "joiner")) return undefined;
    const speaker = speakerOf(tokens.slice(at + 1 + start, at + 1 + end));
    if (speaker) return { speaker, closed };
  }
  return undefined;
}
