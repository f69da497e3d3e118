/** Chinese words that separate names in a list, in both scripts. */
import type { NameListGrammar } from "../name-lists.ts";

export const chineseNameLists: NameListGrammar = {
  joiners: "以及|还有|還有|相比|对比|對比|比较|比較|[和与與跟同及或对對比]",
};
