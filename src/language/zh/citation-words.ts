/** Words in citations of Chinese sources. */
import type { CitationWords } from "../citation-words.ts";

export const chineseCitationWords: CitationWords = {
  styleSuffixes: "格式|样式|樣式",
  otherAuthors: "等",
};
