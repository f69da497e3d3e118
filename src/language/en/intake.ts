/** English messages of `add` and `remove`: what was taken, what is open, and why something is not taken. */

const count = (value: number, one: string, many = `${one}s`): string =>
  `${value.toLocaleString("en")} ${value === 1 ? one : many}`;

const listed = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join("\n");

const encoding = {
  differs: (said: string, read: string) => `It says ${said} of itself, and is ${read}; it was read as that.`,
  guessed: (read: string) => `Nothing says how its letters are encoded; it was read as ${read}, by a guess.`,
  damaged: (lost: number) =>
    `${count(lost, "letter")} of the page ${lost === 1 ? "is" : "are"} damaged, and not in its text.`,
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
  elsewhere: (address: string) =>
    `The page names ${address} as its canonical address: that may be the original.`,
  paid: "The page says that only subscribers can read all of it: the text may be a part.",
};

const kinds = {
  empty: "it is empty",
  servedOtherwise: (type: string, kind: string) =>
    `Its server called it ${type}; it was read as what it is: ${kind}.`,
  unreadable: (what: string) =>
    `it is ${what}, which cannot be read. Pages, PDF, Word (.docx), mail (.eml), Markdown and plain text can`,
  names: {
    image: (format: string) => `an image (${format})`,
    film: "a film",
    sound: "a sound",
    archive: (format: string) => `an archive (${format})`,
    oldOffice: "an old Office file (save it as .docx)",
    richText: "rich text (save it as .docx)",
    program: "a program",
    feed: "a feed (add the addresses of its articles)",
    xml: "XML",
    postScript: "PostScript (save it as PDF)",
    binary: "no text",
  },
};

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
};

const word = {
  tooLarge: (megabytes: number) =>
    `it would unpack to more than ${megabytes} MB of text and styles. Save it as text, and add that`,
  damaged: "it is damaged: a part of it cannot be unpacked",
  heading: "its first heading",
};

const mail = {
  empty: "no text was found in it",
  senderAddress: "the sender's address",
  attachments: (number: number) =>
    `${count(number, "attachment")} of the mail ${number === 1 ? "is" : "are"} not part of the text.`,
};

const pdf = {
  locked: "it is locked with a password. Open it, save a copy without the password, and add that",
  damaged: "it is damaged: it cannot be opened as PDF",
  scan: (pages: number) =>
    `it is a scan: ${count(pages, "page")} without text. Have its letters recognized first (OCR), and add the outcome`,
  unreadable: "its letters have no meaning that could be read (its fonts do not say which letters they draw)",
  largestLine: "the largest line of its first page",
  property: "the property Title",
  author: "the property Author",
  radicals: (number: number) =>
    `${count(number, "character")} that ${number === 1 ? "was a radical is now the ordinary character that looks" : "were radicals are now the ordinary characters that look"} the same.`,
  hyphens: (words: readonly string[]) =>
    `Broken at a line’s end, and perhaps one word: ${words.join(", ")}. The hyphen was kept.`,
  rotated: (number: number) =>
    `${count(number, "piece")} of text that ${number === 1 ? "is" : "are"} not upright ${number === 1 ? "was" : "were"} left out.`,
};

const percent = (share: number): string => `${Math.floor(share * 100)} %`;

const adding = {
  isList: "nearly all of its text is links",
  nearlyEmpty: (length: number) => `only ${count(length, "character")} of text were found in its article`,
  takeWhole: (finding: string, length: number) =>
    `${finding[0]!.toUpperCase()}${finding.slice(1)}. Take the text of the whole page, ${count(length, "character")}?`,
  notTaken: (finding: string, length: number) =>
    `${finding}. Take the text of the whole page (${count(length, "character")}) with --whole; or open it in a browser, save it there as a whole page or as PDF, and add that file`,
  noFile: "there is no such file",
  fileTooLarge: (megabytes: number) => `it is larger than ${megabytes} MB`,
  tookWhole: "The text is that of the whole page, since its article was nearly empty.",
  tooLong: (most: number) => `its text has more than ${count(most, "character")}. Add its parts`,
  noText: "no text was found in it",
  neverPublic: "it is a mail, and a mail is never public. Add it without --public",
  sameStory: (id: string, share: number) =>
    `It tells the same story as ${id}: ${percent(share)} of the shorter text are the same words.`,
  addSameStory: (note: string) => `${note} Add it as a source of its own?`,
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
  authors: "Who wrote it? Several with a semicolon between them; empty where it is not known",
  publisher: "Who published it? Empty where it is not known",
  issued: "When was it published? Such as 2021-11-23, 2021-11 or 2021; empty where it is not known",
  language: "In which language is it? Such as en, zh-Hans or fr; empty where it is not known",
  address: "At which address was it published? Empty where it is at none",
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

const outcome = {
  rows,
  notKnown: "not known",
  foundAt: (value: string, place: string) => `${value} [${place}]`,
  added: (id: string, kind: string, characters: number, blocks: number) =>
    `Added seeds/${id}.txt and its card: ${kind}, ${count(characters, "character")} in ${count(blocks, "paragraph")}`,
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
  ask: (id: string) => `Ask for it: refdesk "/source ${id}"`,
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
  sayYes: (id: string) => `Nothing was removed. To remove it, add --yes: refdesk remove --yes ${id}`,
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

/** Where a value was found, when no element or member has a name for it. */
const places = {
  text: "the text itself",
  above: "the lines above the text",
  firstLine: "the first line",
  frontMatter: (name: string) => `front matter, ${name}`,
  fileName: "the name of the file",
  given: "what was given",
};

/** All messages of intake. They are for the person at the terminal, and in English alone, as those of setup. */
export const intakeMessages = {
  adding,
  card,
  count,
  encoding,
  fetching,
  kinds,
  mail,
  outcome,
  page,
  pdf,
  places,
  questions,
  reading,
  removal,
  word,
};
