/** English messages in pictures. */
import { createCompactNumber } from "../compact-number.ts";
import type { PictureMessages } from "../pictures.ts";

export const englishPictures = (): PictureMessages => ({
  notDrawn: "Not drawn",
  more: (count) => `${count} more in the table`,
  labelled: (label) => `${label}: `,
  aside: (text) => ` (${text})`,
  years: (date) => date,
  number: createCompactNumber("en"),
});
