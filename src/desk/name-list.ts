/** Finds several names in one line: “alibaba, tencent and meituan”, “qihoo 360 vs alibaba”, 阿里巴巴和腾讯. */

import { NAME_JOINERS, NAME_SEPARATORS } from "../language/name-lists.ts";
import type { Library } from "../library/library.ts";
import { namedIn } from "../library/lookups.ts";
import { compactName } from "../shelf/fold.ts";
import { type RecordKind, recordNames } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { type Resolution, resolutionFrom, resolveName, resolvePlainName } from "./resolve-name.ts";

/** How one name in the line was resolved, with the text as typed. */
export type ListedName = Resolution<AnyRecord> & { readonly typed: string };

/** A range of the line, and the records whose name it is. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly records: readonly AnyRecord[];
}

/** A word, or one Chinese character. */
const LETTERS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}'’])+/gu;

/** The most words or Chinese characters in one name. */
const LONGEST = 12;

/** Finds the known names in the line. At each position the longest name wins. */
async function namesIn(line: string, kinds: readonly RecordKind[], library: Library): Promise<Stretch[]> {
  const named = new Map<string, AnyRecord[]>();
  for (const record of await namedIn(line, kinds, library))
    for (const name of new Set([record.id, ...recordNames(record)].map(compactName)))
      named.set(name, [...(named.get(name) ?? []), record]);
  const letters = [...line.matchAll(LETTERS)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
  const found: Stretch[] = [];
  for (let at = 0; at < letters.length; ) {
    const { start } = letters[at]!;
    let size = Math.min(LONGEST, letters.length - at);
    while (size > 0 && !named.has(compactName(line.slice(start, letters[at + size - 1]!.end)))) size--;
    if (size > 0) {
      const { end } = letters[at + size - 1]!;
      found.push({ start, end, records: named.get(compactName(line.slice(start, end)))! });
    }
    at += Math.max(size, 1);
  }
  return found;
}

/** Punctuation between names; `NAME_SEPARATORS` has the words. */
const MARKS = /[,，、;；/|&+×"“”「」]|\s[-–—]\s/;

const FIRST = new RegExp(`^${NAME_JOINERS}+`, "u");
const LAST = new RegExp(`${NAME_JOINERS}+$`, "u");
const BETWEEN = new RegExp(`(?<=\\p{Script=Han}{2})${NAME_JOINERS}(?=\\p{Script=Han}{2})`, "u");

/** Splits the text between two known names into parts that may be names, without separators and joiners. */
const othersIn = (gap: string, afterName: boolean, beforeName: boolean): string[] =>
  gap
    .trim()
    .replace(afterName ? FIRST : "", "")
    .replace(beforeName ? LAST : "", "")
    .split(MARKS)
    .flatMap((part) => part.split(NAME_SEPARATORS))
    .flatMap((part) => part.split(BETWEEN))
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));

/** The most words in a text that is split when it resolves to nothing as a whole. */
const MOST = 6;

/** Puts pledges after the other kinds: a name is a donor's or an occasion's before it is a commitment's. */
const groupsOf = (kinds: readonly RecordKind[]): RecordKind[][] => [
  kinds.filter((kind) => kind !== "pledges"),
  kinds.filter((kind) => kind === "pledges"),
];

/** Resolves a text that is no exact name: as a whole, or split into shorter names when the whole is unknown. */
async function resolved(
  typed: string,
  kinds: readonly RecordKind[],
  library: Library,
): Promise<ListedName[]> {
  const resolution = await resolvePlainName(typed, groupsOf(kinds), library);
  // “Prof Wang” is nobody’s plain name.
  const titled = resolution.type === "none" ? await resolveName(typed, groupsOf(kinds), library) : resolution;
  if (titled.type === "one") return [{ typed, ...titled }];
  const words = typed.split(/\s+/);
  if (resolution.type !== "none" || words.length < 2 || words.length > MOST)
    return [{ typed, ...resolution }];
  // Whatever is looked up below is looked up together.
  const parts = words.flatMap((_, from) => words.map((_, to) => words.slice(from, to + 1).join(" ")));
  await Promise.all(
    [...new Set(parts)]
      .filter((part) => part !== "")
      .map((part) => resolvePlainName(part, groupsOf(kinds), library)),
  );
  const found: ListedName[] = [];
  for (let at = 0; at < words.length; ) {
    let size = Math.min(words.length - at, words.length - 1);
    let candidate: ListedName = { type: "none", typed: words[at]! };
    for (; size > 0 && candidate.type === "none"; size--) {
      const part = words.slice(at, at + size).join(" ");
      candidate = { typed: part, ...(await resolvePlainName(part, groupsOf(kinds), library)) };
    }
    at += size + 1;
    const last = found.at(-1);
    if (candidate.type === "none" && last?.type === "none")
      found[found.length - 1] = { ...last, typed: `${last.typed} ${candidate.typed}` };
    else found.push(candidate);
  }
  return found;
}

/** Resolves the names and the text between them, in the order of the line. */
async function listed(
  line: string,
  names: readonly Stretch[],
  kinds: readonly RecordKind[],
  library: Library,
) {
  const found: (ListedName & { start: number })[] = [];
  const ends = [...names, { start: line.length, end: line.length, records: [] }];
  const gaps = ends.map((name, index) => {
    const before = ends[index - 1]?.end ?? 0;
    return othersIn(line.slice(before, name.start), before > 0, name.records.length > 0);
  });
  const others = await Promise.all(
    gaps.map((gap) => Promise.all(gap.map((other) => resolved(other, kinds, library)))),
  );
  let end = 0;
  for (const [index, name] of ends.entries()) {
    for (const results of others[index]!)
      for (const result of results) {
        const start = line.indexOf(result.typed, end);
        end = start + result.typed.length;
        found.push({ start, ...result });
      }
    const at = { typed: line.slice(name.start, name.end), start: name.start };
    if (name.records.length > 0) found.push({ ...resolutionFrom(name.records), ...at });
    end = name.end;
  }
  return found;
}

const isPerson = (name: ListedName): boolean => name.type === "one" && name.match.kind === "people";

/** Resolves each name in the line, in order. Unknown names are included, with type `none` or `near`. */
export async function parseNames(
  line: string,
  kinds: readonly RecordKind[],
  library: Library,
): Promise<ListedName[]> {
  const [exact, inside] = await Promise.all([
    library.find({ words: line, kinds }),
    namesIn(line, kinds, library),
  ]);
  // One name may contain another and a separator: Committee for Financial and Economic Affairs.
  const names =
    line !== "" && exact.by === "name" && exact.hits.length > 0
      ? [{ start: 0, end: line.length, records: exact.hits }]
      : inside;
  const found: (ListedName & { start: number })[] = [];
  for (const name of await listed(line, names, kinds, library)) {
    const last = found.at(-1);
    const touches = last && line.slice(last.start + last.typed.length, name.start).trim() === "";
    // A person's name next to an unknown word may be part of another person's name: Xi in “xi mingze”.
    if (touches && ((isPerson(last) && name.type !== "one") || (last.type !== "one" && isPerson(name)))) {
      const typed = line.slice(last.start, name.start + name.typed.length);
      found[found.length - 1] = {
        typed,
        ...(await resolvePlainName(typed, groupsOf(kinds), library)),
        start: last.start,
      };
    } else found.push(name);
  }
  return found;
}
