/** Tells who gave: the subject of the verb of giving, or who stands behind “from” or “by”. */
import { GIVER_PRONOUN, NAMING_ASIDE } from "../language/draft-patterns.ts";
import {
  GIVER_CLAUSE_EDGE,
  OPENS_GIVER,
  OWN_GROUP,
  PRONOUN_AND,
  RELATIVE_CLAUSE,
  UNNAMED_GIVER,
  WHOSE_BEFORE,
} from "../language/en/draft-phrases.ts";
import { containsHan } from "../support/han.ts";
import type { Mention } from "./entities.ts";
import { type Givers, referredGivers } from "./giver-reference.ts";
import { isInPassive, type MoneyCue, moneyCues } from "./giving.ts";
import { hanGivers } from "./han-givers.ts";
import { agents, listFrom, names, owners } from "./named-givers.ts";
import type { Reading, ReadSentence } from "./reading.ts";
import { isSubject } from "./reference.ts";

const NOBODY: Givers = { entities: [] };

/** Returns who gave a sum that one word of giving governs. */
export function giversOf(
  reading: Reading,
  sentence: ReadSentence,
  cue: MoneyCue,
  sum: { readonly start: number; readonly end: number },
  previous: { readonly end: number } | undefined,
): Givers {
  const { text } = sentence;
  if (previous && previous.end < sum.start && cue.end <= previous.end) {
    // “A had pledged $4bn and B $2.5bn”.
    const between = sentence.mentions.filter(
      (one) => one.start - sentence.start >= previous.end && one.end - sentence.start <= sum.start,
    );
    const own = between.filter((one) =>
      isSubject(one, { ...sentence, text: text.replace(/ and /gu, " ,   ") }),
    );
    const last = own.at(-1);
    if (last && sum.start - (last.end - sentence.start) < 30)
      return {
        entities: names(listFrom(own, own.indexOf(last), sentence)),
      };
  }
  const next = text.slice(sum.end).search(/[;；。]|\d/u);
  const to = next < 0 ? text.length : sum.end + next;
  const behind = agents(sentence, Math.min(cue.end, sum.end), Math.min(to, sum.end + 120));
  const isNoun = cue.kind === "gifts" || /^(?:pledges?|gifts?|grants?)$/iu.test(cue.text);
  const isReceived =
    cue.kind === "receives" ||
    isInPassive(text, cue) ||
    (cue.start > sum.start && /(?:was|were|been|be) /u.test(text.slice(sum.end, cue.start)));
  if ((isNoun || isReceived) && behind.length > 0) return { entities: behind };
  const owned = isNoun ? owners(sentence, Math.min(cue.start, sum.start)) : [];
  if (owned.length > 0) return { entities: owned };
  if (isReceived && !containsHan(text))
    return { entities: [], question: { about: "giver", words: "", candidates: [] } };
  if (containsHan(text.slice(cue.start, cue.end))) return hanGivers(reading, sentence, cue);
  // “He added a check for $500,000”: the verb before the noun has the subject.
  const verb = isNoun
    ? moneyCues(text).findLast(
        ({ kind, end }) =>
          kind === "gives" &&
          end <= cue.start &&
          /^ (?:an?|the|another|one) (?:\S+ )?$/u.test(text.slice(end, cue.start)),
      )
    : undefined;
  const subject = subjectBefore(reading, sentence, (verb ?? cue).start);
  if (
    isNoun &&
    cue.start > sum.start &&
    subject.entities.length > 0 &&
    !/(?:announc|pledg|promis|unveil|ma[dk]e|with|confirm)/iu.test(text.slice(0, sum.start))
  )
    return NOBODY;
  return subject.entities.length > 0 || subject.question
    ? subject
    : behind.length > 0
      ? { entities: behind }
      : NOBODY;
}

