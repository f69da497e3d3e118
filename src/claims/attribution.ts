/** Finds the speaker to whom a sentence attributes a quotation. */
import { claimPattern } from "../language/claim-grammar.ts";
import { isPersonPronoun, markTelling, readAccording, readSubject, type Subject } from "./subjects.ts";
import { kindPattern } from "./token-patterns.ts";
import { type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";

/** What may follow a quotation that stands on its own, unlike a few quoted words inside the writer's clause. */
const CLOSING = kindPattern("^(?: $ | [comma separator joiner colon] | says | according)");
const QUOTES = new RegExp(`^${claimPattern(({ sentences }) => sentences.quotes)}$`, "i");

/** Attributions right before a quotation. `who` is the phrase that says who speaks. */
const BEFORE = [
  "^ (?<mixed> organization) comma according [^quotation separator colon]* person [^quotation separator colon]* colon",
  "^ (?<who> [person organization unknownName]{1,4}) comma according [^quotation separator colon]* colon",
  "(?<who> [^quotation says separator colon according]*) (?<verb> says) (?: person (?! possessive))? [^person quotation says separator joiner]{0,12}",
  "(?<who> [^quotation says separator colon according]*) (?<verb> says) [^quotation says separator colon according]{0,40}",
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
  "comma? [separator colon]? [filler date]* says (?: [filler date]* $ | (?<who> [^quotation says separator colon]+?) (?= $ | [separator quotation says] | comma (?! person | unknownName)))",
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

/** A phrase of a sentence that says whose words one of its quotations are. */
export interface AttributedPhrase {
  readonly who: readonly ClaimToken[];
  /**
   * Whether it is the source after “according to”, a possessor, the subject of a verb of saying, or an organization of whose
   * words somebody is said to be the source, so that nobody can be told to speak.
   */
  readonly as: "source" | "owner" | "subject" | "mixed";
  /** Whether it stands before the quotation. */
  readonly isBefore: boolean;
  /** Whether it does so with a verb, and no other quotation stands before it. */
  readonly isFirst: boolean;
  /** Whether the quotation stands on its own, rather than as a few words inside the writer’s clause. */
  readonly closed: boolean;
}

/** Returns the phrases that may say whose words the quotation token at index `at` is, the likeliest first. */
export function attributedPhrases(sentence: TokenizedSentence, at: number): AttributedPhrase[] {
  const { tokens, shape } = markTelling(sentence);
  const from = tokens.findLastIndex((token, index) => index < at && isOfKind(token, "quotation")) + 1;
  const to = tokens.findIndex((token, index) => index > at && isOfKind(token, "quotation"));
  const head = shape.slice(from, at);
  const tail = shape.slice(at + 1, to < 0 ? undefined : to);
  const closed = CLOSING.test(tail) || AFTER.some((form) => form.test(tail));
  const found: AttributedPhrase[] = [];
  const add = (
    groups: Indices,
    name: string,
    offset: number,
    as: AttributedPhrase["as"],
    isBefore: boolean,
  ) => {
    const range = groups?.[name];
    if (!range) return;
    const isFirst = isBefore && from === 0 && groups?.verb !== undefined;
    found.push({ closed, as, isBefore, isFirst, who: tokens.slice(offset + range[0], offset + range[1]) });
  };
  const quoting = QUOTED.exec(head)?.indices?.groups;
  if (quoting && QUOTES.test(tokens[from + quoting.verb![0]]!.text))
    add(quoting, "who", from, "subject", false);
  for (const form of BEFORE) {
    const groups = form.exec(head)?.indices?.groups;
    add(groups, "mixed", from, "mixed", true);
    add(groups, "owner", from, "owner", true);
    add(groups, "source", from, "source", true);
    add(groups, "who", from, "subject", true);
  }
  // “…,” he told X: who is told something did not say it.
  const [pronoun, verb] = tokens.slice(at + 1).filter((token) => !isOfKind(token, "comma"));
  if (pronoun && isPersonPronoun(pronoun) && isOfKind(verb, "says"))
    found.push({ closed, as: "subject", isBefore: false, isFirst: false, who: [pronoun] });
  for (const form of AFTER) {
    const groups = form.exec(tail)?.indices?.groups;
    add(groups, "source", at + 1, "source", false);
    add(groups, "who", at + 1, "subject", false);
  }
  return found;
}

/** Returns the attribution of the quotation token at index `at`, or undefined when the sentence has none. */
export function findAttribution(sentence: TokenizedSentence, at: number): QuoteAttribution | undefined {
  const [opening] = sentence.tokens;
  for (const { who, as, isBefore, isFirst, closed } of attributedPhrases(sentence, at)) {
    if (as === "mixed") return attribution("unclear", closed);
    if (as === "owner") {
      const record = who[0]?.record;
      if (record) return attribution({ record }, closed);
      continue;
    }
    const subject = as === "source" ? readAccording(who) : readPhrase(who, who[0] === opening, !isBefore);
    if (subject || (as === "source" && !isBefore)) return attribution(subject, closed);
    // “… and he added” before a quotation that follows another has the subject of the first.
    if (isFirst) return attribution("unclear", closed);
  }
  return undefined;
}

/** Reads a phrase beside a verb of saying; behind it, a person’s name is enough. */
function readPhrase(who: readonly ClaimToken[], opens: boolean, isAfter: boolean): Subject | undefined {
  const [first, second] = who;
  if (first === undefined) return undefined;
  const isPlain =
    isAfter && isOfKind(first, "person") && !isOfKind(second, "possessive", "joiner", "unknownName", "other");
  return isPlain ? { record: first.record! } : readSubject(who, opens);
}

type Indices = Readonly<Record<string, readonly [number, number]>> | undefined;
