/** Reference implementation of the name index that compares every name. */

import { addsNumber } from "../../src/language/ordinals.ts";
import type { NameIndex } from "../../src/library/name-index.ts";
import { foldName } from "../../src/shelf/fold.ts";
import { type RecordKind, type RecordRef, recordNames, recordRef } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { editDistance, maxEdits } from "../../src/support/edit-distance.ts";

/** One name of one record. */
interface Name {
  readonly record: AnyRecord;
  readonly words: readonly string[];
  /** The folded name without spaces, so that “Byte Dance” and “ByteDance” compare equal. */
  readonly joined: string;
}

/** Maximum length of a name, in words and in Chinese characters. */
const LONGEST = { words: 8, han: 12 } as const;

const HAN = /\p{Script=Han}/u;
const isHan = (text: string) => HAN.test(text);
const wordsOf = (name: string): string[] =>
  foldName(name)
    .replace(/^(the|a|an)( |$)/, "")
    .split(" ")
    .filter(Boolean);

/** Counts down from one number to another, both included. */
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index);

/** Finds the names in a run of Chinese characters, which has no spaces between words. */
function hanNames(run: string, named: (joined: string) => readonly Name[]): Name[] {
  const found: Name[] = [];
  for (let at = 0; at < run.length; ) {
    const size = range(Math.min(LONGEST.han, run.length - at), 2).find(
      (length) => named(run.slice(at, at + length)).length > 0,
    );
    if (size !== undefined) found.push(...named(run.slice(at, at + size)));
    at += size ?? 1;
  }
  return found;
}

/** Indexes the ids and names of all records. */
export function lookAtAll(records: Iterable<AnyRecord>): Omit<NameIndex, "warmUp" | "changed"> {
  const names: Name[] = [];
  const byJoined = new Map<string, Name[]>();
  for (const record of records)
    for (const text of new Set([record.id, ...recordNames(record)])) {
      const words = wordsOf(text);
      const name = { record, words, joined: words.join("") };
      if (name.joined === "") continue;
      names.push(name);
      const same = byJoined.get(name.joined);
      if (same) same.push(name);
      else byJoined.set(name.joined, [name]);
    }

  const distinct = (found: readonly Name[]): AnyRecord[] => [
    ...new Map<RecordRef, AnyRecord>(found.map(({ record }) => [recordRef(record), record])).values(),
  ];
  const among = (kinds: readonly RecordKind[]) => names.filter(({ record }) => kinds.includes(record.kind));

  const looking: Omit<NameIndex, "suggest" | "warmUp" | "changed"> = {
    exact(typed, kinds) {
      const found = byJoined.get(wordsOf(typed).join("")) ?? [];
      return distinct(found.filter(({ record }) => kinds.includes(record.kind)));
    },
    allWords(typed, kinds) {
      const words = wordsOf(typed);
      if (words.length === 0) return [];
      const joined = words.join("");
      const held = isHan(joined) && joined.length > 1 ? joined : undefined;
      return distinct(
        among(kinds).filter(
          (name) => words.every((word) => name.words.includes(word)) || (held && name.joined.includes(held)),
        ),
      );
    },
    fuzzy(typed, kinds) {
      const joined = wordsOf(typed).join("");
      const limit = isHan(joined) ? 0 : maxEdits(joined.length);
      if (limit === 0) return [];
      const near = among(kinds)
        .filter(({ words }) => !addsNumber(foldName(typed), words.join(" ")))
        .filter(
          ({ record }) => !record.notConfusedWith.some((other) => joined.includes(wordsOf(other).join(""))),
        )
        .map((name) => ({
          name,
          far: editDistance(joined, name.joined, Math.min(limit, maxEdits(name.joined.length))),
        }))
        .filter(({ name, far }) => far <= Math.min(limit, maxEdits(name.joined.length)));
      const least = Math.min(...near.map(({ far }) => far));
      return distinct(near.filter(({ far }) => far === least).map(({ name }) => name));
    },
    mentionedIn(text, kinds) {
      const found: Name[] = [];
      const named = (joined: string) =>
        joined.length < 2
          ? []
          : (byJoined.get(joined) ?? []).filter(({ record }) => kinds.includes(record.kind));
      const parts = foldName(text).split(" ").filter(Boolean);
      for (let at = 0; at < parts.length; ) {
        const most = Math.min(LONGEST.words, parts.length - at);
        const size = range(most, 1).find((length) => named(parts.slice(at, at + length).join("")).length > 0);
        if (size !== undefined) found.push(...named(parts.slice(at, at + size).join("")));
        else if (isHan(parts[at]!)) found.push(...hanNames(parts[at]!, named));
        at += size ?? 1;
      }
      return distinct(found);
    },
    prefix(typed, kinds) {
      const words = wordsOf(typed);
      const joined = words.join("");
      const last = words.at(-1);
      if (last === undefined) return [];
      const some = among(kinds);
      return distinct([
        ...some.filter((name) => name.joined.startsWith(joined)),
        ...some.filter((name) => name.words.some((word) => word.startsWith(last)) && words.length === 1),
      ]);
    },
  };
  return {
    ...looking,
    suggest(typed, kinds, most) {
      const ways = [looking.exact, looking.prefix, looking.allWords, looking.fuzzy];
      return [...new Set(ways.flatMap((way) => way(typed, kinds)))].slice(0, most);
    },
  };
}
