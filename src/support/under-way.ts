/** Knows what is under way, so that an end can wait for it. */
import { withTimeout } from "./timeout.ts";

/** Work under way. */
export interface UnderWay {
  /** Takes note of work until it settles, and returns it. */
  track<Work extends Promise<unknown>>(work: Work): Work;
  /** Waits until nothing is under way, also what begins meanwhile. Resolves to how much was left after `milliseconds`. */
  finished(milliseconds: number): Promise<number>;
}

/** Creates the knowledge of what is under way; at first, nothing is. */
export function createUnderWay(): UnderWay {
  const works = new Set<Promise<unknown>>();
  return {
    track(work) {
      const done: Promise<unknown> = work
        .then(
          () => {},
          () => {},
        )
        .then(() => works.delete(done));
      works.add(done);
      return work;
    },
    async finished(milliseconds) {
      const all = async () => {
        while (works.size > 0) await Promise.all(works);
      };
      await withTimeout(all(), milliseconds);
      return works.size;
    },
  };
}
