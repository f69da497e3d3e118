/** Looks single things up in a library, whose calls take several at once. */
import type { RecordKind } from "../shelf/kinds.ts";
import { recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence, RecordOf } from "../shelf/records.ts";
import type { Library, PassageContext, RecordTally, SourceInfo } from "./library.ts";

/** Returns the record of a kind with an id, or undefined when there is none. */
export async function recordAt<Kind extends RecordKind>(
  kind: Kind,
  id: string,
  library: Library,
): Promise<RecordOf<Kind> | undefined> {
  const [record] = await library.records([`${kind}/${id}`]);
  // A reference leads to a record of its own kind.
  return record as RecordOf<Kind> | undefined;
}

/** Returns the passage of a piece of evidence with its paragraph. */
export const contextOf = async (evidence: Evidence, library: Library): Promise<PassageContext> =>
  (await library.contexts([evidence]))[0]!;

/** Returns what is known of a source, or undefined when there is none of this id. */
export const sourceAt = async (id: string, library: Library): Promise<SourceInfo | undefined> =>
  (await library.sources([id]))[0];

/** Counts the records that refer to a record. */
export const tallyOf = async (record: AnyRecord, library: Library): Promise<RecordTally> =>
  (await library.tallies([recordRef(record)]))[0]!;

/** Returns the records of the given kinds that are named in a text. */
export const namedIn = async (
  text: string,
  kinds: readonly RecordKind[],
  library: Library,
): Promise<readonly AnyRecord[]> => (await library.mentions([text], kinds))[0]!;
