/** Tells who is meant by “he”, “the minister” or “the company”: only where one alone can be. */

import { draftPattern } from "../language/draft-grammar.ts";
import {
  ANY_COMPANY,
  DEFINITE_LEAD,
  FEMALE,
  FEMALE_ROLE,
  HAN_PREPOSITION,
  JOINT_GAP,
  MALE,
  MALE_ROLE,
  OWNER_AFTER,
} from "../language/draft-patterns.ts";
import {
  DOER_BEFORE,
  JOINED_PREPOSITION_BEFORE,
  KIN_BEFORE,
  OWN_COMPANY,
  PLACE_OPENS,
  PREPOSITION_BEFORE,
  TOLD_OF_SELF,
} from "../language/en/draft-phrases.ts";
import { PERSON_PRONOUNS } from "../language/pronouns.ts";
import { foldName } from "../shelf/fold.ts";
import { containsHan } from "../support/han.ts";
import type { OpenQuestion } from "./draft.ts";
import type { Entity, Mention } from "./entities.ts";
import type { Reading, ReadSentence, SourceParagraph } from "./reading.ts";

/** Who is meant, or what is open about it. */
export interface Referent {
  readonly entity?: Entity | undefined;
  /** A name that is not among the entities of the text. */
  readonly name?: string | undefined;
  readonly question?: OpenQuestion | undefined;
}

/** Sentences back in which a pronoun's antecedent is sought. */
const REACH = 8;

const OWNER = OWNER_AFTER;

/** Tells whether a mention can be the subject of its sentence: no owner, and behind no preposition. */
export function isSubject({ start, end }: Mention, sentence: ReadSentence): boolean {
  const at = start - sentence.start;
  const before = sentence.text.slice(Math.max(0, at - 60), at);
  const after = sentence.text.slice(end - sentence.start, end - sentence.start + 4);
  if (OWNER.test(after)) return false;
  if (containsHan(sentence.text.slice(at, at + 1))) return !HAN_PREPOSITION.test(before);
  if (JOINED_PREPOSITION_BEFORE.test(before)) return false;
  if (PLACE_OPENS.test(sentence.text.slice(0, at)) && !hasRoleNoun(before)) return true;
  return !(
    PREPOSITION_BEFORE.test(before) && !/[,;:—–]/.test(before.slice(before.search(PREPOSITION_BEFORE)))
  );
}

/** Tells whether an offset is inside a quotation of the text. */
const isMarked = (reading: Reading, offset: number): boolean => {
  const { marked } = reading;
  let [low, high] = [0, marked.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { segments } = marked[middle]!;
    if (segments.at(-1)!.outer.end <= offset) low = middle + 1;
    else if (segments[0]!.outer.start > offset) high = middle - 1;
    else return segments.some(({ outer }) => outer.start <= offset && offset < outer.end);
  }
  return false;
};

/** Returns whom a sentence has as subjects, of one kind, outside its quotations, up to an offset. */
export function subjectsOf(
  reading: Reading,
  sentence: ReadSentence,
  kind: Entity["kind"],
  to: number = sentence.end,
): Entity[] {
  const own = sentence.mentions.filter((one) => one.end <= to && !isMarked(reading, one.start));
  const ofKind = own.filter(({ entity }) => entity.kind === kind);
  const [first, second] = ofKind.filter((one) => isSubject(one, sentence));
  if (!first) {
    // “NAME’s view was echoed by OTHER”: who did it is named behind “by”.
    const agent = ofKind.find(
      (one) =>
        DOER_BEFORE.test(sentence.text.slice(0, one.start - sentence.start)) &&
        /(?<![\p{L}])(?:was|were|been|is|are|being)(?![\p{L}])[^,;]*\b(?:by)\b/u.test(
          sentence.text.slice(0, one.start - sentence.start),
        ),
    );
    return agent ? [agent.entity] : [];
  }
  const between = second
    ? sentence.text.slice(first.end - sentence.start, second.start - sentence.start)
    : "";
  const isJoint = second !== undefined && JOINT_GAP.test(between);
  return isJoint ? [first.entity, second.entity] : [first.entity];
}

