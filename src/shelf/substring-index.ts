/** Finds substrings of a long text without scanning all of it for each. */

/** Block size of the index, and the length from which a text is indexed, both in UTF-16 code units. */
const BLOCK = 8;
const LONG = 20_000;

/** How many lookups are cheaper by scanning than by making an index for them. */
const FEW = 3;

/** Returns offsets of a substring, at most two: enough to tell whether it is unique. */
export type FindSubstring = (stretch: string) => number[];

/** Finds the first two offsets by scanning. */
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

/**
 * Hashes the consecutive blocks of a text. Returns a lookup of block numbers that may equal the block at an
 * offset of another text; hash collisions must be ruled out by the caller.
 */
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
 * Builds an index that finds any substring of at least two blocks. Wherever such a substring occurs, one of its
 * first BLOCK offsets falls on a block boundary of the text, so looking up these offsets finds every
 * occurrence.
 */
export function createSubstringIndex(text: string): FindSubstring {
  if (text.length < LONG) return (stretch) => read(text, stretch);
  let blocks: ReturnType<typeof blocksOf> | undefined;
  let asked = 0;
  return (stretch) => {
    if (stretch.length < 2 * BLOCK || asked++ < FEW) return read(text, stretch);
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
