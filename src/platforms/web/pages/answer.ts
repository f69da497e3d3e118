/** Renders pages that show an answer: to a question, or to `/who` for a person or an organization. */

import { createAsk, printAsk } from "../../../ask/ask.ts";
import type { Answer } from "../../../desk/answer.ts";
import { findRecord } from "../../../desk/lookup.ts";
import { askPath, recordPath } from "../../../desk/page-links.ts";
import { recordRef } from "../../../shelf/kinds.ts";
import { answerHtml } from "../blocks.ts";
import { type HtmlChild, html } from "../html.ts";
import { kindLink } from "../list-paths.ts";
import { firstOf, nameHeading, recordItems } from "../record-links.ts";
import type { PageContent, RequestContext } from "../request-context.ts";
import { passagesBelow, searchPage } from "./search.ts";

/** Matches what is typed as a command. */
const COMMAND = /^[/／]/;

/**
 * Renders what was asked: a command's answer; for words, the answer that they have with the passages that also have them;
 * and else what is found for them.
 * @param answer the answer to the line
 */
export async function questionPage(
  typed: string,
  answer: Answer,
  context: RequestContext,
): Promise<PageContent> {
  if (COMMAND.test(typed)) return askPage(typed, answer, context);
  const isAnswered = answer.ask.command !== "search" && ["found", "menu"].includes(answer.outcome);
  if (!isAnswered) return searchPage(typed, undefined, context);
  const isShelf = answer.outcome === "found" && answer.ask.command !== "help";
  return askPage(typed, answer, context, isShelf && (await passagesBelow(typed, context)));
}

/** Renders an answer as a page. */
async function askPage(
  typed: string,
  answer: Answer,
  context: RequestContext,
  below: HtmlChild = false,
): Promise<PageContent> {
  const line = printAsk(answer.ask);
  const isKnown = answer.outcome === "found" || answer.outcome === "menu";
  return {
    title: answer.title,
    description: answer.lead?.parts.map(({ text }) => text).join("") ?? answer.title,
    sought: typed,
    ...(isKnown ? { canonical: askPath(line) } : {}),
    main: html`<h1>${answer.title}</h1>
${isKnown && html`<p class="kicker"><code>${line}</code></p>`}
${await answerHtml(answer, context)}
${below}`,
  };
}

/** Renders everything recorded about a person or organization; undefined when there is none with this id. */
export async function profilePage(
  kind: "people" | "organizations",
  id: string,
  context: RequestContext,
): Promise<PageContent | undefined> {
  const { library, bot, messages, href } = context;
  const record = await findRecord(`${kind}/${id}`, library);
  if (!record) return undefined;
  const answer = await bot.answer(createAsk("who", id));
  const { hits: related, total } = await library.find({ concerning: recordRef(record) });
  return {
    title: record.label,
    description: answer.title,
    canonical: `/${kind}/${id}`,
    main: html`<p class="kicker">${kindLink(kind, context)} · <a href="${href(recordPath(recordRef(record)))}">${messages.pages.record}</a></p>
${nameHeading(record, messages)}
${await answerHtml(answer, context)}
${
  related.length > 0 &&
  html`<section aria-labelledby="records"><h2 id="records">${messages.pages.records}</h2>
${firstOf(related, total, messages)}<ul class="records">${recordItems(related, context)}</ul></section>`
}`,
  };
}
