/** Refreshes the shelf when its files change or a signal arrives, as REFRESH says. */
import { resolve } from "node:path";
import type { RefreshTrigger } from "../config/environment.ts";
import type { Log } from "../support/log.ts";
import type { StopFunction } from "../support/stop-function.ts";
import type { ShelfRefresher } from "./refresh.ts";

/** What of the process is used; replaced in tests. */
interface SignalledProcess {
  readonly platform: NodeJS.Platform;
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

/** Starts the triggers, and returns how to stop them. On Windows no program is sent SIGHUP, so only files are watched. */
export async function startRefreshing(
  { trigger, root, refresher, log, hasSignal }: RefreshTriggers,
  program: SignalledProcess = process,
): Promise<StopFunction> {
  const refresh = () => void refresher.refresh();
  const takesSignal = hasSignal && program.platform !== "win32";
  const instead = takesSignal ? "; send SIGHUP to have it read" : "";
  if (takesSignal) program.on("SIGHUP", refresh);
  const stopWatching =
    trigger === "watch"
      ? (await import("./watch-shelf.ts")).watchShelf(resolve(root), {
          changed: refresh,
          failed: (error) => log.warn({ err: error }, `the shelf cannot be watched${instead}`),
        })
      : undefined;
  // The checks are loaded now, so that the first change does not wait for them, nor any ask beside it.
  void import("../shelf/parse.ts");
  return async () => {
    program.off("SIGHUP", refresh);
    await stopWatching?.();
  };
}
