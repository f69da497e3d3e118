/** Asks for all that an answer needs of its records before it draws them one by one. */
import type { Library } from "../library/library.ts";
import { collectEvidence } from "../shelf/evidence.ts";
import { recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";

/** The most records that are asked for because others refer to them. */
const MOST_REFERRED = 100;

/** Asks for the passages and the sources of records, and for the records that they refer to. */
export async function readAround(records: readonly AnyRecord[], library: Library): Promise<void> {
  const evidence = collectEvidence(records);
  const refs = [...new Set(records.flatMap(referencesOf))].slice(0, MOST_REFERRED);
  await Promise.all([
    library.contexts(evidence),
    library.sources([...new Set(evidence.map(({ source }) => source))]),
    library.records(refs),
    library.tallies([...new Set([...records.map(recordRef), ...refs])]),
  ]);
}
