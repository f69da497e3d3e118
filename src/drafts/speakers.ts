/** Tells whose words a quotation is, by the grammar of `/check` and by whom the text named before. */

import { attributedPhrases } from "../claims/attribution.ts";
import { readAccording, readSubject } from "../claims/subjects.ts";
import type { ClaimToken } from "../claims/tokens.ts";
import { isOfKind } from "../claims/tokens.ts";
import { DEFINITE, OWNER_AFTER, SEVERAL_GAP } from "../language/draft-patterns.ts";
import { IN_STATEMENT, OPENING_PRONOUN, STATEMENT_READS } from "../language/en/draft-phrases.ts";
import { containsHan } from "../support/han.ts";
import type { Entity, Mention } from "./entities.ts";
import type { Reading, ReadSentence, Segment } from "./reading.ts";
import {
  antecedent,
  bodyByNoun,
  hasRoleNoun,
  isSubject,
  type PronounUse,
  personByRole,
  type Referent,
  standsForPerson,
  subjectsOf,
} from "./reference.ts";

/** What was read so far: who spoke in which sentence, and of whom *he* and *she* were said. */
export interface Spoken extends PronounUse {
  readonly bySentence: Map<number, Entity>;
}

/** Whose words a quotation is; `isDirect` if a verb of saying or a colon stands right beside it. */
export interface Attributed extends Referent {
  readonly isDirect: boolean;
  readonly closed: boolean;
}

const MOST_TOKENS = 60;

/** Returns to whom its own sentence gives the words of a quotation; undefined where it gives them to nobody. */
export function attributedIn(
  reading: Reading,
  sentence: ReadSentence,
  segment: Segment,
  spoken: Spoken,
): Attributed | undefined {
  const tokenized = sentence.tokens();
  const at = tokenized.tokens.findIndex(
    ({ kind, start }) => kind === "quotation" && start + sentence.start === segment.outer.start,
  );
  if (at < 0) return undefined;
  const behind = sentence.text.slice(segment.outer.end - sentence.start);
  const issuer = STATEMENT_READS.test(behind) ? issuerOf(reading, sentence, spoken) : undefined;
  if (issuer) return { entity: issuer, isDirect: true, closed: true };
  let open: Attributed | undefined;
  for (const { who, as, closed, isBefore } of attributedPhrases(tokenized, at)) {
    if (who.length === 0 || who.length > MOST_TOKENS) continue;
    if (as === "owner") continue;
    const found = readPhrase(reading, sentence, who, as === "source", spoken);
    if (!found) continue;
    const last = who.at(-1)!;
    const gap = isBefore
      ? sentence.text.slice(last.end, segment.outer.start - sentence.start)
      : sentence.text.slice(segment.outer.end - sentence.start, who[0]!.start);
    const isDirect = gap.length < 40 && (/[,:，：]\s*$/u.test(gap) || !isBefore);
    if (found.entity || found.name) return { ...found, isDirect, closed };
    open ??= { ...found, isDirect, closed };
    // “…,” he told NAME: if it is open who he is, nobody else said it.
    if (!isBefore && isDirect && who.length === 1 && standsForPerson(who[0]!.text)) return open;
  }
  return open ?? wentOn(reading, sentence, at, spoken);
}

/** “X认为，……，但“…””: a Chinese sentence goes on with whoever it began to tell the words of, if it names nobody else. */
function wentOn(
  reading: Reading,
  sentence: ReadSentence,
  at: number,
  spoken: Spoken,
): Attributed | undefined {
  if (!containsHan(sentence.text)) return undefined;
  const { tokens } = sentence.tokens();
  const verb = tokens.findIndex((token) => isOfKind(token, "says"));
  const between = tokens.slice(verb + 1, at);
  if (
    verb < 1 ||
    verb > at ||
    between.some((token) => isOfKind(token, "person", "quotation", "says", "colon"))
  )
    return undefined;
  const found = readPhrase(reading, sentence, tokens.slice(0, verb), false, spoken);
  return found?.entity ? { ...found, isDirect: false, closed: false } : undefined;
}

const textOf = (sentence: ReadSentence, who: readonly ClaimToken[]): string =>
  sentence.text.slice(who[0]!.start, who.at(-1)!.end);

