/** Collects the words of all languages that separate names in a list. */
import { englishNameLists } from "./en/name-lists.ts";
import { chineseNameLists } from "./zh/name-lists.ts";

/** One language's separators in lists of names, as sources of patterns. */
export interface NameListGrammar {
  /** Words that separate names wherever they stand. */
  readonly separators?: string;
  /** Characters that also occur within names: they separate only next to a name or between longer words. */
  readonly joiners?: string;
}

const ALL: readonly NameListGrammar[] = [englishNameLists, chineseNameLists];

/** Matches a separator of any language. */
export const NAME_SEPARATORS = new RegExp(ALL.flatMap(({ separators }) => separators ?? []).join("|"), "iu");
/** The source of a pattern for one joiner of any language. */
export const NAME_JOINERS = `(?:${ALL.flatMap(({ joiners }) => joiners ?? []).join("|")})`;
