/** Defines the record kinds and the form of ids and references. Every kind has one definition, and it stands here. */
import type { z } from "zod";
import { memoizeByKey } from "../support/memoize.ts";
import type { KindDefinition } from "./kind-definition.ts";
import { eventKind } from "./kinds/events.ts";
import { factKind } from "./kinds/facts.ts";
import { organizationKind } from "./kinds/organizations.ts";
import { personKind } from "./kinds/people.ts";
import { pledgeKind } from "./kinds/pledges.ts";
import { quoteKind } from "./kinds/quotes.ts";
import { termKind } from "./kinds/terms.ts";
import type { AnyRecord } from "./records.ts";
import { labelsByLanguage, type Translations } from "./translations.ts";

/** The kinds in the order in which they are shown; each is the name of its folder in `data/`. */
export const RECORD_KINDS = [
  "pledges",
  "quotes",
  "terms",
  "events",
  "people",
  "organizations",
  "facts",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The kinds whose labels are names; those of the others describe what a record says. */
export const NAMED_KINDS: readonly RecordKind[] = ["people", "organizations", "terms", "events"];

/** The definition of each kind. A kind without one does not compile. */
export const KIND_DEFINITIONS = {
  pledges: pledgeKind,
  quotes: quoteKind,
  terms: termKind,
  events: eventKind,
  people: personKind,
  organizations: organizationKind,
  facts: factKind,
} as const satisfies { readonly [Kind in RecordKind]: KindDefinition<z.ZodType> };

/** Returns the definition of a record's kind. TypeScript cannot infer that it takes records of that kind. */
export const kindDefinition = ({ kind }: AnyRecord) =>
  KIND_DEFINITIONS[kind] as unknown as KindDefinition<z.ZodType<AnyRecord>>;

/** A reference to a record: `kind/id`. */
export type RecordRef = `${RecordKind}/${string}`;

/** What tells one record from all others. */
interface RecordIdentity {
  readonly kind: RecordKind;
  readonly id: string;
}

/** Returns the reference to a record. */
export const recordRef = ({ kind, id }: RecordIdentity): RecordRef => `${kind}/${id}`;

/** What a record is called by. */
interface NamedRecord {
  readonly label: string;
  readonly aliases: readonly string[];
  readonly donorsStated?: string | undefined;
  readonly translations?: Translations | undefined;
}

// Claims ask for the names of every record with every sentence.
const namesOf = memoizeByKey(
  ({ label, aliases, donorsStated, translations }: NamedRecord): readonly string[] => [
    ...new Set([
      ...[label, ...Object.values(labelsByLanguage({ translations })), ...aliases],
      ...(donorsStated === undefined ? [] : [donorsStated]),
    ]),
  ],
);

/**
 * Returns all names of a record: its label in each language, its aliases, and of a pledge the source's words for its
 * donors.
 */
export const recordNames = (record: NamedRecord): string[] => namesOf(record) as string[];

/** Tells whether two values are the same record. A library may give a record as another object each time. */
export const isSameRecord = (one: RecordIdentity | undefined, other: RecordIdentity | undefined): boolean =>
  one !== undefined && one.kind === other?.kind && one.id === other.id;

/** Returns the references to records, to look others up among them. */
export const recordRefs = (records: readonly RecordIdentity[]): ReadonlySet<RecordRef> =>
  new Set(records.map(recordRef));

/** Returns each record once, in the order of first occurrence. */
export const distinctRecords = <Record extends RecordIdentity>(records: readonly Record[]): Record[] => [
  ...new Map(records.map((record) => [recordRef(record), record])).values(),
];

/** The form of record and source ids, which are also file names and parts of URLs. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
