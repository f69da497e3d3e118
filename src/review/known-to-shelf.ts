/** Finds what the shelf has already of a proposal: a record of the same place, of the same words, or of the same gift. */
import type { Draft } from "../drafts/draft.ts";
import { knownRecord } from "../drafts/known-records.ts";
import { foldName } from "../shelf/fold.ts";
import { kindDefinition, type RecordRef, recordNames, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { Shelf } from "../shelf/shelf.ts";
import { asciiDigits } from "../support/fold-letters.ts";
import { memoizeByKey } from "../support/memoize.ts";
import type { DraftedSource } from "./drafted-sources.ts";
import { bodiesNamed } from "./named-records.ts";
import { fieldValue } from "./proposal-fields.ts";
import type { FieldName, Proposal } from "./review-desk.ts";

/** What is looked for: a proposal, or what will be one. */
export type Sought = Pick<Proposal, "kind" | "passages" | "fields">;

/** A record with a range of a source that it says something of. */
interface PlacedRecord {
  readonly record: AnyRecord;
  readonly start: number;
  readonly end: number;
}

/** The ranges of the records of a shelf, by source. */
const placedRecords = memoizeByKey(({ records, spans }: Shelf): ReadonlyMap<string, PlacedRecord[]> => {
  const bySource = new Map<string, PlacedRecord[]>();
  for (const record of records.values())
    for (const evidence of record.kind === "quotes"
      ? record.passages
      : kindDefinition(record).mainPassages(record)) {
      const span = spans.get(evidence);
      const own = bySource.get(evidence.source) ?? [];
      bySource.set(evidence.source, own);
      if (span) own.push({ record, ...span });
    }
  return bySource;
});

/** The terms of a shelf by their folded names; of several of one name, the first. */
const termsByName = memoizeByKey(({ records }: Shelf): ReadonlyMap<string, RecordRef> => {
  const byName = new Map<string, RecordRef>();
  for (const record of records.values())
    if (record.kind === "terms")
      for (const name of recordNames(record).map(foldName))
        if (!byName.has(name)) byName.set(name, recordRef(record));
  return byName;
});

/** Returns the number in a field; undefined for what is none. */
function numberOf(value: string): number | undefined {
  const digits = asciiDigits(value).replace(/[\s,_]/g, "");
  return digits === "" || Number.isNaN(Number(digits)) ? undefined : Number(digits);
}

const isNamed = (record: AnyRecord, name: string): boolean =>
  recordNames(record).some((one) => foldName(one) === foldName(name));

/** Tells whether an account of a pledge states a sum, or none where there is none. */
const hasAmount = (record: Extract<AnyRecord, { kind: "pledges" }>, value: number | undefined): boolean =>
  record.accounts.some(({ amount }) =>
    value === undefined || amount.status !== "stated"
      ? amount.status !== "stated" || amount.value === undefined
      : amount.value === value,
  );

/** Returns the record that was made of the same words of the same source; undefined where there is none. */
export function recordOnShelf(
  { kind, passages, fields }: Sought,
  { source }: Pick<DraftedSource, "source">,
  shelf: Shelf,
): RecordRef | undefined {
  const of = (name: FieldName): string => fieldValue(fields, name).trim();
  if (kind === "people" || kind === "organizations") return bodiesNamed(of("name"), shelf)[0];
  const placed = (placedRecords(shelf).get(source.id) ?? []).find(
    ({ record, start, end }) =>
      (record.kind === kind || kind === "facts") &&
      passages.some((passage) => passage.start < end && start < passage.end) &&
      (kind !== "pledges" || record.kind !== kind || hasAmount(record, numberOf(of("value")))) &&
      (kind !== "terms" || isNamed(record, of("term"))),
  );
  return placed && recordRef(placed.record);
}

/** Returns a proposal as the draft that it would be. */
function draftOf({ kind, passages, fields }: Sought, shelf: Shelf): Draft | undefined {
  const of = (name: FieldName): string => fieldValue(fields, name).trim();
  const label = (name: string): string => shelf.records.get(name as RecordRef)?.label ?? name;
  if (kind === "quotes")
    return {
      kind: "quotation",
      passages,
      ...(of("speaker") === "" ? {} : { speaker: label(of("speaker")) }),
    };
  const donors = of("donors")
    .split(";")
    .map((name) => label(name.trim()))
    .filter((name) => name !== "");
  if (kind !== "pledges" || donors.length === 0) return undefined;
  const amount = {
    text: of("amount"),
    value: numberOf(of("value")),
    currency: of("currency").toUpperCase() || undefined,
  };
  return { kind: "gift", gift: true, passages, donors, amount };
}

/** Returns the record of which a proposal is a copy or a further account, and what differs; undefined where it is new. */
export function knownToShelf(sought: Sought, drafted: DraftedSource, shelf: Shelf): Proposal["known"] {
  if (sought.kind === "terms") {
    const ref = termsByName(shelf).get(foldName(fieldValue(sought.fields, "term").trim()));
    return ref && { ref, as: "account", differences: [] };
  }
  const draft = draftOf(sought, shelf);
  return draft && (knownRecord(draft, drafted.reading, shelf) as Proposal["known"]);
}
