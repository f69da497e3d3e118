/**
 * Records citations in the background: opens the database when first needed, queues entries and retries failed
 * writes.
 */
import { setTimeout as sleep } from "node:timers/promises";
import QuickLRU from "quick-lru";
import type { Log } from "../support/log.ts";
import { type CitationLog, type CitationStore, type RecordCitations, utcDay } from "./citation-log.ts";

/** Records citations and looks them up. */
export interface CitationRecorder extends Pick<CitationLog, "citedIn"> {
  readonly record: RecordCitations;
  /** Tries to write the queued entries, then closes the database. Waits for each no longer than `end`. */
  close(): Promise<void>;
}

interface Entry {
  readonly conversation: string;
  readonly sources: readonly string[];
  readonly at: Date;
}

/** Options of `createRecorder`. */
export interface RecorderOptions {
  /** Maximum number of queued answers; beyond it, the oldest are dropped. */
  readonly most?: number;
  /** Delays in milliseconds before a failed write is tried again; the last one repeats. */
  readonly pauses?: readonly number[];
  /** How long `close` waits for each of its steps, in milliseconds. */
  readonly end?: number;
  readonly now?: () => Date;
}

const PAUSES = [1_000, 5_000, 30_000, 60_000];

/** How many written answers are remembered, so that repeating one on the same day writes nothing. */
const WRITTEN = 5_000;

const nameOf = ({ conversation, sources, at }: Entry): string =>
  [conversation, utcDay(at), ...sources].join(" ");

/**
 * Creates a recorder.
 * @param open opens the store; called again after failures
 */
export function createRecorder(
  open: () => Promise<CitationStore>,
  log: Log,
  options: RecorderOptions = {},
): CitationRecorder {
  const { most = 1_000, pauses = PAUSES, end = 1_000, now = () => new Date() } = options;
  const waiting: Entry[] = [];
  const written = new QuickLRU<string, true>({ maxSize: WRITTEN });
  let store: Promise<CitationStore> | undefined;
  let writing: Promise<void> | undefined;
  let again: NodeJS.Timeout | undefined;
  let failures = 0;
  let lost = 0;
  let closed = false;

  function opened(): Promise<CitationStore> {
    if (!store) {
      store = open();
      store.catch(() => {
        store = undefined;
      });
    }
    return store;
  }

  /** Closes a failing database, so that the next use opens it again and recreates its table if needed. */
  function letGo(): void {
    void store?.then((citationLog) => citationLog.close()).catch(() => {});
    store = undefined;
    written.clear();
  }

  async function writeAll(): Promise<void> {
    try {
      const citationLog = await opened();
      for (let entry = waiting.shift(); entry; entry = waiting.shift())
        try {
          await citationLog.record(entry.conversation, entry.sources, entry.at);
          written.set(nameOf(entry), true);
        } catch (error) {
          waiting.unshift(entry);
          throw error;
        }
      if (failures > 0) log.info({ lost }, "what is cited is kept again");
      failures = 0;
      lost = 0;
    } catch (error) {
      letGo();
      log.warn({ err: error, waiting: waiting.length, lost }, "what was cited could not be kept");
      lost = 0;
      if (!closed) again = setTimeout(write, pauses[Math.min(failures, pauses.length - 1)]).unref();
      failures += 1;
    }
  }

  /** Writes all queued entries, including those added meanwhile. */
  function write(): Promise<void> {
    clearTimeout(again);
    again = undefined;
    writing ??= writeAll().finally(() => {
      writing = undefined;
      // An entry may have been queued after the last one was written.
      if (waiting.length > 0 && again === undefined && !closed) void write();
    });
    return writing;
  }

  return {
    record(conversation, sources) {
      const entry = { conversation, sources, at: now() };
      if (sources.length === 0 || closed || written.has(nameOf(entry))) return;
      waiting.push(entry);
      if (waiting.length > most) {
        waiting.shift();
        lost += 1;
      }
      if (again === undefined) void write();
    },
    async citedIn(conversation, since) {
      if (waiting.length > 0 || writing) await write();
      try {
        return await (await opened()).citedIn(conversation, since);
      } catch (error) {
        letGo();
        log.warn({ err: error }, "what was cited could not be looked up");
        throw error;
      }
    },
    async close() {
      closed = true;
      if (waiting.length > 0 || writing) await Promise.race([write(), sleep(end, undefined, { ref: false })]);
      clearTimeout(again);
      if (waiting.length > 0) log.warn({ lost: waiting.length }, "what was cited last was not kept");
      const done = store?.then((citationLog) => citationLog.close());
      await Promise.race([done, sleep(end, undefined, { ref: false })]).catch((error: unknown) =>
        log.warn({ err: error }, "the database was not closed in order"),
      );
    },
  };
}
