/** Defines what a kind of record is made of. */
import type { z } from "zod";
import type { RecordRef } from "./kinds.ts";
import type { Evidence } from "./records.ts";
import type { SchemaParts } from "./schema-parts.ts";
import type { VerifyContext } from "./verify.ts";

/** A field that refers to other records. */
export interface ReferenceField<Content> {
  /** JSON Pointer of the field; `*` stands for the index in a list, a second one for that in a list within it. */
  readonly path: string;
  /** Returns its references, one for each index of the list, or a list of them where the path has a second `*`. */
  refs(content: Content): readonly (RecordRef | undefined | readonly RecordRef[])[];
  /** Set when the reference only leads on to another record and does not say what this record is about. */
  readonly leadsOn?: true;
}

/** Words attributed to a source, and the passages of which at least one must contain them. */
export interface StatedWords {
  readonly pointer: string;
  readonly words: string | undefined;
  readonly within: readonly Evidence[];
}

/** A broken rule, and its place in the record as a JSON Pointer. */
export interface RuleFault {
  readonly pointer: string;
  readonly message: string;
}

/** A kind of record: the content of its files, and what must hold for it. */
export interface KindDefinition<Schema extends z.ZodType> {
  schema(parts: SchemaParts): Schema;
  /** Returns the passages that say what the record records, by which it is shown and cited. */
  mainPassages(content: z.infer<Schema>): readonly Evidence[];
  readonly references: readonly ReferenceField<z.infer<Schema>>[];
  /** Returns all words that the record gives as a source's own. */
  statedWords(content: z.infer<Schema>): readonly StatedWords[];
  /** Checks what no schema can. */
  rules?(content: z.infer<Schema>, shelf: VerifyContext): readonly RuleFault[];
}

/** Defines a kind. TypeScript takes the type of its content from the schema. */
export const defineKind = <Schema extends z.ZodType>(
  definition: KindDefinition<Schema>,
): KindDefinition<Schema> => definition;
