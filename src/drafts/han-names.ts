/** Finds the people and organizations that a Chinese text names, with what it says they are. */
import { LIST_PARTS, PLACE_END } from "../language/draft-patterns.ts";
import {
  BODY,
  EACH_GIVES,
  FOREIGN_NAME,
  GENERIC,
  GIVER,
  GIVER_LEAD,
  HAN_GIVES_AFTER,
  IS_BEFORE,
  IS_NAME,
  IS_PERSON,
  LEADING_AND,
  LEADS,
  NAME,
  NAME_WORD,
  NO_NAME,
  NOT_IN_ORGANIZATION,
  ORGANIZATION,
  ROLE_AFTER,
  ROLE_BEFORE,
  SMALL,
  SURE_AFTER,
  SURE_BEFORE,
  standsAlone,
  WITH_WHOM,
} from "../language/zh/draft-names.ts";
import type { Entity, StatedRole } from "./entities.ts";

/** Places of a name at which its role is sought. */
const MOST_PLACES = 4;

interface Found {
  readonly start: number;
  readonly role?: StatedRole | undefined;
  readonly count: number;
}

function roleOf(text: string, start: number, end: number): StatedRole | undefined {
  const after = ROLE_AFTER.exec(text.slice(end, end + 40));
  if (after) {
    const from = end + after[0].length - after.groups!.role!.length;
    return { text: after.groups!.role!, start: from, end: from + after.groups!.role!.length };
  }
  const line = text.slice(Math.max(0, start - 30), start).replace(/^.*\n/su, "");
  const role = ROLE_BEFORE.exec(line)?.groups?.role;
  if (role === undefined) return undefined;
  const words = role.replace(LEADS, "");
  const gap = /\s$/u.test(line) ? 1 : 0;
  return words === ""
    ? undefined
    : {
        text: words,
        start: start - gap - words.length,
        end: start - gap,
      };
}

/** Tells whether a role stands right before, and speaking right behind: then any characters are a name. */
const isBetween = (text: string, start: number, end: number): boolean =>
  SURE_BEFORE.test(text.slice(Math.max(0, start - 6), start)) && SURE_AFTER.test(text.slice(end, end + 24));

/** Tells whether the given name may be small words; behind a role one of them may be a character of a name. */
function hasSmallWord(name: string, text: string, start: number): boolean {
  if (name.includes("·")) return false;
  const isSure = [...name].length === 3 && SURE_BEFORE.test(text.slice(Math.max(0, start - 6), start));
  return SMALL.test(isSure ? name.slice(1).replace(NAME_WORD, "") : name.slice(1));
}

/** Finds the named people and organizations of a Chinese text, in order of their first mention. */
export function findHanNames(text: string): Entity[] {
  const people = new Map<string, Found>();
  const organizations = new Map<string, Found>();
  for (const { groups, index } of text.matchAll(ORGANIZATION)) {
    const whole = groups!.name!;
    const name = withoutWith(whole.replace(NOT_IN_ORGANIZATION, ""), text, index + whole.length);
    const start = index + whole.length - name.length;
    if ([...name].length < 3 || GENERIC.test(name)) continue;
    const known = organizations.get(name);
    organizations.set(name, { start: known?.start ?? start, count: (known?.count ?? 0) + 1 });
  }
  const listed = new Set<string>();
  for (const { 0: clause, groups } of text.matchAll(GIVER)) {
    const names = [...groups!.names!.matchAll(LIST_PARTS)].map(([part]) => part);
    if (arePeople(names) && EACH_GIVES.test(clause)) for (const name of names) listed.add(name);
    for (const { 0: part, index } of groups!.names!.matchAll(LIST_PARTS)) {
      const name = part.replace(NOT_IN_ORGANIZATION, "").replace(GIVER_LEAD, "");
      const start = text.indexOf(groups!.names!) + index + part.length - name.length;
      if (
        [...name].length >= 2 &&
        !GENERIC.test(name) &&
        !IS_NAME.test(name) &&
        !IS_PERSON.test(name) &&
        !NO_NAME.test(name) &&
        !organizations.has(name)
      )
        organizations.set(name, { start, count: 1 });
    }
  }
  const inOrganization = [...organizations.keys()];
  for (const { groups, index } of [...text.matchAll(NAME), ...text.matchAll(FOREIGN_NAME)]) {
    const name = groups!.name!;
    if (
      (hasSmallWord(name, text, index) && !isBetween(text, index, index + name.length)) ||
      inOrganization.some((other) => other.startsWith(name) && text.startsWith(other, index))
    )
      continue;
    const end = index + name.length;
    const isSure =
      listed.has(name) ||
      IS_BEFORE.test(text.slice(Math.max(0, index - 24), index)) ||
      SURE_BEFORE.test(text.slice(Math.max(0, index - 6), index)) ||
      SURE_AFTER.test(text.slice(end, end + 24)) ||
      ([...name].length === 3 && HAN_GIVES_AFTER.test(text.slice(end, end + 20)));
    const known = people.get(name);
    if (!known && !isSure) continue;
    const role = known?.role ?? roleOf(text, index, end);
    people.set(name, { start: known?.start ?? index, role, count: (known?.count ?? 0) + 1 });
  }
  // “建築師X出資。……X說”: what the text says of X may stand where nothing shows yet that X is a name.
  for (const [name, person] of people) {
    let at = text.indexOf(name);
    for (let times = 0; at >= 0 && !person.role && times < MOST_PLACES; times++) {
      const role = roleOf(text, at, at + name.length);
      if (role) people.set(name, { ...person, role, start: Math.min(person.start, at) });
      at = role ? -1 : text.indexOf(name, at + name.length);
    }
  }
  return [
    ...[...people].map(
      ([name, { start, role }]): Entity => ({
        kind: "people",
        name,
        role,
        start,
        forms: [name, ...name.split("·").slice(1).slice(-1)],
      }),
    ),
    ...[...organizations].map(
      ([name, { start }]): Entity => ({
        kind: "organizations",
        name,
        start,
        forms: [name, ...shortForms(name, text)],
      }),
    ),
  ].sort((a, b) => a.start - b.start);
}

/** Returns a name without the 和 before it where that is “with”, or where the rest of it stands alone elsewhere. */
function withoutWith(name: string, text: string, end: number): string {
  const rest = name.replace(LEADING_AND, "");
  if (rest === name) return name;
  const isRest = WITH_WHOM.test(text.slice(end, end + 4)) || standsAlone(rest).test(text);
  return isRest ? rest : name;
}

/** Tells whether all names of a list are people's: surname and given name, and of three characters in one at least. */
const arePeople = (names: readonly string[]): boolean =>
  names.length > 1 &&
  names.every((name) => IS_NAME.test(name)) &&
  names.some((name) => [...name].length === 3);

/** Returns the name without what all of its kind have: “腾讯” of “腾讯公司”. */
function shortForms(name: string, text: string): string[] {
  const short = name.replace(new RegExp(`(?:${BODY})$`, "u"), "");
  return short.length >= 2 &&
    short !== name &&
    !PLACE_END.test(short) &&
    text.split(short).length > text.split(name).length
    ? [short]
    : [];
}
