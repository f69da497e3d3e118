/** Messages in pictures in traditional Chinese. */
import { createCompactNumber } from "../compact-number.ts";
import type { PictureMessages } from "../pictures.ts";
import { chineseAside, chineseLabel, chineseYears } from "../zh/typography.ts";

export const traditionalPictures = (): PictureMessages => ({
  notDrawn: "未畫出",
  more: (count) => `表格中另有${count}項`,
  labelled: chineseLabel,
  aside: chineseAside,
  years: chineseYears,
  number: createCompactNumber("zh-Hant"),
});
