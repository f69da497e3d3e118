/** Reads documents in a worker thread with limits of time and memory, which is ended when a document exceeds them. */
import { Worker } from "node:worker_threads";
import { IS_COMPILED } from "../support/program-command.ts";
import type { ReadDocument } from "./document.ts";
import type { ReadingReply, ReadingRequest } from "./reading-worker.ts";
import { Refusal, refusal } from "./refusal.ts";

/** The limits for one document. */
export interface ReadingLimits {
  readonly seconds: number;
  /** The heap of the thread, in MB. */
  readonly heapMb: number;
  /** How much the whole process may grow, in MB: the limit of a heap does not bound buffers. */
  readonly growthMb: number;
  /** What the whole process may take, in MB; from half of it on, every document has a thread of its own. */
  readonly totalMb: number;
}

const LIMITS: ReadingLimits = { seconds: 20, heapMb: 192, growthMb: 256, totalMb: 430 };

/** How often the size of the process is looked at while a document is read. */
const WATCH_MS = 25;

/** After so many documents a new thread begins, since what a parser leaves behind adds up. */
const DOCUMENTS_A_THREAD = 50;

/** Reads documents one after the other. */
export interface DocumentReader {
  /** @throws {Refusal} when the document cannot be read within the limits, or not at all */
  read(raw: ReadingRequest): Promise<ReadDocument>;
  /** Ends the thread. */
  close(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;

/** Starts the program of the thread: from source through its loader, compiled as it is. */
function startThread(heapMb: number): { readonly worker: Worker; readonly isReady: Promise<void> } {
  const program = new URL(IS_COMPILED ? "./reading-worker.js" : "./reading-worker.ts", import.meta.url);
  const entry = IS_COMPILED ? program : new URL("../support/worker-entry.js", import.meta.url);
  const worker = new Worker(entry, {
    execArgv: [],
    workerData: { program: program.href },
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 16 },
    // What a parser prints about a document is nothing that the person could act on.
    stdout: true,
    stderr: true,
  });
  const isReady = new Promise<void>((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
  });
  return { worker, isReady };
}

/** Creates a reader. Its thread starts with the first document. */
export function createDocumentReader(own: Partial<ReadingLimits> = {}): DocumentReader {
  const limits = { ...LIMITS, ...own };
  let thread: ReturnType<typeof startThread> | undefined;
  let count = 0;

  async function end(): Promise<void> {
    const ending = thread;
    thread = undefined;
    count = 0;
    await ending?.worker.terminate();
  }

  /** Settles with the first reply of a thread. A thread that is ended for its limits, or failed, is not used again. */
  function askThread(worker: Worker, raw: ReadingRequest): Promise<ReadDocument> {
    const most = Math.min(process.memoryUsage.rss() + limits.growthMb * MEGABYTE, limits.totalMb * MEGABYTE);
    const hasGrown = () => process.memoryUsage.rss() > most;
    return new Promise<ReadDocument>((resolve, reject) => {
      const stop = (error: Error) => {
        settle();
        end().then(() => reject(error), reject);
      };
      const watch = setInterval(() => hasGrown() && stop(refusal("reading", "tooMuch")), WATCH_MS);
      const timer = setTimeout(
        () => stop(refusal("reading", "tooLong", limits.seconds)),
        limits.seconds * 1_000,
      );
      function settle(): void {
        clearInterval(watch);
        clearTimeout(timer);
        for (const event of ["message", "error"]) worker.removeAllListeners(event);
      }
      worker.once("message", (said: Exclude<ReadingReply, "ready">) => {
        settle();
        if ("document" in said) resolve(said.document);
        else
          reject("refusal" in said ? new Refusal(said.refusal) : refusal("reading", "failed", said.failure));
      });
      worker.once("error", (error: NodeJS.ErrnoException) =>
        stop(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refusal("reading", "tooMuch") : error),
      );
      worker.postMessage(raw);
    });
  }

  return {
    async read(raw) {
      const isLarge = process.memoryUsage.rss() > (limits.totalMb / 2) * MEGABYTE;
      if (count >= DOCUMENTS_A_THREAD || isLarge) await end();
      thread ??= startThread(limits.heapMb);
      count += 1;
      await thread.isReady;
      return askThread(thread.worker, raw);
    },
    close: end,
  };
}
