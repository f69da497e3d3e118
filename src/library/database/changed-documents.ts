/** Finds which documents a change of a shelf makes anew, and makes them. */
import { type RecordRef, recordRef } from "../../shelf/kinds.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import { referencesOf } from "../../shelf/references.ts";
import { recordDocument } from "../text-index.ts";
import { createTopicBridges, type TopicBridge } from "../topic-bridge.ts";
import type { PartSide } from "./changed-part.ts";
import type { EditionReader } from "./edition.ts";
import { countHolders, hanNamesOf } from "./record-rows.ts";
import { createPartReader } from "./shelf-part.ts";
import { createTextRows, saidOf, type TextRows } from "./text-rows.ts";

/** The documents that change, before and after, with what is counted of them. */
export interface ChangedDocuments {
  readonly before: TextRows;
  readonly after: TextRows;
  /** The records whose documents these are. */
  readonly refs: readonly RecordRef[];
}

type Side = Pick<PartSide, "concerned" | "records">;

/** Returns each two neighbouring characters of a name, as they are terms of a text. */
function pairsIn(name: string): string[] {
  const characters = [...name];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/**
 * Finds and makes the documents that change: those of the records that are concerned, and where a name in Chinese characters
 * came or went, all in which it may stand, since a topic's word inside a name is a part of it.
 * @param also records whose documents are to be made anew besides
 */
export async function changedDocuments(
  reader: EditionReader,
  { before, after }: { readonly before: Side; readonly after: Side },
  also: readonly RecordRef[],
): Promise<ChangedDocuments> {
  const part = createPartReader(reader);
  const { topics, longestHanName } = reader.summary;
  const [own, made] = [before, after].map(({ concerned }) => countHolders(concerned, hanNamesOf));
  const changed = [...new Set([...own!.keys(), ...made!.keys()])].filter(
    (name) => own!.get(name) !== made!.get(name),
  );
  const difference = (name: string): number => (made!.get(name) ?? 0) - (own!.get(name) ?? 0);
  const held = await part.hanNames(changed);
  const isOther = (name: string): boolean => {
    const count = held.get(name) ?? 0;
    return count > 0 !== count + difference(name) > 0;
  };
  const holders: RecordRef[] = [];
  if (topics.length > 0)
    for (const name of changed.filter(isOther)) holders.push(...(await part.holdingAll(pairsIn(name))));
  const concerned = new Set([...before.concerned, ...after.concerned].map(recordRef));
  const besides = await part.records([...holders, ...also].filter((ref) => !concerned.has(ref)));
  const named = await part.records([...besides.values()].flatMap(referencesOf));

  const sideWith = ({ concerned: some, records }: Side) => ({
    documents: [...some, ...besides.values()],
    // What these name may itself be concerned, and is then as it is on this side.
    records: new Map(
      [...named, ...besides, ...records].filter(([ref]) => !concerned.has(ref) || records.has(ref)),
    ),
  });
  const [old, next] = [sideWith(before), sideWith(after)];
  const longest = changed.reduce((most, name) => Math.max(most, name.length), longestHanName);
  const bridges = createTopicBridges(topics);

  /** The runs that may be names, which are looked up before it is asked whether they are. */
  const sought = new Set<string>();
  const noting = bridges({
    longest,
    has(name) {
      sought.add(name);
      return false;
    },
  });
  for (const { documents, records } of topics.length > 0 ? [old, next] : [])
    for (const record of documents) {
      recordDocument(record, { records, bridge: noting });
      noting.extend(saidOf(record));
    }
  const names = await part.hanNames(sought);
  const bridgeFor = (isAfter: boolean): TopicBridge =>
    bridges({
      longest,
      has: (name) => (names.get(name) ?? 0) + (isAfter ? difference(name) : 0) > 0,
    });
  const rowsOf = (side: typeof old, isAfter: boolean): TextRows =>
    createTextRows(side.documents as readonly AnyRecord[], {
      records: side.records,
      bridge: bridgeFor(isAfter),
    });
  return {
    before: rowsOf(old, false),
    after: rowsOf(next, true),
    refs: [...concerned, ...besides.keys()],
  };
}
