/**
 * Worker thread that searches the full text of a large shelf. Loads the cached index of this shelf, or requests the
 * documents, indexes them and caches the index.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { SearchDocument } from "../search/corpus.ts";
import { createEngineEditions, type DocumentChanges, type EngineEditions } from "../search/editions.ts";
import { createSearchEngine, loadSearchEngine, type SearchEngine } from "../search/engine.ts";
import { type CacheEntry, readCache, writeCache } from "../support/disk-cache.ts";
import { runTextQuery, type TextQuery } from "./text-index.ts";

/** One query as of an edition; the reply carries the same id. */
export type WorkerCall = { readonly id: number; readonly edition: number; readonly query: TextQuery };

/**
 * Messages to the thread: a batch of documents, the end of the documents, what makes the next edition of one, the first
 * edition to keep, or a query.
 */
export type WorkerRequest =
  | { readonly documents: readonly SearchDocument[] }
  | { readonly all: true }
  | { readonly edition: number; readonly changes: DocumentChanges }
  | { readonly forgetBefore: number }
  | WorkerCall;

/** Messages from the thread: it needs the documents, answers queries from now on, has cached its index, or a reply. */
export type WorkerReply =
  | "wants documents"
  | "ready"
  | "kept"
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: unknown };

/** What a thread is started with: where its index is cached, and the number of the edition that it indexes. */
export interface WorkerStart {
  readonly entry?: CacheEntry | undefined;
  readonly first: number;
}

const { entry, first }: WorkerStart = workerData;
const say = (said: WorkerReply): void => parentPort!.postMessage(said);

function kept(): SearchEngine | undefined {
  const body = entry && readCache(entry);
  try {
    return body && loadSearchEngine(body.toString("utf8"));
  } catch {
    return undefined; // Not a valid index: build it again.
  }
}

/** The engine being built from the documents received so far. */
const growing = createSearchEngine();
let editions: EngineEditions | undefined;
/** Messages received before the index is ready. */
const waiting: ((ready: EngineEditions) => void)[] = [];

function whenReady(work: (ready: EngineEditions) => void): void {
  if (editions) work(editions);
  else waiting.push(work);
}

function answer({ id, edition, query }: WorkerCall, from: EngineEditions): void {
  try {
    say({ id, value: runTextQuery(from.at(edition), query) });
  } catch (error) {
    say({ id, error });
  }
}

function ready(engine: SearchEngine): void {
  editions = createEngineEditions(engine, first);
  say("ready");
  for (const work of waiting.splice(0)) work(editions);
}

/** Caches the index, as it was before any change. */
function keep(engine: SearchEngine): void {
  if (entry) writeCache(entry, Buffer.from(engine.save()));
  say("kept");
}

parentPort!.on("message", (told: WorkerRequest) => {
  if ("documents" in told) for (const document of told.documents) growing.add(document);
  else if ("all" in told) {
    ready(growing);
    try {
      keep(editions!.at(first));
    } catch {
      say("kept"); // The first edition is not kept any more, and the cache is for no other.
    }
  } else if ("changes" in told) whenReady((ready) => ready.take(told.edition, told.changes));
  else if ("forgetBefore" in told) whenReady((ready) => ready.forgetBefore(told.forgetBefore));
  else whenReady((ready) => answer(told, ready));
});

const known = kept();
if (known) ready(known);
else say("wants documents");
