/** How a chat platform carries an answer: who sees it, who shared it. No command knows of any of this. */

import { type Ask, printAsk } from "../ask/ask.ts";
import type { Answer, AnswerButton, Audience } from "../desk/answer.ts";
import { defined } from "../support/defined.ts";

/** How one answer is carried. */
export interface Visibility {
  /** Whether only the asker sees it. */
  readonly isPrivate: boolean;
  /** The name of whoever put a private answer before the others. */
  readonly sharedBy?: string;
}

/**
 * An answer is private where it is for its asker alone, where the asker said so, or where it was said
 * neither way and the deployment has it so. Only a finding can be shared.
 */
export function resolveVisibility(
  { audience, outcome }: Answer,
  said: boolean | undefined,
  byDefault: Audience,
  sharedBy?: string,
): Visibility {
  const shared = sharedBy !== undefined && outcome === "found";
  const isPrivate = !shared && (audience === "asker" || (said ?? byDefault === "asker"));
  return { isPrivate, ...defined({ sharedBy }) };
}

/** A press that the carrier itself answers, or one that leads to an ask. */
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

/** How long an answer may take before the asker is told that it will follow, in milliseconds. */
export const REPLY_TIMEOUT_MS = 2000;

/** What `promise` gives, or `late` if it has given nothing within `milliseconds`. */
export async function withTimeout<Value>(
  promise: Promise<Value>,
  milliseconds: number,
): Promise<{ readonly value: Value } | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), milliseconds);
  });
  try {
    return await Promise.race([promise.then((value) => ({ value })), late]);
  } finally {
    clearTimeout(timer);
  }
}
