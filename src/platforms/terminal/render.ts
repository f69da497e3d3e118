/** Renders answers as text for a terminal, and maps outcomes to exit statuses. */

import { fitAnswer } from "../../delivery/fit.ts";
import { offeredLines } from "../../delivery/offers.ts";
import type { FittedMessage } from "../../delivery/renderer.ts";
import { mergeTables } from "../../delivery/table.ts";
import { renderTextPage, type TextStyle } from "../../delivery/text.ts";
import type { Answer, Outcome } from "../../desk/answer.ts";
import type { Messages } from "../../language/messages.ts";

/** Maximum number of items in one page of an answer. */
const ITEMS = 10;

/** A page of an answer as text, with the lines of what it offers, by their numbers from 1. */
export interface TerminalPage {
  readonly text: string;
  readonly offered: readonly (string | undefined)[];
}

/** Renders one page of an answer as text. @returns the page and the ids of the sources it cites */
export const terminalPage = (
  answer: Answer,
  messages: Messages,
  style: TextStyle,
): FittedMessage<TerminalPage> =>
  fitAnswer(
    answer,
    (page) => ({ text: renderTextPage(page, messages, style), offered: offeredLines(page, messages) }),
    () => true,
    isWhole(answer) ? Number.POSITIVE_INFINITY : ITEMS,
  );

/** Renders one page of an answer as text. */
export const renderTerminal = (answer: Answer, messages: Messages, style: TextStyle): string =>
  terminalPage(answer, messages, style).message.text;

/** Whether all items go on one page: menus and tables are scanned, not read, and an answer with a file is complete. */
const isWhole = ({ outcome, items, file }: Answer): boolean =>
  outcome === "menu" || mergeTables(items) !== undefined || file !== undefined;

/** Returns the exit status for an outcome: 0 something was found, 1 nothing was found, 2 a mistake or failure. */
export function exitStatus(outcome: Outcome): 0 | 1 | 2 {
  if (outcome === "found" || outcome === "menu") return 0;
  return outcome === "nothing" ? 1 : 2;
}
