/** Cards of every shape that a source may have, each under the name of what it is for. */
import type { Card } from "../../src/citation/csl.ts";

export const CARD: Card = {
  id: "who-eats-cake",
  title: {
    text: "A Study of Cake: Who Eats It",
    sentence: "A study of cake: Who eats it",
    basis: "text",
  },
  authors: ["John Paul Smith"],
  publisher: "The Daily Post",
  published: { date: "2021-08-05" },
  address: null,
  accessed: null,
  language: "en",
};

const NAMES = [
  ...["John Paul Smith", "Ann Jones", "Bo-Lin Brown", "Élise Lee", "Ludwig van Diaz", "Mo Evans", "Di Fox"],
  ...["Al Gray", "Cy Hill", "Ed Ito", "Flo Jung", "Gus King", "Hal Lund", "Ida Moss", "Jo Nash", "Kit Owen"],
  ...["Lou Pike", "Meg Quin", "Ned Rice", "Pam Shaw", "Ray Todd", "Sue Ural"],
];
const title = (text: string, sentence?: string): Pick<Card, "title"> => ({
  title: { text, basis: "text", ...(sentence === undefined ? {} : { sentence }) },
});
const zh = { publisher: "人民日报", language: "zh-CN", ...title("共同富裕与第三次分配") };
const online = { address: "https://post.example/cake" };

export const SHAPES: Readonly<Record<string, Card>> = {
  "one author": CARD,
  "no author": { ...CARD, authors: null },
  "two authors": { ...CARD, authors: NAMES.slice(0, 2) },
  "three authors": { ...CARD, authors: NAMES.slice(0, 3) },
  "four authors": { ...CARD, authors: NAMES.slice(0, 4) },
  "seven authors": { ...CARD, authors: NAMES.slice(0, 7) },
  "eleven authors": { ...CARD, authors: NAMES.slice(0, 11) },
  "twenty-two authors": { ...CARD, authors: NAMES },
  "an institution": { ...CARD, authors: ["Ministry of Cake"] },
  "an institution and a person": { ...CARD, authors: ["Ministry of Cake", "Ann Jones"] },
  "the publisher as author": { ...CARD, authors: ["The Daily Post"] },
  "a name that is filed by the card": {
    ...CARD,
    authors: ["Li Yining"],
    names: { "Li Yining": { family: "Li", given: "Yining" } },
  },
  "no date": { ...CARD, published: { date: null } },
  "no date and no author": { ...CARD, authors: null, published: { date: null } },
  "a year": { ...CARD, published: { date: "2021" } },
  "a year and no author": { ...CARD, authors: null, published: { date: "2021" } },
  "a month": { ...CARD, published: { date: "2021-09" } },
  "a year that is inferred": { ...CARD, published: { date: "2021", inferred: "From a copy." } },
  "an inferred year and no author": {
    ...CARD,
    authors: null,
    published: { date: "2021", inferred: "From a copy." },
  },
  "a Chinese author and title": { ...CARD, ...zh, authors: ["李明"] },
  "two Chinese authors": { ...CARD, ...zh, authors: ["李明", "欧阳修远"] },
  "four Chinese authors": { ...CARD, ...zh, authors: ["李明", "欧阳修远", "王芳", "赵六"] },
  "a Chinese title and no author": { ...CARD, ...zh, authors: null },
  "a Chinese institution": { ...CARD, ...zh, authors: ["新华社评论员"] },
  "an address": { ...CARD, ...online },
  "an address and a day of access": { ...CARD, ...online, accessed: "2026-11-21" },
  "a day of access and no date": {
    ...CARD,
    ...online,
    published: { date: null },
    accessed: "2026-11-21",
  },
  "a Chinese title, an address and a day of access": {
    ...CARD,
    ...zh,
    authors: ["李明"],
    address: "https://paper.example/nw",
    accessed: "2026-11-21",
  },
  "a title with quotation marks": {
    ...CARD,
    ...title("The “Cake” & ‘Pie’ of It", "The “cake” & ‘pie’ of it"),
  },
  "a title that ends with a quotation": {
    ...CARD,
    ...title("The Age of ‘Common Prosperity’", "The age of ‘common prosperity’"),
  },
  "a title with an apostrophe in a quotation": {
    ...CARD,
    ...title("‘China’s Cake’ Isn’t Theirs", "‘China’s cake’ isn’t theirs"),
  },
  "a title that asks": { ...CARD, ...title("Who Eats Cake?", "Who eats cake?") },
  "a title that ends with a quotation that asks": {
    ...CARD,
    ...title("They Ask ‘Who Eats Cake?’", "They ask ‘who eats cake?’"),
  },
  "a title with marks of markup": { ...CARD, ...title("R&D *at* 50% | _A_ #1 `Cake` for $5 [Sic]") },
};
