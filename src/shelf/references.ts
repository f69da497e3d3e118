/** Lists the records that a record refers to, and defines the reference fields of every kind. */
import type { RecordKind, RecordRef } from "./kinds.ts";
import type { AnyRecord, RecordOf } from "./records.ts";

/** A field that refers to other records. */
interface ReferenceField<Record> {
  /** JSON Pointer of the field; `*` stands for the index in a list. */
  readonly path: string;
  /** Returns its references, one for each index of the list. */
  readonly refs: (record: Record) => readonly (RecordRef | undefined)[];
  /** Set when the reference only leads on to another record and does not say what this record is about. */
  readonly leadsOn?: true;
}

const organizationRef = (id: string | undefined): RecordRef | undefined =>
  id === undefined ? undefined : `organizations/${id}`;

const FIELDS: { readonly [Kind in RecordKind]: readonly ReferenceField<RecordOf<Kind>>[] } = {
  pledges: [
    { path: "/donors/*", refs: ({ donors }) => donors.map(organizationRef) },
    { path: "/accounts/*/claim", refs: ({ accounts }) => accounts.map(({ claim }) => claim) },
    { path: "/occasions/*", refs: ({ occasions }) => occasions },
  ],
  quotes: [
    { path: "/speaker", refs: ({ speaker }) => [speaker] },
    { path: "/about/*", refs: ({ about }) => about },
  ],
  terms: [
    { path: "/definitions/*/by", refs: ({ definitions }) => definitions.map(({ by }) => by) },
    {
      path: "/definitions/*/quote",
      refs: ({ definitions }) =>
        definitions.map(({ quote }) => (quote === undefined ? undefined : (`quotes/${quote}` as const))),
      leadsOn: true,
    },
    { path: "/uses/*", refs: ({ uses }) => uses },
    {
      path: "/neighbours/*",
      refs: ({ neighbours }) => neighbours.map((id) => `terms/${id}` as const),
      leadsOn: true,
    },
  ],
  events: [{ path: "/about/*", refs: ({ about }) => about }],
  people: [{ path: "/roles/*/of", refs: ({ roles }) => roles.map((role) => organizationRef(role.of)) }],
  organizations: [
    { path: "/partOf", refs: ({ partOf }) => [organizationRef(partOf)] },
    { path: "/roles/*/of", refs: ({ roles }) => roles.map((role) => organizationRef(role.of)) },
  ],
  facts: [
    { path: "/speaker", refs: ({ speaker }) => [speaker] },
    { path: "/about/*", refs: ({ about }) => about },
  ],
};

/** TypeScript cannot infer that FIELDS[kind] takes records of that kind. */
const fieldsOf = ({ kind }: AnyRecord) => FIELDS[kind] as readonly ReferenceField<AnyRecord>[];

/**
 * Returns the records that a record is about, such as its speaker, donors and occasions, in the order of
 * FIELDS.
 */
export const referencesOf = (record: AnyRecord): RecordRef[] =>
  fieldsOf(record)
    .filter(({ leadsOn }) => !leadsOn)
    .flatMap(({ refs }) => refs(record))
    .filter((ref) => ref !== undefined);

/** A reference and its JSON Pointer in the record. */
export interface PlacedReference {
  readonly pointer: string;
  readonly ref: RecordRef;
}

const depthOf = ({ pointer }: PlacedReference): number => pointer.split("/").length;

/** Returns all references of a record with their JSON Pointers, top-level fields before nested ones. */
export const referencesWithPointers = (record: AnyRecord): PlacedReference[] =>
  fieldsOf(record)
    .flatMap(({ path, refs }) =>
      refs(record).flatMap((ref, index): PlacedReference[] =>
        ref === undefined ? [] : [{ pointer: path.replace("*", String(index)), ref }],
      ),
    )
    .sort((a, b) => depthOf(a) - depthOf(b));