/** Says what a person’s own words tell of the pronoun by which they are meant. */
function fits(entity: Entity, pronoun: string, reading: Reading): boolean {
  const lead = /\S+ $/u.exec(reading.text.slice(Math.max(0, entity.start - 16), entity.start))?.[0] ?? "";
  const kin =
    KIN_BEFORE.exec(reading.text.slice(Math.max(0, entity.start - 60), entity.start))?.groups?.kin ?? "";
  const told = TOLD_OF_SELF.exec(reading.text.slice(entity.start, entity.start + 240))?.groups?.word;
  const behind = reading.text.slice(
    entity.start + entity.name.length,
    entity.start + entity.name.length + 60,
  );
  const own = OWN_COMPANY.exec(behind)?.groups?.word;
  const words = `${kin} ${lead} ${entity.name.split(" ")[0]} ${entity.role?.text ?? ""} ${reading.text.slice(entity.start + entity.name.length, entity.start + entity.name.length + 2)}`;
  const [isWoman, isMan] = [FEMALE_ROLE.test(words), MALE_ROLE.test(words)];
  if ((MALE.test(pronoun) && isWoman) || (FEMALE.test(pronoun) && isMan)) return false;
  // “Lady Roe, his wife, said that he”: what she is says more than of whom she speaks.
  if (isWoman || isMan) return true;
  return ![told, own].some((word) => word !== undefined && MALE.test(word) !== MALE.test(pronoun));
}

/** Keeps for which person each pronoun was used, so that *she* is not read as who was *he*. */
export interface PronounUse {
  readonly byName: Map<string, string>;
}

const sexOf = (pronoun: string): string => (MALE.test(pronoun) ? "m" : FEMALE.test(pronoun) ? "f" : "");

/**
 * Returns the person whom a pronoun means: the subject of the last sentence that has a person as one.
 * @param spoken the speakers of the quotations before, by the index of their sentence
 */
export function antecedent(
  reading: Reading,
  sentence: ReadSentence,
  offset: number,
  pronoun: string,
  spoken: ReadonlyMap<number, Entity>,
  use: PronounUse,
): Referent {
  const sex = sexOf(pronoun);
  const isFit = (entity: Entity) =>
    fits(entity, pronoun, reading) && (use.byName.get(entity.name) ?? sex) === sex;
  const asked = (candidates: readonly Entity[]): Referent => ({
    question: {
      about: "person",
      words: pronoun,
      candidates: [...new Set(candidates.map(({ name }) => name))],
    },
  });
  const passed: Entity[] = [];
  for (let at = sentence.index; at >= 0 && at > sentence.index - REACH; at--) {
    const one = reading.sentences[at]!;
    // The writer asks: whoever answers may be another than the one who was named last.
    if (at < sentence.index && /[?？]$/u.test(one.text) && one.mentions.length === 0) return asked(passed);
    const speaker = at === sentence.index ? undefined : spoken.get(at);
    const subjects = speaker
      ? [speaker]
      : subjectsOf(reading, one, "people", at === sentence.index ? offset : one.end);
    const fitting = subjects.filter(isFit);
    if (fitting.length > 1) return asked(fitting);
    const [only] = fitting;
    // “his biographer, NAME, said.” Then, in another paragraph, “he”: the one or the other.
    const isOwned = only?.role !== undefined && isOwnedBySame(reading, only, pronoun);
    if (only && isOwned && one.block !== sentence.block) return asked([only]);
    if (only) {
      use.byName.set(only.name, sex);
      return { entity: only };
    }
    passed.push(...one.mentions.flatMap(({ entity }) => (entity.kind === "people" ? [entity] : [])));
  }
  return asked(passed);
}

/** Tells whether a person is told to be “his” or “her” somebody, of the sex of a pronoun. */
function isOwnedBySame(reading: Reading, { role, start }: Entity, pronoun: string): boolean {
  const before = reading.text.slice(
    Math.max(0, Math.min(role!.start, start) - 5),
    Math.min(role!.start, start),
  );
  const owner = /(?<![\p{L}])(his|her) $/iu.exec(before)?.[1];
  return owner !== undefined && MALE.test(owner) === MALE.test(pronoun);
}

