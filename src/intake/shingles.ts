/** Compares texts by their shingles: all runs of five words, or of eight Han characters. */

const [WORDS, HAN_CHARACTERS] = [5, 8];

const HAN = /^\p{Script=Han}$/u;

/** Returns each Han character, and each word of letters and digits in any other script. */
const tokensOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Script=Han}/gu, " $& ")
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** The hashes of the shingles of a text, sorted, each once. */
export type Shingles = Uint32Array;

/** FNV-1a over UTF-16 code units. Collisions are too few to matter among some thousand shingles. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** Returns the shingles of a text. Case, marks and spaces mean nothing. */
export function shinglesOf(text: string): Shingles {
  const tokens = tokensOf(text);
  const isHan = tokens.filter((token) => HAN.test(token)).length > tokens.length / 2;
  const size = Math.max(1, Math.min(isHan ? HAN_CHARACTERS : WORDS, tokens.length));
  const hashes = new Set<number>();
  for (let at = 0; at + size <= tokens.length; at++) hashes.add(hash(tokens.slice(at, at + size).join(" ")));
  return Uint32Array.from(hashes).sort();
}

/** How much two texts have in common. */
export interface Resemblance {
  /** The shared part of all shingles of both. */
  readonly jaccard: number;
  /** The shared part of the shingles of the shorter text. */
  readonly containment: number;
}

/** Compares the shingles of two texts. */
export function compareShingles(one: Shingles, other: Shingles): Resemblance {
  let [shared, at, otherAt] = [0, 0, 0];
  while (at < one.length && otherAt < other.length) {
    const difference = one[at]! - other[otherAt]!;
    if (difference === 0) shared += 1;
    if (difference <= 0) at += 1;
    if (difference >= 0) otherAt += 1;
  }
  const all = one.length + other.length - shared;
  const shorter = Math.min(one.length, other.length);
  return { jaccard: all === 0 ? 0 : shared / all, containment: shorter === 0 ? 0 : shared / shorter };
}
