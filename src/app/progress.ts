/** Reports what a long start is doing, to a terminal or the log. A start of less than a second reports nothing. */

import type { LoadProgress, ReportProgress } from "../shelf/load-progress.ts";
import type { Log } from "../support/log.ts";

const DOING: Readonly<Record<LoadProgress["step"], string>> = {
  reading: "reading the shelf",
  checking: "checking the shelf",
  opening: "opening what was checked before",
  keeping: "keeping what was checked",
  indexing: "indexing the shelf's words",
};

/** Delay before the first report, and minimum interval between redraws of the line, in milliseconds. */
const AFTER = 1_000;
const EVERY = 100;

export interface ProgressReporter {
  readonly report: ReportProgress;
  /** Ends the report and clears its line. */
  readonly done: () => void;
}

/** The stream that progress is written to; nothing is written unless it is a terminal. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Reports progress to a terminal.
 * @param redraws whether to redraw one line with a percentage; otherwise each step is a line of its own
 */
export function terminalProgress(
  screen: Screen,
  redraws: boolean,
  now = () => performance.now(),
): ProgressReporter {
  const since = now();
  let [isShown, drawnAt, step] = [false, 0, ""];
  return {
    report(progress) {
      if (!screen.isTTY || now() - since < AFTER) return;
      const doing = DOING[progress.step];
      const line = `${doing[0]!.toUpperCase()}${doing.slice(1)}`;
      if (redraws && now() - drawnAt >= EVERY) {
        screen.write(`\r\u001b[K${line}: ${Math.floor((100 * progress.done) / progress.of)} %`);
        [isShown, drawnAt] = [true, now()];
      } else if (!redraws && step !== progress.step) screen.write(`${line} …\n`);
      step = progress.step;
    },
    done() {
      if (isShown) screen.write("\r\u001b[K");
      isShown = false;
    },
  };
}

/** Logs a line for each step, and one when indexing is complete. */
export function logProgress(log: Log, now = () => performance.now()): ProgressReporter {
  const since = now();
  let step = "";
  return {
    report({ step: next, done, of }) {
      const ms = Math.round(now() - since);
      if (ms < AFTER) return;
      if (step !== next) log.info({ step: next, ms }, DOING[next]);
      step = next;
      if (next === "indexing" && done === of) log.info({ records: of, ms }, "the shelf can be searched");
    },
    done() {},
  };
}
