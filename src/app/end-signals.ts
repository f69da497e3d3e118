/** Ends the program on SIGINT or SIGTERM, once, however often the signal arrives. */

/**
 * How long a further signal counts as the same one, in milliseconds. On Ctrl+C under `npm start` the terminal signals
 * the program, and npm passes its own on.
 */
const SAME_WITHIN = 1_000;

/** Exit status of a program that was made to end before it was done. */
const FORCED = 1;

/** What of the process is used; replaced in tests. */
interface SignalledProcess {
  on(signal: "SIGINT" | "SIGTERM", listener: (signal: string) => void): unknown;
  exit(status: number): unknown;
}

/** Calls `end` at the first signal. One that arrives while the program is still ending exits at once. */
export function onEndSignal(
  end: (signal: string) => void,
  program: SignalledProcess = process,
  now: () => number = () => performance.now(),
): void {
  let since: number | undefined;
  const listener = (signal: string): void => {
    if (since === undefined) {
      since = now();
      end(signal);
    } else if (now() - since > SAME_WITHIN) program.exit(FORCED);
  };
  program.on("SIGINT", listener);
  program.on("SIGTERM", listener);
}
