/** Finds the people and organizations that a text in Latin letters names, with what it says they are. */
import { draftPattern } from "../language/draft-grammar.ts";
import { FEMALE_ROLE, MALE_ROLE } from "../language/draft-patterns.ts";
import { ROLE_ENDING } from "../language/en/draft-phrases.ts";
import { CHINESE_SURNAMES, GIVEN_NAMES } from "../language/en/given-names.ts";
import {
  BODY_NAME,
  COUPLE_BEFORE,
  GIVES_AFTER,
  IN_PLACE,
  IS_PERSON_BEFORE,
  ITEM_BEFORE,
  ITEM_BEHIND,
  isKnownAcronym,
  KIN_AFTER,
  LIVES_AFTER,
  OWNS_AFTER,
  PLACE_BEFORE,
  SAYS_AFTER,
  SAYS_AFTER_ASIDE,
  SAYS_BEFORE,
  SUM_IN_BRACKETS,
  WHO_AFTER,
  YEAR_FOLLOWS,
} from "../language/en/name-words.ts";
import { isGenericName } from "../language/name-forms.ts";
import { foldName } from "../shelf/fold.ts";
import type { Entity, StatedRole } from "./entities.ts";
import { isShouted, lineFinder } from "./heading-capitals.ts";
import { type NamedEntity, withForms } from "./latin-forms.ts";
import { INSTITUTION, isOpener, LATIN, nameParts, runsIn, SENTENCE_START } from "./latin-runs.ts";
import { roleAfter, roleBefore, titleOf } from "./roles.ts";

/** A run of capitalized words that may be a name. */
interface Candidate {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly title?: StatedRole | undefined;
  readonly kind?: Entity["kind"] | undefined;
  /** The title of courtesy before it. */
  readonly courtesy?: string | undefined;
  /** Whether the title is a part of the name, by which its bearer is told from another of the family. */
  readonly isTitled?: boolean | undefined;
}

const isPinyinName = (words: readonly string[]): boolean =>
  words.length >= 2 &&
  words.length <= 3 &&
  (CHINESE_SURNAMES.has(words[0]!.toLowerCase()) || CHINESE_SURNAMES.has(words.at(-1)!.toLowerCase())) &&
  words.every((word) => /^\p{Lu}[\p{Ll}]{0,5}(?:-?\p{L}[\p{Ll}]{1,5})?$/u.test(word));

