/** Where the words of a shelf in memory are looked for. Texts and roles are gathered when they are first needed. */
import type { AnyRecord } from "../shelf/records.ts";
import type { Shelf } from "../shelf/shelf.ts";
import { lazy } from "../support/lazy.ts";
import type { NameIndex } from "./name-index.ts";
import { createRoleFinder } from "./role-finder.ts";
import type { ShelfTexts } from "./shelf-texts.ts";
import type { WordPlaces } from "./word-finder.ts";
import { createSourceWords } from "./word-uses.ts";

const loadTextIndex = lazy(() => import("./text-index.ts"));

/** Creates the places of a shelf; its sources are read when a word is first looked for in them. */
export function createWordPlaces(shelf: Shelf, names: NameIndex, texts: ShelfTexts): WordPlaces<AnyRecord> {
  const inSources = lazy(() => createSourceWords([...shelf.sources.values()]));
  return {
    names,
    byRole: createRoleFinder(() => [...shelf.records.values()]),
    async holding(words, kinds) {
      const refs = await (await texts.index()).holding(words, kinds);
      return refs.map((ref) => shelf.records.get(ref)!);
    },
    async inPassages(found, words) {
      const [{ passagesHold }, topics] = [await loadTextIndex(), await texts.bridge()];
      return found.filter((record) => passagesHold(record, words, topics));
    },
    isInSources: (word) => inSources()(word),
  };
}