const ROLE_NOUN = new RegExp(
  String.raw`(?:(?<![\p{L}])|(?<=\p{Script=Han}))${draftPattern(({ naming }) => naming.roleNouns)}(?![\p{Script=Latin}])`,
  "giu",
);
const BODY_NOUN = new RegExp(
  String.raw`(?:(?<![\p{L}])|(?<=\p{Script=Han}))${draftPattern(({ naming }) => naming.organizationNouns)}(?![\p{Script=Latin}])`,
  "giu",
);

export const hasRoleNoun = (phrase: string): boolean => (phrase.match(ROLE_NOUN)?.length ?? 0) > 0;

const contains = (words: string, noun: string): boolean =>
  ` ${foldName(words)} `.includes(containsHan(noun) ? noun : ` ${foldName(noun)} `);

/** Returns the one person before an offset who has the role of a phrase such as “the prime minister”. */
export function personByRole(reading: Reading, phrase: string, offset: number): Referent {
  const nouns = phrase.match(ROLE_NOUN) ?? [];
  const noun = nouns.at(-1);
  if (noun === undefined) return {};
  const holders = reading.entities.filter(
    ({ kind, role, start }) =>
      kind === "people" &&
      role &&
      start < offset &&
      contains(role.text.replace(/[\p{L}-]+(?: [\p{L}-]+)?['’]s? /gu, ""), noun),
  );
  const closer = holders.filter(({ role }) => contains(role!.text, phrase.replace(DEFINITE_LEAD, "")));
  const found = closer.length > 0 ? closer : holders;
  const [only, ...more] = found;
  if (only && more.length === 0) return { entity: only };
  const listed = found.length === 0 ? listedPerson(reading, offset) : undefined;
  if (listed) return { entity: listed };
  return { question: { about: "person", words: phrase, candidates: found.map(({ name }) => name) } };
}

/** Returns the one person whom the numbered heading right above a paragraph names: “2. NAME, $3 million”. */
function listedPerson(reading: Reading, offset: number): Entity | undefined {
  const at = reading.blocks.findLastIndex(({ start }) => start <= offset);
  const [heading, own] = [reading.blocks[at - 1], reading.blocks[at]];
  if (!heading?.isHeading || !own || !LISTED.test(heading.text)) return undefined;
  const named = (block: SourceParagraph) =>
    new Set(
      reading.mentions.flatMap(({ entity, start }) =>
        entity.kind === "people" && start >= block.start && start < Math.min(block.end, offset)
          ? [entity]
          : [],
      ),
    );
  const [only, ...more] = named(heading);
  return more.length === 0 && named(own).size === 0 ? only : undefined;
}

/** A heading with the number of a list’s item. */
const LISTED = /^(?:No\.? )?\d{1,3}[.):、．]/u;

/** Returns the organization that “the company” or “the ministry” means: where one alone was named that may be it. */
export function bodyByNoun(reading: Reading, phrase: string, offset: number): Referent {
  const noun = (phrase.match(BODY_NOUN) ?? []).at(-1);
  if (noun === undefined) return {};
  const named = reading.entities.filter(({ kind, start }) => kind === "organizations" && start < offset);
  const described = named.filter(
    ({ name, role }) => contains(name, noun) || (role !== undefined && contains(role.text, noun)),
  );
  const isAnyCompany = ANY_COMPANY.test(noun);
  const found =
    described.length > 0
      ? described
      : isAnyCompany
        ? named.filter((one) => wasSubject(reading, one, offset))
        : [];
  const [only, ...more] = found;
  if (only && more.length === 0) return { entity: only };
  return { question: { about: "thing", words: phrase, candidates: found.map(({ name }) => name) } };
}

const wasSubject = (reading: Reading, entity: Entity, offset: number): boolean =>
  reading.sentences.some(
    (one) => one.start < offset && subjectsOf(reading, one, "organizations").includes(entity),
  );

const PERSON_PRONOUN = new RegExp(`^(?:${Object.values(PERSON_PRONOUNS).join("|")})$`, "iu");

/** Tells whether a word is a pronoun for one person. */
export const standsForPerson = (word: string): boolean => PERSON_PRONOUN.test(word);
