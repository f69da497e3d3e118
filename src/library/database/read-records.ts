/** Reads records out of a database by their places. */
import { ID_PATTERN, RECORD_KINDS, type RecordRef } from "../../shelf/kinds.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import { type EditionReader, valid } from "./edition.ts";
import { placeOf } from "./places.ts";

/** Returns the records at these places, each in the place of its own. @throws {Error} where there is none */
export type ReadRecords = (places: readonly string[]) => Promise<readonly AnyRecord[]>;

/** Tells whether a record could be there: whatever else is typed is not asked for. */
function isPossible(ref: RecordRef): boolean {
  const slash = ref.indexOf("/");
  return (
    (RECORD_KINDS as readonly string[]).includes(ref.slice(0, slash)) && ID_PATTERN.test(ref.slice(slash + 1))
  );
}

/** Returns the records of references; undefined where there is none. */
export async function recordsByRef(
  { rows }: EditionReader,
  refs: readonly RecordRef[],
): Promise<(AnyRecord | undefined)[]> {
  const places = new Map(refs.filter(isPossible).map((ref) => [ref, placeOf(ref)]));
  if (places.size === 0) return refs.map(() => undefined);
  const found = await rows<{ place: string; body: string }>(
    `select r.place, r.body from refdesk_shelf_records r where ${valid("r")} and r.place = any($3)`,
    [...new Set(places.values())],
  );
  const bodies = new Map(found.map(({ place, body }) => [place, body]));
  return refs.map((ref) => {
    const body = bodies.get(places.get(ref) ?? "");
    return body === undefined ? undefined : (JSON.parse(body) as AnyRecord);
  });
}

/** Creates what reads the records of a version. */
export const createReadRecords =
  ({ rows }: EditionReader): ReadRecords =>
  async (places) => {
    if (places.length === 0) return [];
    const found = await rows<{ place: string; body: string }>(
      `select r.place, r.body from refdesk_shelf_records r where ${valid("r")} and r.place = any($3)`,
      [...new Set(places)],
    );
    const records = new Map(found.map(({ place, body }) => [place, JSON.parse(body) as AnyRecord]));
    return places.map((place) => {
      const record = records.get(place);
      if (!record)
        throw new Error(`The version that is read has no record at ${place}: it was dropped meanwhile`);
      return record;
    });
  };
