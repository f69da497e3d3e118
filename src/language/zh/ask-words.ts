/** Chinese words in a typed ask, in both scripts. */
import type { AskWords } from "../ask-words.ts";

export const chineseAskWords: AskWords = {
  yes: ["是"],
  no: ["否"],
  plainOptions: [],
  dayUnits: ["天", "日"],
  helpNames: ["？", "帮助", "说明", "幫助", "說明"],
};
