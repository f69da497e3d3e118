/** Cards of every shape a source may have, by the name of what each tests. */
import type { CitableSource } from "../../src/citation/csl.ts";
import type { CslArticle, CslPublication } from "../../src/shelf/csl.ts";
import type { CslDate } from "../../src/shelf/csl-dates.ts";
import type { CslName } from "../../src/shelf/csl-names.ts";

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

const blog = { type: "post-weblog", "container-title": "Cake Blog" } as const;
const page = { type: "webpage", "container-title": "Cake Site" } as const;
const published = { "container-title": undefined, publisher: "Ministry of Cake" };
const magazine = { type: "article-magazine", "container-title": "Cake Weekly" } as const;
const journal = { type: "article-journal", "container-title": "Journal of Cake" } as const;
const report = { type: "report", ...published } as const;
const broadcast = { type: "broadcast", "container-title": "The Cake Hour", publisher: "Cake Radio" } as const;
const numbers = { volume: "12", issue: "3", page: "110-114" };
const doi = { DOI: "10.1000/cake.1" };
const read = { ...online, accessed };
const unsigned = { author: undefined };
const particle = { family: "Beauvoir", given: "Simone", "non-dropping-particle": "de" };

/** The shapes of the types other than newspapers, and of what only some of them have. */
const TYPES: Readonly<Record<string, CitableSource>> = {
  "a page of a newspaper": made({ page: "4" }),
  "pages of a newspaper": made({ page: "4-5", section: "Business" }),
  "a section of a newspaper on the web": made({ section: "Business", ...read }),
  "a post": made({ ...blog, ...read }),
  "a post that says what it is": made({ ...blog, genre: "Blog post", ...read }),
  "an unsigned post": made({ ...blog, ...unsigned, ...read }),
  "a page of a site": made({ ...page, ...read }),
  "a page of a site, without a day of access": made({ ...page, ...online }),
  "a page of a publisher": made({ type: "webpage", ...published, ...read }),
  "a page of a site and its publisher": made({ ...page, publisher: "Ministry of Cake", ...read }),
  "an unsigned page": made({ ...page, ...unsigned, ...read }),
  "an unsigned page of a publisher, without a date": made({
    ...{ type: "webpage", ...published, ...unsigned, issued: undefined, ...read },
  }),
  "a magazine": made({ ...magazine, ...numbers }),
  "a magazine on the web": made({ ...magazine, ...read }),
  "a magazine's month": made({ ...magazine, ...numbers, issued: on(2021, 9) }),
  "a magazine's volume": made({ ...magazine, volume: "12" }),
  "a magazine's issue": made({ ...magazine, issue: "3" }),
  "a magazine's page": made({ ...magazine, page: "10" }),
  "an unsigned article of a magazine": made({ ...magazine, ...unsigned, ...numbers }),
  "a journal": made({ ...journal, ...numbers, ...doi }),
  "a journal with an address": made({ ...journal, ...numbers, ...read }),
  "a journal with both": made({ ...journal, ...numbers, ...doi, ...read }),
  "a journal's volume": made({ ...journal, volume: "12" }),
  "a journal's volume and page": made({ ...journal, volume: "12", page: "98-104" }),
  "a journal's issue": made({ ...journal, issue: "3" }),
  "a journal's page": made({ ...journal, page: "e10" }),
  "a journal's year": made({ ...journal, ...numbers, issued: on(2021) }),
  "a journal by name": made(journal),
  "an unsigned article of a journal, without a date": made({
    ...{ ...journal, ...unsigned, ...numbers, issued: undefined },
  }),
  "a report": made({ ...report, number: "12", "publisher-place": "London", genre: "White paper", ...read }),
  "a report by name": made(report),
  "a report's number": made({ ...report, number: "12" }),
  "a report that says what it is": made({ ...report, genre: "White paper" }),
  "a report of its author": made({ ...report, author: [{ literal: "Ministry of Cake" }], ...read }),
  "an unsigned report": made({ ...report, ...unsigned, ...read }),
  "a report's place": made({ ...report, "publisher-place": "London" }),
  "a report in a series": made({ ...report, publisher: undefined, "container-title": "Cake Papers" }),
  "a broadcast": made({ ...broadcast, "publisher-place": "London", number: "7", ...read }),
  "a programme": made({ ...broadcast, publisher: undefined, ...read }),
  "a broadcaster": made({ ...broadcast, "container-title": undefined, ...read }),
  "an unsigned broadcast": made({ ...broadcast, ...unsigned }),
  "a broadcast that says what it is": made({ ...broadcast, genre: "Radio broadcast" }),
  "a particle that stays": made({ author: [particle] }),
  "a particle that stays, of the second author": made({ author: [person("Ann", "Jones"), particle] }),
  "a particle that is dropped": made({
    author: [{ family: "Beethoven", given: "Ludwig", "dropping-particle": "van" }],
  }),
  "two particles": made({
    ...{
      author: [
        { family: "Fontaine", given: "Jean", "dropping-particle": "de", "non-dropping-particle": "La" },
      ],
    },
  }),
  "a particle with an apostrophe": made({
    author: [{ family: "Ormesson", given: "Jean", "non-dropping-particle": "d’" }],
  }),
  "an Arabic article": made({
    author: [{ family: "Khatib", given: "Ahmad", "non-dropping-particle": "al-" }],
  }),
  "a particle in the family name": made({ author: [person("Jean-Éric", "de La Tour")] }),
  "a particle in the given names": made({ author: [person("Ludwig van", "Beethoven")] }),
  "a suffix": made({ author: [{ family: "King", given: "Martin Luther", suffix: "Jr." }] }),
  "a suffix of the second author": made({
    author: [person("Ann", "Jones"), { family: "King", given: "Martin Luther", suffix: "III" }],
  }),
  "a suffix after a comma": made({
    author: [{ family: "King", given: "Martin Luther", suffix: "Jr.", "comma-suffix": true }],
  }),
  "a family name that comes first": made({
    author: [{ family: "Mao", given: "Zedong", "static-ordering": true }],
  }),
  "a name of one part": made({ author: [{ family: "Plato" }] }),
  "a Hebrew name": made({ author: [person("דנה", "כהן"), person("משה אריה", "לוי")], language: "he" }),
  "an Arabic name": made({ author: [person("أحمد", "الخطيب")], language: "ar" }),
  "a Japanese name": made({ author: [person("花子", "山田")], language: "ja" }),
  "a Korean name": made({ author: [person("민수", "김")], language: "ko" }),
  "a Russian name": made({ author: [person("Пётр Ильич", "Иванов")], language: "ru" }),
  "no language": made({ language: undefined }),
};

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
  ...TYPES,
};
