/** The full text of a shelf: opened when it is first needed, and changed with the shelf. */
import { recordNames } from "../shelf/kinds.ts";
import type { ReportProgress } from "../shelf/load-progress.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { Shelf } from "../shelf/shelf.ts";
import type { CacheLocation } from "../support/disk-cache.ts";
import { lazy } from "../support/lazy.ts";
import type { Referrers } from "./referrers.ts";
import { changedHanNames, type ShelfDifference } from "./shelf-difference.ts";
import type { TextIndex, TextQueries } from "./text-index.ts";
import type { TopicBridge } from "./topic-bridge.ts";

/** A shelf, and by record the records that refer to it. */
export interface ReferredShelf {
  readonly shelf: Shelf;
  readonly referrers: () => Referrers;
}

/** Options of `createShelfTexts`. */
export interface ShelfTextOptions {
  readonly location?: CacheLocation | undefined;
  readonly report?: ReportProgress | undefined;
  /** The number of records from which a shelf is indexed and searched in a worker thread. */
  readonly largeFrom: number;
}

export interface ShelfTexts {
  /** Opens the index at the first call. Queries are put in the words that were typed. */
  index(): Promise<TextQueries>;
  bridge(): Promise<TopicBridge>;
  /**
   * Returns the texts of another edition of the shelf: opened if these are, with what has changed, or else anew; resolves
   * once they can be searched. These find what they found before.
   */
  changed(next: ReferredShelf, difference: ShelfDifference): Promise<ShelfTexts>;
  /** Lets go of what runs beside its caller once nothing more is asked of it. */
  close(): void;
}

/** What is open of the texts; both are loaded when they are first needed, since most asks look records up by name. */
interface OpenTexts {
  readonly bridge: TopicBridge;
  /** The index without the bridge, which can be changed. */
  readonly plain: TextIndex;
}

/** Creates the bridge of a shelf. Loaded with the index, since only texts are looked for by topic. */
async function bridgeOf({ topics, records }: Shelf): Promise<TopicBridge> {
  const { createTopicBridge } = await import("./topic-bridge.ts");
  return createTopicBridge(
    topics,
    [...records.values()].flatMap((record: AnyRecord) => recordNames(record)),
  );
}

async function openIndex(
  { records, hash }: Shelf,
  bridge: TopicBridge,
  { location, report, largeFrom }: ShelfTextOptions,
): Promise<TextIndex> {
  if (records.size < largeFrom) return (await import("./text-index.ts")).createTextIndex({ records, bridge });
  const { createThreadedTextIndex, textIndexEntry } = await import("./threaded-text-index.ts");
  const entry = location && textIndexEntry(location, hash);
  return createThreadedTextIndex({ records, bridge }, { ...(entry && { entry }), ...(report && { report }) });
}

/** Creates the texts of a shelf. Nothing is read before it is needed. */
export function createShelfTexts(
  own: ReferredShelf,
  options: ShelfTextOptions,
  known?: { readonly bridge?: TopicBridge | undefined; readonly plain?: TextIndex | undefined },
): ShelfTexts {
  const { shelf } = own;
  const bridge = lazy(async () => known?.bridge ?? bridgeOf(shelf));
  let isOpen = known?.plain !== undefined;
  const open = lazy(async (): Promise<OpenTexts> => {
    isOpen = true;
    const opened = await bridge();
    return { bridge: opened, plain: known?.plain ?? (await openIndex(shelf, opened, options)) };
  });
  const index = lazy(async () => {
    const [{ bridgeQueries }, { plain, bridge }] = await Promise.all([import("./text-index.ts"), open()]);
    return bridgeQueries(plain, bridge);
  });
  return {
    index,
    bridge,
    async changed(next, difference) {
      const isSameBridge = next.shelf.topics === shelf.topics && changedHanNames(difference).length === 0;
      const nextBridge = isSameBridge ? await bridge() : await bridgeOf(next.shelf);
      if (!isOpen) return createShelfTexts(next, options, { bridge: nextBridge });
      const { documentChanges } = await import("./document-changes.ts");
      const before = await open();
      const editionOf = ({ shelf: { records }, referrers }: ReferredShelf, bridge: TopicBridge) => ({
        records,
        bridge,
        referrers: referrers(),
      });
      const changes =
        next.shelf.topics === shelf.topics
          ? await documentChanges(
              editionOf(own, before.bridge),
              editionOf(next, nextBridge),
              difference,
              shelf.topics,
            )
          : undefined;
      const { records } = next.shelf;
      const plain = changes
        ? before.plain.changed({ records, bridge: nextBridge }, changes)
        : await openIndex(next.shelf, nextBridge, options);
      // Until it can be searched, the edition before is; a failure is told to whoever searches.
      if (!changes) await plain.ranked("").catch(() => {});
      return createShelfTexts(next, options, { bridge: nextBridge, plain });
    },
    close() {
      if (!isOpen) return;
      void index().then(
        (opened) => opened.close(),
        () => {}, // What did not open has nothing to let go of.
      );
    },
  };
}
