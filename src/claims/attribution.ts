/** Whose words a sentence says that a quotation is, in the forms in which that is surely said. */
import type { ClaimToken, TokenizedSentence } from "./tokenize.ts";
import type { ClaimedSpeaker } from "./verdicts.ts";

/** A speaker that the shelf knows, and a name of at least two words that it does not. */
const WHO = "(?<who>[PD]|c{2,4})";
const ASIDE = "(?:,[^PQv;]{1,20},)?";

/** Before the quotation; each ends where it begins. */
const BEFORE = [
  `${WHO}${ASIDE}[fTi]*v[PD]?[^PQv;&]{0,12}`,
  `ai?[fxg]{0,4}${WHO}[,:]?`,
  `${WHO}'[fxgi]{0,4}`,
  `^${WHO}:`,
].map((form) => new RegExp(`${form}$`, "d"));

/** After the quotation; each begins where it ends. */
const AFTER = [
  `,?[fT]*v[fxc]{0,4}?${WHO}`,
  `,?${WHO}${ASIDE}[fTi]*v`,
  `,?ai?[fxgc]{0,6}?${WHO}`,
  `;${WHO};?$`,
].map((form) => new RegExp(`^${form}`, "d"));

/** Words that begin no name of a person. */
const NO_NAME =
  /^(?:president|chairman|premier|minister|professor|chinese|china|american|beijing|western|the|state|government|party|media|news|official|leader|general|secretary|ceo|officials|in|on|at|after|before|when|as|former|both|our|their|and)$/i;

/** A quotation's place in a reading, and what the sentence makes of it. */
export interface QuoteAttribution {
  readonly speaker: ClaimedSpeaker;
  /** Whether it stands for itself, and not as a few words in a clause of somebody's else. */
  readonly closed: boolean;
}

function speakerOf(tokens: readonly ClaimToken[]): ClaimedSpeaker | undefined {
  const [first] = tokens;
  if (first?.record) return { record: first.record };
  if (tokens.length < 2 || tokens.some(({ text }) => NO_NAME.test(text))) return undefined;
  return { name: tokens.map(({ text }) => text).join(" ") };
}

/** To whom a sentence gives the quotation at a place in its tokens; nothing where it does not surely say. */
export function findAttribution(
  { tokens, shape }: TokenizedSentence,
  at: number,
): QuoteAttribution | undefined {
  const from = shape.lastIndexOf("Q", at - 1) + 1;
  const to = shape.indexOf("Q", at + 1);
  const head = at === 0 ? "" : shape.slice(from, at);
  const tail = shape.slice(at + 1, to < 0 ? undefined : to);
  const closed = /^(?:$|[,;&:]|v|a)/.test(tail) || AFTER.some((form) => form.test(tail));
  for (const form of BEFORE) {
    const [start, end] = form.exec(head)?.indices?.groups?.who ?? [];
    if (start === undefined || end === undefined) continue;
    // “Critics of Xi said”: the words are not Xi's.
    if (/[o&]/.test(head[start - 1] ?? "") && head[start] !== "c") return undefined;
    const speaker = speakerOf(tokens.slice(from + start, from + end));
    if (speaker) return { speaker, closed };
  }
  for (const form of AFTER) {
    const [start, end] = form.exec(tail)?.indices?.groups?.who ?? [];
    if (start === undefined || end === undefined) continue;
    if (/['&]/.test(tail[end] ?? "")) return undefined;
    const speaker = speakerOf(tokens.slice(at + 1 + start, at + 1 + end));
    if (speaker) return { speaker, closed };
  }
  return undefined;
}
