/** What a text leaves open of a draft, as it is asked in English. */

export const englishDraftQuestions = {
  giver: () => "Who gave it?",
  speaker: () => "Who said this?",
  company: () => "Which company is meant?",
  person: (words: string) => `Who is “${words}”?`,
  thing: (words: string) => `Which is “${words}”?`,
  speakerOf: (words: string) => `Who of “${words}” said it?`,
  day: (words: string) => `Of which day or year is “${words}”?`,
};

/** The questions of drafts, in any language, by what they ask. */
export type DraftQuestions = typeof englishDraftQuestions;
