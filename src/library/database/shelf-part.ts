/** Reads a part of a version out of a database: the records and sources that a change may concern. */

import {
  collectEvidence,
  createPassageSpans,
  type PassageSpans,
  type TextSpan,
} from "../../shelf/evidence.ts";
import { ID_PATTERN, type RecordRef, recordRef } from "../../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../../shelf/records.ts";
import type { Source } from "../../shelf/sources.ts";
import type { SourceInfo } from "../library.ts";
import { type EditionReader, valid } from "./edition.ts";
import { evidenceKey, kindNumber, linkTo, quotedLexeme, refAt } from "./places.ts";
import { recordsByRef } from "./read-records.ts";

/** How many values are asked for in one query. */
const AT_ONCE = 5_000;

async function inChunks<Item, Found>(
  items: readonly Item[],
  read: (some: readonly Item[]) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const found: Found[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE)
    for (const one of await read(items.slice(at, at + AT_ONCE))) found.push(one);
  return found;
}

/** Where a recorded passage stands. */
export interface SourceSpan extends TextSpan {
  readonly source: string;
}

/** The kinds whose text is not that of their passages. */
const WITH_ROLES = [kindNumber("people"), kindNumber("organizations")];

/** Creates what reads parts of a version. */
export function createPartReader(reader: EditionReader) {
  const { rows } = reader;

  async function placesLinkedTo(targets: readonly string[]): Promise<RecordRef[]> {
    const found = await inChunks(targets, (some) =>
      rows<{ place: string }>(
        `select distinct l.place from refdesk_shelf_links l where ${valid("l")} and l.target = any($3)`,
        some,
      ),
    );
    return found.map(({ place }) => refAt(place));
  }

  return {
    /** Returns the records of references that are there. */
    async records(refs: Iterable<RecordRef>): Promise<Map<RecordRef, AnyRecord>> {
      const found = await inChunks([...new Set(refs)], async (some) => recordsByRef(reader, some));
      return new Map(found.flatMap((record) => (record ? [[recordRef(record), record] as const] : [])));
    },

    /** Returns the records that refer to any of these. */
    referrers: (refs: Iterable<RecordRef>) => placesLinkedTo([...new Set(refs)]),

    /** Returns the records that have passages in any of these sources. */
    citing: (sources: Iterable<string>) => placesLinkedTo([...new Set(sources)].map(linkTo.source)),

    /** Returns the sources of some ids that are there, with their texts. */
    async sources(ids: Iterable<string>): Promise<Map<string, Source>> {
      const wanted = [...new Set(ids)].filter((id) => ID_PATTERN.test(id));
      const infos = await rows<{ info: string }>(
        `select s.info from refdesk_shelf_sources s where ${valid("s")} and s.source = any($3)`,
        wanted,
      );
      const sources = new Map<string, Source>();
      for (const { info } of infos) {
        const { length: _, characters: _characters, ...source } = JSON.parse(info) as SourceInfo;
        const paragraphs = await rows<{ text: string }>(
          `select p.text from refdesk_shelf_paragraphs p where ${valid("p")} and p.source = $3 order by p.number`,
          source.id,
        );
        const text = paragraphs.map((paragraph) => JSON.parse(paragraph.text) as string).join("");
        sources.set(source.id, { ...source, text });
      }
      return sources;
    },

    /** Returns where the passages of some records stand. */
    async spans(records: Iterable<AnyRecord>): Promise<PassageSpans> {
      const spans = createPassageSpans();
      const wanted = new Map<string, Evidence>();
      for (const record of records)
        for (const evidence of collectEvidence(record))
          wanted.set(`${evidence.source} ${evidenceKey(evidence)}`, evidence);
      await inChunks([...wanted], async (some) => {
        const found = await rows<{ source: string; key: string; begins: number; ends: number }>(
          `select e.source, replace(e.key::text, '-', '') as key, e.begins, e.ends from refdesk_shelf_evidence e
           where ${valid("e")} and (e.source, e.key) in (select * from unnest($3::text[], $4::uuid[]))`,
          some.map(([, { source }]) => source),
          some.map(([, evidence]) => evidenceKey(evidence)),
        );
        for (const { source, key, begins, ends } of found)
          spans.set(wanted.get(`${source} ${key}`)!, { start: begins, end: ends });
        return [];
      });
      return spans;
    },

    /** Returns the records whose passages stand at these places. */
    async standingAt(places: readonly SourceSpan[]): Promise<Set<RecordRef>> {
      const found = await inChunks(places, (some) =>
        rows<{ records: string }>(
          `select p.records from refdesk_shelf_passages p where ${valid("p")}
             and (p.source, p.begins, p.ends) in (select * from unnest($3::text[], $4::integer[], $5::integer[]))`,
          some.map(({ source }) => source),
          some.map(({ start }) => start),
          some.map(({ end }) => end),
        ),
      );
      return new Set(found.flatMap(({ records }) => JSON.parse(records) as RecordRef[]));
    },

    /** Returns those of some names in Chinese characters that records have, with how many have them. */
    async hanNames(names: Iterable<string>): Promise<Map<string, number>> {
      const found = await inChunks(
        [...names].filter((name) => name.isWellFormed()),
        (some) =>
          rows<{ name: string; held: number }>(
            `select h.name, h.held from refdesk_shelf_han_names h where ${valid("h")} and h.name = any($3)`,
            some,
          ),
      );
      return new Map(found.map(({ name, held }) => [name, held]));
    },

    /**
     * Returns the records in whose documents or passages a run of Chinese characters may stand.
     * @param pairs the terms of the run, each two characters that are neighbours
     */
    async holdingAll(pairs: readonly string[]): Promise<RecordRef[]> {
      const found = await rows<{ place: string }>(
        `select d.place from refdesk_shelf_documents d where ${valid("d")} and d.terms @@ $3::tsquery
         union select d.place from refdesk_shelf_documents d
         where ${valid("d")} and d.place >= $4 and d.place < $5 and d.said @@ $3::tsquery`,
        pairs.map(quotedLexeme).join(" & "),
        `${Math.min(...WITH_ROLES)}/`,
        `${Math.max(...WITH_ROLES) + 1}/`,
      );
      return found.map(({ place }) => refAt(place));
    },
  };
}
