/** Opens the shelves of workspaces when they are first asked, and closes them when they are long unused. */
import { errorMessage } from "../support/error-message.ts";
import type { Log } from "../support/log.ts";

/** Something that is open, and is closed when nobody uses it any more. */
export interface OpenedShelf {
  close(): Promise<void>;
}

/** The shelves that are open, by their folders. */
export interface ShelfPool<Shelf extends OpenedShelf> {
  /** Returns a shelf, opened where it is not open. @throws when it cannot be read */
  get(folder: string): Promise<Shelf>;
  /** Closes all of them. */
  close(): Promise<void>;
}

/** After how long without a use a shelf is closed, and how often that is looked at, in milliseconds. */
const UNUSED_MS = 1_800_000;
const LOOK_MS = 60_000;

/** Creates a pool without any open shelf. */
export function createShelfPool<Shelf extends OpenedShelf>(
  open: (folder: string) => Promise<Shelf>,
  log: Log,
  { unusedMs = UNUSED_MS, lookMs = LOOK_MS } = {},
): ShelfPool<Shelf> {
  const shelves = new Map<string, { readonly shelf: Promise<Shelf>; usedAt: number }>();

  async function drop(folder: string): Promise<void> {
    const dropped = shelves.get(folder);
    shelves.delete(folder);
    await dropped?.shelf
      .then((shelf) => shelf.close())
      .catch((error: unknown) =>
        log.warn({ shelf: folder, err: error }, "a workspace's shelf was not closed"),
      );
  }

  const timer = setInterval(() => {
    const before = performance.now() - unusedMs;
    for (const [folder, { usedAt }] of shelves)
      if (usedAt < before) {
        log.info({ shelf: folder }, "a workspace's shelf is closed: nobody has asked it for long");
        void drop(folder);
      }
  }, lookMs).unref();

  return {
    get(folder) {
      const known = shelves.get(folder);
      if (known) {
        known.usedAt = performance.now();
        return known.shelf;
      }
      const began = performance.now();
      const shelf = open(folder);
      shelves.set(folder, { shelf, usedAt: began });
      shelf.then(
        () =>
          log.info(
            { shelf: folder, ms: Math.round(performance.now() - began) },
            "a workspace's shelf is read",
          ),
        (error: unknown) => {
          shelves.delete(folder);
          log.error({ shelf: folder, reason: errorMessage(error) }, "a workspace's shelf cannot be read");
        },
      );
      return shelf;
    },
    async close() {
      clearInterval(timer);
      await Promise.all([...shelves.keys()].map(drop));
    },
  };
}
