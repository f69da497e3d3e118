/** Chooses fonts for texts from packaged files, so that pictures do not depend on the fonts of the machine. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { GlobalFonts } from "@napi-rs/canvas";
import { OMISSION_MARK } from "../desk/truncate.ts";
import { type Locale, localeFromScript } from "../language/messages.ts";
import { lazy } from "../support/lazy.ts";
import { splitGraphemes } from "../support/segments.ts";
import { readFontLetters } from "./woff2.ts";

/** A drawable text, and the fonts for it and for the mark that shortens it. */
export interface FontFace {
  readonly text: string;
  /** A CSS `font-family` list. */
  readonly family: string;
}

/** One file of a font: a subset of its characters, in every weight. */
interface Slice {
  readonly font: Font;
  /** Its index among the slices of its font. */
  readonly place: number;
  readonly family: string;
  /** Returns the code points in the file. The first call reads the file and registers the font. */
  readonly letters: () => ReadonlySet<number>;
}

/** Returns the slices whose declared ranges include a code point, in package order: rare characters first. */
type Shelf = (letter: number) => readonly Slice[];

const FONTS = { latin: "source-sans-3", simplified: "noto-sans-sc", traditional: "noto-sans-tc" } as const;
type Font = keyof typeof FONTS;

/** The geta mark (U+3013), the conventional sign for a character that is not available. */
const MISSING = "〓";

function sliceOf(font: Font, place: number, path: string): Slice {
  const family = `refdesk ${font} ${place}`;
  const letters = lazy(() => {
    const file = readFileSync(path);
    if (GlobalFonts.register(file, family) === null) throw new Error(`${path} is not a font`);
    return readFontLetters(file);
  });
  return { font, place, family, letters };
}

/** Reads the declared ranges of a font from its package's `unicode.json`: `{ "[4]": "U+1f1e9-1f1f5,U+20", … }`. */
function shelfOf(font: Font): Shelf {
  const list = createRequire(import.meta.url).resolve(`@fontsource-variable/${FONTS[font]}/unicode.json`);
  const ranges: Record<string, string> = JSON.parse(readFileSync(list, "utf8"));
  const slices = new Map<number, Slice[]>();
  for (const [place, [name, declared]] of Object.entries(ranges).entries()) {
    const part = name.replace(/[[\]]/g, "");
    const file = join(dirname(list), "files", `${FONTS[font]}-${part}-wght-normal.woff2`);
    const slice = sliceOf(font, place, file);
    for (const range of declared.split(",")) {
      const [first = 0, last = first] = range
        .replace(/^U\+/i, "")
        .split("-")
        .map((hex) => Number.parseInt(hex, 16));
      for (let letter = first; letter <= last; letter++) {
        const known = slices.get(letter);
        if (known === undefined) slices.set(letter, [slice]);
        else known.push(slice);
      }
    }
  }
  return (letter) => slices.get(letter) ?? [];
}

const SHELVES: Record<Font, () => Shelf> = {
  latin: lazy(() => shelfOf("latin")),
  simplified: lazy(() => shelfOf("simplified")),
  traditional: lazy(() => shelfOf("traditional")),
};

/** Returns the first slice whose file has all code points of a character; declared ranges can be wrong. */
function sliceFor(letter: string, fonts: readonly Font[]): Slice | undefined {
  const points = Array.from(letter, (point) => point.codePointAt(0)!);
  for (const font of fonts)
    for (const slice of SHELVES[font]()(points[0]!))
      if (points.every((point) => slice.letters().has(point))) return slice;
  return undefined;
}

/**
 * Chooses the fonts for a text, and replaces each character that none of them has by `〓`. The Latin font comes first
 * even in Chinese text, because Chinese fonts draw Latin punctuation as wide as a Chinese character. Slices of a font
 * are in package order: the slice with the common letters would compose `ź` from parts, side by side.
 */
export function chooseFace(text: string, locale: Locale): FontFace {
  const traditional = locale === "zh-Hant" || localeFromScript(text) === "zh-Hant";
  const fonts: readonly Font[] = traditional
    ? ["latin", "traditional", "simplified"]
    : ["latin", "simplified", "traditional"];
  const slices = new Set<Slice>();
  const found = (letter: string): boolean => {
    const slice = sliceFor(letter, fonts);
    if (slice !== undefined) slices.add(slice);
    return slice !== undefined;
  };
  const characters = splitGraphemes(text.normalize("NFC")).map((grapheme) => {
    const letter = grapheme.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
    if (letter === "" || found(letter)) return letter;
    found(MISSING);
    return MISSING;
  });
  for (const letter of ` ${OMISSION_MARK}`) found(letter);
  const family = [...slices]
    .sort((one, other) => fonts.indexOf(one.font) - fonts.indexOf(other.font) || one.place - other.place)
    .map(({ family }) => `"${family}"`)
    .join(", ");
  return { text: characters.join(""), family };
}
