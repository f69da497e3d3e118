/** English words that `add` writes into cards, where every reader of a source finds them: notes, and where values were found. */
import { countNoun } from "./typography.ts";

const card = {
  untitled: "Untitled",
  publisherGuessed: (place: string) => `The publisher is read from ${place}.`,
  guess: (place: string) => `${place} (a guess)`,
  nowhere: "nothing that was read",
  titleElsewhere: (place: string) => `The stored text does not have this title; it comes from ${place}.`,
  rights: {
    reserved: "All rights reserved by its publisher; passages are quoted.",
    "public-domain": "In the public domain.",
    unknown: "Nobody has looked into the rights yet; passages are quoted.",
  },
  tookWhole: "The text is that of the whole page, since its article was nearly empty.",
  sameStory: (id: string, share: number) =>
    `It tells the same story as ${id}: ${Math.floor(share * 100)} % of the shorter text is the same words.`,
  servedOtherwise: (type: string, kind: string) =>
    `Its server called it ${type}; it was read as what it is: ${kind}.`,
};

const encoding = {
  differs: (said: string, read: string) => `It says ${said} of itself, and is ${read}; it was read as that.`,
  guessed: (read: string) => `Nothing says how its letters are encoded; it was read as ${read}, by a guess.`,
  damaged: (lost: number) =>
    `${countNoun(lost, "letter")} of the page ${lost === 1 ? "is" : "are"} damaged, and not in its text.`,
};

const page = {
  elsewhere: (address: string) =>
    `The page names ${address} as its canonical address: that may be the original.`,
  paid: "The page says that only subscribers can read all of it: the text may be a part.",
};

const mail = {
  senderAddress: "the sender's address",
  attachments: (number: number) =>
    `${countNoun(number, "attachment")} of the mail ${number === 1 ? "is" : "are"} not part of the text.`,
};

const pdf = {
  largestLine: "the largest line of its first page",
  property: "the property Title",
  author: "the property Author",
  radicals: (number: number) =>
    `${countNoun(number, "character")} that ${number === 1 ? "was a radical is now the ordinary character that looks" : "were radicals are now the ordinary characters that look"} the same.`,
  hyphens: (words: readonly string[]) =>
    `Broken at a line’s end, and perhaps one word: ${words.join(", ")}. The hyphen was kept.`,
  rotated: (number: number) =>
    `${countNoun(number, "piece")} of text that ${number === 1 ? "is" : "are"} not upright ${number === 1 ? "was" : "were"} left out.`,
};

const word = {
  heading: "its first heading",
};

/** Where a value was found, when no element or member has a name for it. */
const places = {
  text: "the text itself",
  above: "the lines above the text",
  firstLine: "the first line",
  frontMatter: (name: string) => `front matter, ${name}`,
  fileName: "the name of the file",
  given: "what was given",
};

/** All words that stand in cards. */
export const cardNotes = { card, encoding, mail, page, pdf, places, word };
