/** Finds the commitments on the shelf that a sentence may speak of. */
import type { Library } from "../library/library.ts";
import { recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, PledgeRecord } from "../shelf/records.ts";
import { statesExactly } from "./amount-comparison.ts";
import type { BoundedSum } from "./tokens.ts";

const isPledge = (record: AnyRecord): record is PledgeRecord => record.kind === "pledges";

/** Finds the commitments that concern a record, be it a donor or an occasion. */
export async function pledgesConcerning(record: AnyRecord, library: Library): Promise<PledgeRecord[]> {
  const { hits } = await library.find({ kinds: ["pledges"], concerning: recordRef(record) });
  return hits.filter(isPledge);
}

/** Finds the commitments on the whole shelf that state a sum to the last digit, whoever's they are. */
export async function pledgesStating(sum: BoundedSum, library: Library): Promise<PledgeRecord[]> {
  const { hits } = await library.find({ kinds: ["pledges"] });
  return hits.filter(isPledge).filter((pledge) => statesExactly(pledge, sum));
}

/** Keeps those for which an asynchronous condition holds, in their order. */
export async function filterAsync<Item>(
  all: readonly Item[],
  condition: (one: Item) => Promise<boolean>,
): Promise<Item[]> {
  const kept: Item[] = [];
  for (const one of all) if (await condition(one)) kept.push(one);
  return kept;
}
