/** Lists the records that a record refers to. Whoever follows references reads them here. */
import { kindDefinition, type RecordRef } from "./kinds.ts";
import type { AnyRecord } from "./records.ts";

/**
 * Returns the records that a record is about, such as its speaker, donors and occasions, in the order of its kind's
 * fields.
 */
export const referencesOf = (record: AnyRecord): RecordRef[] =>
  kindDefinition(record)
    .references.filter(({ leadsOn }) => !leadsOn)
    .flatMap(({ refs }) => refs(record).flat())
    .filter((ref) => ref !== undefined);

/** A reference and its place in the record. */
export interface PlacedReference {
  /** The field as a JSON Pointer in which `*` stands for the index in a list. */
  readonly path: string;
  readonly pointer: string;
  readonly ref: RecordRef;
}

/** Returns the reference at a JSON Pointer of a record, or undefined when there is none. */
export const referenceAt = (record: AnyRecord, pointer: string): RecordRef | undefined =>
  referencesWithPointers(record).find((placed) => placed.pointer === pointer)?.ref;

const depthOf = ({ pointer }: PlacedReference): number => pointer.split("/").length;

/** Returns all references of a record with their JSON Pointers, top-level fields before nested ones. */
export const referencesWithPointers = (record: AnyRecord): PlacedReference[] =>
  kindDefinition(record)
    .references.flatMap(({ path, refs }) =>
      refs(record).flatMap((each, index) =>
        [each].flat().flatMap((ref, inner): PlacedReference[] => {
          const pointer = path.replace("*", String(index)).replace("*", String(inner));
          return ref === undefined ? [] : [{ path, pointer, ref }];
        }),
      ),
    )
    .sort((a, b) => depthOf(a) - depthOf(b));
