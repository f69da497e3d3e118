/** Reads what the desk wrote, such as labels and notes, in the languages in which a file of the shelf has it. */
import type { Locale } from "../language/messages.ts";

const TEXTS = Symbol("texts by language");

/** One text in several languages. */
export type TextsByLanguage = { readonly en: string } & {
  readonly [Language in Locale]?: string | undefined;
};

/** A text as a file has it that gives several languages. */
export interface TranslatedText {
  readonly [TEXTS]: TextsByLanguage;
}

/** Marks texts that were read by language, so that nothing else is taken for them. */
export const translatedText = (texts: TextsByLanguage): TranslatedText => ({ [TEXTS]: texts });

const isTranslated = (value: object): value is TranslatedText => TEXTS in value;

/** Returns a text in each of its languages. */
export const eachLanguage = (text: string | TranslatedText): string[] =>
  typeof text === "string" ? [text] : Object.values(text[TEXTS]).filter((one) => one !== undefined);

/** What the desk wrote in several languages: by language, and there by its place, a JSON Pointer. */
export type Translations = { readonly [Language in Locale]?: Readonly<Record<string, string>> };

/** What may have been written in several languages. */
interface Translatable {
  readonly translations?: Translations | undefined;
}

/** Rebuilds a value from its texts; what has none to change stays the same object. */
function mapTexts(
  value: unknown,
  change: (value: unknown, pointer: string) => unknown,
  pointer = "",
): unknown {
  const changed = change(value, pointer);
  if (changed !== value || typeof value !== "object" || value === null) return changed;
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, mapTexts(inner, change, `${pointer}/${key}`)] as const,
  );
  if (entries.every(([key, inner]) => (value as Record<string, unknown>)[key] === inner)) return value;
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** Returns the content of a file in English, and apart from it what it says in several languages. */
export function takeEnglish<Content>(content: Content): { english: Content } & Translatable {
  const translations: { [Language in Locale]?: Record<string, string> } = {};
  const english = mapTexts(content, (value, pointer) => {
    if (typeof value !== "object" || value === null || !isTranslated(value)) return value;
    for (const [language, text] of Object.entries(value[TEXTS]) as [Locale, string | undefined][])
      if (text !== undefined) translations[language] = { ...translations[language], [pointer]: text };
    return value[TEXTS].en;
  }) as Content;
  return { english, ...(translations.en ? { translations } : {}) };
}

/** Returns a record or a card as its file has it, with its texts by language. */
export const inFileForm = <Content extends object>(
  content: Content,
  { en, ...others }: Translations = {},
): object =>
  mapTexts(content, (value, pointer) => {
    if (en?.[pointer] === undefined) return value;
    const texts = Object.entries(others).map(([language, told]) => [language, told[pointer]] as const);
    return { en: en[pointer], ...Object.fromEntries(texts.filter(([, text]) => text !== undefined)) };
  }) as object;

/** Where the desk explains something, as against where it names it. */
const EXPLANATION =
  /\/(?:notes\/\d+(?:\/text)?|note|inferred|speakerInferred|publisherInferred|why|rights\/text)$/;

/** A language to tell something in. */
export interface ToldLanguage {
  readonly locale: Locale;
  /** Marks an explanation that exists in English alone. */
  inEnglish(text: string): string;
}

/** Returns a record or a card in a language. An explanation that is not translated is marked; a label stays. */
export const inLanguage = <Content extends object>(
  content: Content,
  translations: Translations | undefined,
  { locale, inEnglish }: ToldLanguage,
): Content =>
  mapTexts(content, (value, pointer) => {
    if (typeof value !== "string") return value;
    return translations?.[locale]?.[pointer] ?? (EXPLANATION.test(pointer) ? inEnglish(value) : value);
  }) as Content;

/** Returns the label of a record in a language; the English one where it has none in it. */
export const labelIn = (
  { label, translations }: { readonly label: string } & Translatable,
  locale: Locale,
): string => translations?.[locale]?.["/label"] ?? translations?.en?.["/label"] ?? label;

/** Returns the labels of a record by language; none for a record that has one alone. */
export const labelsByLanguage = ({ translations = {} }: Translatable): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(translations).flatMap(([language, texts]) =>
      texts["/label"] === undefined ? [] : [[language, texts["/label"]]],
    ),
  );