/** Returns the subject of a verb, from its own clause back to the first of its sentence. */
function subjectBefore(reading: Reading, sentence: ReadSentence, verb: number): Givers {
  const { text } = sentence;
  let to = verb;
  const asides = [...text.matchAll(NAMING_ASIDE)].map(({ 0: words, index }) => [index, index + words.length]);
  const named = sentence.mentions.filter(
    ({ start }) =>
      !asides.some(
        ([from, end]) => start - sentence.start > from! && start - sentence.start < end! && end! < verb,
      ),
  );
  // “NAME, whose trust has given …”: the trust gave it.
  if (WHOSE_BEFORE.test(text.slice(Math.max(0, verb - 80), verb)))
    return { entities: [], question: { about: "giver", words: "", candidates: [] } };
  const relative = RELATIVE_CLAUSE.exec(text.slice(Math.max(0, verb - 80), verb));
  if (relative) {
    const at = verb - relative[0].length - Math.max(0, verb - 80 - (verb - 80));
    const before = sentence.mentions.filter((one) => one.end - sentence.start <= at).at(-1);
    if (before && at - (before.end - sentence.start) < 3) return { entities: [before.entity] };
  }
  // “A gave …, and B pledged …”: what stands behind the comma is no second of a list.
  const parted = { ...sentence, text: text.replace(/, and /gu, " ,    ") };
  const direct = named.findLast(
    (one) => DIRECT_GAP.test(text.slice(one.end - sentence.start, verb)) && isSubject(one, parted),
  );
  if (direct && !PRONOUN_AND.test(text.slice(0, direct.start - sentence.start)))
    return { entities: names(listFrom(named, named.indexOf(direct), sentence)) };
  const starts = [
    0,
    ...[...text.slice(0, verb).matchAll(GIVER_CLAUSE_EDGE)].map(
      ({ index, 0: words }) => index + words.length,
    ),
  ].reverse();
  for (const from of starts) {
    const clause = text.slice(from, to);
    const own = named.filter((one) => one.end - sentence.start <= verb);
    const opens = (one: Mention) =>
      OPENS_GIVER.test(text.slice(from, one.start - sentence.start)) &&
      !OWNER.test(text.slice(one.end - sentence.start));
    const subjects = own.filter(
      (one) =>
        one.start - sentence.start >= from &&
        one.end - sentence.start <= to &&
        (opens(one) || isSubject(one, sentence)),
    );
    const pronoun = GIVER_PRONOUN.exec(
      clause.slice(subjects[0] ? subjects.at(-1)!.end - sentence.start - from : 0),
    );
    const [first] = subjects;
    const beside = first && PRONOUN_AND.exec(text.slice(from, first.start - sentence.start))?.groups?.word;
    if (beside) {
      const meant = referredGivers(reading, sentence, beside, sentence.start + from);
      const list = names(listFrom(own, own.indexOf(first), sentence));
      return meant && meant.entities.length > 0
        ? { entities: [...meant.entities, ...list] }
        : { entities: [], question: meant?.question ?? { about: "giver", words: "", candidates: [] } };
    }
    if (first && (!pronoun || !/^(?:he|she|it|they)$/iu.test(pronoun.groups!.word!)))
      return { entities: names(listFrom(own, own.indexOf(first), sentence)) };
    // “Acme says its members have pledged …”: who gave is not named.
    if (!first && OWN_GROUP.test(clause))
      return { entities: [], question: { about: "giver", words: "", candidates: [] } };
    // “Canada doubled its pledge”, of whom nothing tells that it is somebody: “its” is of nobody before.
    if (pronoun && /^(?:its|their|his|her)$/iu.test(pronoun.groups!.word!) && OWN_SUBJECT.test(clause))
      return NOBODY;
    if (pronoun) {
      const meant = referredGivers(reading, sentence, pronoun.groups!.word!, sentence.start + from);
      if (meant) return meant;
    }
    if (!first && UNNAMED_GIVER.test(clause))
      return { entities: [], question: { about: "giver", words: "", candidates: [] } };
    to = from;
  }
  return NOBODY;
}

const OWNER = /^['’]s? /u;
/** Between a subject and its verb of giving, where nothing else stands between them. */
const DIRECT_GAP =
  /^ (?:(?:has|have|had|will|would|is|are|also|then|later|already|jointly|both|each|separately|now|itself|alone) )*$/u;
/** A clause whose subject is a name that stands for nobody known. */
const OWN_SUBJECT = /^\s*(?:The )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)* \p{Ll}/u;
