/** Reads who speaks in the words before or after a verb of saying. */
import { claimPattern } from "../language/claim-grammar.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { containsHan } from "../support/han.ts";
import { shapeOf } from "./token-patterns.ts";
import { type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";

/** Who is said to speak; `titles` are the words before a name, such as “Professor”. */
export type Subject =
  | { readonly record: AnyRecord }
  | { readonly name: string; readonly titles: readonly string[] }
  /** The office of somebody in an organization, without a name. */
  | { readonly office: string; readonly of: AnyRecord }
  /** “He said”. */
  | "pronoun"
  /** Somebody who cannot be told from the words. */
  | "unclear";

const wordPattern = (part: Parameters<typeof claimPattern>[0]) => new RegExp(`^${claimPattern(part)}$`, "i");
const TELLS = wordPattern(({ sentences }) => sentences.tells);
const NOT_A_NAME = wordPattern(({ sentences }) => sentences.notNames);
const PERSON_PRONOUN = wordPattern(({ sentences }) => sentences.personPronouns);
const THING_PRONOUN = wordPattern(({ sentences }) => sentences.thingPronouns);
const SOURCE_NOUN = wordPattern(({ sentences }) => sentences.sourceNouns);
const OFFICE = wordPattern(({ offices }) => Object.values(offices.names).join("|"));
const HAN_NAME = new RegExp(
  `^${claimPattern(({ sentences }) => sentences.surnames)}\\p{Script=Han}{1,2}$`,
  "u",
);
const HAN_NOT_A_NAME = new RegExp(`${claimPattern(({ sentences }) => sentences.notNameEndings)}$`, "u");

/** Returns the sentence with every verb that tells something as a verb of saying. */
export function markTelling({ text, tokens }: TokenizedSentence): TokenizedSentence {
  const marked = tokens.map(
    (token): ClaimToken =>
      !token.record && token.kind !== "quotation" && TELLS.test(token.text)
        ? { ...token, kind: "says" }
        : token,
  );
  return { text, tokens: marked, shape: shapeOf(marked) };
}

/** Tells whether a token is a pronoun for a person. */
export const isPersonPronoun = ({ text }: ClaimToken): boolean => PERSON_PRONOUN.test(text);

/** Kinds that may stand around a name without changing who is meant. */
const isLight = (token: ClaimToken | undefined): boolean =>
  isOfKind(token, "filler", "date", "preposition", "number", "quantity");
const isPronoun = ({ text }: ClaimToken): boolean => PERSON_PRONOUN.test(text) || THING_PRONOUN.test(text);

/** Returns the words of a phrase that name who it is about: before “of …”, “to …” and an aside. */
function headOf(phrase: readonly ClaimToken[]): readonly ClaimToken[] {
  let to = phrase.length;
  while (to > 0 && isLight(phrase[to - 1]) && !isPronoun(phrase[to - 1]!)) to--;
  if (isOfKind(phrase[to - 1], "comma")) {
    const opening = phrase.findLastIndex((token, index) => index < to - 1 && isOfKind(token, "comma"));
    if (opening > 0) to = opening;
  }
  const from = phrase.findLastIndex((token, index) => index < to && isOfKind(token, "comma")) + 1;
  const part = phrase.slice(from, to);
  const isAdverbial = isOfKind(part[0], "preposition", "by", "according", "date");
  if (isAdverbial) {
    const last = part.findLastIndex((token) => isOfKind(token, "preposition", "by", "of", "date", "filler"));
    return part.slice(last + 1);
  }
  const end = part.findIndex((token, index) => index > 0 && isOfKind(token, "of", "preposition", "by"));
  return end < 0 ? part : part.slice(0, end);
}

/** Returns the office that a phrase such as “the CEO of Alibaba” or “Alibaba’s CEO” names. */
function officeIn(phrase: readonly ClaimToken[]): Subject | undefined {
  const text = phrase
    .filter((token) => !isOfKind(token, "filler", "possessive", "of"))
    .map(({ text }) => text);
  const organizations = phrase.flatMap(({ record }) => (record?.kind === "organizations" ? [record] : []));
  const office = text.filter(
    (_, index) => !phrase.some(({ record, text: name }) => record && name === text[index]),
  );
  const words = office.join(" ");
  return organizations.length === 1 && OFFICE.test(words)
    ? { office: words, of: organizations[0]! }
    : undefined;
}

/** Reads a run of Chinese characters as a name. */
function hanSubject(head: readonly ClaimToken[]): Subject {
  const from =
    head.findLastIndex((token) => !containsHan(token.text) || token.record || !isOfKind(token, "other")) + 1;
  const name = head
    .slice(from)
    .map(({ text }) => text)
    .join("");
  if (from > 0 && isOfKind(head[from - 1], "possessive")) return "unclear";
  return HAN_NAME.test(name) && !HAN_NOT_A_NAME.test(name) ? { name, titles: [] } : "unclear";
}

/**
 * Reads who a phrase before a verb of saying, or after “said” or “according to”, means.
 * @param opens whether the phrase opens the sentence, where any word has a capital
 */
export function readSubject(phrase: readonly ClaimToken[], opens: boolean): Subject | undefined {
  const office = officeIn(phrase.filter((token) => !isOfKind(token, "comma")));
  if (office) return office;
  let head = headOf(phrase);
  if (head.length === 0) return undefined;
  if (head.some((token) => isOfKind(token, "joiner", "separator"))) return "unclear";
  const last = head.at(-1)!;
  if (head.every((token) => isOfKind(token, "filler"))) {
    if (head.length === 1 && PERSON_PRONOUN.test(last.text)) return "pronoun";
    return head.length === 1 && THING_PRONOUN.test(last.text) ? undefined : "unclear";
  }
  if (SOURCE_NOUN.test(last.text) && head.slice(0, -1).every((token) => isOfKind(token, "filler")))
    return undefined;
  if (PERSON_PRONOUN.test(last.text)) return "pronoun";
  while (isOfKind(head.at(-1), "filler")) head = head.slice(0, -1);
  const end = head.at(-1)!;
  const before = head.at(-2);
  if (isOfKind(end, "person", "organization") && end.record) {
    const isLonger = isOfKind(before, "unknownName") && !isTitle(before!);
    return isLonger ? "unclear" : { record: end.record };
  }
  if (containsHan(end.text)) return hanSubject(head);
  if (!isOfKind(end, "unknownName")) return "unclear";
  const from = head.findLastIndex((token) => !isOfKind(token, "unknownName")) + 1;
  if (isOfKind(head[from - 1], "person", "organization") && !isOfKind(head[from - 1], "organization"))
    return "unclear";
  const run = head.slice(from);
  const lastTitle = run.findLastIndex(isTitle);
  const names = run.slice(lastTitle + 1);
  // A title may be a word that has no meaning elsewhere.
  const early = head
    .slice(0, from)
    .filter((token, index) => index === from - 1 && isTitle(token) && /^\p{Lu}\p{L}{3}/u.test(token.text));
  const titles =
    lastTitle < 0
      ? early
      : run.slice(run.slice(0, lastTitle + 1).findLastIndex((token) => !isTitle(token)) + 1, lastTitle + 1);
  if (names.length === 0) return "unclear";
  // The first word of a sentence has a capital whether it is a name or not: “Analysts said”.
  if (opens && names.length === 1 && names[0] === phrase[0] && /s$/.test(names[0]!.text)) return "unclear";
  return { name: names.map(({ text }) => text).join(" "), titles: titles.map(({ text }) => text) };
}

/** Tells whether a capitalized word is a title, or no part of a name. */
export const isTitle = ({ text }: ClaimToken): boolean => NOT_A_NAME.test(text);

/** Returns whom the words after “according to” name: directly, or as the publisher of a report. */
export function readAccording(phrase: readonly ClaimToken[]): Subject | undefined {
  const who = phrase.slice(phrase.findIndex((token) => !isOfKind(token, "preposition", "filler")));
  const records = who.filter((token) => isOfKind(token, "organization", "person"));
  const [only] = records;
  const at = who.indexOf(only!);
  const follows = who[at + 1];
  const isOther =
    isOfKind(follows, "possessive", "unknownName") ||
    (isOfKind(follows, "other") && !containsHan(follows!.text));
  const before = who.slice(0, Math.max(0, at));
  const isPublished =
    isOfKind(only, "organization") && !before.some((token) => isOfKind(token, "unknownName"));
  if (only?.record && records.length === 1 && !isOther && (before.length === 0 || isPublished))
    return { record: only.record };
  if (who.length === 0) return undefined;
  return records.length > 0 ? "unclear" : (readSubject(who, false) ?? "unclear");
}
