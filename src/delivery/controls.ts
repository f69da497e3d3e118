/** Lists the controls under an answer, the same and in the same order on every chat platform. */
import { type Ask, printAsk } from "../ask/ask.ts";
import type { Answer, AnswerButton } from "../desk/answer.ts";
import type { Visibility } from "./visibility.ts";

/** A control: a button that sends an ask, a button that the adapter handles itself, or a link. */
export type MessageControl =
  | { readonly type: "next" | "back" | "ask"; readonly label?: string; readonly line: string }
  | { readonly type: "share" | "dismiss" }
  | { readonly type: "link"; readonly label: string; readonly url: string };

/** The maximum number of buttons on a message; further asks go into the More menu. */
const MAX_BUTTONS = 4;

/**
 * Returns the controls of a message in their fixed order: next page, first page, share or dismiss, links, asks; and the
 * remaining asks for the More menu.
 */
export function messageControls(
  answer: Answer,
  visibility: Visibility,
  next: Ask | undefined,
): { shown: MessageControl[]; more: { label: string; line: string }[] } {
  const asks = new Map(
    answer.buttons.flatMap((button) =>
      button.type === "ask" ? [[printAsk(button.ask), button.label] as const] : [],
    ),
  );
  const isLink = (button: AnswerButton) => button.type === "link";
  const fixed: MessageControl[] = [
    ...(next ? [{ type: "next", line: printAsk(next) } as const] : []),
    ...(answer.ask.from > 1 ? [{ type: "back", line: printAsk({ ...answer.ask, from: 1 }) } as const] : []),
    ...(visibility.isPrivate && answer.outcome === "found" ? [{ type: "share" } as const] : []),
    ...(visibility.isPrivate ? [] : [{ type: "dismiss" } as const]),
    ...answer.buttons.filter(isLink),
  ];
  const questions = [...asks].map(([line, label]) => ({ label, line }));
  const room = Math.max(0, MAX_BUTTONS - fixed.length);
  // A single remaining ask goes into More too: the maximum has no exception.
  return {
    shown: [...fixed, ...questions.slice(0, room).map((question) => ({ type: "ask", ...question }) as const)],
    more: questions.slice(room),
  };
}
