/** Where a stretch stands in a text, without reading the whole text for each that is sought. */

/** How many letters a block has, and from which length on a text is indexed by its blocks, in UTF-16 units. */
const BLOCK = 8;
const LONG = 20_000;

/** The places of a stretch, two of them at most: more need not be known to say that it stands more than once. */
export type FindSubstring = (stretch: string) => number[];

/** The first two places, one after the other. */
function read(text: string, stretch: string): number[] {
  const first = text.indexOf(stretch);
  if (first < 0) return [];
  const second = text.indexOf(stretch, first + 1);
  return second < 0 ? [first] : [first, second];
}

function hashAt(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let index = at; index < at + BLOCK; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** The blocks of a text end to end, and by the hash of each the numbers of those that may be it. */
function blocksOf(text: string): (stretch: string, at: number) => Iterable<number> {
  const count = Math.floor(text.length / BLOCK);
  const size = 2 ** Math.ceil(Math.log2(count * 2));
  const last = new Int32Array(size).fill(-1);
  const before = new Int32Array(count);
  for (let block = 0; block < count; block++) {
    const slot = hashAt(text, block * BLOCK) & (size - 1);
    before[block] = last[slot]!;
    last[slot] = block;
  }
  return function* (stretch, at) {
    for (let block = last[hashAt(stretch, at) & (size - 1)]!; block >= 0; block = before[block]!) yield block;
  };
}

/**
 * Wherever a stretch of two blocks' length stands, one block of the text lies inside it, so that it is found by
 * one of its first eight blocks, and by no other.
 */
export function createSubstringIndex(text: string): FindSubstring {
  if (text.length < LONG) return (stretch) => read(text, stretch);
  let blocks: ReturnType<typeof blocksOf> | undefined;
  return (stretch) => {
    if (stretch.length < 2 * BLOCK) return read(text, stretch);
    blocks ??= blocksOf(text);
    const found: number[] = [];
    for (let at = 0; at < BLOCK; at++)
      for (const block of blocks(stretch, at)) {
        const start = block * BLOCK - at;
        if (start < 0 || !text.startsWith(stretch, start)) continue;
        if (found.push(start) === 2) return found;
      }
    return found;
  };
}
