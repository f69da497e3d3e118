/** Declares the types of `wink-porter2-stemmer`, which has none of its own. */
declare module "wink-porter2-stemmer" {
  /** Returns the stem of a lower-case word by Snowball's English stemmer (Porter2). */
  export default function stem(word: string): string;
}
