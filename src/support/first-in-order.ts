/** Returns the first items in an order without sorting all of them. */

/** Returns the first `count` of what sorting would give; equal items keep their order. */
export function firstInOrder<Item>(
  items: Iterable<Item>,
  count: number,
  compare: (one: Item, other: Item) => number,
): Item[] {
  const first: Item[] = [];
  if (count <= 0) return first;
  for (const item of items) {
    if (first.length >= count && compare(item, first[first.length - 1]!) >= 0) continue;
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(item, first[middle]!) < 0) high = middle;
      else low = middle + 1;
    }
    if (first.length >= count) first.pop();
    first.splice(low, 0, item);
  }
  return first;
}
