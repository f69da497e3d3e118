/** Writes what a change makes of a shelf, or of its public part, row by row of those that it concerns. */
import type { Queries } from "../../database/connection.ts";
import { collectEvidence } from "../../shelf/evidence.ts";
import { type RecordRef, recordRef } from "../../shelf/kinds.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import type { Source } from "../../shelf/sources.ts";
import { createPassagePlaces } from "../passage-places.ts";
import { createRelations } from "../referrers.ts";
import { changedDocuments } from "./changed-documents.ts";
import { type ChangedPart, inShelfOrder, type PartSide, spansOf } from "./changed-part.ts";
import { type CountedChange, changedHolders, changedTerms, changedWords } from "./counted-changes.ts";
import { createEditionReader, type EditionReader, valid } from "./edition.ts";
import { changedAppearances, changedSourceRows, citedChanges, talliedRecords } from "./part-rows.ts";
import { evidenceKey, placeOf } from "./places.ts";
import {
  createDatesOf,
  DATES,
  HAN_NAMES,
  hanNamesOf,
  linkRows,
  linksOf,
  nameRows,
  recordRows,
} from "./record-rows.ts";
import { evidenceRows, paragraphRows, passageRows, sourceTable } from "./source-rows.ts";
import {
  type Keys,
  type PublishProgress,
  publishTable,
  type RowChanges,
  type VersionAt,
} from "./table-changes.ts";
import type { TableRows } from "./table-rows.ts";
import type { TextCounts } from "./text-rows.ts";

/** A change as one part of a shelf has it. */
export interface PartChange extends ChangedPart {
  /** The records whose documents are to be made anew besides. */
  readonly redocumented: readonly RecordRef[];
  /** The ids of all sources after the change, where any came, went, or became hidden or open. */
  readonly order: readonly string[] | undefined;
  readonly isOpen: (source: string) => boolean;
}

/** What was written, and what was counted. */
export interface PartChanges extends RowChanges {
  readonly counts: { readonly before: TextCounts; readonly after: TextCounts };
}

/** Returns a side of a change as the part of the shelf has it on which only some sources are. */
export function openSide(
  { concerned, records, sources, spans }: PartSide,
  isOpen: (id: string) => boolean,
): PartSide {
  const stands = (record: AnyRecord): boolean =>
    collectEvidence(record).every(({ source }) => isOpen(source));
  return {
    spans,
    concerned: concerned.filter(stands),
    records: new Map([...records].filter(([, record]) => stands(record))),
    sources: new Map([...sources].filter(([id]) => isOpen(id))),
  };
}

/** Returns how many passages are recorded of each source at some places. */
async function passagesAt(
  { rows }: EditionReader,
  keys: readonly (readonly unknown[])[],
): Promise<Map<string, number>> {
  const found = await rows<{ source: string; count: number }>(
    `select p.source, count(*)::integer as count from refdesk_shelf_passages p where ${valid("p")}
       and (p.source, p.begins, p.ends) in (select * from unnest($3::text[], $4::integer[], $5::integer[])) group by 1`,
    ...[0, 1, 2].map((column) => keys.map((key) => key[column])),
  );
  return new Map(found.map(({ source, count }) => [source, count]));
}

