/** Reads the language of a text, as reference managers name it, as a language tag. */

/** Languages whose names are read, in English and in their own words. */
const NAMED = (
  "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko " +
  "ky lo lt lv mk ml mn mr ms my nb ne nl nn no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tl tr uk ur uz vi yue zh zu"
).split(" ");

let tagsByName: ReadonlyMap<string, string> | undefined;

/** Returns the tags by name: “hebrew”, “עברית”. */
function namedTags(): ReadonlyMap<string, string> {
  tagsByName ??= new Map(
    NAMED.flatMap((tag) =>
      ["en", tag].flatMap((language): [string, string][] => {
        const name = new Intl.DisplayNames([language], { type: "language", fallback: "none" }).of(tag);
        return name === undefined ? [] : [[name.toLowerCase(), tag]];
      }),
    ),
  );
  return tagsByName;
}

/**
 * Returns the canonical language tag (BCP 47) that a text names: “en_US” and “en-us” are en-US, “ger” is de, “Hebrew” and
 * “עברית” are he. Returns undefined where it names none.
 */
export function languageTag(text: string): string | undefined {
  const name = text.trim();
  const named = namedTags().get(name.toLowerCase());
  if (named !== undefined) return named;
  const tag = name.replaceAll("_", "-");
  try {
    // A tag's language has two or three letters; longer ones are reserved, and are names here.
    return /^[a-z]{2,3}(?:-|$)/i.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}

/** The tag of a text whose language is not known. */
export const UNKNOWN_LANGUAGE = "und";

/** Names of languages in babel and biblatex, where they are not the English ones. */
const BABEL_NAMES: Readonly<Record<string, string>> = {
  ...{ "en-US": "american", "en-GB": "british", "en-AU": "australian", "en-CA": "canadian" },
  ...{
    de: "ngerman",
    "de-AT": "naustrian",
    "de-CH": "nswissgerman",
    "pt-BR": "brazilian",
    nb: "norsk",
    no: "norsk",
  },
  nn: "nynorsk",
};

/** Returns babel's and biblatex's name of a language, such as “american” for en-US; undefined for most that have none. */
export function bibtexLanguage(tag: string): string | undefined {
  const [language = ""] = tag.split("-");
  const named = BABEL_NAMES[tag] ?? BABEL_NAMES[language];
  if (named !== undefined || !NAMED.includes(language)) return named;
  const english = new Intl.DisplayNames(["en"], { type: "language" }).of(language)?.toLowerCase();
  return english !== undefined && /^[a-z]+$/.test(english) ? english : undefined;
}

/**
 * Returns the name of a language in another, such as “French”; of one that has no name there, its tag.
 * @param own names that this language prefers
 */
export function languageName(tag: string, locale: string, own: Readonly<Record<string, string>>): string {
  return own[tag] ?? new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
}
