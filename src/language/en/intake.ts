/** English messages of `add` and `remove`: what was taken, what is open, and why something is not taken. */
import { programCommand } from "../../support/program-command.ts";

const count = (value: number, one: string, many = `${one}s`): string =>
  `${value.toLocaleString("en")} ${value === 1 ? one : many}`;

const listed = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join("\n");

const encoding = {
  lost: "letters of its text are damaged: they are in no encoding. Save it anew from the browser, and add that",
  unreadable: "its letters are in no known encoding, or it is no text. Save it as UTF-8, and add it again",
};

const page = {
  tooDeep: (most: number) =>
    `its elements are nested deeper than ${most.toLocaleString("en")}. Save it from the browser as text, and add that`,
  tooLarge: (most: number) =>
    `it has more than ${most.toLocaleString("en")} elements. Save it from the browser as text, and add that`,
  tooLittle: (length: number) =>
    `only ${count(length, "character")} of text ${length === 1 ? "was" : "were"} found: the page may need JavaScript, a consent or an account. Open it in a browser, save it there as a whole page (or as PDF), and add that file`,
};

/** What files are that cannot be read, by their names in the program. */
const names = {
  image: (format: string) => `an image (${format})`,
  film: () => "a film",
  sound: () => "a sound",
  archive: (format: string) => `an archive (${format})`,
  oldOffice: () => "an old Office file (save it as .docx)",
  richText: () => "rich text (save it as .docx)",
  program: () => "a program",
  feed: () => "a feed (add the addresses of its articles)",
  xml: () => "XML",
  postScript: () => "PostScript (save it as PDF)",
  binary: () => "no text",
} satisfies Readonly<Record<string, (format: string) => string>>;
export type UnreadableName = keyof typeof names;

const kinds = {
  empty: "it is empty",
  unreadable: (name: UnreadableName, format: string) =>
    `it is ${names[name](format)}, which cannot be read. Pages, PDF, Word (.docx), mail (.eml), Markdown and plain text can`,
};

const word = {
  tooLarge: (megabytes: number) =>
    `it would unpack to more than ${megabytes} MB of text and styles. Save it as text, and add that`,
  damaged: "it is damaged: a part of it cannot be unpacked",
};

const mail = {
  empty: "no text was found in it",
};

const pdf = {
  locked: "it is locked with a password. Open it, save a copy without the password, and add that",
  damaged: "it is damaged: it cannot be opened as PDF",
  scan: (pages: number) =>
    `it is a scan: ${count(pages, "page")} without text. Have its letters recognized first (OCR), and add the outcome`,
  unreadable: "its letters have no meaning that could be read (its fonts do not say which letters they draw)",
};

const percent = (share: number): string => `${Math.floor(share * 100)} %`;

/** @param article how many characters its article has; null where nearly all of it is links */
const nearlyEmpty = (article: number | null): string =>
  article === null
    ? "nearly all of its text is links"
    : `only ${count(article, "character")} of text were found in its article`;

const adding = {
  takeWhole: (article: number | null, length: number) => {
    const finding = nearlyEmpty(article);
    return `${finding[0]!.toUpperCase()}${finding.slice(1)}. Take the text of the whole page, ${count(length, "character")}?`;
  },
  notTaken: (article: number | null, length: number) =>
    `${nearlyEmpty(article)}. Take the text of the whole page (${count(length, "character")}) with --whole; or open it in a browser, save it there as a whole page or as PDF, and add that file`,
  noFile: "there is no such file",
  fileTooLarge: (megabytes: number) => `it is larger than ${megabytes} MB`,
  tooLong: (most: number) => `its text has more than ${count(most, "character")}. Add its parts`,
  noText: "no text was found in it",
  neverPublic: "it is a mail, and a mail is never public. Add it without --public",
  addSameStory: (id: string, share: number) =>
    `It tells the same story as ${id}: ${percent(share)} of the shorter text is the same words. Add it as a source of its own?`,
  sameStoryLeft: (id: string) => `it tells the same story as ${id}, and is not wanted beside it`,
  cardFault: (faults: string) => `its card would not hold: ${faults}`,
};

const rows = {
  begins: "begins",
  ends: "ends",
  leftOut: "left out",
  title: "title",
  authors: "authors",
  publisher: "publisher",
  issued: "published",
  language: "language",
  address: "address",
};

/** What is asked for each member of a card that is open. */
const questions = {
  title: "What is its title?",
  authors: "Who wrote it? Several with a semicolon between them; leave it empty if that is not known",
  publisher: "Who published it? Leave it empty if that is not known",
  issued: "When was it published? Such as 2021-11-23, 2021-11 or 2021; leave it empty if that is not known",
  language: "In which language is it? Such as en, zh-Hans or fr; leave it empty if that is not known",
  address: "At which address was it published? Leave it empty if there is none",
  noDate: "Expected a day, a month or a year, such as 2021-11-23",
  noLanguage: "Expected a language tag, such as en or zh-Hans",
  noAddress: "Expected an address that begins with https:// or http://",
};

interface Summary {
  readonly added: number;
  readonly known: number;
  readonly copies: number;
  readonly refused: number;
  readonly left: number;
}

/** What a document is called that a source was made of. */
const TAKEN: Readonly<Record<string, string>> = {
  ...{ page: "page", pdf: "PDF", word: "Word file", mail: "mail", markdown: "Markdown", text: "plain text" },
};

