/** Defines a break: a small change to the program that a user would notice, and the tests that must notice it. */
export interface Break {
  /** What a user would find wrong. */
  readonly name: string;
  /** The file that is changed, relative to the project. */
  readonly file: string;
  /** A text that occurs once in the file, and what stands there instead. */
  readonly find: string;
  readonly replace: string;
  /** The files of tests of which one must fail. */
  readonly tests: readonly string[];
}

/** Returns a file's text with a break in it; undefined where the text to be changed does not occur exactly once. */
export function applyBreak(
  text: string,
  { find, replace }: Pick<Break, "find" | "replace">,
): string | undefined {
  const [before = "", after, ...more] = text.split(find);
  return after === undefined || more.length > 0 ? undefined : before + replace + after;
}
