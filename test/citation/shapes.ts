/** Cards of every shape a source may have, by the name of what each tests. */
import type { CitableSource } from "../../src/citation/csl.ts";
import type { CslArticle, CslDate, CslName, CslPublication } from "../../src/shelf/csl.ts";

type Changes = { readonly [Member in keyof CslArticle]?: CslArticle[Member] | undefined };

export const on = (...parts: CslDate["date-parts"][0]): CslDate => ({ "date-parts": [parts] });

export const person = (given: string, family: string): CslName => ({ family, given });

const ARTICLE: CslArticle = {
  type: "article-newspaper",
  title: "A study of cake: Who eats it",
  author: [person("John Paul", "Smith")],
  "container-title": "The Daily Post",
  issued: on(2021, 8, 5),
  language: "en",
};

/** Creates a source like the default article but for `changes`; an undefined value is removed. */
export function made(changes: Changes = {}, rest: Partial<CitableSource["card"]> = {}): CitableSource {
  const known = Object.entries({ ...ARTICLE, ...changes }).filter(([, value]) => value !== undefined);
  const citation = Object.fromEntries(known) as unknown as CslArticle;
  return { id: "who-eats-cake", card: { citation, title: { text: citation.title, basis: "text" }, ...rest } };
}

/** Creates a source that was read where it was republished. */
export const republished = (
  citation: CslPublication,
  { id, card }: CitableSource = made(),
): CitableSource => ({
  id,
  card: { ...card, republication: { citation } },
});

const NAMES = [
  ...[
    person("John Paul", "Smith"),
    person("Ann", "Jones"),
    person("Bo-Lin", "Brown"),
    person("Élise", "Lee"),
  ],
  ...[person("Ludwig", "van Diaz"), person("Mo", "Evans"), person("Di", "Fox"), person("Al", "Gray")],
  ...[person("Cy", "Hill"), person("Ed", "Ito"), person("Flo", "Jung"), person("Gus", "King")],
  ...[person("Hal", "Lund"), person("Ida", "Moss"), person("Jo", "Nash"), person("Kit", "Owen")],
  ...[person("Lou", "Pike"), person("Meg", "Quin"), person("Ned", "Rice"), person("Pam", "Shaw")],
  ...[person("Ray", "Todd"), person("Sue", "Ural")],
];
const CHINESE = [person("明", "李"), person("修远", "欧阳"), person("芳", "王"), person("六", "赵")];
const ministry: CslName = { literal: "Ministry of Cake" };
const zh = { "container-title": "人民日报", language: "zh-CN", title: "共同富裕与第三次分配" };
const online = { URL: "https://post.example/cake" };
const accessed = on(2026, 11, 21);
const circa: CslDate = { ...on(2021), circa: true };
const inferred = "From a copy.";

export const SHAPES: Readonly<Record<string, CitableSource>> = {
  "one author": made(),
  "no author": made({ author: undefined }),
  "two authors": made({ author: NAMES.slice(0, 2) }),
  "three authors": made({ author: NAMES.slice(0, 3) }),
  "four authors": made({ author: NAMES.slice(0, 4) }),
  "seven authors": made({ author: NAMES.slice(0, 7) }),
  "eleven authors": made({ author: NAMES.slice(0, 11) }),
  "twenty-two authors": made({ author: NAMES }),
  "an institution": made({ author: [ministry] }),
  "an institution and a person": made({ author: [ministry, person("Ann", "Jones")] }),
  "the publisher as author": made({ author: [{ literal: "The Daily Post" }] }),
  "a Chinese name in Latin letters": made({ author: [person("Yining", "Li")] }),
  "no date": made({ issued: undefined }),
  "no date and no author": made({ author: undefined, issued: undefined }),
  "a year": made({ issued: on(2021) }),
  "a year and no author": made({ author: undefined, issued: on(2021) }),
  "a month": made({ issued: on(2021, 9) }),
  "a year that is inferred": made({ issued: circa }, { inferred }),
  "an inferred year and no author": made({ author: undefined, issued: circa }, { inferred }),
  "a Chinese author and title": made({ ...zh, author: CHINESE.slice(0, 1) }),
  "two Chinese authors": made({ ...zh, author: CHINESE.slice(0, 2) }),
  "four Chinese authors": made({ ...zh, author: CHINESE }),
  "a Chinese title and no author": made({ ...zh, author: undefined }),
  "a Chinese institution": made({ ...zh, author: [{ literal: "新华社评论员" }] }),
  "an address": made(online),
  "an address and a day of access": made({ ...online, accessed }),
  "a day of access and no date": made({ ...online, issued: undefined, accessed }),
  "a Chinese title, an address and a day of access": made({
    ...zh,
    ...{ author: CHINESE.slice(0, 1), URL: "https://paper.example/nw", accessed },
  }),
  "a title with quotation marks": made({ title: "The “cake” & ‘pie’ of it" }),
  "a title that ends with a quotation": made({ title: "The age of ‘common prosperity’" }),
  "a title with an apostrophe in a quotation": made({ title: "‘China’s cake’ isn’t theirs" }),
  "a title that asks": made({ title: "Who eats cake?" }),
  "a title that ends with a quotation that asks": made({ title: "They ask ‘who eats cake?’" }),
  "a title with marks of markup": made({ title: "R&D *at* 50% | _A_ #1 `Cake` for $5 [Sic]" }),
};
