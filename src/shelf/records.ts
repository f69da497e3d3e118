/** The records and the parts of them as types, and the schema of each kind's files. */
import { z } from "zod";
import { KIND_DEFINITIONS, RECORD_KINDS, type RecordKind } from "./kinds.ts";
import type { SchemaParts } from "./schema-parts.ts";
import type { Translations } from "./translations.ts";

/** A passage of a source, by its words and, where they occur twice, by what is before or after them. */
export type Evidence = z.infer<SchemaParts["Evidence"]>;
/** A date as the source words it, and the date it resolves to. */
export type StatedDate = z.infer<SchemaParts["StatedDate"]>;

/** Accepts the former name of a field in place of the new one, but not both. */
const withFormerName = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value, context) => {
    if (typeof value !== "object" || value === null || !("unlike" in value)) return value;
    const { unlike, ...others } = value;
    if ("notConfusedWith" in others)
      context.addIssue({
        code: "custom",
        path: ["unlike"],
        message: "“unlike” is the former name of “notConfusedWith”: give one of them, not both",
      });
    return { ...others, notConfusedWith: unlike };
  }, schema);

type ContentOf<K extends RecordKind> = z.infer<ReturnType<(typeof KIND_DEFINITIONS)[K]["schema"]>>;

/** Returns the schema of each record kind, built from these parts. */
export const recordSchemas = (parts: SchemaParts) =>
  Object.fromEntries(
    RECORD_KINDS.map((kind) => [kind, withFormerName(KIND_DEFINITIONS[kind].schema(parts))]),
  ) as unknown as { readonly [K in RecordKind]: z.ZodType<ContentOf<K>> };

/**
 * A record of one kind, with the kind and id taken from its path. Its texts are in one language: in English, or in
 * another after `inLanguage`.
 */
export type RecordOf<K extends RecordKind> = ContentOf<K> & {
  readonly id: string;
  readonly kind: K;
  readonly translations?: Translations;
};
/** A record of any kind. */
export type AnyRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind];
/** A record of one of the given kinds. */
export type RecordOfKinds<K extends RecordKind> = AnyRecord & { readonly kind: K };

export type PledgeRecord = RecordOf<"pledges">;
export type QuoteRecord = RecordOf<"quotes">;
export type TermRecord = RecordOf<"terms">;
export type EventRecord = RecordOf<"events">;
export type PersonRecord = RecordOf<"people">;
export type OrganizationRecord = RecordOf<"organizations">;
export type FactRecord = RecordOf<"facts">;

/** What one source says about a commitment. */
export type PledgeAccount = PledgeRecord["accounts"][number];
/** One source's definition of a term. */
export type TermDefinition = TermRecord["definitions"][number];
