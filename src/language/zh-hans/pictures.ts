/** Messages in pictures in simplified Chinese. */
import { createCompactNumber } from "../compact-number.ts";
import type { PictureMessages } from "../pictures.ts";
import { chineseAside, chineseLabel, chineseYears } from "../zh/typography.ts";

export const simplifiedPictures = (): PictureMessages => ({
  notDrawn: "未画出",
  more: (count) => `表格中另有${count}项`,
  labelled: chineseLabel,
  aside: chineseAside,
  years: chineseYears,
  number: createCompactNumber("zh-Hans"),
});
