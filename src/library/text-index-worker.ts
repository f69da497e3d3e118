/**
 * Worker thread that searches the full text of a large shelf. Loads the cached index of this shelf, or requests the
 * documents, indexes them and caches the index.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { SearchDocument } from "../search/corpus.ts";
import { createSearchEngine, loadSearchEngine, type SearchEngine } from "../search/engine.ts";
import { type CacheEntry, readCache, writeCache } from "../support/disk-cache.ts";
import { textQueries } from "./text-index.ts";

type Asking = typeof textQueries;
/** The parameters of a query without the engine. */
type Rest<Asked> = Asked extends (engine: SearchEngine, ...rest: infer Given) => unknown ? Given : never;

/** One query; the reply carries the same id. */
export type WorkerCall = {
  readonly [Way in keyof Asking]: {
    readonly id: number;
    readonly way: Way;
    readonly given: Rest<Asking[Way]>;
  };
}[keyof Asking];

/** Messages to the thread: a batch of documents, the end of the documents, or a query. */
export type WorkerRequest =
  | { readonly documents: readonly SearchDocument[] }
  | { readonly all: true }
  | WorkerCall;

/** Messages from the thread: it needs the documents, answers queries from now on, has cached its index, or a reply. */
export type WorkerReply =
  | "wants documents"
  | "ready"
  | "kept"
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: unknown };

const { entry }: { entry?: CacheEntry } = workerData;
const say = (said: WorkerReply): void => parentPort!.postMessage(said);

function kept(): SearchEngine | undefined {
  const body = entry && readCache(entry);
  try {
    return body && loadSearchEngine(body.toString("utf8"));
  } catch {
    return undefined; // Not a valid index: build it again.
  }
}

let engine = kept();
/** The engine being built from the documents received so far. */
const growing = createSearchEngine();
/** Queries received before the index is ready. */
const waiting: WorkerCall[] = [];

function answer({ id, way, given }: WorkerCall, from: SearchEngine): void {
  try {
    // `way` and `given` belong together by WorkerCall, which TypeScript cannot infer here.
    say({
      id,
      value: (textQueries[way] as (engine: SearchEngine, ...given: unknown[]) => unknown)(from, ...given),
    });
  } catch (error) {
    say({ id, error });
  }
}

function ready(made: SearchEngine): void {
  engine = made;
  say("ready");
  for (const call of waiting.splice(0)) answer(call, made);
}

parentPort!.on("message", (told: WorkerRequest) => {
  if ("documents" in told) for (const document of told.documents) growing.add(document);
  else if ("all" in told) {
    ready(growing);
    if (entry) writeCache(entry, Buffer.from(growing.save()));
    say("kept");
  } else if (engine) answer(told, engine);
  else waiting.push(told);
});

if (engine) ready(engine);
else say("wants documents");
