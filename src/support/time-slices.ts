/** Runs long work in time slices, yielding to the event loop between them and reporting progress. */

/** Length of a slice in milliseconds. Work that takes less is not interrupted. */
const SLICE = 5;

/** Lets everything else have its turn. */
export const yieldTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Calls `work` for each item. After each slice, calls `after` with the number of items done. */
export async function runInSlices<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void,
  after?: (done: number) => void,
): Promise<void> {
  let done = 0;
  let until = performance.now() + SLICE;
  for (const item of items) {
    work(item);
    done++;
    if (performance.now() < until) continue;
    after?.(done);
    await yieldTurn();
    until = performance.now() + SLICE;
  }
}
