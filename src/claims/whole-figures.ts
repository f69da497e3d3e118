/** Reads figures whole or not at all: a part of a figure is another figure. */
import { claimPattern } from "../language/claim-grammar.ts";
import { LONG_SCALES } from "../language/numbers.ts";
import { findNumbers, type WrittenNumber } from "../search/numbers.ts";
import { findSpelledSums } from "./spelled-figures.ts";

/** Digits in groups of three: with a mark that stands in no other number, or with several of the same mark. */
const GROUPS = [
  /(?<![\d.,'’_])\d{1,3}(?<mark>[\u00a0\u2007\u2009\u202f'’_])\d{3}(?:\k<mark>\d{3})*(?![ .,'’_·]?\d)/g,
  /(?<![\d.,])\d{1,3}(?<mark>[ .·])\d{3}(?:\k<mark>\d{3})+(?![ .,'’_·]?\d)/g,
];

/** Writes digits in groups with commas. The length stays the same. */
export const joinGroups = (text: string): string =>
  GROUPS.reduce((joined, form) => joined.replace(form, (figure) => figure.replace(/\D/g, ",")), text);

/** Marks that may stand between two digits of one figure. */
const LINK = String.raw`[.,'’‘\u0060´_·•∙⋅‧・/⁄∕:٫٬˙^*×~+\p{Cf}]`;
const ANY_SCALE = `(?:${LONG_SCALES}|${claimPattern(({ counts }) => counts.unreadScales)})`;
const FRACTION = claimPattern(({ counts }) => counts.fractions);
const AND = claimPattern(({ vocabulary }) => vocabulary.joining);
const DIGIT_WORDS = claimPattern(({ counts }) => counts.digitWords);

/** What goes on with a figure after its end. */
const GOES_ON = new RegExp(
  [
    String.raw`${LINK}\d`,
    String.raw`\s?\p{No}`,
    String.raw`\+\s?${ANY_SCALE}`,
    String.raw`\s?\d{3}(?!\d)`,
    String.raw`\d`,
    String.raw`\s+\d+[/⁄]\d`,
    String.raw`\s(?:${AND}\s)?\d[\d.,]*\s?(?:${LONG_SCALES})`,
    String.raw`\s?[-‐‑]?\s?${ANY_SCALE}`,
    String.raw`\s?${FRACTION}`,
    DIGIT_WORDS,
  ]
    .map((form) => `^(?:${form})`)
    .join("|"),
  "iu",
);
const LETTER = /^(?!\p{Script=Han})\p{L}/u;

/** What a figure that begins with its digits may be the rest of. */
const BEGUN = new RegExp(
  [
    String.raw`\d${LINK}`,
    String.raw`\p{No}\s?`,
    String.raw`(?<!\d)(?!(?:19|20)\d\d\s)\d{1,4}\s`,
    String.raw`\d\s?(?:${LONG_SCALES})\s?(?:${AND}\s)?`,
    DIGIT_WORDS,
  ]
    .map((form) => `(?:${form})$`)
    .join("|"),
  "iu",
);

/** The most characters on either side of a figure that belong to it. */
const REACH = 24;

/** One point before three digits parts thousands in one country and decimals in the next. */
const UNSURE = /^\d{1,3}\.\d{3}$/;

/** Tells whether a figure is all that is written there, and sure to mean what it is read as. */
export function isWhole(
  text: string,
  { start, end, unit }: Pick<WrittenNumber, "start" | "end" | "unit">,
): boolean {
  const to = Math.max(end, unit?.end ?? end);
  const after = text.slice(to, to + REACH);
  if (UNSURE.test(text.slice(start, end)) || GOES_ON.test(after)) return false;
  if (/\d/.test(text[to - 1]!) && LETTER.test(after)) return false;
  return (unit && unit.start < start) || !BEGUN.test(text.slice(Math.max(0, start - REACH), start));
}

/** Returns the numbers of a text that are read whole; those in words only where they are sums. */
export function findWholeNumbers(text: string): WrittenNumber[] {
  const joined = joinGroups(text);
  const figures = findNumbers(joined).filter((found) => isWhole(joined, found));
  const spelled = findSpelledSums(joined).filter(
    ({ start, unit }) =>
      !figures.some((found) => found.start < (unit?.end ?? 0) && start < (found.unit?.end ?? found.end)),
  );
  return spelled.length === 0 ? figures : [...figures, ...spelled].sort((a, b) => a.start - b.start);
}
