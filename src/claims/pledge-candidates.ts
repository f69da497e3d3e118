/** Finds the recorded commitments that a sentence may be about. */
import type { Library } from "../library/library.ts";
import { distinctRecords, type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, PledgeRecord } from "../shelf/records.ts";
import { statesExactly } from "./amount-comparison.ts";
import type { BoundedSum } from "./tokens.ts";

const isPledge = (record: AnyRecord): record is PledgeRecord => record.kind === "pledges";

/** Recorded commitments, and whether they are all that there are: of many, the first are read. */
interface PledgeCandidates {
  readonly pledges: readonly PledgeRecord[];
  readonly isWhole: boolean;
}

/** Returns the commitments that refer to a record, such as a donor or an occasion. */
export async function pledgesConcerning(record: AnyRecord, library: Library): Promise<PledgeCandidates> {
  const { hits, total } = await library.find({ kinds: ["pledges"], concerning: recordRef(record) });
  return { pledges: hits.filter(isPledge), isWhole: hits.length === total };
}

/** Returns the commitments that state exactly this sum: those that concern any of some records, and the first of others. */
export async function pledgesStating(
  sum: BoundedSum,
  concerning: readonly RecordRef[],
  library: Library,
): Promise<PledgeRecord[]> {
  const query = { kinds: ["pledges"], sum: { value: sum.value, currency: sum.currency } } as const;
  const [all, own] = await Promise.all([
    library.find(query),
    concerning.length > 0 ? library.find({ ...query, concerning }) : undefined,
  ]);
  const found = distinctRecords([...all.hits, ...(own?.hits ?? [])]);
  return found.filter(isPledge).filter((pledge) => statesExactly(pledge, sum));
}

/** Filters a list by an asynchronous condition, in order and one item at a time. */
export async function filterAsync<Item>(
  all: readonly Item[],
  condition: (item: Item) => Promise<boolean>,
): Promise<Item[]> {
  const kept: Item[] = [];
  for (const item of all) if (await condition(item)) kept.push(item);
  return kept;
}
