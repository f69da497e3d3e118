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
  /**
   * Tries to write the queued entries, then closes the database.
   * @param within how long it may wait for the entries, in milliseconds; `end` at least, which it waits for the database
   */
  close(within?: number): Promise<void>;
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

/**
 * Pauses of one second at most: what a database that is back again must wait for. Each is drawn out by up to its half, so
 * that several processes do not come at once.
 */
const PAUSES = [100, 250, 500, 660];
const jittered = (pause: number): number => pause * (1 + Math.random() / 2);

/** How many failures in a row are logged, and how often any further ones, in milliseconds. */
const TOLD = 3;
const TOLD_EVERY = 60_000;

/** The pause between two tries at the end, in milliseconds. */
const LAST_PAUSE = 200;

/** How many written answers are remembered, so that repeating one on the same day writes nothing. */
const WRITTEN = 5_000;

const nameOf = ({ conversation, sources, at }: Entry): string =>
  `${conversation} ${utcDay(at)} ${sources.join(" ")}`;

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
  let toldAt = 0;
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

  /** Logs a failure: the first ones, then one a minute, since a database may be away for days. */
  function tell(error: unknown): void {
    if (failures >= TOLD && performance.now() - toldAt < TOLD_EVERY) return;
    log.warn({ err: error, waiting: waiting.length, lost }, "what was cited could not be kept");
    toldAt = performance.now();
    lost = 0;
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
      tell(error);
      if (!closed)
        again = setTimeout(write, jittered(pauses[Math.min(failures, pauses.length - 1)]!)).unref();
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

  /** Writes what is queued, and tries again until it is written or the time is up. */
  async function writtenWithin(milliseconds: number): Promise<void> {
    const until = performance.now() + milliseconds;
    const left = () => until - performance.now();
    while ((waiting.length > 0 || writing) && left() > 0) {
      await Promise.race([write(), sleep(left(), undefined, { ref: false })]);
      if (waiting.length > 0)
        await sleep(Math.min(LAST_PAUSE, Math.max(0, left())), undefined, { ref: false });
    }
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
    async close(within = end) {
      closed = true;
      const patience = Math.max(end, within - end);
      if (waiting.length > 0 || writing) await writtenWithin(patience);
      clearTimeout(again);
      if (waiting.length > 0) log.warn({ lost: waiting.length }, "what was cited last was not kept");
      const done = store?.then((citationLog) => citationLog.close());
      await Promise.race([done, sleep(end, undefined, { ref: false })]).catch((error: unknown) =>
        log.warn({ err: error }, "the database was not closed in order"),
      );
    },
  };
}
