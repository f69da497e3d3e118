/** Builds the API's JSON of records and sources, with no more of a source's text than its page shows. */

import type { z } from "zod";
import { findRecord } from "../../desk/lookup.ts";
import { passagePath, recordPath, sourcePath } from "../../desk/page-links.ts";
import { isPublicDomain, recordedPassages } from "../../library/excerpts.ts";
import type { Library, SourceInfo } from "../../library/library.ts";
import { sourceAt } from "../../library/lookups.ts";
import { evidenceWithPointers } from "../../shelf/evidence.ts";
import { type RecordKind, recordRef } from "../../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../../shelf/records.ts";
import { labelsByLanguage } from "../../shelf/translations.ts";
import { positionInCodePoints, toCodePoints } from "../../support/code-points.ts";
import type { ListingSchema, SourceListingSchema } from "./api-schemas.ts";
import type { RequestContext } from "./request-context.ts";

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

const recordSummary = (record: AnyRecord, { url }: RequestContext) => ({
  kind: record.kind,
  id: record.id,
  label: record.label,
  sources: sourcesOf(record),
  page: url(recordPath(recordRef(record))),
});

/** Returns one page of the records that match the filters. */
export async function listRecords(listing: z.infer<typeof ListingSchema>, context: RequestContext) {
  const { kind, source, from, limit } = listing;
  const { hits, total } = await context.library.find({
    ...(kind ? { kinds: [kind] } : {}),
    ...(source ? { source } : {}),
    ...{ from, most: limit },
  });
  const query = new URLSearchParams({
    ...(kind ? { kind } : {}),
    ...(source ? { source } : {}),
    from: String(from + limit),
    limit: String(limit),
  });
  return {
    total,
    from,
    items: hits.map((record) => recordSummary(record, context)),
    next: from - 1 + limit < total ? context.url(`/api/records?${query}`) : null,
  };
}

/** Returns a record with the position of its evidence, or undefined when there is none with this id. */
export async function getRecord(kind: RecordKind, id: string, context: RequestContext) {
  const { library, url } = context;
  const record = await findRecord(`${kind}/${id}`, library);
  if (!record) return undefined;
  const placed = evidenceWithPointers(record);
  const passages = await library.contexts(placed.map(({ evidence }) => evidence));
  const stands = passages.map((passage, index) => {
    const { source, text } = passage;
    const page = url(passagePath(source.id, passage));
    return {
      ...{ pointer: placed[index]!.pointer, source: source.id, text, ...positionInCodePoints(passage) },
      ...{ sha256: source.sha256, page },
    };
  });
  const labels = labelsByLanguage(record);
  const translated = Object.keys(labels).length > 0 ? { labels } : {};
  const page = url(recordPath(recordRef(record)));
  return { kind, id, ...translated, record: stored(record), stands, page };
}

const sourceSummary = ({ id, card, characters }: SourceInfo, records: number, { url }: RequestContext) => ({
  id,
  ...card,
  length: characters,
  records,
  page: url(sourcePath(id)),
});

/** Returns one page of the visible sources without their texts. */
export async function listSources(
  { from, limit }: z.infer<typeof SourceListingSchema>,
  context: RequestContext,
) {
  const { library, url } = context;
  const { hits, total } = await library.findSources({ from, most: limit });
  const counts = await library.recordCounts(hits.map(({ id }) => id));
  const query = new URLSearchParams({ from: String(from + limit), limit: String(limit) });
  return {
    total,
    from,
    items: hits.map((source, index) => sourceSummary(source, counts[index]!, context)),
    next: from - 1 + limit < total ? url(`/api/sources?${query}`) : null,
  };
}

async function passagesOf(id: string, text: string, library: Library) {
  const recorded = await recordedPassages(id, library);
  return recorded.map(({ start, end, records }) => ({
    ...toCodePoints(text, { start, end }),
    text: text.slice(start, end),
    records: records.map(recordRef),
  }));
}

/** Returns a source with its recorded passages, or undefined when there is none with this id. */
export async function getSource(id: string, context: RequestContext) {
  const { library } = context;
  const [source, text] = await Promise.all([sourceAt(id, library), library.text(id)]);
  if (!source || text === undefined) return undefined;
  const [records] = await library.recordCounts([id]);
  return {
    ...sourceSummary(source, records!, context),
    passages: await passagesOf(id, text, library),
    text: isPublicDomain(source) ? text : null,
  };
}
