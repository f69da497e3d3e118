/** Lists what can be asked next from a page of text. */
import { type Ask, createAsk, printAsk } from "../ask/ask.ts";
import type { AnswerButton, MenuChoice } from "../desk/answer.ts";
import type { Messages } from "../language/messages.ts";
import type { AnswerPage } from "./renderer.ts";

/** What can be asked or opened next. */
export type Offer = Extract<AnswerButton, { type: "link" }> | MenuChoice;

/** Returns what a page offers, in the order in which it is drawn: its choices, the next page, what follows. */
export function pageOffers({ answer, opening, items, next }: AnswerPage, messages: Messages): Offer[] {
  const choices = [...opening, ...items.flat(), ...answer.close].flatMap((block) =>
    block.type === "choices" ? block.choices : [],
  );
  const paging = next ? [{ label: messages.next(next.from, answer.items.length), ask: next }] : [];
  return [...choices, ...paging, ...answer.buttons];
}

/** Returns the lines of what a page offers, in the same order; undefined for a link. */
export const offeredLines = (page: AnswerPage, messages: Messages): (string | undefined)[] =>
  pageOffers(page, messages).map((offer) => ("ask" in offer ? printAsk(offer.ask) : undefined));

/** The longest ask that is repeated to ask for more of its answer, in UTF-16 units. */
const REPEATED = 60;

/** Returns what is typed for an offer. Of a long ask, that is only what is added to it. */
export function offerTarget(offer: Offer, { command, text, options }: Ask, messages: Messages): string {
  if (!("ask" in offer)) return offer.url;
  const [line, own] = [printAsk(offer.ask), printAsk(createAsk(command, text, options))];
  const isMore = own.length > REPEATED && line.startsWith(`${own} `);
  return isMore ? messages.addToAsk(line.slice(own.length + 1)) : line;
}
