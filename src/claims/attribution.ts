/** Finds the speaker to whom a sentence attributes a quotation. */
import { claimPattern } from "../language/claim-grammar.ts";
import { markTelling, readAccording, readSubject, type Subject } from "./subjects.ts";
import { kindPattern } from "./token-patterns.ts";
import { type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";

/** What may follow a quotation that stands on its own, unlike a few quoted words inside the writer's clause. */
const CLOSING = kindPattern("^(?: $ | [comma separator joiner colon] | says | according)");
const QUOTES = new RegExp(`^${claimPattern(({ sentences }) => sentences.quotes)}$`, "i");

/** Attributions right before a quotation. `who` is the phrase that says who speaks. */
const BEFORE = [
  "(?<who> [^quotation says separator colon according]*) (?<verb> says) (?: person (?! possessive))? [^person quotation says separator joiner]{0,12}",
  "(?<verb> according) (?<source> [^quotation says separator colon]*?) [comma colon]?",
  "^ (?<who> [^quotation says separator colon comma]{1,8}) colon",
  "(?<owner> [person organization]) possessive [filler other purpose preposition]{0,4}",
].map((form) => kindPattern(`${form}$`, "d"));

/** A verb of quoting and whom it quotes, before the quotation. */
const QUOTED = kindPattern(
  "(?<verb> says) (?<who> [^quotation says separator colon comma]{1,8}) [comma colon]? $",
  "d",
);

/** Attributions right after a quotation. */
const AFTER = [
  "comma? (?: separator)? [filler date]* says (?: [filler date]* $ | (?<who> [^quotation says separator colon]+?) (?= $ | [separator quotation says] | comma (?! person | unknownName)))",
  "comma? (?<who> [^quotation says separator colon]{1,24}?) says",
  "comma? according (?<source> [^quotation says separator colon]*?) (?= $ | [comma separator])",
  "separator (?<who> [^quotation says separator colon]{1,6}) separator? $",
].map((form) => kindPattern(`^${form}`, "d"));

/** How a sentence attributes one of its quotations. */
export interface QuoteAttribution {
  /** Who is said to speak; undefined if the sentence leaves it in doubt. */
  readonly speaker: Exclude<Subject, string> | undefined;
  /** Whether the speaker is but a pronoun. */
  readonly isPronoun: boolean;
  /** Whether the quotation stands on its own, rather than as a few words inside the writer's clause. */
  readonly closed: boolean;
}

const attribution = (subject: Subject | undefined, closed: boolean): QuoteAttribution => ({
  speaker: typeof subject === "string" ? undefined : subject,
  isPronoun: subject === "pronoun",
  closed,
});

/** Returns the attribution of the quotation token at index `at`, or undefined when the sentence has none. */
export function findAttribution(sentence: TokenizedSentence, at: number): QuoteAttribution | undefined {
  const { tokens, shape } = markTelling(sentence);
  const from = tokens.findLastIndex((token, index) => index < at && isOfKind(token, "quotation")) + 1;
  const to = tokens.findIndex((token, index) => index > at && isOfKind(token, "quotation"));
  const head = shape.slice(from, at);
  const tail = shape.slice(at + 1, to < 0 ? undefined : to);
  const closed = CLOSING.test(tail) || AFTER.some((form) => form.test(tail));
  const phrase = (groups: Indices, name: string, offset: number): ClaimToken[] | undefined => {
    const range = groups?.[name];
    return range && tokens.slice(offset + range[0], offset + range[1]);
  };
  const read = (who: ClaimToken[] | undefined) =>
    who === undefined || who.length === 0 ? undefined : readSubject(who, who[0] === tokens[0]);
  const quoting = QUOTED.exec(head)?.indices?.groups;
  if (quoting && QUOTES.test(tokens[from + quoting.verb![0]]!.text)) {
    const subject = read(phrase(quoting, "who", from));
    if (subject) return attribution(subject, closed);
  }
  for (const form of BEFORE) {
    const groups = form.exec(head)?.indices?.groups;
    if (!groups) continue;
    const owner = phrase(groups, "owner", from)?.[0];
    if (owner?.record) return attribution({ record: owner.record }, closed);
    const source = phrase(groups, "source", from);
    const subject = source ? readAccording(source) : read(phrase(groups, "who", from));
    if (subject) return attribution(subject, closed);
    // “… and he added” before a quotation that follows another has the subject of the first.
    if (groups.verb && from === 0) return attribution("unclear", closed);
  }
  for (const form of AFTER) {
    const groups = form.exec(tail)?.indices?.groups;
    const source = groups && phrase(groups, "source", at + 1);
    if (source) return attribution(readAccording(source), closed);
    const who = groups && phrase(groups, "who", at + 1);
    if (!who) continue;
    const [first, second] = who;
    const isPlain =
      isOfKind(first, "person") && !isOfKind(second, "possessive", "joiner", "unknownName", "other");
    const subject = isPlain ? { record: first!.record! } : read(who);
    if (subject) return attribution(subject, closed);
  }
  return undefined;
}

type Indices = Readonly<Record<string, readonly [number, number]>> | undefined;
