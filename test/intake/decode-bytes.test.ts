/** Bytes are read in the encoding they are in, or by a guess that is told, or not at all. */
import { describe, expect, it } from "vitest";
import { decodeBytes } from "../../src/intake/decode-bytes.ts";
import { Refusal } from "../../src/intake/refusal.ts";

const TEXT = "“Flood walls” cost £42.6 million — Müller’s café.";
const CHINESE = "去年十月，河水漫过艾勒里港的码头，镇政府买来的水泵停了下来。";

/** Bytes of GB18030, Big5 and windows-1252, which Node cannot write. */
const hex = (text: string): Uint8Array => Buffer.from(text.replace(/\s/g, ""), "hex");
/** “去年十月，河水漫过码头。” in GB18030, and “去年十月，河水漫過碼頭。” in Big5. */
const GB = hex("c8a5c4eacaaed4c2a3acbad3cbaec2feb9fdc2ebcdb7a1a3");
const BIG5 = hex("a568a67ea451a4eba141aa65a4f4baa9b94cbd58c059a143");
const WINDOWS = Buffer.from(
  "\x93Flood walls\x94 cost \xa342.6 million \x97 M\xfcller\x92s caf\xe9.",
  "latin1",
);
const utf16 = (text: string, isBig: boolean): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return isBig ? bytes.swap16() : bytes;
};
const many = (bytes: Uint8Array, count: number): Buffer =>
  Buffer.concat(Array.from({ length: count }, () => bytes));
const page = (charset: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`<html><head><meta charset="${charset}"></head><body><p>`),
    bytes,
    Buffer.from("</p>"),
  ]);

describe("bytes are read as", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT), {}, TEXT, "utf-8", undefined],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${TEXT}`), {}, TEXT, "utf-8", undefined],
    ["UTF-16 with a mark", utf16(`\ufeff${TEXT}`, false), {}, TEXT, "utf-16le", undefined],
    ["UTF-16 the other way round", utf16(`\ufeff${TEXT}`, true), {}, TEXT, "utf-16be", undefined],
    ["UTF-16 without a mark", utf16(TEXT, false), {}, TEXT, "utf-16le", /by a guess/],
    ["Chinese UTF-16 without a mark", utf16(CHINESE, true), {}, CHINESE, "utf-16be", /by a guess/],
    ["what the header says", WINDOWS, { charset: "windows-1252" }, TEXT, "windows-1252", undefined],
    ["GB18030, as the header says", GB, { charset: "gbk" }, "去年十月，河水漫过码头。", "gbk", undefined],
    ["Big5, as the header says", BIG5, { charset: "big5" }, "去年十月，河水漫過碼頭。", "big5", undefined],
    ["windows-1252 by a guess", WINDOWS, {}, TEXT, "windows-1252", /read as windows-1252, by a guess/],
    [
      "UTF-8, although the header says another",
      Buffer.from(CHINESE),
      { charset: "iso-8859-1" },
      CHINESE,
      "utf-8",
      /^It says iso-8859-1 of itself, and is utf-8/,
    ],
  ] as const)("%s", (_, bytes, hints, text, encoding, note) => {
    const read = decodeBytes(bytes, hints);
    expect(read.text).toBe(text);
    expect(read.encoding).toBe(encoding);
    if (note) expect(read.note).toMatch(note);
    else expect(read.note).toBeUndefined();
  });

  it("GB18030, although the page says utf-8, and this is told", () => {
    const { text, encoding, note } = decodeBytes(page("utf-8", many(GB, 12)), { isPage: true });
    expect(text).toContain("去年十月，河水漫过码头。");
    expect(encoding).toMatch(/^gb/);
    expect(note).toMatch(/^It says utf-8 of itself, and is gb\w+; it was read as that\. Nothing says/i);
  });

  it("what the page says of itself", () => {
    expect(decodeBytes(page("big5", BIG5), { isPage: true })).toMatchObject({ encoding: "big5" });
    expect(decodeBytes(page("gb2312", GB), { isPage: true }).text).toContain("河水漫过码头");
  });
});

it("line ends become line feeds, and nothing else is changed", () => {
  expect(decodeBytes(Buffer.from("a\r\nb\rc\n\u00a0\u2009“d” ﬁ\u202e\u001b[1m")).text).toBe(
    "a\nb\nc\n\u00a0\u2009“d” ﬁ\u202e\u001b[1m",
  );
});

it.each([
  ["holds U+FFFD", Buffer.from("a \ufffd b")],
  ["is no text", Buffer.from([0, 1, 2, 3, 0, 255, 254, 7, 0, 9, 200, 0])],
])("what %s is refused", (_, bytes) => {
  expect(() => decodeBytes(bytes)).toThrow(Refusal);
});
