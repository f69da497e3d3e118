/** Builds a passage's annotation (W3C Web Annotation), for the export and for the address that it names. */
import type { RecordRef } from "../shelf/kinds.ts";

/** The context required by https://www.w3.org/TR/annotation-model/#annotations. */
export const ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld";

/** A node or a part of one. */
export type JsonLdNode = { readonly [name: string]: unknown };

/** Returns functions that name sources, records and annotations below an address that ends in a slash, or a URN. */
export const namesUnder = (base: string) => ({
  source: (id: string): string => `${base}sources/${id}`,
  record: (ref: RecordRef): string => `${base}records/${ref}`,
  annotation: (ref: RecordRef, pointer: string): string => `${base}annotations/${ref}${pointer}`,
});
export type LinkedNames = ReturnType<typeof namesUnder>;

/** A passage to annotate: offsets count code points of the stored text, and `pointer` is a JSON Pointer. */
export interface AnnotatedPassage {
  readonly record: RecordRef;
  readonly pointer: string;
  readonly source: string;
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the member, or nothing when its value is missing or empty. */
export const given = (name: string, value: unknown): JsonLdNode =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0)
    ? {}
    : { [name]: value };

/** Returns the annotation that links a passage of a source to a record. */
export const annotationOf = (
  { record, pointer, source, exact, prefix, suffix, start, end }: AnnotatedPassage,
  names: LinkedNames,
): JsonLdNode => ({
  id: names.annotation(record, pointer),
  type: "Annotation",
  motivation: "linking",
  body: names.record(record),
  target: {
    source: names.source(source),
    selector: [
      { type: "TextQuoteSelector", exact, ...given("prefix", prefix), ...given("suffix", suffix) },
      { type: "TextPositionSelector", start, end },
    ],
  },
});
