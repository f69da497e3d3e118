/** Makes ids of words: a–z, 0–9 and hyphens, whatever the words hold. */

const LONGEST = 60;

/** Returns the Latin letters and digits of a text, its words joined by hyphens; empty where it has none. */
export const slug = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'\u2019]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** Shortens an id at a hyphen. */
export function shortenSlug(id: string, longest = LONGEST): string {
  if (id.length <= longest) return id;
  const cut = id.slice(0, longest + 1);
  return cut.slice(0, cut.includes("-") ? cut.lastIndexOf("-") : longest).slice(0, longest);
}

/** Returns an id that is not taken, with a number behind it where it is. */
export function freeSlug(base: string, isTaken: (id: string) => boolean): string {
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!isTaken(id)) return id;
  }
}
