/** Builds the JSON of records and sources, with no more of a source's text than everyone may read of it. */
import { isPublicDomain, recordedPassages } from "../library/excerpts.ts";
import type { Library, SourceInfo } from "../library/library.ts";
import { sourceAt } from "../library/lookups.ts";
import { evidenceWithPointers } from "../shelf/evidence.ts";
import { type RecordKind, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { labelsByLanguage } from "../shelf/translations.ts";
import { positionInCodePoints, toCodePoints } from "../support/code-points.ts";
import { findRecord } from "./lookup.ts";
import { passagePath, recordPath, sourcePath } from "./page-links.ts";

/** What documents are made from: a library, and the addresses of pages. */
export interface DocumentContext {
  readonly library: Library;
  /** Returns the address of a page by its path. */
  readonly url: (path: string) => string;
}

/** Returns a record as stored, but without the context words around its passages, which are not recorded evidence. */
const stored = ({ kind: _kind, id: _id, translations: _, ...record }: AnyRecord): unknown =>
  JSON.parse(
    JSON.stringify(record, (_key, value: unknown) => {
      if (typeof value !== "object" || value === null || !("exact" in value)) return value;
      const { prefix: _prefix, suffix: _suffix, ...evidence } = value as Evidence;
      return evidence;
    }),
  );

const sourcesOf = (record: AnyRecord): string[] => [
  ...new Set(evidenceWithPointers(record).map(({ evidence }) => evidence.source)),
];

/** Returns a record as a list has it. */
export const recordEntry = (record: AnyRecord, { url }: DocumentContext) => ({
  kind: record.kind,
  id: record.id,
  label: record.label,
  sources: sourcesOf(record),
  page: url(recordPath(recordRef(record))),
});

/** Returns a record with the position of its evidence, or undefined when there is none with this id. */
export async function wholeRecord(kind: RecordKind, id: string, { library, url }: DocumentContext) {
  const record = await findRecord(`${kind}/${id}`, library);
  if (!record) return undefined;
  const placed = evidenceWithPointers(record);
  const passages = await library.contexts(placed.map(({ evidence }) => evidence));
  const stands = passages.map((passage, index) => {
    const { source, text } = passage;
    const page = url(passagePath(source.id, passage));
    return {
      pointer: placed[index]!.pointer,
      source: source.id,
      text,
      ...positionInCodePoints(passage),
      sha256: source.sha256,
      page,
    };
  });
  const labels = labelsByLanguage(record);
  const translated = Object.keys(labels).length > 0 ? { labels } : {};
  const page = url(recordPath(recordRef(record)));
  return { kind, id, ...translated, record: stored(record), stands, page };
}

/** Returns a source as a list has it. @param records how many records have a passage in it */
export const sourceEntry = (
  { id, card, characters }: SourceInfo,
  records: number,
  { url }: DocumentContext,
) => ({
  id,
  ...card,
  length: characters,
  records,
  page: url(sourcePath(id)),
});

async function passagesOf(id: string, text: string, library: Library) {
  const recorded = await recordedPassages(id, library);
  return recorded.map(({ start, end, records }) => ({
    text: text.slice(start, end),
    ...toCodePoints(text, { start, end }),
    records: records.map(recordRef),
  }));
}

/** Returns a source with its recorded passages, or undefined when there is none with this id. */
export async function wholeSource(id: string, context: DocumentContext) {
  const { library } = context;
  const [source, text] = await Promise.all([sourceAt(id, library), library.text(id)]);
  if (!source || text === undefined) return undefined;
  const [records] = await library.recordCounts([id]);
  return {
    passages: await passagesOf(id, text, library),
    ...sourceEntry(source, records!, context),
    text: isPublicDomain(source) ? text : null,
  };
}
