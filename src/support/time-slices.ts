/** Long work in slices: everything else has its turn between two of them, and who waits is told how far it is. */

/** How long a slice lasts, in milliseconds: work that is shorter is done at once. */
const SLICE = 10;

/** Does the work for each in turn. `after` is told after each slice how many are done. */
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
    await new Promise((resolve) => setImmediate(resolve));
    until = performance.now() + SLICE;
  }
}
