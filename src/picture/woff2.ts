/** Which letters a WOFF2 font file can draw, read from the file itself: what is said of a font is not always so. */
import { brotliDecompressSync } from "node:zlib";

/** A reader that walks through bytes; numbers are big-endian, as fonts have them. */
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
    /** Seven bits a byte, the high bit where more follow. */
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

/** Places in the list of tables that the format knows by number: https://www.w3.org/TR/WOFF2/#table_dir_format */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const NAMED = 63;

/** The table that maps letters to glyphs. */
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

/** Format 4: runs of letters up to U+FFFF, each with a shift or with its own list of glyphs. */
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

/** Format 12: runs of any letters, each with its first glyph. */
function longMap(map: Buffer, start: number): number[] {
  const read = readerOf(map, start + 12);
  const letters: number[] = [];
  for (let left = read.long(); left > 0; left--) {
    const [first, last, glyph] = [read.long(), read.long(), read.long()];
    for (let letter = first; letter <= last; letter++) if (glyph + letter - first !== 0) letters.push(letter);
  }
  return letters;
}

/** The code points that the font draws with a glyph of its own. */
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
