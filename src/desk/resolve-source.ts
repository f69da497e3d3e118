/** Resolves typed text to a source by its id, title, publisher or author. */

import type { Library, SourceInfo } from "../library/library.ts";
import { compactName, foldName } from "../shelf/fold.ts";
import { recordNames } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { editDistance, maxEdits } from "../support/edit-distance.ts";
import { type Resolution, resolutionFrom } from "./resolve-name.ts";

const publishersOf = ({ publisher, section, republication }: SourceInfo): string[] =>
  [publisher, section, republication?.publisher].filter((name) => name !== undefined);
/** Returns the publishers of a source and of its republication, and its authors. */
export const sourceMakers = (source: SourceInfo): string[] => [
  ...publishersOf(source),
  ...(source.authors ?? []),
];
/** Returns a source's names except its authors: a near match may not mistake one person for another. */
const titlesOf = (source: SourceInfo): string[] => [source.id, source.title.text, ...publishersOf(source)];
const namesOf = (source: SourceInfo): string[] => [...titlesOf(source), ...(source.authors ?? [])];

/** Returns all names on record, in any language, of the people and organizations that the text names. */
async function othersFor(typed: string, library: Library): Promise<ReadonlySet<string>> {
  const { by, hits } = await library.find({ words: typed, kinds: ["organizations", "people"] });
  return new Set(by === "name" ? hits.flatMap((record) => recordNames(record).map(compactName)) : []);
}

/** Returns the edit distance between a name and the typed text; `Infinity` when it exceeds `maxEdits` of either. */
function away(typed: string, name: string): number {
  const limit = Math.min(maxEdits(typed.length), maxEdits(name.length));
  const distance = editDistance(typed, name, limit);
  return limit > 0 && distance <= limit ? distance : Number.POSITIVE_INFINITY;
}

/** Returns the sources with the least edit distance; an empty list when none is within the limit. */
function nearest(typed: string, sources: readonly SourceInfo[], of: (source: SourceInfo) => string[]) {
  const distanceTo = (source: SourceInfo) =>
    Math.min(...of(source).map((name) => away(typed, compactName(name))));
  const least = Math.min(...sources.map(distanceTo));
  return Number.isFinite(least) ? sources.filter((source) => distanceTo(source) === least) : [];
}

/** Returns the sources that a person or an organization wrote or published, by label and aliases. */
export async function sourcesByMaker(
  maker: Pick<AnyRecord, "label" | "aliases">,
  library: Library,
): Promise<SourceInfo[]> {
  const names = new Set(recordNames(maker).map(compactName));
  const { sources } = await library.about();
  return sources.filter((source) => sourceMakers(source).some((name) => names.has(compactName(name))));
}

/** Resolves typed text to a source. Tries exact names, names on record, whole words, then near names, in this order. */
export async function resolveSource(words: string, library: Library): Promise<Resolution<SourceInfo>> {
  const typed = compactName(words);
  if (typed === "") return { type: "none" };
  const { sources } = await library.about();
  const named = (test: (name: string) => boolean) => sources.filter((source) => namesOf(source).some(test));
  const namesOnRecord = await othersFor(words, library);
  const parts = foldName(words).split(" ");
  const strategies = [
    () => named((name) => compactName(name) === typed),
    () => named((name) => namesOnRecord.has(compactName(name))),
    () => named((name) => parts.every((part) => foldName(name).split(" ").includes(part))),
  ];
  for (const strategy of strategies) {
    const found = strategy();
    if (found.length > 0) return resolutionFrom(found);
  }
  const alike = nearest(typed, sources, titlesOf);
  if (alike.length === 1) return resolutionFrom(alike, true);
  const near = alike.length > 0 ? alike : nearest(typed, sources, namesOf);
  return near.length > 0 ? { type: "near", matches: near } : { type: "none" };
}
