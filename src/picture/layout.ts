/** Lays a picture out on a sheet: where each text, line and bar stands, before anything is painted. */
import type { Picture } from "../desk/picture.ts";
import type { Locale } from "../language/messages.ts";
import { pictureMessages } from "../language/pictures.ts";
import { barSheet } from "./bar-sheet.ts";
import { barContent, timelineContent } from "./content.ts";
import { createTypesetter, type PictureSheet } from "./sheet.ts";
import { timelineSheet } from "./timeline-sheet.ts";

/** The sheet of a picture: a pure function of both. */
export function layOutPicture(picture: Picture, locale: Locale): PictureSheet {
  const words = pictureMessages(locale);
  const set = createTypesetter(locale);
  return picture.type === "bars"
    ? barSheet(barContent(picture, words), set, words)
    : timelineSheet(timelineContent(picture, words), set, words);
}
