/** Refreshes the shelf when its files change or a signal arrives, as REFRESH says. */
import { closeSync, openSync } from "node:fs";
import { resolve } from "node:path";
import type { RefreshTrigger } from "../config/environment.ts";
import type { Log } from "../support/log.ts";
import type { StopFunction } from "../support/stop-function.ts";
import type { ShelfRefresher } from "./refresh.ts";

/** What of the process is used; replaced in tests. */
interface SignalledProcess {
  readonly platform: NodeJS.Platform;
  readonly pid: number;
  readonly stdin: { readonly isTTY?: boolean };
  kill(pid: number, signal: "SIGHUP"): unknown;
  removeAllListeners(signal: "SIGHUP"): unknown;
  on(signal: "SIGHUP", listener: () => void): unknown;
  off(signal: "SIGHUP", listener: () => void): unknown;
}

/** Which triggers to start, and for what. */
export interface RefreshTriggers {
  readonly trigger: RefreshTrigger;
  /** The folder that holds seeds/ and data/. */
  readonly root: string;
  readonly refresher: ShelfRefresher;
  readonly log: Log;
  /** Whether SIGHUP refreshes; in a terminal's prompt it says that the terminal is gone. */
  readonly hasSignal: boolean;
}

/** Tells whether the terminal of this process is still there. */
function hasTerminal(): boolean {
  try {
    closeSync(openSync("/dev/tty", "r"));
    return true;
  } catch {
    return false;
  }
}

/** Starts the triggers, and returns how to stop them. On Windows no program is sent SIGHUP, so only files are watched. */
export async function startRefreshing(
  { trigger, root, refresher, log, hasSignal }: RefreshTriggers,
  program: SignalledProcess = process,
): Promise<StopFunction> {
  const isInTerminal = program.stdin.isTTY === true;
  const refresh = () => void refresher.refresh();
  const onSignal = () => {
    if (!isInTerminal || hasTerminal()) return refresh();
    // A terminal that is closed sends the same signal, and nobody is left who could end the program: it ends as any does.
    program.removeAllListeners("SIGHUP");
    program.kill(program.pid, "SIGHUP");
  };
  const takesSignal = hasSignal && program.platform !== "win32";
  const instead = takesSignal ? "; send SIGHUP to have it read" : "";
  if (takesSignal) program.on("SIGHUP", onSignal);
  const stopWatching =
    trigger === "watch"
      ? (await import("./watch-shelf.ts")).watchShelf(resolve(root), {
          changed: refresh,
          failed: (error) => log.warn({ err: error }, `the shelf cannot be watched${instead}`),
        })
      : undefined;
  // What has changed since the first reading was told to nobody; and the next reading finds what has changed since this one.
  if (trigger === "signal") refresh();
  // The checks are loaded now, so that the first change does not wait for them, nor any ask beside it.
  void import("../shelf/parse.ts");
  return async () => {
    program.off("SIGHUP", onSignal);
    await stopWatching?.();
  };
}
