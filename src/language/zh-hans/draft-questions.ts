/** What a text leaves open of a draft, as it is asked in simplified Chinese. */
import type { DraftQuestions } from "../en/draft-questions.ts";
import { spaceLatin } from "../zh/typography.ts";

export const simplifiedDraftQuestions: DraftQuestions = {
  giver: () => "是谁捐的？",
  speaker: () => "这话是谁说的？",
  company: () => "指哪家公司？",
  person: (words) => spaceLatin`“${words}”是谁？`,
  thing: (words) => spaceLatin`“${words}”指哪一个？`,
  speakerOf: (words) => spaceLatin`“${words}”中是谁说的？`,
  day: (words) => spaceLatin`“${words}”是哪一天或哪一年？`,
};