const outcome = {
  rows,
  notKnown: "not known",
  foundAt: (value: string, place: string) => `${value} [${place}]`,
  added: (id: string, kind: string, characters: number, blocks: number) =>
    `Added seeds/${id}.txt and its card: ${TAKEN[kind] ?? kind}, ${count(characters, "character")} in ${count(blocks, "paragraph")}`,
  leftOut: (blocks: number, first: readonly string[]) =>
    blocks === 0
      ? "nothing"
      : `${count(blocks, "line")}: ${first.map((text) => `“${text}”`).join(", ")}${blocks > first.length ? ", …" : ""}`,
  earlier: (id: string) => `It is a newer version of ${id}, which stays as it is.`,
  carried: (id: string, total: number, kept: number) =>
    `Of ${count(total, "passage")} recorded from ${id}, the newer version has ${kept === total ? (total === 1 ? "it" : "all") : kept}. They stay in ${id}${kept === total ? "." : "; it does not have, or not once alone:"}`,
  shownTo: (isForDesk: boolean, rights: string) =>
    `${isForDesk ? "For the desk alone: its pages need a signed link" : "Public: everyone can open its pages"}; rights: ${rights}.`,
  open: (members: readonly string[], id: string) =>
    `Not known: ${members.join(", ")}. Enter what you know in seeds/${id}.json.`,
  ask: (id: string) => `Ask for it: ${programCommand("start", [`"/source ${id}"`])}`,
  review: (id: string) => `Make records of it: ${programCommand("review", [id])}`,
  line: {
    added: (input: string, id: string, characters: number, open: number, sameStory?: string) =>
      `added    ${input}: seeds/${id}, ${count(characters, "character")}${open > 0 ? `, ${open} not known` : ""}${sameStory === undefined ? "" : `; the same story as ${sameStory}`}`,
    known: (input: string, id: string) => `known    ${input}: on the shelf already, as ${id}`,
    copy: (input: string, id: string, share: number) =>
      `copy     ${input}: ${percent(share)} the same as ${id}, and not added`,
    refused: (input: string, why: string) => `refused  ${input}: ${why}.`,
  },
  summary: ({ added, known, copies, refused, left }: Summary) =>
    [
      `${count(added, "source")} added`,
      `${known} known already`,
      count(copies, "copy", "copies"),
      `${refused} refused`,
      ...(left > 0 ? [`${left} left: the same command goes on there`] : []),
    ].join(", "),
  shelf: (folder: string) => `Shelf: ${folder}`,
  stopping: "Stopping after this one; the same command goes on from there.",
};

const fetching = {
  noAddress: "it is no address. Give one such as https://example.org/article",
  otherProtocol: (protocol: string) =>
    `it begins with “${protocol}”, and only https and http addresses are fetched`,
  credentials: "it has a name or a password before the @. Leave them out",
  otherPort: (port: string) =>
    `it names port ${port}, and only 80 and 443 are used. --allow-private allows every port`,
  privateAddress: (host: string, before: readonly string[]) =>
    `${host} is an address of a private network; it was not fetched${before.length > 0 ? ` (redirected from ${before.join(", then ")})` : ""}. Where you trust it, add --allow-private`,
  tooManyRedirects: (most: number) => `it is redirected more than ${most} times`,
  status: (code: number) =>
    `its server answered ${code}${code === 404 || code === 410 ? ", so the page is not there" : code === 401 || code === 403 || code === 429 || code === 451 ? ", so it does not give the page to programs" : ""}. Open it in a browser, save it there, and add that file`,
  otherCoding: (coding: string) => `its server sent it in the coding “${coding}”, which was not asked for`,
  tooLarge: (megabytes: number) => `it is larger than ${megabytes} MB, and was stopped there`,
  tooLong: (seconds: number) => `it did not arrive within ${seconds} s, and was stopped`,
  failed: (why: string) => `it cannot be fetched (${why})`,
};

const removal = {
  noSource: (id: string) =>
    `There is no source “${id}” on this shelf. The sources are the names of the files in seeds/.`,
  nothing: "No record cites it.",
  records: (refs: readonly string[]) =>
    `${count(refs.length, "record")} ${refs.length === 1 ? "cites" : "cite"} it alone and would be removed with it:\n${listed(refs)}`,
  shared: (refs: readonly string[]) =>
    `${count(refs.length, "record")} ${refs.length === 1 ? "cites" : "cite"} it and other sources too. Remove its passages from ${refs.length === 1 ? "it" : "them"} first:\n${listed(refs)}`,
  referring: (refs: readonly string[]) =>
    `${count(refs.length, "record")} would refer to what is gone. Change ${refs.length === 1 ? "it" : "them"} first:\n${listed(refs)}`,
  blocked: "Nothing was removed.",
  agree: (id: string) => `Remove ${id} for good?`,
  sayYes: (id: string) =>
    `Nothing was removed. To remove it, add --yes: ${programCommand("remove", ["--yes", id])}`,
  done: (id: string, records: number) =>
    `Removed: seeds/${id}.txt, its card and ${count(records, "record")}.`,
  rather:
    'Where its publisher withdrew or corrected it, you can keep it with a caution instead: in its card, "withdrawn": { "on": "2022-03-09", "why": "…" }.',
};

const reading = {
  tooLong: (seconds: number) =>
    `reading it took longer than ${seconds} s, and was stopped. Save it as text, and add that`,
  failed: (why: string) => `it is damaged, or of a form that is not known (${why})`,
  tooMuch: "reading it took more memory than a document may, and was stopped. Save it as text, and add that",
};

/** What is said to whoever adds and removes sources, in English. What is written into cards is in `card-notes.ts`. */
export const englishIntake = {
  ...{ adding, encoding, fetching, kinds, mail, outcome, page, pdf, questions, reading, removal, word },
};

/** The messages of adding and removing, in any language. */
export type IntakeMessages = typeof englishIntake;
