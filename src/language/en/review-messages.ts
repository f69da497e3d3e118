/** English messages of reviewing: what is asked of a reviewer, and why something cannot be written. */
import { englishDraftQuestions } from "./draft-questions.ts";

const list = (names: readonly string[]): string =>
  new Intl.ListFormat("en", { type: "disjunction" }).format(names);

/** What a person is asked where a field is empty. */
const asks = {
  speaker: "Who said this?",
  donors: "Who gave it?",
  verb: "Which word of the passage says that it was given?",
  term: "Which term does it define?",
  when: "Which words of the passage say when?",
  name: "Whom does it name?",
};

export const englishReview = {
  questions: englishDraftQuestions,
  asks: asks as typeof asks & Readonly<Record<string, string>>,
  askFor: (name: string): string => `What is the ${name}?`,
  whichOf: (name: string): string => `Which ${name}?`,
  openQuestion: (ask: string): string => `Still open: ${ask} Pick a candidate, or type it.`,
  severalNamed: (field: string, name: string, refs: readonly string[]): string =>
    `${field}: “${name}” is the name of several. Type ${list(refs)}.`,
  notNamed: (field: string, name: string, source: string): string =>
    `${field}: “${name}” is neither on the shelf nor named in ${source}. Type a name as the source has it.`,
  noNumber: (typed: string): string =>
    `value: “${typed}” is no number above zero. Type digits, such as 15000000000, or leave it empty.`,
  noCurrency: (typed: string): string =>
    `currency: “${typed}” is no code of three letters. Type one such as USD or CNY, or leave it empty.`,
  noDate: (typed: string): string =>
    `date: “${typed}” is no date. Type 2021, 2021-08, 2021-08-17 or 1990s, or leave it empty.`,
  noField: (name: string, names: readonly string[]): string =>
    `“${name}” is no field of this. Its fields are ${list(names)}.`,
  tooLong: (name: string, most: number): string =>
    `${name} is longer than ${most} characters. Type something shorter.`,
  notInSource: (passage: string, source: string, nearest: string | undefined): string =>
    `“${passage}” is not in ${source}.${nearest === undefined ? "" : ` The nearest words there are: “${nearest}”`}`,
  noPassage: "A record needs a passage. Type the words of the source that say it.",
  existingFields: (file: string): string =>
    `A record that is there is confirmed or left as it is. To change it, edit ${file}.`,
  reportFields: "A report is settled or rejected, and has no fields.",
  nothingToMerge: "No record of the shelf says the same, so there is none to add this to.",
  otherSpeaker: (ref: string, there: string): string =>
    `${ref} has the same words, said by ${there}. Say whether this is added to it, with its speaker, or becomes another record.`,
  alreadyThere: (ref: string): string =>
    `${ref} is of this very place already. Reject this, or make another record of it.`,
  changedSince: (file: string): string =>
    `${file} was changed since, so it is left as it is. Take back by hand what is not wanted.`,
  notWritable: (root: string, reason: string): string =>
    `The shelf in ${root} cannot be written to (${reason}), so nothing can be accepted. Give its folder to who runs this.`,
  busy: (root: string): string =>
    `Another process is writing to the shelf in ${root} and does not end. Try again in a minute.`,
  brokenShelf: "The shelf does not hold as it is, so nothing is written to it:",
  unnamed: "Unnamed donors",
  noSum: "no sum",
};

/** The messages of reviewing, in any language. */
export type ReviewMessages = typeof englishReview;
