/** Knows kinds of files that cannot be read by their first bytes, to name them. */
import type { UnreadableName } from "../language/en/intake.ts";
import { unmarkedUtf16 } from "./decode-bytes.ts";
import type { RawDocument } from "./document.ts";

/** What a file is, and in which format where it is named. */
type Unreadable = readonly [name: UnreadableName, format: string];

/** The beginnings of files, and what they are. Bytes that are not printable ASCII are written as in addresses. */
const SIGNATURES: readonly (readonly [RegExp, Unreadable])[] = [
  [/^%89PNG/, ["image", "PNG"]],
  [/^%FF%D8%FF/, ["image", "JPEG"]],
  [/^GIF8[79]a/, ["image", "GIF"]],
  [/^RIFF.{4,12}WEBP/, ["image", "WebP"]],
  [/^(?:II\*%00|MM%00\*)/, ["image", "TIFF"]],
  [/^BM.{4,12}%00%00%00%00/, ["image", "BMP"]],
  [/^.{4,12}ftyp(?:avif|heic|mif1)/, ["image", "AVIF or HEIC"]],
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i, ["image", "SVG"]],
  [/^.{4,12}ftyp|^%1AE%DF%A3|^RIFF.{4,12}AVI /, ["film", ""]],
  [/^(?:ID3|%FF%F[B23]|OggS|fLaC|RIFF.{4,12}WAVE)/, ["sound", ""]],
  [/^PK(?:%03%04|%05%06)/, ["archive", "ZIP"]],
  [/^(?:%1F%8B|BZh|%FD7zXZ|7z%BC%AF|Rar!|\(%B5\/%FD)/, ["archive", "compressed"]],
  [/^%D0%CF%11%E0/, ["oldOffice", ""]],
  [/^\{\\rtf/, ["richText", ""]],
  [/^(?:%7FELF|MZ%90|%CF%FA%ED%FE|%CA%FE%BA%BE)/, ["program", ""]],
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i, ["feed", ""]],
  [/^\s*<\?xml[^>]*>\s*(?!(?:<!--[\s\S]*?-->\s*)*<(?:!doctype )?html)/i, ["xml", ""]],
  [/^%!PS/, ["postScript", ""]],
];

const writeByte = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;

/** Returns what a file is that no kind reads, or undefined when it may be text. */
export function unreadableName({ bytes, start }: RawDocument): Unreadable | undefined {
  const written = start.slice(0, 2_000).replace(/[^\t\n\r -~]/g, writeByte);
  const known = SIGNATURES.find(([pattern]) => pattern.test(written))?.[1];
  if (known !== undefined) return known;
  const isWide = /^(?:%FF%FE|%FE%FF)/.test(written) || unmarkedUtf16(bytes) !== undefined;
  return start.includes("\0") && !isWide ? ["binary", ""] : undefined;
}
