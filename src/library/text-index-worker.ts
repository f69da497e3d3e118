/**
 * The thread in which a large shelf's full text is searched. The index that was kept for this very shelf is loaded; where
 * there is none, its documents are asked for, and the index that they make is kept.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { SearchDocument } from "../search/corpus.ts";
import { createSearchEngine, loadSearchEngine, type SearchEngine } from "../search/engine.ts";
import { type CacheEntry, readCache, writeCache } from "../support/disk-cache.ts";
import { textQueries } from "./text-index.ts";

type Asking = typeof textQueries;
/** What is asked, without the index that it is asked of. */
type Rest<Asked> = Asked extends (engine: SearchEngine, ...rest: infer Given) => unknown ? Given : never;

/** One question, by a number that its answer bears too. */
export type WorkerCall = {
  readonly [Way in keyof Asking]: {
    readonly id: number;
    readonly way: Way;
    readonly given: Rest<Asking[Way]>;
  };
}[keyof Asking];

/** What the thread is told: some of the documents, that these were all, or a question. */
export type WorkerRequest =
  | { readonly documents: readonly SearchDocument[] }
  | { readonly all: true }
  | WorkerCall;

/** What it says: that it wants the documents, that it answers from now on, that its index is kept, or an answer. */
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
    return undefined; // Of another form, or none at all: it is made again.
  }
}

let engine = kept();
const documents: SearchDocument[] = [];
/** What is asked before it can be answered. */
const waiting: WorkerCall[] = [];

function answer({ id, way, given }: WorkerCall, from: SearchEngine): void {
  try {
    // The way and what is given for it came together.
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
  if ("documents" in told) documents.push(...told.documents);
  else if ("all" in told) {
    const made = createSearchEngine(documents.splice(0));
    ready(made);
    if (entry) writeCache(entry, Buffer.from(made.save()));
    say("kept");
  } else if (engine) answer(told, engine);
  else waiting.push(told);
});

if (engine) ready(engine);
else say("wants documents");
