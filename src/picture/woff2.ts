/** Reads which code points a WOFF2 font file can draw, because the ranges that packages declare can be wrong. */
import { brotliDecompressSync } from "node:zlib";

/** Creates a sequential reader of bytes; numbers are big-endian, as in all OpenType data. */
function readerOf(bytes: Buffer, start: number) {
  let at = start;
  return {
    byte: () => bytes.readUInt8(at++),
    short() {
      at += 2;
      return bytes.readUInt16BE(at - 2);
    },
    long() {
      at += 4;
      return bytes.readUInt32BE(at - 4);
    },
    /** Reads a UIntBase128: seven bits per byte; the high bit is set when more bytes follow. */
    packed() {
      let value = 0;
      for (let left = 5; left > 0; left--) {
        const byte = bytes.readUInt8(at++);
        value = value * 128 + (byte & 127);
        if (byte < 128) break;
      }
      return value;
    },
    skip(count: number) {
      at += count;
    },
    get at() {
      return at;
    },
  };
}

/** Known table tags by number, and 63 for a tag that is spelled out: https://www.w3.org/TR/WOFF2/#table_dir_format */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const NAMED = 63;

/**
 * Returns the `cmap` table, which maps code points to glyphs.
 * @throws if the file is not WOFF2 or has no `cmap` table
 */
function mapOf(file: Buffer): Buffer {
  if (file.toString("latin1", 0, 4) !== "wOF2") throw new Error("a font file is not WOFF2");
  const tables = file.readUInt16BE(12);
  const directory = readerOf(file, 48);
  let offset = 0;
  let map: readonly [number, number] | undefined;
  for (let table = 0; table < tables; table++) {
    const flags = directory.byte();
    const tag = flags & 63;
    if (tag === NAMED) directory.skip(4);
    const version = flags >> 6;
    const plain = directory.packed();
    const transformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0;
    const length = transformed ? directory.packed() : plain;
    if (tag === CMAP) map = [offset, offset + length];
    offset += length;
  }
  if (map === undefined) throw new Error("a font file maps no letters");
  const end = directory.at + file.readUInt32BE(20);
  return brotliDecompressSync(file.subarray(directory.at, end)).subarray(...map);
}

/** Reads a `cmap` subtable of format 4 (OpenType): segments up to U+FFFF, each with a delta or a list of glyphs. */
function shortMap(map: Buffer, start: number): number[] {
  const count = map.readUInt16BE(start + 6) / 2;
  const [ends, starts] = [start + 14, start + 16 + 2 * count];
  const [shifts, lists] = [starts + 2 * count, starts + 4 * count];
  const letters: number[] = [];
  for (let run = 0; run < count; run++) {
    const [first, last] = [map.readUInt16BE(starts + 2 * run), map.readUInt16BE(ends + 2 * run)];
    const shift = map.readUInt16BE(shifts + 2 * run);
    const list = map.readUInt16BE(lists + 2 * run);
    for (let letter = first; letter <= last && letter < 0xffff; letter++) {
      const listed = list === 0 ? letter : map.readUInt16BE(lists + 2 * run + list + 2 * (letter - first));
      if (listed !== 0 && ((listed + shift) & 0xffff) !== 0) letters.push(letter);
    }
  }
  return letters;
}

/** Reads a `cmap` subtable of format 12 (OpenType): groups of any code points, each with its first glyph. */
function longMap(map: Buffer, start: number): number[] {
  const read = readerOf(map, start + 12);
  const letters: number[] = [];
  for (let left = read.long(); left > 0; left--) {
    const [first, last, glyph] = [read.long(), read.long(), read.long()];
    for (let letter = first; letter <= last; letter++) if (glyph + letter - first !== 0) letters.push(letter);
  }
  return letters;
}

/**
 * Returns the code points that the font maps to a glyph other than glyph 0, the sign for a missing one.
 * @throws if the file is not WOFF2 or has no `cmap` table
 */
export function readFontLetters(file: Buffer): ReadonlySet<number> {
  const map = mapOf(file);
  const read = readerOf(map, 2);
  const letters = new Set<number>();
  for (let left = read.short(); left > 0; left--) {
    read.skip(4);
    const start = read.long();
    const format = map.readUInt16BE(start);
    if (format !== 4 && format !== 12) continue;
    for (const letter of format === 4 ? shortMap(map, start) : longMap(map, start)) letters.add(letter);
  }
  return letters;
}
