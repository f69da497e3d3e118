/** Finds the records of a timeline's subject. */
import type { CommandContext } from "../../src/desk/command.ts";
import { isPledge } from "../../src/desk/pledges.ts";
import { distinctRecords, type RecordRef, recordRef } from "../../src/shelf/kinds.ts";
import { accountsWithout, occasionRefs } from "../../src/shelf/pledge-parts.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { referencesOf } from "../../src/shelf/references.ts";
import { TIMED_KINDS } from "./dated-records.ts";

/** Leaves out the accounts of a pledge that are on none of these occasions, where others are. */
function onOccasions(record: AnyRecord, refs: readonly RecordRef[]): AnyRecord {
  if (!isPledge(record)) return record;
  const lacking = refs
    .filter((ref) => occasionRefs(record).includes(ref))
    .map((ref) => accountsWithout(record, ref));
  if (lacking.length === 0) return record;
  return {
    ...record,
    accounts: record.accounts.filter((_, index) => lacking.some((one) => !one.includes(index))),
  };
}

/** Returns the records about a record: with an event also itself, with a part also those about the whole. */
export async function recordsOf(record: AnyRecord, { library }: CommandContext): Promise<AnyRecord[]> {
  const whole: RecordRef[] =
    record.kind === "terms" && record.partOf !== undefined ? [`terms/${record.partOf}`] : [];
  const refs = [recordRef(record), ...whole];
  const found: AnyRecord[] = record.kind === "events" ? [record] : [];
  for (const concerning of refs) found.push(...(await library.find({ kinds: TIMED_KINDS, concerning })).hits);
  return distinctRecords(found).map((one) => onOccasions(one, refs));
}

/** Says which of the shown records are about the whole that a term is a part of. */
export async function wholeNote(
  record: AnyRecord | undefined,
  shown: readonly AnyRecord[],
  { library, messages }: CommandContext,
): Promise<string | undefined> {
  if (record?.kind !== "terms" || record.partOf === undefined) return undefined;
  const whole = await library.get("terms", record.partOf);
  const refs = new Set([recordRef(record)]);
  const ofWhole = shown.filter((one) => !referencesOf(one).some((ref) => refs.has(ref)));
  if (!whole || ofWhole.length === 0) return undefined;
  return messages.timeline.ofWhole(
    messages.list(ofWhole.map(({ label }) => messages.quoted(label))),
    whole.label,
    record.label,
  );
}
