/** From a reference to the record that it names. */

import type { Library } from "../library/library.ts";
import type { RecordKind, RecordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";

/** The record at `kind/id`, if there is one. */
export async function findRecord(ref: RecordRef, library: Library): Promise<AnyRecord | undefined> {
  const [kind, id] = ref.split("/") as [RecordKind, string];
  // What the library gives for a kind is a record, whichever kind it is.
  return (await library.get(kind, id)) as AnyRecord | undefined;
}

/** How the desk calls the record at `kind/id`; its id where there is none. */
export const recordName = async (ref: RecordRef, library: Library): Promise<string> =>
  (await findRecord(ref, library))?.label ?? ref.slice(ref.indexOf("/") + 1);

/** A record's name inside a sentence: a group that its sources write small, such as analysts, is written so there. */
export function nameInSentence(record: AnyRecord): string {
  const { label } = record;
  if (record.kind !== "organizations" || record.type !== "group") return label;
  const small = label.charAt(0).toLowerCase() + label.slice(1);
  const [first = ""] = small.split(" ");
  const isSmall = record.roles.some(({ evidence }) => evidence.exact.split(/\P{L}+/u).includes(first));
  return isSmall ? small : label;
}
