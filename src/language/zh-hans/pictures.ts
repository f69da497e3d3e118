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
  entries: "有日期的条目",
  counted: (entries, inferred) =>
    `共${entries}条有日期的条目${inferred === 0 ? "" : `，其中${inferred}条的日期为推断`}。`,
  number: createCompactNumber("zh-Hans"),
});
