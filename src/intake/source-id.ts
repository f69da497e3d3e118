/** Makes ids of sources: a–z, 0–9 and hyphens, whatever the title holds. */
import { freeSlug, shortenSlug, slug } from "../support/slug.ts";

/**
 * Returns an id that is not taken yet: the words of the title in Latin letters, else the site and the beginning of the
 * text's hash.
 */
export function sourceId(
  {
    title,
    site,
    hash,
  }: { readonly title: string; readonly site?: string | undefined; readonly hash: string },
  isTaken: (id: string) => boolean,
): string {
  const words = slug(title);
  const isTelling = words.length >= 8 && words.replace(/[^a-z]/g, "").length >= 6;
  const base = isTelling
    ? shortenSlug(words)
    : `${shortenSlug(slug(site ?? "")) || "source"}-${hash.slice(0, 8)}`;
  return freeSlug(base, isTaken);
}