/** Writes a change of one part of a shelf. @param reader reads the version that is changed */
export async function publishPart(
  session: Queries,
  at: VersionAt,
  reader: EditionReader,
  { before, after, changedSources, standing, redocumented, order, isOpen }: PartChange,
  report: (progress: PublishProgress) => void,
): Promise<PartChanges> {
  let [come, gone] = [0, 0];
  async function publish(rows: TableRows, columns: readonly string[], keys: Keys["keys"]): Promise<void> {
    const changed = await publishTable(session, rows, at, report, { columns, keys });
    come += changed.come;
    gone += changed.gone;
  }
  const publishCounted = ({ rows, column, values }: CountedChange) =>
    publish(
      rows,
      [column],
      values.map((value) => [value]),
    );
  const concerned = { before: before.concerned, after: after.concerned };
  const refs = [...new Set([...concerned.before, ...concerned.after].map(recordRef))];
  const places = refs.map((ref) => [placeOf(ref)]);
  const sourcesAfter = [...changedSources].flatMap((id): Source[] => {
    const source = after.sources.get(id);
    return source ? [source] : [];
  });

  await publish(
    nameRows(concerned.after, sourcesAfter),
    ["place"],
    [...places, ...[...changedSources].map((id) => [id])],
  );
  await publishCounted(await changedHolders(reader, HAN_NAMES, hanNamesOf, concerned));
  await publishCounted(await changedHolders(reader, DATES, createDatesOf(), concerned));
  const appearances = await changedAppearances(reader, concerned, after.records, redocumented.length > 0);
  const links = [...concerned.after.flatMap(linksOf), ...appearances.links];
  const old = concerned.before.flatMap(linksOf);
  await publish(
    linkRows(() => links),
    ["target", "place"],
    [...[...old, ...links].map(({ target, place }) => [target, place]), ...appearances.keys],
  );

  const documents = await changedDocuments(reader, { before, after }, redocumented);
  await publish(
    documents.after.documents,
    ["place"],
    documents.refs.map((ref) => [placeOf(ref)]),
  );
  // Their rows are not wanted, but what is counted of them.
  for (const _ of documents.before.documents.rows());
  const counts = { before: documents.before.counts(), after: documents.after.counts() };
  await publishCounted(await changedTerms(reader, counts.before, counts.after));
  await publishCounted(await changedWords(reader, counts.before, counts.after));

  for (const id of changedSources)
    await publish(paragraphRows(sourcesAfter.filter((source) => source.id === id)), ["source"], [[id]]);
  const evidence = [...concerned.before, ...concerned.after].flatMap((record) => collectEvidence(record));
  const evidenceKeys = new Map(evidence.map((one) => [`${one.source} ${evidenceKey(one)}`, one]));
  const around = [...concerned.after, ...standing];
  await publish(
    evidenceRows({ ...after, records: new Map(around.map((record) => [recordRef(record), record])) }, (one) =>
      evidenceKeys.has(`${one.source} ${evidenceKey(one)}`),
    ),
    ["source", "key"],
    [...evidenceKeys.values()].map((one) => [one.source, evidenceKey(one)]),
  );
  const spans = new Map([
    ...spansOf(concerned.before, before.spans),
    ...spansOf(concerned.after, after.spans),
  ]);
  const passageKeys = [...spans.values()].map(({ source, start, end }) => [source, start, end] as const);
  const counted = await passagesAt(reader, passageKeys);
  const sources = [...new Set(passageKeys.map(([source]) => source))].map((id) => ({ id }));
  await publish(
    passageRows(
      sources,
      createPassagePlaces(after, createRelations(inShelfOrder(around)).citing),
      (source, { start, end }) => spans.has(`${source} ${start} ${end}`),
    ),
    ["source", "begins", "ends"],
    passageKeys,
  );
  const now = createEditionReader(session, { ...at, summary: reader.summary }, false);
  const passages = new Map([...counted].map(([source, count]) => [source, -count]));
  for (const [source, count] of await passagesAt(now, passageKeys))
    passages.set(source, (passages.get(source) ?? 0) + count);

  const tallied = await talliedRecords(reader, now, concerned, after.records);
  await publish(
    recordRows(tallied.records, tallied.tally),
    ["place"],
    tallied.refs.map((ref) => [placeOf(ref)]),
  );
  const rows = await changedSourceRows(reader, {
    sources: after.sources,
    order,
    isOpen,
    passages,
    cited: citedChanges(concerned),
    gone: new Set([...before.sources.keys(), ...changedSources].filter((id) => !after.sources.has(id))),
  });
  await publish(
    sourceTable(() => rows.made),
    ["source"],
    rows.ids.map((id) => [id]),
  );
  return { come, gone, counts };
}
