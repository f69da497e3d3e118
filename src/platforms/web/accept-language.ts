/** The language of a page: what the reader's browser asks for, as far as the desk speaks it. */
import { type Locale, localeFromTag } from "../../language/messages.ts";

/** More preferences than this are nobody's. */
const MOST = 20;

/** A tag that begins as one of the desk's languages does. */
const SPOKEN = /^(?:en|zh)(?:-|$)/i;

/** The language that an Accept-Language header likes best (RFC 9110, section 12.5.4), or the desk's own. */
export function negotiateLocale(header: string | undefined, own: Locale): Locale {
  if (header === undefined) return own;
  const liked = header
    .split(",", MOST)
    .map((part, index) => {
      const [tag = "", ...parameters] = part.trim().split(/\s*;\s*/);
      const q = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      return { tag, weight: q === undefined ? 1 : Number(q) || 0, index };
    })
    .filter(({ tag, weight }) => SPOKEN.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  const [best] = liked;
  return best ? localeFromTag(best.tag) : own;
}
