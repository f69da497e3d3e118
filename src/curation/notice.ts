/** Builds the short answers of the desk's own. */
import type { Ask } from "../ask/ask.ts";
import { type Answer, type AnswerButton, type Block, createAnswer } from "../desk/answer.ts";
import { textBlock } from "../desk/answer-parts.ts";
import type { Bot } from "../desk/bot.ts";
import type { CurationReply } from "./form.ts";

/** Creates an answer of the desk's own, which its requester sees alone and nobody shares. */
export const deskAnswer = (
  ask: Ask,
  title: string,
  { opening = [], sources = [], buttons = [] }: Partial<Answer>,
): Answer =>
  createAnswer({
    ask,
    title,
    typed: `/refdesk ${ask.command}`,
    outcome: "menu",
    audience: "asker",
    opening,
    sources,
    buttons,
  });

/** Replies one sentence, with what can be done next. */
export const notice = (
  ask: Ask,
  text: string,
  { messages }: Pick<Bot, "messages">,
  buttons: readonly AnswerButton[] = [],
  more: readonly Block[] = [],
): CurationReply & { readonly type: "answer" } => ({
  type: "answer",
  answer: {
    ...deskAnswer(ask, messages.curation.title, { opening: [textBlock(text), ...more], buttons }),
    isBrief: true,
  },
});
