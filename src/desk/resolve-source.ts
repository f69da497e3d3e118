/** Resolves typed text to a source by its id, title, publisher or author. */

import type { Library, SourceInfo } from "../library/library.ts";
import { recordNames } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { type Resolution, resolutionFrom } from "./resolve-name.ts";

/** Returns the sources that a person or an organization wrote or published, by label and aliases. */
export const sourcesByMaker = async (
  maker: Pick<AnyRecord, "label" | "aliases">,
  library: Library,
): Promise<readonly SourceInfo[]> => (await library.findSources({ makers: recordNames(maker) })).hits;

/** Resolves typed text to a source. A name that is only similar resolves to one where it is sure which is meant. */
export async function resolveSource(words: string, library: Library): Promise<Resolution<SourceInfo>> {
  const { by, hits } = await library.findSources({ words });
  if (by === "near" && hits.length > 0) return { type: "near", matches: hits };
  return resolutionFrom(hits, by === "likeness");
}
