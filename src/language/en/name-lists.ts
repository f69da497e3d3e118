/** English words that separate names in a list. */
import type { NameListGrammar } from "../name-lists.ts";

export const englishNameLists: NameListGrammar = {
  separators: String.raw`(?<![\p{L}\p{N}])(?:and|or|vs?|versus|with|against|to|between|both|compared?|the|an?|of|by|from|for|pledges?|commitments?|donations?)(?![\p{L}\p{N}])\.?`,
};
