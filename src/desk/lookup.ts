/** Looks up records and their names by reference. */

import type { Messages } from "../language/messages.ts";
import type { Library } from "../library/library.ts";
import { collectEvidence, containsFolded } from "../shelf/evidence.ts";
import { NAMED_KINDS, type RecordRef, recordNames } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { labelIn, labelsByLanguage } from "../shelf/translations.ts";
import { containsHan } from "../support/han.ts";

/** Returns the record at `kind/id`, or undefined when there is none. */
export async function findRecord(ref: RecordRef, library: Library): Promise<AnyRecord | undefined> {
  const [record] = await library.records([ref]);
  return record;
}

/** Returns the label of the record at `kind/id`, or the id when there is no record. */
export const recordName = async (ref: RecordRef, library: Library): Promise<string> =>
  (await findRecord(ref, library))?.label ?? ref.slice(ref.indexOf("/") + 1);

/**
 * Returns the form in which its sources have a record's name, in brackets, to stand once beside the name at an answer's
 * head; empty where that is the name itself.
 */
export function sourceForm(record: AnyRecord, messages: Messages): string {
  const texts = collectEvidence(record).map(({ exact }) => exact);
  const labels = [record.label, ...Object.values(labelsByLanguage(record))];
  const form =
    labels.find((label) => texts.some((text) => containsFolded(label, text))) ?? labelIn(record, "en");
  return form === record.label ? "" : messages.source.aside(form);
}

/** Returns a record's name with the form of its sources, as an answer's title has it. */
export const titleName = (record: AnyRecord, messages: Messages): string =>
  record.label + sourceForm(record, messages);

/** Returns what else a record is called: in Chinese, if that is what its label is in, and otherwise in any language. */
export function otherNames(record: AnyRecord): readonly string[] {
  const { kind, label, aliases } = record;
  const names = NAMED_KINDS.includes(kind) ? recordNames(record) : aliases;
  return names.filter((name) => name !== label && (containsHan(name) || !containsHan(label)));
}

/** Returns a record's name for use in a sentence: a group such as “analysts” is in lower case if its sources do so. */
export function nameInSentence(record: AnyRecord): string {
  const { label } = record;
  if (record.kind !== "organizations" || record.type !== "group") return label;
  const lowerCase = label.charAt(0).toLowerCase() + label.slice(1);
  const [first = ""] = lowerCase.split(" ");
  const isLowerCase = record.roles.some(({ evidence }) => evidence.exact.split(/\P{L}+/u).includes(first));
  return isLowerCase ? lowerCase : label;
}
