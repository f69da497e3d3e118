/** Small words that part names in a list, in every language. */
import { englishNameLists } from "./en/name-lists.ts";
import { chineseNameLists } from "./zh/name-lists.ts";

/** What one language adds to the lists of names that are read, as sources of patterns. */
export interface NameListGrammar {
  /** Words that part names wherever they stand. */
  readonly separators?: string;
  /** Characters that a name may hold too: they part only beside a name, or between two longer words. */
  readonly joiners?: string;
}

const ALL: readonly NameListGrammar[] = [englishNameLists, chineseNameLists];

export const NAME_SEPARATORS = new RegExp(ALL.flatMap(({ separators }) => separators ?? []).join("|"), "iu");
export const NAME_JOINERS = `(?:${ALL.flatMap(({ joiners }) => joiners ?? []).join("|")})`;
