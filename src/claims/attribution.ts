/** Reads whose words a sentence says that a quotation is, in the forms in which that is surely said. */
import { claimPattern } from "../language/claim-grammar.ts";
import { kindPattern } from "./token-patterns.ts";
import { type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";
import type { ClaimedSpeaker } from "./verdicts.ts";

/** A speaker that the shelf knows, and a name of at least two words that it does not. */
const WHO = "(?<who> [person organization] | unknownName{2,4})";
const ASIDE = "(?: comma [^person quotation says separator]{1,20} comma)?";

/** Before the quotation; each ends where it begins. */
const BEFORE = [
  `${WHO} ${ASIDE} [filler date preposition]* says [person organization]? [^person quotation says separator joiner]{0,12}`,
  `according preposition? [filler other purpose]{0,4} ${WHO} [comma colon]?`,
  `${WHO} possessive [filler other purpose preposition]{0,4}`,
  `^${WHO} colon`,
].map((form) => kindPattern(`${form}$`, "d"));

/** After the quotation; each begins where it ends. */
const AFTER = [
  `comma? [filler date]* says [filler other unknownName]{0,4}? ${WHO}`,
  `comma? ${WHO} ${ASIDE} [filler date preposition]* says`,
  `comma? according preposition? [filler other purpose unknownName]{0,6}? ${WHO}`,
  `separator ${WHO} separator? $`,
].map((form) => kindPattern(`^${form}`, "d"));

/** What may stand after a quotation that is none of a few words in a clause of somebody else's. */
const CLOSING = kindPattern("^(?: $ | [comma separator joiner colon] | says | according)");

/** Words that begin no name of a person. */
const NOT_A_NAME = new RegExp(`^${claimPattern(({ sentences }) => sentences.notNames)}$`, "i");

/** What a sentence makes of a quotation in it. */
export interface QuoteAttribution {
  readonly speaker: ClaimedSpeaker;
  /** Whether it stands for itself, and not as a few words in a clause of somebody else's. */
  readonly closed: boolean;
}

function speakerOf(tokens: readonly ClaimToken[]): ClaimedSpeaker | undefined {
  const [first] = tokens;
  if (first?.record) return { record: first.record };
  if (tokens.length < 2 || tokens.some(({ text }) => NOT_A_NAME.test(text))) return undefined;
  return { name: tokens.map(({ text }) => text).join(" ") };
}

/** Finds to whom a sentence gives the quotation at a place in its tokens; nothing where it does not surely say. */
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
    // “Critics of Xi said”: the words are not Xi's.
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
