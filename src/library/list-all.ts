/** Goes through all that a query finds, one page after another. */
import { MOST_GIVEN, type Page, type PageOf } from "./library.ts";

/** Yields every item, asking for the next page when the one before it is used up. */
export async function* listAll<Item>(find: (page: PageOf) => Promise<Page<Item>>): AsyncGenerator<Item> {
  for (let from = 1; ; from += MOST_GIVEN) {
    const { hits, total } = await find({ from, most: MOST_GIVEN });
    yield* hits;
    if (from + hits.length > total || hits.length === 0) return;
  }
}
