/** Looks up records and their names by reference. */

import type { Library } from "../library/library.ts";
import type { RecordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";

/** Returns the record at `kind/id`, or undefined when there is none. */
export async function findRecord(ref: RecordRef, library: Library): Promise<AnyRecord | undefined> {
  const [record] = await library.records([ref]);
  return record;
}

/** Returns the label of the record at `kind/id`, or the id when there is no record. */
export const recordName = async (ref: RecordRef, library: Library): Promise<string> =>
  (await findRecord(ref, library))?.label ?? ref.slice(ref.indexOf("/") + 1);

/** Returns a record's name for use in a sentence: a group such as “analysts” is in lower case if its sources do so. */
export function nameInSentence(record: AnyRecord): string {
  const { label } = record;
  if (record.kind !== "organizations" || record.type !== "group") return label;
  const lowerCase = label.charAt(0).toLowerCase() + label.slice(1);
  const [first = ""] = lowerCase.split(" ");
  const isLowerCase = record.roles.some(({ evidence }) => evidence.exact.split(/\P{L}+/u).includes(first));
  return isLowerCase ? lowerCase : label;
}
