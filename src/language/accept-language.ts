/** Chooses a language from the Accept-Language header of a request. */
import { type Locale, localeFromTag } from "./messages.ts";

/** Maximum number of preferences read: real clients send fewer, and anyone can send more. */
const MOST = 20;

/** Matches the tags of supported languages. */
const SPOKEN = /^(?:en|zh)(?:-|$)/i;

/** Returns the supported locale that the header prefers (RFC 9110, section 12.5.4), or `own` when it names none. */
export function negotiateLocale(header: string | undefined, own: Locale): Locale {
  if (header === undefined) return own;
  const preferences = header
    .split(",", MOST)
    .map((part, index) => {
      const [tag = "", ...parameters] = part.trim().split(/\s*;\s*/);
      const q = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      return { tag, weight: q === undefined ? 1 : Number(q) || 0, index };
    })
    .filter(({ tag, weight }) => SPOKEN.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  const [best] = preferences;
  return best ? localeFromTag(best.tag) : own;
}
