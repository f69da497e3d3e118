/** Makes ids of proposals. */
import { hash } from "node:crypto";
import { foldText } from "../shelf/fold.ts";
import type { RecordKind } from "../shelf/kinds.ts";

const bare = (words: string): string =>
  foldText(words)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

const LENGTH = 16;
/** How many of these characters tell of which source a draft is. */
const SOURCE_LENGTH = 6;

/** Returns the id of what is hashed from parts, in hexadecimal. */
export const hashedId = (...parts: readonly string[]): string =>
  hash("sha256", JSON.stringify(parts), "hex").slice(0, LENGTH);

/**
 * Returns the id of a draft: the same for the same words of the same source, however it was drafted.
 * @param detail what tells it from others of the same words, such as the number of a sum
 */
export const draftId = (
  source: string,
  kind: RecordKind,
  passages: readonly string[],
  detail: string,
): string =>
  sourcePart(source) +
  hashedId(source, kind, bare(passages.join(" ")), bare(detail)).slice(0, LENGTH - SOURCE_LENGTH);

const sourcePart = (source: string): string => hashedId("source", source).slice(0, SOURCE_LENGTH);

/** Tells whether an id may be that of a draft of a source, so that it is found without drafting the others. */
export const isDraftOf = (id: string, source: string): boolean => id.startsWith(sourcePart(source));
