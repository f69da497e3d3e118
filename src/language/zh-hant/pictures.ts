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
  entries: "有日期的條目",
  counted: (entries, inferred) =>
    `共${entries}條有日期的條目${inferred === 0 ? "" : `，其中${inferred}條的日期為推斷`}。`,
  number: createCompactNumber("zh-Hant"),
});
