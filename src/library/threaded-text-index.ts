/** Runs the text index in a worker thread, so that indexing and searching a large shelf block nothing else. */
import { Worker } from "node:worker_threads";
import type { SearchDocument } from "../search/corpus.ts";
import type { DocumentChanges } from "../search/editions.ts";
import type { ReportProgress } from "../shelf/load-progress.ts";
import { type CacheEntry, type CacheLocation, cacheEntry, hashCode, sha256 } from "../support/disk-cache.ts";
import { IS_COMPILED } from "../support/program-command.ts";
import { runInSlices } from "../support/time-slices.ts";
import { createEditionedIndex, type IndexHost } from "./editioned-index.ts";
import { type IndexContent, recordDocuments, type TextIndex, type TextQuery } from "./text-index.ts";
import type { WorkerReply, WorkerRequest, WorkerStart } from "./text-index-worker.ts";

/** The folders of the code that determines the index of a shelf. */
const INDEXING = [".", "../search", "../shelf", "../language", "../support"].map(
  (folder) => new URL(folder, import.meta.url),
);

/** Documents sent to the thread per message. */
const BATCH_SIZE = 100;

/** Options of `createThreadedTextIndex`. */
export interface ThreadOptions {
  /** Where the index is cached between starts; without it, the index is rebuilt at every start. */
  readonly entry?: CacheEntry | undefined;
  /** Called while documents are sent, and once the index is ready. */
  readonly report?: ReportProgress;
  /** Replaces the program that the thread runs. */
  readonly program?: URL;
  /** How long the thread of a closed index goes on after the last query, in milliseconds. */
  readonly idleMs?: number;
}

/** Returns the cache entry for the index of a shelf, keyed by the shelf and the indexing code. */
export const textIndexEntry = (location: CacheLocation, hash: string): CacheEntry =>
  cacheEntry("text", location, sha256(hash, hashCode(...INDEXING)));

interface Thread {
  ask(edition: number, query: TextQuery): Promise<unknown>;
  tell(told: WorkerRequest): void;
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
function startWorker(program: URL | undefined, start: WorkerStart): Worker {
  if (program === undefined && IS_COMPILED)
    return new Worker(new URL("./text-index-worker.js", import.meta.url), {
      execArgv: [],
      workerData: start,
    });
  const { href } = program ?? new URL("./text-index-worker.ts", import.meta.url);
  return new Worker(new URL("../support/worker-entry.js", import.meta.url), {
    execArgv: [],
    workerData: { program: href, ...start },
  });
}

/**
 * Starts the worker thread.
 * @param first the number of the edition that has this content
 * @param onEnd called with the reason when the thread ends, and whether it had answered any query
 */
function startThread(
  content: IndexContent,
  first: number,
  { entry, report, program }: ThreadOptions,
  onEnd: (error: Error, answered: boolean) => void,
): Thread {
  const worker = startWorker(program, { entry, first });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>();
  const { records } = content;
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
      batches(recordDocuments(content)),
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
    tell: send,
    ask: (edition, query) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        const id = asked++;
        waiting.set(id, { resolve, reject });
        hold();
        send({ id, edition, query });
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

/**
 * Creates a text index in a worker thread. When the thread ends, pending queries reject and a new thread is started.
 * If a restarted thread ends before it answers anything, all later queries reject with the reason.
 */
export const createThreadedTextIndex = (content: IndexContent, options: ThreadOptions = {}): TextIndex =>
  createEditionedIndex(
    (own) => hostInThread(own, own === content ? options : { ...options, entry: undefined }),
    content,
    options.idleMs,
  );

function hostInThread(content: IndexContent, { entry, ...options }: ThreadOptions): IndexHost {
  let thread: Thread;
  let failed: Error | undefined;
  /** The newest edition, with which a thread that has failed is started again, and what led to it from those before. */
  let newest = { edition: 0, content };
  const changes = new Map<number, DocumentChanges>();
  const start = (isSecond: boolean): void => {
    const { edition, content } = newest;
    // The cache is for the first edition alone.
    const own = { ...options, ...(edition === 0 && entry && { entry }) };
    thread = startThread(content, edition, own, (error, answered) => {
      if (isSecond && !answered) failed = error;
      else start(true);
    });
    for (const [edition, some] of changes) thread.tell({ edition, changes: some });
  };
  start(false);
  return {
    ask: (edition, query) => (failed ? Promise.reject(failed) : thread.ask(edition, query)),
    take(edition, some, next) {
      newest = { edition: edition + 1, content: next };
      changes.set(edition, some);
      thread.tell({ edition, changes: some });
    },
    forgetBefore(edition) {
      for (const known of changes.keys()) if (known < edition) changes.delete(known);
      thread.tell({ forgetBefore: edition });
    },
    isStarting: () => failed === undefined && !thread.isReady(),
    end: () => thread.stop(),
  };
}
