/** The package says nothing of its types. */
declare module "wink-porter2-stemmer" {
  /** The stem of a word in small letters, by Snowball's English stemmer, which is Porter's second. */
  export default function stem(word: string): string;
}
