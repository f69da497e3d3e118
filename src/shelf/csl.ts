/**
 * Defines the part of CSL-JSON used by source cards: who published what, where and when. What a reference manager
 * exports is taken whole: members that are not used are kept as they are. Unknown values are left out.
 * https://github.com/citation-style-language/schema (1.0.2), schemas/input/csl-data.json
 */
import { z } from "zod";
import { languageTag } from "../language/language-tags.ts";
import { CslDateSchema } from "./csl-dates.ts";
import { CslNameSchema } from "./csl-names.ts";

/** The types of source that every style can cite. */
export const CSL_TYPES = [
  "article-newspaper",
  "article-magazine",
  "article-journal",
  "post-weblog",
  "webpage",
  "report",
  "broadcast",
] as const;

const TEXT = "expected a text that is not empty";
const text = z.string({ error: TEXT }).trim().min(1, { error: TEXT });

const isBlank = (value: unknown): boolean =>
  value === null || (typeof value === "string" && value.trim() === "");
/** A member that may be left out, as it also is where a program writes an empty text. */
const member = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (isBlank(value) ? undefined : value), schema.optional());

/** A number such as that of a volume, which programs write as a text or as a number. */
const numbering = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : isBlank(value) ? undefined : value),
  z.string({ error: "expected a text or a number" }).trim().optional(),
);
const line = member(text);
const names = member(
  z.array(CslNameSchema, { error: "expected a list of names" }).min(1, { error: "expected 1 name or more" }),
);

const url = member(
  z.url({ protocol: /^https?$/, error: "expected a URL that begins with https:// or http://" }),
);

/** Where and when an article was published, and when it was accessed there. */
const PUBLICATION_MEMBERS = { issued: member(CslDateSchema), accessed: member(CslDateSchema), URL: url };

/** Where and when an article was published again. */
export const CslPublication = z.strictObject({ "container-title": text, ...PUBLICATION_MEMBERS });

/** The members of an item that are used; what else it has is kept. */
const MEMBERS = {
  type: z.enum(CSL_TYPES, {
    error: ({ input }) =>
      `${typeof input === "string" ? `“${input.slice(0, 80)}” is not cited yet: ` : ""}expected one of ${CSL_TYPES.join(", ")}`,
  }),
  /** In sentence case where that is known, because a style can turn it into title case but not back. */
  title: text,
  author: names,
  editor: names,
  translator: names,
  "container-title": line,
  publisher: line,
  "publisher-place": line,
  ...PUBLICATION_MEMBERS,
  volume: numbering,
  issue: numbering,
  page: numbering,
  number: numbering,
  /** The section of a newspaper. */
  section: numbering,
  /** What a report, a post or a programme calls itself, such as “White paper”. */
  genre: line,
  DOI: line,
  ISSN: line,
  note: line,
  annote: line,
  language: z.preprocess((name, context) => {
    if (isBlank(name) || typeof name !== "string") return isBlank(name) ? undefined : name;
    const tag = languageTag(name);
    if (tag !== undefined) return tag;
    context.issues.push({
      code: "custom",
      input: name,
      message: `“${name.slice(0, 80)}” is not a language: expected its name, such as French, or its tag, such as fr or zh-Hans`,
    });
    return z.NEVER;
  }, z.string({ error: TEXT }).optional()),
};

/** The most that one item may hold, as characters of its JSON and as lists and objects within each other. */
const LONGEST = 65_536;
const DEEPEST = 10;

const depthOf = (value: unknown, limit = DEEPEST): number =>
  typeof value !== "object" || value === null
    ? 0
    : limit === 0
      ? 1
      : 1 + Math.max(0, ...Object.values(value).map((inner) => depthOf(inner, limit - 1)));

/** Removes the address of the resolver, or the word, that some programs write before a DOI. */
export const bareDoi = (doi: string): string =>
  doi
    .toWellFormed()
    .trim()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, "");

/**
 * Names who published an item: the work that contains it, its publisher, an institution that wrote it, or its site;
 * undefined where none of these is known.
 */
export function publisherOf(item: CslArticle): string | undefined {
  const { author, publisher, URL: url } = item;
  const institution = author?.find((name) => "literal" in name);
  return (
    item["container-title"] ??
    publisher ??
    (institution && "literal" in institution ? institution.literal : undefined) ??
    (url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, ""))
  );
}

export type CslArticle = z.output<z.ZodObject<typeof MEMBERS>>;

const Item: z.ZodType<CslArticle> = z.looseObject(MEMBERS, {
  error: "expected one item of CSL-JSON, as an object",
});

/** One item of CSL-JSON, or a list of one, as reference managers write an export. */
export const CslArticleSchema: z.ZodType<CslArticle> = z.preprocess((value, context) => {
  const [item, ...others] = Array.isArray(value) ? (value as unknown[]) : [value];
  const message =
    others.length > 0
      ? `has ${others.length + 1} items: expected one, since a card is of one source`
      : depthOf(item) > DEEPEST
        ? `has lists and objects more than ${DEEPEST} deep`
        : (JSON.stringify(item)?.length ?? 0) > LONGEST
          ? `has more than ${LONGEST} characters`
          : undefined;
  if (message === undefined) return item;
  context.issues.push({ code: "custom", input: value, message });
  return z.NEVER;
}, Item);

export type CslPublication = z.infer<typeof CslPublication>;
