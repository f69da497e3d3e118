/** What a text leaves open of a draft, as it is asked in traditional Chinese. */
import type { DraftQuestions } from "../en/draft-questions.ts";
import { spaceLatin } from "../zh/typography.ts";

export const traditionalDraftQuestions: DraftQuestions = {
  giver: () => "是誰捐的？",
  speaker: () => "這話是誰說的？",
  company: () => "指哪家公司？",
  person: (words) => spaceLatin`「${words}」是誰？`,
  thing: (words) => spaceLatin`「${words}」指哪一個？`,
  speakerOf: (words) => spaceLatin`「${words}」中是誰說的？`,
  day: (words) => spaceLatin`「${words}」是哪一天或哪一年？`,
};
