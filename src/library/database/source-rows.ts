/** The rows of a shelf's sources: what is known of them, their paragraphs, and where their passages stand. */

import { storedForm } from "../../database/connection.ts";
import { collectEvidence } from "../../shelf/evidence.ts";
import { compactName } from "../../shelf/fold.ts";
import type { Evidence } from "../../shelf/records.ts";
import type { Shelf } from "../../shelf/shelf.ts";
import type { Source } from "../../shelf/sources.ts";
import { pairOffsets } from "../../support/code-points.ts";
import { memoizeByKey } from "../../support/memoize.ts";
import type { SourceInfo, SourcePassage } from "../library.ts";
import { countBefore, type PassagePlaces, paragraphsOf } from "../passage-places.ts";
import { sourceMakers } from "../source-finder.ts";
import { evidenceKey, formKey } from "./places.ts";
import type { Row, TableRows } from "./table-rows.ts";

/** What of a source is not its own: its place among the others, and how much of it is cited. */
export interface SourceCounts {
  readonly position: number;
  /** How many records cite it, and how many passages of it are recorded. */
  readonly cited: number;
  readonly passages: number;
}

/** Returns the row of a source without its text. */
export const sourceRow = (info: SourceInfo, { position, cited, passages }: SourceCounts): Row => ({
  source: info.id,
  position,
  info: JSON.stringify(info),
  visibility: info.visibility ?? "",
  makers: sourceMakers(info).map((name) => formKey(compactName(name))),
  typed: [info.title.text, info.publisher ?? ""].map((name) => storedForm(name.toLowerCase())),
  cited,
  passages,
});

/** The sources without their texts. */
export const sourceTable = (rows: () => Iterable<Row>): TableRows => ({
  table: "refdesk_shelf_sources",
  columns: {
    source: "text",
    position: "integer",
    info: "text",
    visibility: "text",
    makers: "text[]",
    typed: "text[]",
    cited: "integer",
    passages: "integer",
  },
  rows,
});

/** Returns where the paragraphs of a text begin, each with what follows it; the first at the beginning of the text. */
function paragraphStarts(source: Source): number[] {
  const { starts } = paragraphsOf(source);
  return [0, ...[...starts].filter((start) => start > 0)];
}

/** The texts of the sources, paragraph by paragraph, with nothing left out between them. */
export function paragraphRows(sources: readonly Source[]): TableRows {
  function* rows(): Generator<Row> {
    for (const source of sources) {
      const starts = paragraphStarts(source);
      for (const [number, begins] of starts.entries())
        yield {
          source: source.id,
          number,
          begins,
          text: JSON.stringify(source.text.slice(begins, starts[number + 1])),
        };
    }
  }
  return {
    table: "refdesk_shelf_paragraphs",
    columns: { source: "text", number: "integer", begins: "integer", text: "text" },
    rows,
  };
}

/** Where the paragraphs of a text begin, and its characters of two code units stand. */
const textPlaces = memoizeByKey((source: Source) => ({
  starts: paragraphStarts(source),
  pairs: pairOffsets(source.text),
}));

/** Where each piece of evidence stands, and how far its paragraphs go around it. @param isWanted leaves out others */
export function evidenceRows(
  {
    records,
    sources,
    spans,
  }: Pick<Shelf, "records" | "spans"> & { readonly sources: Pick<Shelf["sources"], "get"> },
  isWanted: (evidence: Evidence) => boolean = () => true,
): TableRows {
  function* rows(): Generator<Row> {
    const known = new Set<string>();
    for (const record of records.values())
      for (const evidence of collectEvidence(record)) {
        if (!isWanted(evidence)) continue;
        const key = evidenceKey(evidence);
        if (known.has(`${evidence.source}\n${key}`)) continue;
        known.add(`${evidence.source}\n${key}`);
        const source = sources.get(evidence.source)!;
        const at = textPlaces(source);
        const { start, end } = spans.get(evidence)!;
        const { starts, ends } = paragraphsOf(source);
        const first = starts[countBefore(starts, (one) => one <= start) - 1] ?? start;
        const last = ends[countBefore(ends, (one) => one < end)] ?? end;
        const paragraphAt = (offset: number) => countBefore(at.starts, (one) => one <= offset) - 1;
        yield {
          source: source.id,
          key,
          begins: start,
          ends: end,
          pairs_before: countBefore(at.pairs, (one) => one < start),
          context_begins: first,
          context_ends: last,
          first_paragraph: paragraphAt(first),
          last_paragraph: paragraphAt(Math.max(first, last - 1)),
        };
      }
  }
  return {
    table: "refdesk_shelf_evidence",
    columns: {
      source: "text",
      key: "uuid",
      begins: "integer",
      ends: "integer",
      pairs_before: "integer",
      context_begins: "integer",
      context_ends: "integer",
      first_paragraph: "integer",
      last_paragraph: "integer",
    },
    rows,
  };
}

/** The recorded passages of the sources, with the records that cite them. @param isWanted leaves out others */
export function passageRows(
  sources: readonly Pick<Source, "id">[],
  places: PassagePlaces,
  isWanted: (source: string, passage: SourcePassage) => boolean = () => true,
): TableRows {
  function* rows(): Generator<Row> {
    for (const { id } of sources)
      for (const passage of places.passages(id, { most: Number.POSITIVE_INFINITY }).hits) {
        if (!isWanted(id, passage)) continue;
        const { start, end, evidence, records } = passage;
        yield {
          source: id,
          begins: start,
          ends: end,
          evidence: JSON.stringify(evidence),
          records: JSON.stringify(records),
        };
      }
  }
  return {
    table: "refdesk_shelf_passages",
    columns: { source: "text", begins: "integer", ends: "integer", evidence: "text", records: "text" },
    rows,
  };
}
