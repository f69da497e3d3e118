/** Finds which documents of a text index are other ones on another edition of a shelf. */
import type { SearchDocument } from "../search/corpus.ts";
import type { DocumentChanges } from "../search/editions.ts";
import { type RecordRef, recordNames, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { foldLetters } from "../support/fold-letters.ts";
import { containsHan } from "../support/han.ts";
import { runInSlices } from "../support/time-slices.ts";
import { changedHanNames, type ShelfDifference } from "./shelf-difference.ts";
import { type IndexContent, recordDocument } from "./text-index.ts";
import type { TopicWords } from "./topic-bridge.ts";

/** An edition of a shelf as it is indexed, and by record the records that refer to it. */
export interface IndexedEdition extends IndexContent {
  readonly referrers: ReadonlyMap<RecordRef, ReadonlySet<AnyRecord>>;
}

/** The share of all records from which making an index anew takes less than changing one. */
const MOST_CHANGED = 0.2;

/** Shelves up to this size are changed whatever the share. */
const SMALL = 500;

/**
 * Finds the documents that differ: those of changed records, those that hold the name of a renamed one, and those in which
 * a changed Chinese name makes another word of a topic.
 * @returns undefined when so much differs that the index should be made anew
 */
export async function documentChanges(
  before: IndexedEdition,
  after: IndexedEdition,
  difference: ShelfDifference,
  topics: readonly TopicWords[],
): Promise<DocumentChanges | undefined> {
  const { gone, come } = difference;
  const most = Math.max(SMALL, after.records.size * MOST_CHANGED);
  if (gone.length + come.length > most) return undefined;
  const affected = new Set<RecordRef>([...gone, ...come].map(recordRef));
  const isRenamed = (ref: RecordRef): boolean => {
    const [one, other] = [before.records.get(ref), after.records.get(ref)];
    return !one || !other || recordNames(one).join("\n") !== recordNames(other).join("\n");
  };
  for (const ref of [...affected].filter(isRenamed))
    for (const record of after.referrers.get(ref) ?? []) affected.add(recordRef(record));

  const topicCharacters = new Set(foldLetters(topics.flat().filter(containsHan).join("")));
  // A name without a character of any topic's words is beside them in a text, never over them.
  const names = changedHanNames(difference).filter((name) =>
    [...name].some((character) => topicCharacters.has(character)),
  );
  if (names.length > 0)
    await runInSlices(after.records.values(), (record) => {
      const { text } = recordDocument(record, { records: after.records });
      if (!containsHan(text)) return;
      const folded = foldLetters(text);
      if (names.some((name) => folded.includes(name))) affected.add(recordRef(record));
    });
  if (affected.size > most) return undefined;

  const changes = { gone: [] as SearchDocument[], come: [] as SearchDocument[] };
  await runInSlices(affected, (ref) => {
    const [one, other] = [before, after].map((edition) => {
      const record = edition.records.get(ref);
      return record && recordDocument(record, edition);
    });
    if (one && one.title === other?.title && one.text === other.text) return;
    if (one) changes.gone.push(one);
    if (other) changes.come.push(other);
  });
  return changes;
}
