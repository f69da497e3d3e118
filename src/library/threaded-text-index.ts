/** Runs the text index in a worker thread, so that indexing and searching a large shelf block nothing else. */
import { Worker } from "node:worker_threads";
import type { SearchDocument } from "../search/corpus.ts";
import type { RecordRef } from "../shelf/kinds.ts";
import type { ReportProgress } from "../shelf/load-progress.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { type CacheEntry, type CacheLocation, cacheEntry, hashCode, sha256 } from "../support/disk-cache.ts";
import { IS_COMPILED } from "../support/program-command.ts";
import { runInSlices } from "../support/time-slices.ts";
import { recordDocuments, type TextIndex } from "./text-index.ts";
import type { WorkerCall, WorkerReply, WorkerRequest } from "./text-index-worker.ts";
import type { TopicBridge } from "./topic-bridge.ts";

/** The folders of the code that determines the index of a shelf. */
const INDEXING = [".", "../search", "../shelf", "../language", "../support"].map(
  (folder) => new URL(folder, import.meta.url),
);

/** Documents sent to the thread per message. */
const BATCH_SIZE = 100;

/** Options of `createThreadedTextIndex`. */
export interface ThreadOptions {
  /** Where the index is cached between starts; without it, the index is rebuilt at every start. */
  readonly entry?: CacheEntry;
  /** Called while documents are sent, and once the index is ready. */
  readonly report?: ReportProgress;
  /** Extends the documents by their topics. */
  readonly bridge?: TopicBridge;
  /** Replaces the program that the thread runs. */
  readonly program?: URL;
  /** How long the thread of a closed index goes on after the last query, in milliseconds. */
  readonly idleMs?: number;
}

/** Returns the cache entry for the index of a shelf, keyed by the shelf and the indexing code. */
export const textIndexEntry = (location: CacheLocation, hash: string): CacheEntry =>
  cacheEntry("text", location, sha256(hash, hashCode(...INDEXING)));

/** A query without its id. */
type Asked = WorkerCall extends infer One ? (One extends WorkerCall ? Omit<One, "id"> : never) : never;

interface Thread {
  ask(asked: Asked): Promise<unknown>;
  isReady(): boolean;
  /** Ends the thread unless it is answering. Returns whether it has ended. */
  stop(): boolean;
}

function* batches(documents: Iterable<SearchDocument>): Generator<SearchDocument[]> {
  let some: SearchDocument[] = [];
  for (const document of documents) {
    some.push(document);
    if (some.length < BATCH_SIZE) continue;
    yield some;
    some = [];
  }
  yield some;
}

/** Starts the program of the thread: from source through its loader, compiled as it is. */
function startWorker(program: URL | undefined, entry: CacheEntry | undefined): Worker {
  if (program === undefined && IS_COMPILED)
    return new Worker(new URL("./text-index-worker.js", import.meta.url), {
      execArgv: [],
      workerData: { entry },
    });
  const { href } = program ?? new URL("./text-index-worker.ts", import.meta.url);
  return new Worker(new URL("../support/worker-entry.js", import.meta.url), {
    execArgv: [],
    workerData: { program: href, entry },
  });
}

/**
 * Starts the worker thread.
 * @param onEnd called with the reason when the thread ends, and whether it had answered any query
 */
function startThread(
  records: ReadonlyMap<RecordRef, AnyRecord>,
  { entry, report, bridge, program }: ThreadOptions,
  onEnd: (error: Error, answered: boolean) => void,
): Thread {
  const worker = startWorker(program, entry);
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>();
  let [asked, isReady, answered, isKeeping] = [0, false, false, false];
  let ended: Error | undefined;

  /** Keeps the process alive while answers are pending, or while a new index is still being cached. */
  function hold(): void {
    if (waiting.size > 0 || (isReady && isKeeping)) worker.ref();
    else worker.unref();
  }

  const send = (told: WorkerRequest): void => worker.postMessage(told);

  async function handOver(): Promise<void> {
    let handed = 0;
    await runInSlices(
      batches(recordDocuments(records, bridge)),
      (documents) => {
        if (ended) return;
        send({ documents });
        handed += documents.length;
      },
      () => report?.({ step: "indexing", done: handed, of: records.size }),
    );
    send({ all: true });
  }

  function settle(said: Exclude<WorkerReply, string>): void {
    const promise = waiting.get(said.id);
    waiting.delete(said.id);
    answered = true;
    hold();
    if ("error" in said) promise?.reject(said.error);
    else promise?.resolve(said.value);
  }

  function end(error: Error): void {
    if (ended) return;
    ended = error;
    for (const { reject } of waiting.values()) reject(error);
    onEnd(error, answered);
  }

  hold();
  worker.on("message", (said: WorkerReply) => {
    if (said === "wants documents") {
      isKeeping = true;
      void handOver();
    } else if (said === "kept") {
      isKeeping = false;
      hold();
    } else if (said === "ready") {
      isReady = true;
      hold();
      report?.({ step: "indexing", done: records.size, of: records.size });
    } else settle(said);
  });
  worker.on("error", (cause) => end(new Error("The full-text thread failed", { cause })));
  worker.on("exit", (status) => end(new Error(`The full-text thread ended with ${status}`)));

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        const id = asked++;
        waiting.set(id, { resolve, reject });
        hold();
        send({ ...question, id } as WorkerCall);
      }),
    isReady: () => isReady,
    stop() {
      if (waiting.size > 0) return ended !== undefined;
      ended ??= new Error("The full-text thread was ended");
      void worker.terminate();
      return true;
    },
  };
}

/** How long a thread of a closed index goes on after the last query, in milliseconds. */
const IDLE_MS = 60_000;

/**
 * Creates a text index in a worker thread. When the thread ends, pending queries reject and a new thread is started.
 * If a restarted thread ends before it answers anything, all later queries reject with the reason.
 */
export function createThreadedTextIndex(
  records: ReadonlyMap<RecordRef, AnyRecord>,
  options: ThreadOptions = {},
): TextIndex {
  let thread: Thread;
  let failed: Error | undefined;
  const start = (isSecond: boolean): void => {
    thread = startThread(records, options, (error, answered) => {
      if (isSecond && !answered) failed = error;
      else start(true);
    });
  };
  start(false);
  let isClosed = false;
  let hasEnded = false;
  let ending: NodeJS.Timeout | undefined;
  /** Ends the thread of a closed index once nothing has been asked for a while: work that began with it may ask more. */
  function endWhenIdle(): void {
    clearTimeout(ending);
    ending = setTimeout(() => {
      hasEnded = thread.stop();
      if (!hasEnded) endWhenIdle();
    }, options.idleMs ?? IDLE_MS).unref();
  }
  function ask(asked: Asked): Promise<unknown> {
    if (failed) return Promise.reject(failed);
    if (hasEnded) start(false);
    hasEnded = false;
    if (isClosed) endWhenIdle();
    return thread.ask(asked);
  }
  return {
    // Each query returns what `textQueries` returns under the same name; the contract tests cover both indexes.
    holding: (...given) => ask({ way: "holding", given }) as ReturnType<TextIndex["holding"]>,
    ranked: (...given) => ask({ way: "ranked", given }) as ReturnType<TextIndex["ranked"]>,
    starting: () => failed === undefined && !thread.isReady(),
    close() {
      isClosed = true;
      endWhenIdle();
    },
  };
}
