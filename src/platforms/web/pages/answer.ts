/** Renders pages that show an answer: to a question, or to `/who` for a person or an organization. */

import { createAsk, printAsk } from "../../../ask/ask.ts";
import type { Answer } from "../../../desk/answer.ts";
import { askPath, recordPath } from "../../../desk/page-links.ts";
import { recordRef } from "../../../shelf/kinds.ts";
import { answerHtml } from "../blocks.ts";
import { html } from "../html.ts";
import { recordItems, reviewerLanguage } from "../record-links.ts";
import type { PageContent, RequestContext } from "../request-context.ts";

/** Renders an answer as a page. */
export async function askPage(typed: string, answer: Answer, context: RequestContext): Promise<PageContent> {
  const line = printAsk(answer.ask);
  const isKnown = answer.outcome === "found" || answer.outcome === "menu";
  return {
    title: answer.title,
    sought: typed,
    ...(isKnown ? { canonical: askPath(line) } : {}),
    main: html`<h1>${answer.title}</h1>
${isKnown && html`<p class="kicker"><code>${line}</code></p>`}
${await answerHtml(answer, context)}`,
  };
}

/** Renders everything recorded about a person or organization; undefined when there is none with this id. */
export async function profilePage(
  kind: "people" | "organizations",
  id: string,
  context: RequestContext,
): Promise<PageContent | undefined> {
  const { library, bot, messages, href } = context;
  const record = await library.get(kind, id);
  if (!record) return undefined;
  const answer = await bot.answer(createAsk("who", id));
  const related = (await library.find({ concerning: recordRef(record) })).hits;
  return {
    title: record.label,
    description: answer.title,
    canonical: `/${kind}/${id}`,
    main: html`<p class="kicker">${messages.recordKinds[kind].name} · <a href="${href(recordPath(recordRef(record)))}">${messages.pages.record}</a></p>
<h1${reviewerLanguage(messages)}>${record.label}</h1>
${await answerHtml(answer, context)}
${
  related.length > 0 &&
  html`<section aria-labelledby="records"><h2 id="records">${messages.pages.records}</h2>
<ul class="records">${recordItems(related, context)}</ul></section>`
}`,
  };
}