/** Reads a phrase that says who speaks. */
function readPhrase(
  reading: Reading,
  sentence: ReadSentence,
  phrase: readonly ClaimToken[],
  isSource: boolean,
  spoken: Spoken,
): Referent | undefined {
  const who = withoutEdges(phrase);
  if (who.length === 0) return undefined;
  const start = sentence.start + who[0]!.start;
  const end = sentence.start + who.at(-1)!.end;
  const text = textOf(sentence, who);
  const mentions = sentence.mentions.filter((one) => one.start >= start && one.end <= end);
  const person = personIn(mentions, sentence, start, isSource);
  if (person === "several")
    return {
      question: { about: "speakerOf", words: text, candidates: mentions.map(({ entity }) => entity.name) },
    };
  if (person) return { entity: person };
  const comma = who.findLastIndex((token) => isOfKind(token, "comma"));
  // “Asked whether he would resign, the minister said”: the subject stands last.
  if (mentions.length === 0 && comma > 0)
    return readPhrase(reading, sentence, who.slice(comma + 1), isSource, spoken);
  const last = who.at(-1)!;
  const pronoun = mentions.length === 0 ? who.find(({ text: word }) => standsForPerson(word)) : undefined;
  if (pronoun) return antecedent(reading, sentence, start, pronoun.text, spoken.bySentence, spoken);
  if (
    mentions.every(({ entity }) => entity.kind === "organizations") &&
    mentions.length > 0 &&
    !hasRoleNoun(text)
  ) {
    const body = mentions.find((one) => isSubject(one, sentence) || isSource);
    if (body) return { entity: body.entity };
  }
  const isDefinite = DEFINITE.test(text);
  if (hasRoleNoun(text) && isDefinite && mentions.length === 0) {
    const found = personByRole(reading, text, start);
    if (found.entity || found.question) return found;
  }
  if (mentions.length === 0) {
    const body = isDefinite ? bodyByNoun(reading, text, start) : {};
    if (body.entity) return body;
    const subject = isSource ? readAccording(who) : readSubject(who, who[0]!.start === 0);
    if (typeof subject === "object" && "name" in subject && !hasRoleNoun(subject.name))
      return { name: subject.name };
    if (subject === undefined && !isOfKind(last, "unknownName", "other")) return undefined;
  }
  return {
    question: { about: "person", words: text, candidates: mentions.map(({ entity }) => entity.name) },
  };
}

/** How many sentences back a statement may have been spoken of. */
const STATEMENT_REACH = 4;

/** Returns who “the statement” is of: the one subject of the last sentence that speaks of one. */
function issuerOf(reading: Reading, { index }: ReadSentence, spoken: Spoken): Entity | undefined {
  const told = reading.sentences
    .slice(Math.max(0, index - STATEMENT_REACH), index)
    .findLast(({ text }) => IN_STATEMENT.test(text));
  if (!told) return undefined;
  const pronoun = OPENING_PRONOUN.exec(told.text)?.[0];
  if (pronoun !== undefined)
    return antecedent(reading, told, told.start, pronoun, spoken.bySentence, spoken).entity;
  const subjects = [...subjectsOf(reading, told, "people"), ...subjectsOf(reading, told, "organizations")];
  return subjects.length === 1 ? subjects[0] : undefined;
}

/** Takes the marks and adverbs at the edges of a phrase away. */
function withoutEdges(phrase: readonly ClaimToken[]): readonly ClaimToken[] {
  let [from, to] = [0, phrase.length];
  while (from < to && isOfKind(phrase[from], "comma", "joiner", "separator", "date", "colon")) from++;
  while (to > from && isOfKind(phrase[to - 1], "comma", "separator", "date", "colon")) to--;
  return phrase.slice(from, to);
}

/** Returns the person who is the head of a phrase: “NAME, title”, “title NAME”, “the firm’s founder, NAME”. */
function personIn(
  mentions: readonly Mention[],
  sentence: ReadSentence,
  start: number,
  isSource: boolean,
): Entity | "several" | undefined {
  const people = mentions.filter(
    (one) =>
      one.entity.kind === "people" &&
      (isSubject(one, sentence) || ((isSource || one.start === start) && !isOwner(one, sentence))),
  );
  const [first, second] = people;
  if (!first) return undefined;
  const between = second
    ? sentence.text.slice(first.end - sentence.start, second.start - sentence.start)
    : "";
  return SEVERAL_GAP.test(between) ? "several" : first.entity;
}

const isOwner = ({ end }: Mention, sentence: ReadSentence): boolean =>
  OWNER_AFTER.test(sentence.text.slice(end - sentence.start));
