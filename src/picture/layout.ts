/** Lays out a picture: computes the positions of all texts, lines and bars before painting. */
import type { Picture } from "../desk/picture.ts";
import type { Locale } from "../language/messages.ts";
import { pictureMessages } from "../language/pictures.ts";
import { barSheet } from "./bar-sheet.ts";
import { barContent, timelineContent } from "./content.ts";
import { createTypesetter, type PictureSheet } from "./sheet.ts";
import { timelineSheet } from "./timeline-sheet.ts";

/** Returns the sheet of a picture. Deterministic: the same picture and locale give the same sheet. */
export function layOutPicture(picture: Picture, locale: Locale): PictureSheet {
  const words = pictureMessages(locale);
  const set = createTypesetter(locale);
  return picture.type === "bars"
    ? barSheet(barContent(picture, words), set, words)
    : timelineSheet(timelineContent(picture, words), set, words);
}
