/**
 * Reads what of a shelf a change of some files concerns, and verifies it: the records of these files, those that refer to what
 * is called otherwise now or that stand on a source that has changed, and what all of these name.
 */

import { collectEvidence, type PassageSpans } from "../../shelf/evidence.ts";
import type { ShelfFault } from "../../shelf/faults.ts";
import { idOf, isRecordFile, type ShelfFiles, withChanges } from "../../shelf/files.ts";
import { type RecordRef, recordNames, recordRef } from "../../shelf/kinds.ts";
import { dependenciesOf, parseRecord, parseShelf } from "../../shelf/parse.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import type { Source } from "../../shelf/sources.ts";
import type { EditionReader } from "./edition.ts";
import { placeOf } from "./places.ts";
import type { FileContents } from "./shelf-files.ts";
import { createPartReader, type SourceSpan } from "./shelf-part.ts";

/** A part of a shelf as it is before a change, or after it. */
export interface PartSide {
  /** The records that a change concerns, in the order of the shelf. */
  readonly concerned: readonly AnyRecord[];
  /** These, and all that they name. */
  readonly records: ReadonlyMap<RecordRef, AnyRecord>;
  /** The sources on which they stand, and those that have changed. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly spans: PassageSpans;
}

/** What a change of files makes of a shelf. */
export interface ChangedPart {
  readonly before: PartSide;
  readonly after: PartSide;
  /** The sources whose files have changed. */
  readonly changedSources: ReadonlySet<string>;
  /** Other records whose passages stand at the same places. */
  readonly standing: readonly AnyRecord[];
}

const refOf = (file: string): RecordRef => file.slice("data/".length, -".json".length) as RecordRef;

const namesKey = (record: AnyRecord | undefined): string => (record ? recordNames(record).join("\n") : "");

/** Returns records in the order of the shelf. */
export const inShelfOrder = (records: Iterable<AnyRecord>): AnyRecord[] =>
  [...records]
    .map((record) => ({ record, place: placeOf(recordRef(record)) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ record }) => record);

const sourcesUnder = (records: Iterable<AnyRecord>): string[] =>
  [...records].flatMap((record) => collectEvidence(record).map(({ source }) => source));

/** Returns where the passages of records stand. */
export function spansOf(records: Iterable<AnyRecord>, spans: PassageSpans): Map<string, SourceSpan> {
  const found = new Map<string, SourceSpan>();
  for (const record of records)
    for (const evidence of collectEvidence(record)) {
      const span = spans.get(evidence);
      if (span)
        found.set(`${evidence.source} ${span.start} ${span.end}`, { source: evidence.source, ...span });
    }
  return found;
}

/** Returns files of which nothing is known but that they are there, and of texts, their hashes. */
function filesOf(records: Iterable<RecordRef>, sources: Iterable<Source>): ShelfFiles {
  const states = new Map<string, { readonly digest: string }>();
  for (const { id, sha256 } of sources) {
    states.set(`seeds/${id}.json`, { digest: "" });
    states.set(`seeds/${id}.txt`, { digest: sha256 });
  }
  for (const ref of records) states.set(`data/${ref}.json`, { digest: "" });
  return { names: [...states.keys()], states, text: () => undefined, faults: [], hash: "" };
}

/**
 * Reads and verifies what a change of files concerns.
 * @param faults what is wrong with these files already
 * @throws {ShelfError} with the faults that the shelf would have
 */
export async function readChangedPart(
  reader: EditionReader,
  changes: FileContents,
  faults: readonly ShelfFault[] = [],
): Promise<ChangedPart> {
  const part = createPartReader(reader);
  const texts = new Map([...changes].map(([file, content]) => [file, content?.toString("utf8") ?? null]));
  const files = [...changes.keys()].filter(isRecordFile);
  const changedSources = new Set(
    [...changes.keys()].flatMap((file) => (file.startsWith("seeds/") ? [idOf(file)!] : [])),
  );
  const known = await part.records(files.map(refOf));
  const made = new Map<RecordRef, AnyRecord>();
  for (const file of files) {
    const text = texts.get(file)!;
    // What is wrong with it is told with everything else, below.
    const record = text === null ? undefined : parseRecord(file, text, []);
    if (record) made.set(refOf(file), record);
  }
  const changedRefs = files.map(refOf);
  const renamed = changedRefs.filter((ref) => namesKey(known.get(ref)) !== namesKey(made.get(ref)));
  const dependents = [...(await part.referrers(renamed)), ...(await part.citing(changedSources))];
  const concernedBefore = new Map([...known, ...(await part.records(dependents))]);
  const all = [...concernedBefore.values(), ...made.values()];
  const refs = all.flatMap((record) => dependenciesOf(record).refs);
  const named = await part.records(refs);
  const ids = [...changedSources, ...sourcesUnder(all)];
  const sources = await part.sources(ids);
  const recordsBefore = new Map([...named, ...concernedBefore]);
  const spansBefore = await part.spans(recordsBefore.values());

  const filesBefore = filesOf(recordsBefore.keys(), sources.values());
  const filesAfter = withChanges(filesBefore, texts);
  const parsed = await parseShelf({ ...filesAfter, faults, others: [] }, undefined, {
    files: filesBefore,
    sources,
    records: recordsBefore,
    spans: spansBefore,
    topics: reader.summary.topics,
  });

  const recordsAfter = new Map(parsed.records.map((record) => [recordRef(record), record]));
  const concernedRefs = new Set([...concernedBefore.keys(), ...made.keys()]);
  const concernedAfter = parsed.records.filter((record) => concernedRefs.has(recordRef(record)));
  const places = new Map([
    ...spansOf(concernedBefore.values(), spansBefore),
    ...spansOf(concernedAfter, parsed.spans),
  ]);
  const standing = await part.records(
    [...(await part.standingAt([...places.values()]))].filter((ref) => !concernedRefs.has(ref)),
  );
  const standingSpans = await part.spans(standing.values());
  return {
    changedSources,
    standing: inShelfOrder(standing.values()),
    before: {
      concerned: inShelfOrder(concernedBefore.values()),
      records: recordsBefore,
      sources,
      spans: spansBefore,
    },
    after: {
      concerned: inShelfOrder(concernedAfter),
      records: recordsAfter,
      sources: new Map(parsed.sources.map((source) => [source.id, source])),
      spans: { get: (evidence) => parsed.spans.get(evidence) ?? standingSpans.get(evidence) },
    },
  };
}
