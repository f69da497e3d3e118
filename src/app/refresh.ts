/** Takes up a changed shelf while asks run: reads it beside the current one, and replaces that as a whole. */
import type { EmbeddedLibrary } from "../library/embedded-library.ts";
import { formatFault, ShelfError } from "../shelf/faults.ts";
import type { Shelf } from "../shelf/shelf.ts";
import type { Log } from "../support/log.ts";
import type { CurrentLibrary } from "./current-library.ts";

/** What has come of refreshing so far. */
export interface RefreshState {
  /** How many changed shelves were taken, and how many were refused. */
  readonly taken: number;
  readonly refused: number;
  /** When the current shelf was taken. */
  readonly since: Date;
  /** The faults for which the shelf as it is now was refused; empty when it is the current one. */
  readonly faults: readonly string[];
}

/** Takes up changes of one shelf. */
export interface ShelfRefresher {
  /**
   * Reads the shelf and takes it if it has changed and is valid; otherwise the current one stays. Never rejects. Called
   * again meanwhile, it reads once more afterwards, and resolves then.
   */
  refresh(): Promise<void>;
  state(): RefreshState;
}

/** Dependencies of a refresher. */
export interface RefreshParts {
  readonly readShelf: () => Promise<Shelf>;
  readonly holder: CurrentLibrary;
  /** The shelf and the library that are current at first. */
  readonly shelf: Shelf;
  readonly library: EmbeddedLibrary;
  readonly log: Log;
}

/** The most faults that one line of the log lists. */
const MOST_LOGGED = 20;

/** Creates a refresher of the shelf that the holder's library reads. */
export function createRefresher({ readShelf, holder, log, ...first }: RefreshParts): ShelfRefresher {
  let { shelf, library } = first;
  let state: RefreshState = { taken: 0, refused: 0, since: new Date(), faults: [] };

  async function take(next: Shelf): Promise<void> {
    const changed = await library.changed(next);
    await holder.replace(changed);
    [shelf, library] = [next, changed];
    state = { ...state, taken: state.taken + 1, since: new Date(), faults: [] };
  }

  function refuse(error: unknown): void {
    const isShelf = error instanceof ShelfError;
    const faults = isShelf ? error.faults.map(formatFault) : [String(error)];
    const isKnown = faults.join("\n") === state.faults.join("\n");
    state = { ...state, refused: state.refused + 1, faults };
    if (isKnown) return;
    const { version } = shelf;
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : "";
    const reason = isShelf ? { faults: faults.slice(0, MOST_LOGGED) } : { err: error };
    log.error({ version, ...reason }, `the changed shelf was not taken: ${faults[0]}${more}`);
  }

  async function refreshOnce(): Promise<void> {
    const started = performance.now();
    const { version: before } = shelf;
    try {
      const next = await readShelf();
      if (next !== shelf) {
        await take(next);
        const [sources, records] = [next.sources.size, next.records.size];
        const ms = Math.round(performance.now() - started);
        log.info({ version: next.version, before, sources, records, ms }, "the changed shelf was taken");
      } else if (state.faults.length > 0) {
        state = { ...state, faults: [] };
        log.info({ version: before }, "the shelf is valid again, and as it was");
      }
    } catch (error) {
      refuse(error);
    }
  }

  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  function refresh(): Promise<void> {
    if (running) {
      next ??= running.then(() => {
        next = undefined;
        return refresh();
      });
      return next;
    }
    running = refreshOnce().finally(() => {
      running = undefined;
    });
    return running;
  }

  return { refresh, state: () => state };
}
