/** Reads the directory of a ZIP archive, so that it is known how large it would become before anything is unpacked. */
import { inflateRawSync } from "node:zlib";

/** A file in an archive, as its directory has it. The directory may lie about sizes; unpacking is bounded by them. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly packed: number;
  readonly method: number;
  readonly offset: number;
}

const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const [END_LENGTH, ENTRY_LENGTH, LOCAL_LENGTH, LONGEST_COMMENT] = [22, 46, 30, 65_535];

/** Returns the files of an archive, or undefined when the bytes are none, or one that is damaged or of ZIP64. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < END_LENGTH || buffer.readUInt32LE(0) !== LOCAL) return undefined;
  let end = buffer.length - END_LENGTH;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && buffer.readUInt32LE(end) !== END) end -= 1;
  if (end < first) return undefined;
  const count = buffer.readUInt16LE(end + 10);
  let at = buffer.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > end || buffer.readUInt32LE(at) !== ENTRY) return undefined;
    const lengths = [28, 30, 32].map((place) => buffer.readUInt16LE(at + place));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    entries.push({
      name: buffer.toString("utf8", at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength),
      size: buffer.readUInt32LE(at + 24),
      packed: buffer.readUInt32LE(at + 20),
      method: buffer.readUInt16LE(at + 10),
      offset: buffer.readUInt32LE(at + 42),
    });
    at += ENTRY_LENGTH + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Returns the content of a file in an archive; undefined when it is damaged, or larger than its directory says. */
export function readZipEntry(bytes: Uint8Array, entry: ZipEntry): Buffer | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { offset, packed, size, method } = entry;
    if (buffer.readUInt32LE(offset) !== LOCAL) return undefined;
    const start = offset + LOCAL_LENGTH + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
    const content = buffer.subarray(start, start + packed);
    if (method === 0) return content.length === size ? content : undefined;
    return method === 8 ? inflateRawSync(content, { maxOutputLength: Math.max(1, size) }) : undefined;
  } catch {
    return undefined;
  }
}
