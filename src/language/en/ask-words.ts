/** English words in a typed ask. */
import type { AskWords } from "../ask-words.ts";

export const englishAskWords: AskWords = {
  yes: ["yes", "true", "on", "1"],
  no: ["no", "false", "off", "0"],
  plainOptions: ["about"],
  dayUnits: ["d", "days?"],
  helpNames: ["?"],
};
