/** Finds people and organizations by the roles that sources state of them: “chinese economist”, “ceo”. */
import { statedRoleForms } from "../language/name-forms.ts";
import { foldName, nameWords } from "../shelf/fold.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { lazy } from "../support/lazy.ts";

/** Returns the part of a stated role that says what somebody is, before what or whose it is. */
const roleHead = (stated: string): string =>
  stated.split(/ (?:of|at|in|for|with|by|operated|published) |,/)[0] ?? "";

/** Returns the roles that sources state of a record. */
export const statedRoles = (record: AnyRecord): string[] =>
  ("roles" in record ? record.roles : []).flatMap(({ stated }) => stated ?? []);

/** A stated role, as it is written, word by word, and of what somebody is the words alone. */
interface WordedRole {
  readonly stated: string;
  readonly words: readonly string[];
  readonly head: readonly string[];
}

const wordedRole = (stated: string): WordedRole => ({
  stated,
  words: foldName(stated).split(" "),
  head: foldName(roleHead(stated)).split(" "),
});

/** Creates the test for a role that has all of some words, one of them in what somebody is; undefined for no words. */
export function createRoleTest(typed: string): ((role: WordedRole) => boolean) | undefined {
  const sought = nameWords(foldName(typed)).filter((word) => !/^(?:the|an?|of|at|in|is)$/.test(word));
  const words = sought.map((word) => ({ word, forms: statedRoleForms(word) }));
  if (words.length === 0) return undefined;
  return ({ stated, words: all, head }) => {
    const isIn = (own: readonly string[]) => (one: (typeof words)[number]) =>
      own.includes(one.word) || one.forms.some((form) => form.test(stated));
    return words.every(isIn(all)) && words.some(isIn(head));
  };
}

/** Tells whether any stated role passes a test. */
export const anyRole = (stated: readonly string[], test: (role: WordedRole) => boolean): boolean =>
  stated.some((one) => test(wordedRole(one)));

/** Creates what finds the records of which a role has all of some words, one of them in what somebody is. */
export function createRoleFinder(records: () => readonly AnyRecord[]): (typed: string) => AnyRecord[] {
  const holders = lazy(() =>
    records().flatMap((record) => {
      const roles = statedRoles(record).map(wordedRole);
      return roles.length === 0 ? [] : [{ record, roles }];
    }),
  );
  return (typed) => {
    const test = createRoleTest(typed);
    return test ? holders().flatMap(({ record, roles }) => (roles.some(test) ? [record] : [])) : [];
  };
}
