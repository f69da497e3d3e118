/** Finds sources by their ids, titles, publishers and authors. */
import { compactName, foldName } from "../shelf/fold.ts";
import { recordNames } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { editDistance, maxEdits } from "../support/edit-distance.ts";
import { lazy } from "../support/lazy.ts";
import { type FoundSources, MOST_GIVEN, type SourceInfo, type SourceQuery } from "./library.ts";

const publishersOf = ({ publisher, section, republication }: SourceInfo): string[] =>
  [publisher, section, republication?.publisher].filter((name) => name !== undefined && name !== null);

/** Returns the publishers of a source and of its republication, and its authors. */
export const sourceMakers = (source: SourceInfo): string[] => [
  ...publishersOf(source),
  ...(source.authors ?? []),
];

/** A source with its names: as they are compared whole, and word by word. */
interface NamedSource {
  readonly source: SourceInfo;
  /** Its names except its authors: a near match may not mistake one person for another. */
  readonly titles: readonly string[];
  readonly names: readonly string[];
  readonly words: readonly (readonly string[])[];
  readonly makers: readonly string[];
}

/** A name of a source, and as it is compared whole. A near match may not mistake one author for another. */
interface SourceName {
  readonly name: string;
  readonly form: string;
  readonly isAuthor: boolean;
}

/** Returns what a source is called: its id, its title, its publishers and its authors. */
export const namesOfSource = (source: SourceInfo): SourceName[] => [
  ...[source.id, source.title.text, ...publishersOf(source)].map((name) => ({
    name,
    form: compactName(name),
    isAuthor: false,
  })),
  ...(source.authors ?? []).map((name) => ({ name, form: compactName(name), isAuthor: true })),
];

function namedSource(source: SourceInfo): NamedSource {
  const names = namesOfSource(source);
  return {
    source,
    titles: names.filter(({ isAuthor }) => !isAuthor).map(({ form }) => form),
    names: names.map(({ form }) => form),
    words: names.map(({ name }) => foldName(name).split(" ")),
    makers: sourceMakers(source).map(compactName),
  };
}

/** Returns the edit distance between a name and the typed text; `Infinity` when it exceeds `maxEdits` of either. */
function away(typed: string, name: string): number {
  const limit = Math.min(maxEdits(typed.length), maxEdits(name.length));
  const distance = editDistance(typed, name, limit);
  return limit > 0 && distance <= limit ? distance : Number.POSITIVE_INFINITY;
}

/** Returns the sources with the least edit distance; an empty list when none is within the limit. */
function nearest(
  typed: string,
  sources: readonly NamedSource[],
  of: (source: NamedSource) => readonly string[],
): NamedSource[] {
  const distances = sources.map((source) => Math.min(...of(source).map((name) => away(typed, name))));
  const least = distances.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  return Number.isFinite(least) ? sources.filter((_, index) => distances[index] === least) : [];
}

/** Tells whether a source is one that somebody types: its id begins so, or its title or publisher contains it. */
function isTyped({ id, title, publisher }: SourceInfo, typed: string): boolean {
  return (
    id.startsWith(typed) || [title.text, publisher ?? ""].some((name) => name.toLowerCase().includes(typed))
  );
}

/**
 * Creates what finds sources.
 * @param namedBy returns the people and organizations that have a name
 */
export function createSourceFinder(
  infos: () => readonly SourceInfo[],
  namedBy: (name: string) => readonly AnyRecord[],
): (query: SourceQuery) => FoundSources {
  const all = lazy(() => infos().map(namedSource));

  /** Tries exact names, names on record in any language, whole words, then near names, in this order. */
  function resolve(words: string, among: readonly NamedSource[]): Pick<FoundSources, "by" | "hits"> {
    const typed = compactName(words);
    if (typed === "") return { by: "name", hits: [] };
    const parts = foldName(words).split(" ");
    const onRecord = lazy(
      () => new Set(namedBy(words).flatMap((record) => recordNames(record).map(compactName))),
    );
    const ways = [
      ["name", ({ names }: NamedSource) => names.includes(typed)],
      ["name", ({ names }: NamedSource) => names.some((name) => onRecord().has(name))],
      [
        "words",
        ({ words: each }: NamedSource) => each.some((own) => parts.every((part) => own.includes(part))),
      ],
    ] as const;
    for (const [by, test] of ways) {
      const found = among.filter(test);
      if (found.length > 0) return { by, hits: found.map(({ source }) => source) };
    }
    const alike = nearest(typed, among, ({ titles }) => titles);
    const near = alike.length > 0 ? alike : nearest(typed, among, ({ names }) => names);
    return { by: alike.length === 1 ? "likeness" : "near", hits: near.map(({ source }) => source) };
  }

  return ({ words, makers, typed, visibility, from = 1, most = MOST_GIVEN }) => {
    const wanted = makers && new Set(makers.map(compactName));
    const begun = typed?.trim().toLowerCase() ?? "";
    const among = all().filter(
      ({ source, makers: own }) =>
        (wanted === undefined || own.some((name) => wanted.has(name))) &&
        (begun === "" || isTyped(source, begun)) &&
        (visibility === undefined || source.visibility === visibility),
    );
    const { by, hits } =
      words === undefined
        ? ({ by: "list", hits: among.map(({ source }) => source) } as const)
        : resolve(words, among);
    return { by, hits: hits.slice(from - 1, from - 1 + most), total: hits.length };
  };
}
