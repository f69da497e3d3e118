/** Finds the recorded commitments that a sentence may be about. */
import type { Library } from "../library/library.ts";
import { recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, PledgeRecord } from "../shelf/records.ts";
import { statesExactly } from "./amount-comparison.ts";
import type { BoundedSum } from "./tokens.ts";

const isPledge = (record: AnyRecord): record is PledgeRecord => record.kind === "pledges";

/** Returns the commitments that refer to a record, such as a donor or an occasion. */
export async function pledgesConcerning(record: AnyRecord, library: Library): Promise<PledgeRecord[]> {
  const { hits } = await library.find({ kinds: ["pledges"], concerning: recordRef(record) });
  return hits.filter(isPledge);
}

/** Returns the commitments of any donor that state exactly this sum. */
export async function pledgesStating(sum: BoundedSum, library: Library): Promise<PledgeRecord[]> {
  const { value, currency } = sum;
  const { hits } = await library.find({ kinds: ["pledges"], sum: { value, currency } });
  return hits.filter(isPledge).filter((pledge) => statesExactly(pledge, sum));
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
