/** Lists the controls under an answer, the same and in the same order on every chat platform. */
import { ASK_DETAILS, type Ask, type AskDetail, printAsk } from "../ask/ask.ts";
import type { Answer, AnswerButton } from "../desk/answer.ts";
import type { Messages } from "../language/messages.ts";
import { defined } from "../support/defined.ts";
import type { Visibility } from "./visibility.ts";

/** An ask that a control sends. With `detail`, it is the message's own ask, which is to be shown in that detail. */
export interface AskControl {
  readonly label: string;
  readonly line: string;
  readonly detail?: AskDetail;
}

/** A control: a button that sends an ask, a button that delivery handles itself, or a link. */
export type MessageControl =
  | {
      readonly type: "next" | "back";
      readonly label: string;
      readonly line: string;
      /** The first item of the page that it leads to. */
      readonly from: number;
    }
  | ({ readonly type: "ask" } & AskControl)
  | {
      readonly type: "share";
      readonly label: string;
      /** The message's own ask, where its text does not show it. */
      readonly line?: string;
    }
  | { readonly type: "dismiss"; readonly label: string }
  | { readonly type: "link"; readonly label: string; readonly url: string };

/** The maximum number of buttons on a message; further asks go into the More menu. */
const MAX_BUTTONS = 5;

/** Returns the control that removes a message; what only its asker sees has none. */
export const removingControls = ({ delivery }: Messages, { isPrivate }: Visibility): MessageControl[] =>
  isPrivate ? [] : [{ type: "dismiss", label: delivery.dismiss }];

/**
 * Returns the controls of a message in the order of their use: asks, next page, first page, links, and last what shares
 * or removes the message; and the remaining asks for the More menu.
 */
export function messageControls(
  answer: Answer,
  messages: Messages,
  visibility: Visibility,
  next: Ask | undefined,
): { shown: MessageControl[]; more: AskControl[] } {
  const { ask, buttons, items, outcome } = answer;
  const { share } = messages.delivery;
  const asks = new Map(
    buttons.flatMap((button) =>
      button.type === "ask" ? [[printAsk(button.ask), button.label] as const] : [],
    ),
  );
  const isLink = (button: AnswerButton) => button.type === "link";
  const paging = (type: "next" | "back", label: string, to: Ask): MessageControl => ({
    type,
    label,
    line: printAsk(to),
    from: to.from,
  });
  const turning: MessageControl[] = [
    ...(next ? [paging("next", messages.next(next.from, items.length), next)] : []),
    ...(ask.from > 1 ? [paging("back", messages.back, { ...ask, from: 1 })] : []),
    ...buttons.filter(isLink),
  ];
  const ending: MessageControl[] = [
    ...(visibility.isPrivate && outcome === "found" ? [{ type: "share", label: share } as const] : []),
    ...removingControls(messages, visibility),
  ];
  const details = new Map(ASK_DETAILS.map((detail) => [printAsk({ ...ask, from: 1, detail }), detail]));
  const questions = [...asks].map(
    ([line, label]): AskControl => ({
      label,
      line,
      ...defined({ detail: details.get(line) }),
    }),
  );
  const room = Math.max(0, MAX_BUTTONS - turning.length - ending.length);
  // A single remaining ask goes into More too: the maximum has no exception.
  return {
    shown: [
      ...questions.slice(0, room).map((question) => ({ type: "ask", ...question }) as const),
      ...turning,
      ...ending,
    ],
    more: questions.slice(room),
  };
}
