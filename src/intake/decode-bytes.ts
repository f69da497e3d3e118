/** Turns bytes into text, without ever putting a character in the place of one that cannot be read. */
import { isUtf8 } from "node:buffer";
// Not the TextDecoder of Node, whose version 20 reads windows-1252 as ISO-8859-1.
import { TextDecoder } from "@exodus/bytes/encoding.js";
import { detect } from "chardet";
import sniffEncoding from "html-encoding-sniffer";
import { cardNotes } from "../language/en/card-notes.ts";
import { refusal } from "./refusal.ts";

const say = cardNotes.encoding;

/** What is said about the encoding of bytes by whoever sent or wrote them. */
export interface EncodingHints {
  /** The charset of the Content-Type header. */
  readonly charset?: string | undefined;
  /** Whether the bytes are a page, which may name its charset itself. */
  readonly isPage?: boolean;
}

/** Text, the name of the encoding it was read in, and what a reader of the card has to know about that. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly note?: string;
}

/** So many sequences of several bytes that are UTF-8 are no accident, whatever the page says of itself. */
const CERTAIN_SEQUENCES = 8;

/** The share of characters that must be common ones for bytes without a mark to be taken for UTF-16. */
const COMMON_SHARE = 0.9;

/** Common characters of texts: printable ASCII and Latin, line ends, general and Han punctuation, kana, Han, hangul. */
const COMMON =
  /[\t\n\r\u0020-\u007e\u00a0-\u024f\u2010-\u203a\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]/g;

/** Returns the text of bytes in an encoding, or undefined when they are not in it or it is not known. */
function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes("\ufffd") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Returns the standard name of an encoding by one of its labels. */
function encodingName(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return label;
  }
}

function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

/** Returns UTF-16 without a byte order mark, when nearly all characters are common ones in one of its orders. */
export function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length < 8 || bytes.length % 2 > 0) return undefined;
  // Text in one-byte encodings holds no zero byte; without one, only Chinese, Japanese or Korean is left.
  const start = bytes.subarray(0, 4096);
  for (const label of ["utf-16le", "utf-16be"]) {
    const text = decodeAs(start, label);
    if (text === undefined) continue;
    const plain = (text.match(/[\n\u0020-\u007e\u3001\u3002\uff0c]/g) ?? []).length;
    if (plain > 0 && (text.match(COMMON) ?? []).length >= text.length * COMMON_SHARE) return label;
  }
  return undefined;
}

const EAST_ASIAN_ENCODING = /^(?:gb|big5|shift_jis|euc-|iso-2022)/;

/** Tells whether a text makes sense in its encoding: in one of East Asia, a few stray letters would become Han. */
function isPlausible({ text, encoding }: DecodedText): boolean {
  if (!EAST_ASIAN_ENCODING.test(encoding)) return true;
  const letters = (text.match(/\p{L}/gu) ?? []).length;
  const eastAsian = (
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) ?? []
  ).length;
  return eastAsian > letters * 0.03;
}

/**
 * Returns text that is UTF-8 but for some letters, as pages that are put together from several are. Any other encoding
 * would make something else of all its letters.
 */
function damagedUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  const lost = (text.match(/\ufffd/g) ?? []).length;
  const whole = (text.match(/[^\0-\x7f\ufffd]/g) ?? []).length;
  // Letters that were lost before are written as U+FFFD itself.
  return isUtf8(bytes) || whole > lost ? { text, encoding: "utf-8", note: say.damaged(lost) } : undefined;
}

const isCertainlyUtf8 = (text: string): boolean =>
  (text.match(/[^\0-\x7f]/g) ?? []).length >= CERTAIN_SEQUENCES;

/** Returns text with line feeds as its only line ends, and without a byte order mark. */
export const normalizeLines = (text: string): string => text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");

function decode(bytes: Uint8Array, { charset, isPage = false }: EncodingHints): DecodedText | undefined {
  const attempt = (label: string | undefined): DecodedText | undefined => {
    const text = label === undefined ? undefined : decodeAs(bytes, label);
    return text === undefined ? undefined : { text, encoding: encodingName(label!) };
  };
  const marked = attempt(markedEncoding(bytes));
  if (marked) return marked;
  const own = isPage ? sniffEncoding(bytes, { defaultEncoding: "" }) : "";
  const said = charset || own || undefined;
  const utf8 = attempt("utf-8");
  const declared = attempt(charset) ?? attempt(own || undefined);
  const differs = (read: DecodedText): DecodedText =>
    said === undefined || encodingName(said) === read.encoding
      ? read
      : { ...read, note: say.differs(said, read.encoding) };
  if (utf8 && !utf8.text.includes("\0") && (!declared || isCertainlyUtf8(utf8.text))) return differs(utf8);
  if (declared && !declared.text.includes("\0")) return differs(declared);
  const wide = attempt(unmarkedUtf16(bytes));
  if (wide) return { ...wide, note: say.guessed(wide.encoding) };
  const damaged = damagedUtf8(bytes);
  // What is damaged on a page may stand outside its article, which is looked through later.
  if (damaged) return isPage ? damaged : undefined;
  const guess = [detect(bytes) ?? undefined, "gb18030", "windows-1252"]
    .map(attempt)
    .find((read) => read !== undefined && isPlausible(read));
  if (!guess) return undefined;
  const differing = differs(guess);
  return { ...guess, note: [differing.note, say.guessed(guess.encoding)].filter(Boolean).join(" ") };
}

/**
 * Reads bytes as text: by their mark, by what header or page say, or by a guess, which the note then tells.
 * @throws {Refusal} when no encoding fits every byte
 */
export function decodeBytes(bytes: Uint8Array, hints: EncodingHints = {}): DecodedText {
  const read = decode(bytes, hints);
  if (!read || read.text.includes("\0")) throw refusal("encoding", "unreadable");
  return { ...read, text: normalizeLines(read.text) };
}
