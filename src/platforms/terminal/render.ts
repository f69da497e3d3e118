/** Answers for a terminal: text, or one line of JSON. */

import { fitAnswer } from "../../delivery/fit.ts";
import type { FittedMessage } from "../../delivery/renderer.ts";
import { mergeTables } from "../../delivery/table.ts";
import { renderTextPage, type TextStyle } from "../../delivery/text.ts";
import type { Answer, Outcome } from "../../desk/answer.ts";
import type { Messages } from "../../language/messages.ts";

/** The most items that a terminal shows at once. */
const ITEMS = 10;

/** One page of an answer as text, and the sources that it cites. */
export const terminalPage = (answer: Answer, messages: Messages, style: TextStyle): FittedMessage<string> =>
  fitAnswer(
    answer,
    (page) => renderTextPage(page, messages, style),
    () => true,
    isWhole(answer) ? Number.POSITIVE_INFINITY : ITEMS,
  );

/** One page of an answer as text. */
export const renderTerminal = (answer: Answer, messages: Messages, style: TextStyle): string =>
  terminalPage(answer, messages, style).message;

/** A menu and a table are looked over, not read through; what can be taken away is taken whole. */
const isWhole = ({ outcome, items, file }: Answer): boolean =>
  outcome === "menu" || mergeTables(items) !== undefined || file !== undefined;

/** The exit status for the last answer: something was found, nothing was, or it could not be asked. */
export function exitStatus(outcome: Outcome): 0 | 1 | 2 {
  if (outcome === "found" || outcome === "menu") return 0;
  return outcome === "nothing" ? 1 : 2;
}
