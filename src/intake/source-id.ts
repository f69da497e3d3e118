/** Makes ids of sources: a–z, 0–9 and hyphens, whatever the title holds. */

const LONGEST = 60;

const slug = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'\u2019]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** Shortens an id at a hyphen. */
function shorten(id: string): string {
  if (id.length <= LONGEST) return id;
  const cut = id.slice(0, LONGEST + 1);
  return cut.slice(0, cut.includes("-") ? cut.lastIndexOf("-") : LONGEST).slice(0, LONGEST);
}

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
  const base = isTelling ? shorten(words) : `${shorten(slug(site ?? "")) || "source"}-${hash.slice(0, 8)}`;
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!isTaken(id)) return id;
  }
}
