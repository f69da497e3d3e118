/** Lets work that somebody waits for in chat go before other work of the same process, which has one thread. */
import { setImmediate, setTimeout } from "node:timers/promises";

/** Two sorts of work in one process. */
export interface WorkQueue {
  /** Does work at once; other work waits while any of it is under way. */
  first<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Does other work when its turn comes. Resolves to undefined, and does not do it, when too much waits already. */
  later<Value extends object>(work: () => Promise<Value>): Promise<Value | undefined>;
}

/** Limits of the other work. */
export interface WorkQueueLimits {
  /** How much of it is under way at once. */
  readonly atOnce: number;
  /** How much of it may wait. */
  readonly waiting: number;
  /** How long each waits for the work that goes first, in milliseconds: it has its turn even if that never ends. */
  readonly patienceMs: number;
}

const LIMITS: WorkQueueLimits = { atOnce: 4, waiting: 64, patienceMs: 1_000 };

/** The pause between two turns, in milliseconds, in which a request is read, and verified in another thread. */
const PAUSE_MS = 1;

/** How often other work looks whether it has its turn, in milliseconds. */
const LOOK_EVERY = 5;

/** Creates a queue. */
export function createWorkQueue({ atOnce, waiting, patienceMs }: WorkQueueLimits = LIMITS): WorkQueue {
  const queue: (() => void)[] = [];
  let firstUnderWay = 0;
  let underWay = 0;
  let endedAt = 0;
  let isPassing = false;

  /** Gives turns, one at a time: between two, the event loop takes what has arrived in the meantime. */
  async function giveTurns(): Promise<void> {
    if (isPassing) return;
    isPassing = true;
    while (queue.length > 0 && underWay < atOnce) {
      if (performance.now() - endedAt < PAUSE_MS) await setTimeout(PAUSE_MS);
      else await setImmediate();
      const until = performance.now() + patienceMs;
      while (firstUnderWay > 0 && performance.now() < until) await setTimeout(LOOK_EVERY);
      queue.shift()?.();
    }
    isPassing = false;
  }

  return {
    async first(work) {
      firstUnderWay += 1;
      try {
        return await work();
      } finally {
        firstUnderWay -= 1;
      }
    },
    async later(work) {
      if (queue.length >= waiting) return undefined;
      const turn = new Promise<void>((resolve) => {
        queue.push(() => {
          underWay += 1;
          resolve();
        });
      });
      void giveTurns();
      await turn;
      try {
        return await work();
      } finally {
        underWay -= 1;
        endedAt = performance.now();
        void giveTurns();
      }
    },
  };
}
