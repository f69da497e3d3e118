/** Makes proposals of records that are on the shelf and that nobody has reviewed, and writes who has. */
import { kindDefinition, type RecordRef, recordRef } from "../shelf/kinds.ts";
import { donorRefs } from "../shelf/pledge-parts.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { Shelf } from "../shelf/shelf.ts";
import { memoizeByKey } from "../support/memoize.ts";
import { passageAt } from "./passages.ts";
import { answersOf } from "./proposal-fields.ts";
import { hashedId } from "./proposal-id.ts";
import { formatRecord } from "./record-json.ts";
import type { FieldName, Proposal, ProposalField } from "./review-desk.ts";

/** Returns what a record says, field by field, to be read beside its passage. */
function fieldsOf(record: AnyRecord, { records }: Shelf): ProposalField[] {
  const label = (ref: RecordRef): string => records.get(ref)?.label ?? ref;
  const fields = (values: Partial<Record<FieldName, string | undefined>>): ProposalField[] =>
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [{ name: name as FieldName, value }],
    );
  switch (record.kind) {
    case "quotes":
      return fields({ speaker: label(record.speaker as RecordRef) });
    case "pledges": {
      const donors = donorRefs(record).flatMap((ref) => ref ?? []);
      const amounts = record.accounts.map(({ amount }) => ("stated" in amount ? amount.stated : ""));
      const verbs = record.accounts.map(({ verb }) => verb);
      return fields({
        donors: donors.length > 0 ? donors.map(label).join("; ") : record.donorsStated,
        amount: amounts.filter((one) => one !== "").join("; "),
        verb: verbs.join("; "),
      });
    }
    case "terms":
      return fields({ term: record.label });
    case "events":
      return fields({ label: record.label, when: record.when.stated, date: record.when.date });
    case "facts":
      return fields({
        label: record.label,
        speaker: record.speaker === undefined ? record.speakerStated : label(record.speaker as RecordRef),
      });
    default:
      return fields({
        name: record.label,
        role: record.roles.flatMap(({ stated }) => stated ?? []).join("; "),
      });
  }
}

/** Returns the id of the proposal to confirm a record; another once its file says something else. */
const existingIds = memoizeByKey((record: AnyRecord) => ({
  id: hashedId("existing", recordRef(record), JSON.stringify({ ...record, review: undefined })),
}));
const existingId = (record: AnyRecord): string => existingIds(record).id;

const isUnreviewed = ({ review }: AnyRecord): boolean => review.reviewedBy === null;

/** Returns the record that a proposal's id is to confirm. */
export const unreviewedRecord = (id: string, { records }: Shelf): AnyRecord | undefined =>
  [...records.values()].find((record) => isUnreviewed(record) && existingId(record) === id);

/** Returns the proposal to confirm a record, as it is shown for a report of it too. */
export function existingProposal(record: AnyRecord, shelf: Shelf): Proposal {
  const evidence = kindDefinition(record).mainPassages(record);
  const passages = evidence.flatMap((one) => {
    const source = shelf.sources.get(one.source);
    const span = shelf.spans.get(one);
    return source && span ? [passageAt(source, span)] : [];
  });
  const fields = fieldsOf(record, shelf);
  return {
    id: existingId(record),
    origin: "existing",
    kind: record.kind,
    source: evidence[0]?.source ?? "",
    passages,
    fields,
    answers: answersOf(record.kind, fields),
    brings: [],
    record: recordRef(record),
    isListed: false,
    isSure: true,
  };
}

/** The source in which a record's first passage is. */
const sourceOf = (record: AnyRecord): string => kindDefinition(record).mainPassages(record)[0]?.source ?? "";

/**
 * Returns the proposals to confirm what nobody has reviewed, source by source in the order of the shelf.
 * @param source of one source alone
 * @param most how many at most
 */
export function existingProposals(shelf: Shelf, source: string | undefined, most: number): Proposal[] {
  const order = (record: AnyRecord): number =>
    shelf.sources.get(sourceOf(record))?.order ?? Number.POSITIVE_INFINITY;
  return [...shelf.records.values()]
    .filter((record) => isUnreviewed(record) && (source === undefined || sourceOf(record) === source))
    .sort((one, other) => order(one) - order(other))
    .slice(0, most)
    .map((record) => existingProposal(record, shelf));
}

const NOBODY = /("reviewedBy"\s*:\s*)null|("reviewedOn"\s*:\s*)null/g;

/** Returns a record's file with who has reviewed it and when; the rest of it stays letter for letter. */
export function withReview(content: string, by: string, on: string): string {
  const record = JSON.parse(content) as { review: Readonly<Record<string, unknown>> };
  const expected = { ...record, review: { ...record.review, reviewedBy: by, reviewedOn: on } };
  const written = content.replace(NOBODY, (_, name: string | undefined, day: string | undefined) =>
    name === undefined ? day + JSON.stringify(on) : name + JSON.stringify(by),
  );
  return JSON.stringify(JSON.parse(written)) === JSON.stringify(expected) ? written : formatRecord(expected);
}
