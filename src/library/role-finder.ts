/** Finds people and organizations by the roles that sources state of them: “chinese economist”, “ceo”. */
import { statedRoleForms } from "../language/name-forms.ts";
import { foldName, nameWords } from "../shelf/fold.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { lazy } from "../support/lazy.ts";

/** A record with its stated roles: as they are written, word by word, and of what somebody is the words alone. */
interface RoleHolder {
  readonly record: AnyRecord;
  readonly roles: readonly {
    readonly stated: string;
    readonly words: readonly string[];
    readonly head: readonly string[];
  }[];
}

/** Returns the part of a stated role that says what somebody is, before what or whose it is. */
const roleHead = (stated: string): string =>
  stated.split(/ (?:of|at|in|for|with|by|operated|published) |,/)[0] ?? "";

function holderOf(record: AnyRecord): RoleHolder[] {
  const roles = ("roles" in record ? record.roles : []).flatMap(({ stated }) =>
    stated === undefined
      ? []
      : [{ stated, words: foldName(stated).split(" "), head: foldName(roleHead(stated)).split(" ") }],
  );
  return roles.length === 0 ? [] : [{ record, roles }];
}

/** Creates what finds the records of which a role has all of some words, one of them in what somebody is. */
export function createRoleFinder(records: () => readonly AnyRecord[]): (typed: string) => AnyRecord[] {
  const holders = lazy(() => records().flatMap(holderOf));
  return (typed) => {
    const sought = nameWords(foldName(typed)).filter((word) => !/^(?:the|an?|of|at|in|is)$/.test(word));
    const words = sought.map((word) => ({ word, forms: statedRoleForms(word) }));
    if (words.length === 0) return [];
    return holders()
      .filter(({ roles }) =>
        roles.some(({ stated, words: all, head }) => {
          const isIn = (own: readonly string[]) => (one: (typeof words)[number]) =>
            own.includes(one.word) || one.forms.some((form) => form.test(stated));
          return words.every(isIn(all)) && words.some(isIn(head));
        }),
      )
      .map(({ record }) => record);
  };
}
