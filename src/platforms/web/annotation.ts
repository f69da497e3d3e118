/** Gives an exported annotation at the address that is its name. */

import { findRecord } from "../../desk/lookup.ts";
import { ANNOTATION_CONTEXT, annotationOf, namesUnder } from "../../export/annotation.ts";
import { contextOf } from "../../library/lookups.ts";
import { evidenceWithPointers } from "../../shelf/evidence.ts";
import { type RecordKind, recordRef } from "../../shelf/kinds.ts";
import { positionInCodePoints } from "../../support/code-points.ts";
import type { RequestContext } from "./request-context.ts";

/** The media type of an annotation (W3C Web Annotation Protocol, section 3.2.1). */
export const ANNOTATION_TYPE = `application/ld+json; profile="${ANNOTATION_CONTEXT}"`;

/** Returns the annotation of a record's passage; undefined when the record has no evidence at this JSON Pointer. */
export async function getAnnotation(
  kind: RecordKind,
  id: string,
  pointer: string,
  { library, url }: RequestContext,
): Promise<object | undefined> {
  const record = await findRecord(`${kind}/${id}`, library);
  const found = record && evidenceWithPointers(record).find((one) => one.pointer === pointer);
  if (!found) return undefined;
  const passage = await contextOf(found.evidence, library);
  const annotated = {
    record: recordRef(record),
    pointer,
    source: passage.source.id,
    exact: passage.text,
    ...positionInCodePoints(passage),
  };
  return { "@context": ANNOTATION_CONTEXT, ...annotationOf(annotated, namesUnder(url("/"))) };
}
