/** Answers for a terminal: text, or one line of JSON. */

import { fill } from "../../delivery/fit.ts";
import type { Fitted } from "../../delivery/renderer.ts";
import { tableOf } from "../../delivery/table.ts";
import { type Style, textPage } from "../../delivery/text.ts";
import type { Answer, Outcome } from "../../desk/answer.ts";
import type { Words } from "../../language/messages.ts";

export { showJson } from "../../delivery/json.ts";

/** The most items that a terminal shows at once. */
const ITEMS = 10;

/** One page of an answer as text, and the sources that it cites. */
export const pageFor = (answer: Answer, words: Words, style: Style): Fitted<string> =>
  fill(
    answer,
    (page) => textPage(page, words, style),
    () => true,
    isWhole(answer) ? Number.POSITIVE_INFINITY : ITEMS,
  );

/** One page of an answer as text. */
export const showText = (answer: Answer, words: Words, style: Style): string =>
  pageFor(answer, words, style).message;

/** A menu and a table are looked over, not read through; what can be taken away is taken whole. */
const isWhole = ({ outcome, items, file }: Answer): boolean =>
  outcome === "menu" || tableOf(items) !== undefined || file !== undefined;

/** The exit status for the last answer: something was found, nothing was, or it could not be asked. */
export function statusOf(outcome: Outcome): 0 | 1 | 2 {
  if (outcome === "found" || outcome === "menu") return 0;
  return outcome === "nothing" ? 1 : 2;
}
