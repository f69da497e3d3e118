/** English messages in pictures. */
import { createCompactNumber } from "../compact-number.ts";
import type { PictureMessages } from "../pictures.ts";
import { countNoun } from "./typography.ts";

export const englishPictures = (): PictureMessages => ({
  notDrawn: "Not drawn",
  more: (count) => `${count} more in the table`,
  labelled: (label) => `${label}: `,
  aside: (text) => ` (${text})`,
  years: (date) => date,
  entries: "Dated entries",
  counted: (entries, inferred) =>
    `${countNoun(entries, "dated entry", "dated entries")}${inferred === 0 ? "" : `; ${countNoun(inferred, "date")} inferred`}.`,
  number: createCompactNumber("en"),
});
