/** Compares a sentence that says what somebody or something is with what a passage puts beside the name: “the economist Li”. */
import type { Library } from "../library/library.ts";
import { foldName } from "../shelf/fold.ts";
import { recordNames } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { splitWords, type TextWord } from "./alignment.ts";
import { nearPassages } from "./near-passages.ts";
import { GERUND, statementPattern } from "./statement-patterns.ts";
import type { WordsVerdict } from "./verdicts.ts";

const IS_A = statementPattern(({ isA }) => `\\s+(?:${isA})\\s+`);
const ARTICLES = statementPattern(({ articles, determiners }) => `^(?:${articles}|${determiners})$`);
/** Whose country it is says nothing more: “China’s largest firm” is “the country’s largest firm”. */
const OF_COUNTRY = statementPattern(({ ofCountry }) => `^(?:${ofCountry})$`);
/** Before what somebody no longer is, not yet, or not really. */
const UNMAKES = statementPattern(({ unmakes }) => `^(?:${unmakes})$`);
const BETWEEN = statementPattern(({ articles }) => `^\\s*,\\s*(?:(?:${articles})\\s+)?$`);
const COPULA = statementPattern(
  ({ copulas, articles }) => `^\\s+(?:${copulas})\\s+(?:(?:${articles})\\s+)?$`,
);
/** What may stand behind a noun phrase that is complete. */
const AFTER = statementPattern(
  ({ joins, prepositions }) => `^(?:\\s*[,;.:”"]|\\s*$|\\s+(?:${joins}|${prepositions})\\s)`,
);
/** The longest phrase that is compared, in words. */
const MOST_WORDS = 12;

const hasContent = ({ word }: TextWord): boolean => !ARTICLES.test(word) && !OF_COUNTRY.test(word);

/** Returns whom a sentence is about, by name alone, and the words for what it says that they are. */
function readClaim(text: string, named: readonly AnyRecord[]) {
  const copula = IS_A.exec(text);
  if (!copula) return undefined;
  const subject = foldName(text.slice(0, copula.index));
  const record = named.find((one) => recordNames(one).some((name) => foldName(name) === subject));
  const words = splitWords(text.slice(copula.index + copula[0].length));
  const isDeed = GERUND.test(words[0]?.word ?? "");
  if (!record || isDeed || words.length > MOST_WORDS) return undefined;
  return { record, said: words.filter(hasContent).map(({ word }) => word) };
}

/** Tells whether a passage has some words right before a name, or right after it as what it is. */
function isBeside(exact: string, name: readonly string[], said: readonly string[]): boolean {
  const words = splitWords(exact);
  const textBetween = (from: number, to: number) =>
    exact.slice(words[from]?.end ?? 0, words[to]?.start ?? exact.length);
  // “China’s state-run Xinhua News Agency” is a news agency: what the name says of it stands there too.
  const rest = said.filter((word) => !name.includes(word));
  return words.some((_, at) => {
    if (!name.every((word, index) => words[at + index]?.word === word)) return false;
    const before = words.slice(0, at).filter(hasContent);
    const end = at + name.length - 1;
    const between = textBetween(end, end + 1);
    const isBefore = (sought: readonly string[]) => {
      const first = before.at(-sought.length);
      const opener = words[words.indexOf(first!) - 1];
      // “The country’s largest firm, Qihoo 360, said”.
      const isAside =
        /^\s*,\s*$/.test(textBetween(at - 1, at)) &&
        between.startsWith(",") &&
        !!opener &&
        !hasContent(opener);
      return (
        sought.length > 0 &&
        sought.every((word, index) => word === before.at(index - sought.length)?.word) &&
        !UNMAKES.test(before.at(-sought.length - 1)?.word ?? "") &&
        (isAside || /^[\s-]*$/.test(textBetween(at - 1, at)))
      );
    };
    if (isBefore(said) || (name.length > 1 && isBefore(rest))) return true;
    const isLed = BETWEEN.test(between) || COPULA.test(between);
    const after = words.slice(end + 1).filter(hasContent);
    const last = after[said.length - 1];
    return (
      isLed &&
      last !== undefined &&
      said.every((word, index) => word === after[index]!.word) &&
      AFTER.test(exact.slice(last.end))
    );
  });
}

/** Returns a verdict on a sentence that only says what a name names, if a passage says the same beside the name. */
export async function checkAppositions(
  text: string,
  named: readonly AnyRecord[],
  library: Library,
): Promise<WordsVerdict[]> {
  const claim = readClaim(text, named);
  if (!claim || claim.said.length === 0) return [];
  const names = recordNames(claim.record).map((name) => splitWords(name).map(({ word }) => word));
  for (const { record, evidence } of await nearPassages(text, library)) {
    const holding = evidence.filter(({ exact }) => names.some((name) => isBeside(exact, name, claim.said)));
    if (holding.length > 0)
      return [
        {
          about: "words",
          kind: "supported",
          as: "paraphrase",
          said: text,
          record,
          evidence,
          sources: [...new Set(holding.map(({ source }) => source))],
          part: false,
          differences: [],
          marked: evidence.map(() => []),
        },
      ];
  }
  return [];
}
