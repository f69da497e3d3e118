/** Lists which records a record refers to, field by field: the one place where a kind's references are named. */
import type { RecordKind, RecordRef } from "./kinds.ts";
import type { AnyRecord, RecordOf } from "./records.ts";

/** A field that refers to other records. */
interface ReferenceField<Record> {
  /** Its JSON Pointer; `*` stands for the place in a list. */
  readonly path: string;
  /** What it refers to, one for each place in the list. */
  readonly refs: (record: Record) => readonly (RecordRef | undefined)[];
  /** Set where the record is not about what it refers to, but leads on to it. */
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

/** The fields of a record's own kind: the table has no others under it. */
const fieldsOf = ({ kind }: AnyRecord) => FIELDS[kind] as readonly ReferenceField<AnyRecord>[];

/** The records that this one is about: whose words, whose money, what occasion. In the order of the fields above. */
export const referencesOf = (record: AnyRecord): RecordRef[] =>
  fieldsOf(record)
    .filter(({ leadsOn }) => !leadsOn)
    .flatMap(({ refs }) => refs(record))
    .filter((ref) => ref !== undefined);

/** A reference, and where in its record it stands. */
export interface PlacedReference {
  readonly pointer: string;
  readonly ref: RecordRef;
}

const depthOf = ({ pointer }: PlacedReference): number => pointer.split("/").length;

/** Every record that this one refers to, by whichever field: the record's own fields first, then those inside them. */
export const referencesWithPointers = (record: AnyRecord): PlacedReference[] =>
  fieldsOf(record)
    .flatMap(({ path, refs }) =>
      refs(record).flatMap((ref, index): PlacedReference[] =>
        ref === undefined ? [] : [{ pointer: path.replace("*", String(index)), ref }],
      ),
    )
    .sort((a, b) => depthOf(a) - depthOf(b));
