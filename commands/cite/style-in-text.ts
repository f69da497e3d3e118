/** Finds the name of a citation style in a typed text. */
import type { CitationStyle } from "../../src/citation/style.ts";
import { findStyle } from "../../src/citation/styles.ts";
import { AFTER_STYLE, BEFORE_STYLE } from "../../src/language/citation-words.ts";

/** A text without the style it named, and that style if there was one. */
export interface StyledText {
  readonly text: string;
  readonly style?: CitationStyle;
}

/** The most words in a style's name: “Chicago author date”, “Cite Them Right”. */
const LONGEST = 3;

/** Splits off a style at either end: “supchina in apa”, “supchina, GB/T 7714”, “bibtex for supchina”. */
export function splitStyle(typed: string): StyledText {
  const words = typed.split(" ");
  for (let size = Math.min(LONGEST, words.length); size > 0; size--) {
    const last = findStyle(words.slice(-size).join(" "));
    if (last) {
      const rest = words.slice(0, -size).join(" ");
      return { text: rest.replace(BEFORE_STYLE, ""), style: last };
    }
    const joint = AFTER_STYLE.test(words[size] ?? "");
    const first = joint ? findStyle(words.slice(0, size).join(" ")) : undefined;
    if (first) return { text: words.slice(size + 1).join(" "), style: first };
  }
  return { text: typed };
}
