/** Lists what can be pressed under an answer: the same, in the same order, on every chat platform. */
import { type Ask, printAsk } from "../ask/ask.ts";
import type { Answer, AnswerButton } from "../desk/answer.ts";
import type { Visibility } from "./visibility.ts";

/** A button: one that the platform's adapter answers itself, one that leads to an ask, or a link. */
export type MessageControl =
  | { readonly type: "next" | "back" | "ask"; readonly label?: string; readonly line: string }
  | { readonly type: "share" | "dismiss" }
  | { readonly type: "link"; readonly label: string; readonly url: string };

/** The most buttons that a message shows; what else can be asked stands under More. */
const MAX_BUTTONS = 4;

/**
 * What can be pressed under an answer, in the order in which it always stands: the next page, the first, sharing or
 * removing, links, then questions; and the questions that are left for More.
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
  // Where one question would be left alone under More, it still is: five buttons are one too many.
  return {
    shown: [...fixed, ...questions.slice(0, room).map((question) => ({ type: "ask", ...question }) as const)],
    more: questions.slice(room),
  };
}
