/** Lays a picture out on a sheet: where each text, line and bar stands, before anything is painted. */
import type { Picture } from "../desk/picture.ts";
import type { Locale } from "../language/messages.ts";
import { pictureWords } from "../language/pictures.ts";
import { barsSheet } from "./bar-sheet.ts";
import { barsOf, momentsOf } from "./content.ts";
import { type Sheet, setterFor } from "./sheet.ts";
import { momentsSheet } from "./timeline-sheet.ts";

/** The sheet of a picture: a pure function of both. */
export function layOut(picture: Picture, locale: Locale): Sheet {
  const words = pictureWords(locale);
  const set = setterFor(locale);
  return picture.type === "bars"
    ? barsSheet(barsOf(picture, words), set, words)
    : momentsSheet(momentsOf(picture, words), set, words);
}
