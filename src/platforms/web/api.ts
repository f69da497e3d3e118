/** Lists records and sources for the API, page by page. */
import type { z } from "zod";
import { recordEntry, sourceEntry } from "../../desk/shelf-documents.ts";
import type { ListingSchema, SourceListingSchema } from "./api-schemas.ts";
import type { RequestContext } from "./request-context.ts";

/** Returns one page of the records that match the filters. */
export async function listRecords(listing: z.infer<typeof ListingSchema>, context: RequestContext) {
  const { kind, source, from, limit } = listing;
  const { hits, total } = await context.library.find({
    ...(kind ? { kinds: [kind] } : {}),
    ...(source ? { source } : {}),
    from,
    most: limit,
  });
  const query = new URLSearchParams({
    ...(kind ? { kind } : {}),
    ...(source ? { source } : {}),
    from: String(from + limit),
    limit: String(limit),
  });
  return {
    total,
    from,
    items: hits.map((record) => recordEntry(record, context)),
    next: from - 1 + limit < total ? context.url(`/api/records?${query}`) : null,
  };
}

/** Returns one page of the visible sources without their texts. */
export async function listSources(
  { from, limit }: z.infer<typeof SourceListingSchema>,
  context: RequestContext,
) {
  const { library, url } = context;
  const { hits, total } = await library.findSources({ from, most: limit });
  const counts = await library.recordCounts(hits.map(({ id }) => id));
  const query = new URLSearchParams({ from: String(from + limit), limit: String(limit) });
  return {
    total,
    from,
    items: hits.map((source, index) => sourceEntry(source, counts[index]!, context)),
    next: from - 1 + limit < total ? url(`/api/sources?${query}`) : null,
  };
}
