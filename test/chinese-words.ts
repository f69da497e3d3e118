/** Tells what of a Chinese text is English of the desk’s, or punctuated as English is. */
import { commands } from "../commands/index.ts";
import { CITATION_STYLES } from "../src/citation/styles.ts";
import { shelf } from "./desks.ts";

/** The names of sources, of records that have no Chinese form, and of donors whom sources call by words of their own. */
const NAMES = [
  ...[...shelf.sources.values()].flatMap(({ id, title, publisher, section, authors, republication }) => [
    ...[id, title.text, publisher ?? "", section ?? "", republication?.publisher ?? "", ...(authors ?? [])],
  ]),
  ...[...shelf.records.values()].flatMap((record) => [
    ...(record.translations ? [] : [record.label]),
    ...("donorsStated" in record ? [record.donorsStated ?? ""] : []),
  ]),
];

/** The forms in which sources have a name, beside it where an answer begins. */
const FORMS = [...shelf.records.values()].flatMap(({ label, translations }) =>
  translations ? [`（${label}）`] : [],
);

/** What the examples of the commands ask about. */
const EXAMPLES = commands
  .flatMap(({ examples }) => examples.map((line) => line.replace(/^\/[a-z]+ ?/, "")))
  .filter((text) => /\D/.test(text));

/** What is typed: the names of options, their values, the ids of citation styles. */
const TYPED = [
  ...commands.flatMap(({ options }) => options.map(({ name }) => name)),
  ...["item", "private", "detail", "yes", "no", "full", "notes", ...CITATION_STYLES.map(({ id }) => id)],
].sort((a, b) => b.length - a.length);

/** What is written in Latin letters in every language: the program, formats, hashes, addresses, commands, what is typed. */
const TERMS = new RegExp(
  String.raw`Refdesk|NGO|SHA-256|APA|MLA|GB/T(?: 7714)?|BibTeX|RIS|CSL-JSON|https?:\S+|\b[0-9a-f]{12,64}\b|/refdesk [a-z]+|/[a-z]+|(?<![a-z])(?:${TYPED.join("|")}):?(?![a-z])`,
  "g",
);

/** Half-width punctuation beside Chinese characters, and a space that full-width punctuation brings already. */
const HALF_WIDTH = /\p{Script=Han}[,;!?]|[,;!?]\p{Script=Han}/u;
const NEEDLESS_SPACE = /[，。；？！] [\p{Script=Han}，。；：？！]/u;

/** Returns what is left of a text without what may be in another language. */
function leftOver(text: string, given: readonly string[]): string {
  const names = [...FORMS, ...NAMES, ...EXAMPLES, ...given].filter((name) => name !== "");
  const rest = names
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, ""), text);
  return rest.replace(/“[^”]*”|「[^」]*」|《[^》]*》/gu, "").replace(TERMS, "");
}

/**
 * Returns what is wrong with a text that somebody reads in Chinese: Latin words that are none of the sources’, no names and
 * nothing to type, or half-width punctuation; undefined where nothing is.
 * @param given what the text may hold besides, such as what was asked
 */
export function chineseFault(text: string, given: readonly string[] = []): string | undefined {
  const left = leftOver(text, given);
  const isFault = /\p{Script=Latin}{2}/u.test(left) || HALF_WIDTH.test(left) || NEEDLESS_SPACE.test(text);
  return isFault ? left : undefined;
}
