/** Says what a long start is doing to whoever waits for it; a start of less than a second says nothing. */

import type { Log } from "../support/log.ts";
import type { Progress, Tell } from "../support/time-slices.ts";

const DOING: Readonly<Record<Progress["step"], string>> = {
  reading: "reading the shelf",
  checking: "checking the shelf",
  opening: "opening what was checked before",
  keeping: "keeping what was checked",
  indexing: "indexing the shelf's words",
};

/** After how long it is said, and how often at most a line is drawn anew, in milliseconds. */
const AFTER = 1_000;
const EVERY = 100;

export interface Saying {
  readonly tell: Tell;
  /** The start is over: what was drawn is taken away. */
  readonly over: () => void;
}

/** Where it is said: a line for each step, or one line that is drawn anew. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** @param redraws whether a line may be drawn over; without, there is a line for each step */
export function sayingOn(screen: Screen, redraws: boolean, now = () => performance.now()): Saying {
  const since = now();
  let [said, at, step] = [false, 0, ""];
  return {
    tell(progress) {
      if (!screen.isTTY || now() - since < AFTER) return;
      const doing = DOING[progress.step];
      const line = `${doing[0]!.toUpperCase()}${doing.slice(1)}`;
      if (redraws && now() - at >= EVERY) {
        screen.write(`\r\u001b[K${line}: ${Math.floor((100 * progress.done) / progress.of)} %`);
        [said, at] = [true, now()];
      } else if (!redraws && step !== progress.step) screen.write(`${line} …\n`);
      step = progress.step;
    },
    over() {
      if (said) screen.write("\r\u001b[K");
      said = false;
    },
  };
}

/** A line for each step, and one when the words can be searched. */
export function sayingIn(log: Log, now = () => performance.now()): Saying {
  const since = now();
  let step = "";
  return {
    tell({ step: next, done, of }) {
      const ms = Math.round(now() - since);
      if (ms < AFTER) return;
      if (step !== next) log.info({ step: next, ms }, DOING[next]);
      step = next;
      if (next === "indexing" && done === of) log.info({ records: of, ms }, "the shelf can be searched");
    },
    over() {},
  };
}
