/** Reads the passages of a shelf's sources in a database, their paragraphs, and whole texts. */

import { isStorable } from "../../database/connection.ts";
import type { Evidence } from "../../shelf/records.ts";
import {
  MOST_GIVEN,
  type Page,
  type PassageContext,
  type PassageQuery,
  type SourceInfo,
  type SourcePassage,
} from "../library.ts";
import { createSourceWords, MOST_SEARCHED_TEXT } from "../word-uses.ts";
import { type EditionReader, valid } from "./edition.ts";
import { evidenceKey } from "./places.ts";
import type { SourceQueries } from "./source-queries.ts";

/** Where a piece of evidence stands, as it is kept. */
interface EvidenceRow {
  readonly source: string;
  readonly key: string;
  readonly begins: number;
  readonly ends: number;
  readonly pairs_before: number;
  readonly context_begins: number;
  readonly context_ends: number;
  readonly first_paragraph: number;
  readonly last_paragraph: number;
}

interface ParagraphRow {
  readonly source: string;
  readonly number: number;
  readonly begins: number;
  readonly text: string;
}

export interface PassageQueries {
  contexts(evidence: readonly Evidence[]): Promise<PassageContext[]>;
  passages(source: string, query: PassageQuery): Promise<Page<SourcePassage>>;
  text(source: string): Promise<string | undefined>;
  /** Creates the test for words in any source or on its card; on a shelf of much text, nothing is said of any. */
  sourceWords(): Promise<(word: string) => boolean>;
}

/** Creates the queries for the passages of a version. */
export function createPassageQueries(
  { rows, summary }: EditionReader,
  sources: SourceQueries,
): PassageQueries {
  /** Returns the paragraphs of some evidence, by source and number. */
  async function paragraphsOf(found: readonly EvidenceRow[]): Promise<ReadonlyMap<string, ParagraphRow>> {
    const paragraphs = await rows<ParagraphRow>(
      `select distinct p.source, p.number, p.begins, p.text
       from unnest($3::text[], $4::integer[], $5::integer[]) as a (source, first, last)
       join refdesk_shelf_paragraphs p on p.source = a.source and p.number between a.first and a.last
       where ${valid("p")}`,
      found.map(({ source }) => source),
      found.map(({ first_paragraph: first }) => first),
      found.map(({ last_paragraph: last }) => last),
    );
    return new Map(paragraphs.map((row) => [`${row.source} ${row.number}`, row]));
  }

  function contextOf(
    { source, begins, ends, ...row }: EvidenceRow,
    info: SourceInfo,
    paragraphs: ReadonlyMap<string, ParagraphRow>,
  ): PassageContext {
    const some = Array.from(
      { length: row.last_paragraph - row.first_paragraph + 1 },
      (_, index) => paragraphs.get(`${source} ${row.first_paragraph + index}`)!,
    );
    const text = some.map((paragraph) => JSON.parse(paragraph.text) as string).join("");
    const offset = some[0]!.begins;
    const slice = (from: number, to: number): string => text.slice(from - offset, Math.max(to - offset, 0));
    return {
      source: info,
      text: slice(begins, ends),
      start: begins,
      end: ends,
      pairsBefore: row.pairs_before,
      before: slice(row.context_begins, begins),
      after: slice(ends, row.context_ends),
    };
  }

  async function text(source: string): Promise<string | undefined> {
    if (!isStorable(source)) return undefined;
    const paragraphs = await rows<Pick<ParagraphRow, "text">>(
      `select p.text from refdesk_shelf_paragraphs p where ${valid("p")} and p.source = $3 order by p.number`,
      source,
    );
    return paragraphs.length === 0
      ? undefined
      : paragraphs.map((paragraph) => JSON.parse(paragraph.text) as string).join("");
  }

  return {
    text,
    async contexts(evidence) {
      if (evidence.length === 0) return [];
      const asked = evidence.map((one) => ({ one, name: `${one.source} ${evidenceKey(one)}` }));
      const known = asked.filter(({ one }) => isStorable(one.source));
      const found = await rows<EvidenceRow>(
        `select e.source, replace(e.key::text, '-', '') as key, e.begins, e.ends, e.pairs_before, e.context_begins,
           e.context_ends, e.first_paragraph, e.last_paragraph
         from refdesk_shelf_evidence e where ${valid("e")}
           and (e.source, e.key) in (select * from unnest($3::text[], $4::uuid[]))`,
        known.map(({ one }) => one.source),
        known.map(({ one }) => evidenceKey(one)),
      );
      const places = new Map(found.map((row) => [`${row.source} ${row.key}`, row]));
      const missing = asked.find(({ name }) => !places.has(name));
      if (missing) throw new Error(`No such evidence on this shelf: ${JSON.stringify(missing.one)}`);
      const ids = [...new Set(found.map(({ source }) => source))];
      const [paragraphs, infos] = await Promise.all([paragraphsOf(found), sources.sources(ids)]);
      const infoById = new Map(ids.map((id, index) => [id, infos[index]!]));
      return asked.map(({ one, name }) =>
        contextOf(places.get(name)!, infoById.get(one.source)!, paragraphs),
      );
    },
    async passages(source, { near, from = 1, most = MOST_GIVEN }) {
      if (!isStorable(source)) return { hits: [], total: 0 };
      const [counted] = await rows<{ total: number; before: number }>(
        `select s.passages as total, (select count(*)::integer from refdesk_shelf_passages p
           where ${valid("p")} and p.source = $3 and p.begins < $4::float) as before
         from refdesk_shelf_sources s where ${valid("s")} and s.source = $3`,
        source,
        near ?? 0,
      );
      if (!counted) return { hits: [], total: 0 };
      // Of those nearest to an offset, half are before it.
      const begin = near === undefined ? from - 1 : Math.max(0, counted.before - Math.floor(most / 2));
      const found = await rows<{ begins: number; ends: number; evidence: string; records: string }>(
        `select p.begins, p.ends, p.evidence, p.records from refdesk_shelf_passages p
         where ${valid("p")} and p.source = $3 order by p.begins, p.ends desc offset $4 limit $5`,
        source,
        begin,
        Math.min(most, counted.total),
      );
      const hits = found.map(({ begins, ends, evidence, records }) => ({
        start: begins,
        end: ends,
        ...(JSON.parse(`{"evidence":${evidence},"records":${records}}`) as Pick<
          SourcePassage,
          "evidence" | "records"
        >),
      }));
      return { hits, total: counted.total };
    },
    async sourceWords() {
      if (summary.textLength > MOST_SEARCHED_TEXT) return () => false;
      const { hits } = await sources.find({ most: summary.about.sources });
      const texts = await Promise.all(
        hits.map(async (info) => ({ ...info, text: (await text(info.id)) ?? "" })),
      );
      return createSourceWords(texts);
    },
  };
}
