/** Reads of a text itself when it was published. */

import { findDates } from "../language/dates.ts";
import { PLACE_AND_DAY } from "../language/draft-patterns.ts";
import type { SourceParagraph } from "./reading.ts";

/** How far down a text its date stands, and how long the line is that holds it. */
const FIRST_BLOCKS = 5;
const LONGEST_LINE = 100;

/** Returns the first whole date in the head of a text; undefined where there is none. */
export function ownDate(blocks: readonly SourceParagraph[]): string | undefined {
  for (const { text } of blocks.slice(0, FIRST_BLOCKS)) {
    const head = text.length <= LONGEST_LINE ? text : (PLACE_AND_DAY.exec(text)?.[0] ?? "");
    const found = findDates(head).find(({ date, to }) => to === undefined && /^\d{4}-\d\d-\d\d$/.test(date));
    if (found) return found.date;
  }
  return undefined;
}