/** Tells what a name is by its own words and by what stands beside it; undefined where neither says so. */
function kindOf(
  name: string,
  start: number,
  text: string,
  roles: { title?: unknown; before?: ReturnType<typeof roleBefore>; after?: ReturnType<typeof roleAfter> },
): Entity["kind"] | undefined {
  const words = nameParts(name);
  const first = words[0]!.toLowerCase();
  if (roles.title) return "people";
  if (BODY_NAME.test(name)) return "organizations";
  if (INSTITUTION.test(words.length > 1 ? words.slice(1).join(" ") : "")) return "organizations";
  if (INSTITUTION.test(words[0]!) && /^(?:of|for)$/.test(words[1] ?? "")) return "organizations";
  if (
    words.length === 1 &&
    /^(?:\p{Lu}{2,}|\p{Lu}[\p{Ll}]+\p{Lu}\p{L}*)$/u.test(name) &&
    !/^(?:Mc|Mac|O['’])/.test(name)
  )
    return isKnownAcronym(name) ? undefined : "organizations";
  const isEither = roles.before?.isEither ?? false;
  const beside = isEither ? roles.after?.of : (roles.before?.of ?? roles.after?.of);
  const following = text.slice(start + name.length, start + name.length + 60);
  if (isGenericName(nameParts(foldName(name))))
    return GIVES_AFTER.test(following) || OWNS_AFTER.test(following) || isEllipsis(text, start, following)
      ? "organizations"
      : undefined;
  if (
    words.length >= 2 &&
    words.length <= 5 &&
    (GIVEN_NAMES.has(first) || isPinyinName(words) || /^\p{Lu}\.$/u.test(words[1]!))
  )
    return beside === "organizations" && !GIVEN_NAMES.has(first) ? beside : "people";
  if (WHO_AFTER.test(following) && words.length > 1 && words.length < 5) return "people";
  // “the watchmaker Rolex, which …”: who makes something may be a company.
  if (beside === "people" && /^, which (?!is why)/u.test(following)) return "organizations";
  if (beside) return beside;
  if (isEither) return words.length === 2 ? "people" : "organizations";
  const before = text.slice(Math.max(0, start - 24), start);
  const isItem = ITEM_BEFORE.test(before) && ITEM_BEHIND.test(following);
  if (
    words.length <= 3 &&
    words.length >= 2 &&
    (isItem ||
      LIVES_AFTER.test(following) ||
      SAYS_AFTER_ASIDE.test(text.slice(start + name.length, start + name.length + 120)) ||
      IS_PERSON_BEFORE.test(text.slice(Math.max(0, start - 80), start)))
  )
    return "people";
  const isInPhrase = IN_PLACE.test(before);
  const isSpeaking = !isInPhrase && (SAYS_AFTER.test(following) || SAYS_BEFORE.test(before));
  if (isSpeaking) return words.length >= 2 && words.length <= 4 ? "people" : "organizations";
  if (words.length === 1 && SUM_IN_BRACKETS.test(following)) return "organizations";
  if (isInPhrase) return undefined;
  if (GIVES_AFTER.test(following) || OWNS_AFTER.test(following) || isEllipsis(text, start, following))
    return "organizations";
  return undefined;
}

/** “A pledged $4bn and B $2.5bn”: the second name stands right before its sum. */
const isEllipsis = (text: string, start: number, following: string): boolean =>
  /(?: and|,)(?: the)? $/u.test(text.slice(Math.max(0, start - 9), start)) &&
  /^ (?:[A-Z]{2,3}\s?|[A-Z]{0,3}[$£€¥]\s?)?\d/u.test(following) &&
  /\d/u.test(text.slice(Math.max(0, start - 60), start));
/** Finds the named people and organizations, in order of their first mention. */
export function findLatinNames(text: string): Entity[] {
  const found = new Map<string, NamedEntity>();
  const whole = runsIn(text).map((run) => withoutYear(run, text));
  const alone = new Set(whole.map(({ name }) => name));
  const untold = whole
    .flatMap((run) => splitJoined(run, alone))
    .flatMap(({ name, start }): Candidate[] => splitTitle(text, name, start));
  const families = byFamily(untold);
  const lineOf = lineFinder(text);
  const runs = untold.map((run) => ofFamily(run, families, text));
  const counts = new Map<string, number>();
  for (const { name } of runs) counts.set(name, (counts.get(name) ?? 0) + 1);
  const lowerCase = new Set(text.match(/(?<![\p{L}’'-])\p{Ll}[\p{L}’'-]*/gu) ?? []);
  const roles = new Map<string, ReturnType<typeof roleAfter>>();
  let last: { readonly kind: Entity["kind"] | undefined; readonly end: number } | undefined;
  for (const { name, start, end, title, kind: sure, courtesy, isTitled } of runs) {
    const words = nameParts(name);
    const opens = SENTENCE_START.test(text.slice(Math.max(0, start - 6), start));
    if (isShouted(name, start, lineOf(start))) continue;
    // The first word of a sentence has a capital whether it is a name or not.
    if (opens && words.length === 1 && (lowerCase.has(name.toLowerCase()) || /(?:ly|ing)$/.test(name)))
      continue;
    const before = isRegion(name, start, text) ? undefined : roleBefore(text, beforeTitle(text, start));
    const after = roleAfter(text, end);
    const beside: ReturnType<typeof roleAfter> = title ? { of: "people", role: title } : (after ?? before);
    if (beside && !roles.has(name)) roles.set(name, beside);
    // “two supermarkets, A and B”: what the first of a list is, the next is.
    const isListed = last?.kind === "organizations" && /^,? and $/u.test(text.slice(last.end, start));
    const kind =
      sure ??
      kindOf(name, start, text, { title, before, after }) ??
      (isListed && !isGenericName(nameParts(foldName(name))) ? "organizations" : undefined);
    last = { kind, end };
    const known = found.get(name);
    if (known?.role || (!kind && !known)) continue;
    const role =
      title ?? [after, before].find((one) => one && (one.isEither || one.of === (known?.kind ?? kind)))?.role;
    if (known) {
      if (role) found.set(name, { ...known, role });
      continue;
    }
    found.set(name, { name, start, kind: kind!, role, courtesy, isTitled });
  }
  return withForms(
    [...found.values()],
    runs.map(({ name }) => name),
    text,
  ).map((entity) => {
    const [stated] = entity.forms
      .flatMap((form) => roles.get(form) ?? [])
      .filter(({ of, isEither }) => isEither || of === entity.kind);
    return entity.role || !stated ? entity : { ...entity, role: stated.role };
  });
}

/** “the head of schools in Yuma, Arizona, NAME”: what stands behind a place and its comma is where that is. */
const isRegion = (name: string, start: number, text: string): boolean =>
  !name.includes(" ") &&
  text[start + name.length] === "," &&
  PLACE_BEFORE.test(text.slice(Math.max(0, start - 60), start));

/** A run of capitalized words, and where it begins. */
type Run = ReturnType<typeof runsIn>[number];

const YEAR = /^(?:1[89]|20)\d\d /;

/** “In September 2017 Jane Roe”: the year is no part of the name. */
function withoutYear({ name, start }: Run, text: string): Run {
  const year = YEAR.exec(name)?.[0];
  return year !== undefined && YEAR_FOLLOWS.test(text.slice(Math.max(0, start - 12), start))
    ? { name: name.slice(year.length), start: start + year.length }
    : { name, start };
}

/** “Acme Dairy and Ridge Trust”, each of which stands alone elsewhere, are two. */
function splitJoined(run: Run, alone: ReadonlySet<string>): Run[] {
  const [first = "", second = "", ...more] = run.name.split(" and ");
  if (more.length > 0 || !alone.has(first) || !alone.has(second)) return [run];
  return [
    { name: first, start: run.start },
    { name: second, start: run.start + run.name.length - second.length },
  ];
}

/** Finds of each family name the first who bears it with other names; once, since a text may name thousands. */
function byFamily(all: readonly Candidate[]): Map<string, Candidate> {
  const families = new Map<string, Candidate>();
  for (const one of all) {
    const family = nameParts(one.name).at(-1)!;
    if (family !== one.name && !families.has(family)) families.set(family, one);
  }
  return families;
}

/** “Lady Roe” beside Sir John Roe, “Mrs Roe, his wife”, or “Ms Roe” after “Jane and John Roe”: another of the family, whose title is a part of the name. */
function ofFamily(run: Candidate, families: ReadonlyMap<string, Candidate>, text: string): Candidate {
  const { name, courtesy, start, end } = run;
  if (courtesy === undefined || name.includes(" ")) return run;
  const relative = families.get(name);
  if (!relative) return run;
  const isOther =
    (FEMALE_ROLE.test(courtesy) && MALE_ROLE.test(relative.courtesy ?? "")) ||
    (MALE_ROLE.test(courtesy) && FEMALE_ROLE.test(relative.courtesy ?? "")) ||
    KIN_AFTER.test(text.slice(end, end + 40)) ||
    COUPLE_BEFORE.test(text.slice(Math.max(0, relative.start - 40), relative.start));
  const lead = `${courtesy} `;
  if (!isOther || !text.endsWith(lead, start)) return run;
  return { name: lead + name, start: start - lead.length, end, kind: "people", isTitled: true };
}

const COURTESY_BEFORE = new RegExp(
  String.raw`(?:[Tt]he )?${draftPattern(({ naming }) => naming.courtesy, LATIN)} $`,
  "u",
);

/** Returns where the title of courtesy before a name begins. */
function beforeTitle(text: string, start: number): number {
  const lead = text.slice(Math.max(0, start - 24), start);
  return start - (COURTESY_BEFORE.exec(lead)?.[0].length ?? 0);
}

/** Cuts a run at a title inside it: “Tesla CEO Elon Musk” names a company, a role and a person. */
function splitTitle(text: string, name: string, start: number): Candidate[] {
  const title = titleOf(name);
  const [first, second, third] = nameParts(name);
  // “Evacuee Luis Roe”, where a sentence begins: the word before a given name says what he is.
  if (
    !title &&
    third !== undefined &&
    ROLE_ENDING.test(first!) &&
    !GIVEN_NAMES.has(first!.toLowerCase()) &&
    GIVEN_NAMES.has(second!.toLowerCase()) &&
    SENTENCE_START.test(text.slice(Math.max(0, start - 6), start))
  ) {
    const at = start + first!.length + 1;
    return [{ name: name.slice(first!.length + 1), start: at, end: start + name.length, kind: "people" }];
  }
  if (!title) return [{ name, start, end: start + name.length }];
  const at = start + title.length;
  const own = name.slice(title.length);
  const lead = title.lead.trim();
  const role = {
    text: text.slice(start, at).trim(),
    start,
    end: start + text.slice(start, at).trimEnd().length,
  };
  return [
    ...(lead === "" || isOpener(lead) ? [] : [{ name: lead, start, end: start + lead.length }]),
    ...(own === ""
      ? []
      : [
          {
            name: own,
            start: at,
            end: start + name.length,
            title: title.isCourtesy ? undefined : role,
            kind: "people" as const,
            courtesy: title.isCourtesy ? role.text : undefined,
          },
        ]),
  ];
}
