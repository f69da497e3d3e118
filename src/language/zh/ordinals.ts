/** Chinese ordinals. */
import type { OrdinalGrammar } from "../ordinals.ts";

const DIGITS = [..."零一二三四五六七八九十"];

export const chineseOrdinals: OrdinalGrammar = {
  // 第3次 is 第三次, and 3次分配 is 三次分配.
  spell: (folded) =>
    folded.replace(
      /(第 ?)?(?<!\d)(10|\d) ?(?=[次个個轮輪届屆大])/gu,
      (_, prefix: string | undefined, figures: string) =>
        `${prefix === undefined ? "" : "第"}${DIGITS[Number(figures)]}`,
    ),
  numberWords: "[零一二三四五六七八九十](?=次|届|屆|轮|輪)",
};
