/** What a command answers, as a page: for a question, and for who a person or an organization is. */

import { makeAsk, printAsk } from "../../../ask/ask.ts";
import { readPhrase } from "../../../ask/phrases.ts";
import type { Answer } from "../../../desk/answer.ts";
import { refOf } from "../../../shelf/kinds.ts";
import { drawAnswer } from "../blocks.ts";
import { html } from "../html.ts";
import { recordPath } from "../link-signer.ts";
import { recordItems, reviewers } from "../record-links.ts";
import { askPath, type Drawn, type Visit } from "../request-context.ts";

/** The answer to what was typed: to a command's line, or to a question as people write it. */
export function answerTo(typed: string, { bot }: Visit): Promise<Answer> {
  const parsed = bot.parse(typed);
  const isKnown = "ask" in parsed || parsed.problem.type !== "unknown-command";
  return bot.answerTo(isKnown ? parsed : (readPhrase(typed, bot.parse) ?? parsed));
}

export async function askPage(typed: string, answer: Answer, visit: Visit): Promise<Drawn> {
  const line = printAsk(answer.ask);
  const isKnown = answer.outcome === "found" || answer.outcome === "menu";
  return {
    title: answer.title,
    sought: typed,
    ...(isKnown ? { canonical: askPath(line) } : {}),
    main: html`<h1>${answer.title}</h1>
${isKnown && html`<p class="kicker"><code>${line}</code></p>`}
${await drawAnswer(answer, visit)}`,
  };
}

/** All that is recorded of a person or an organization. */
export async function profilePage(
  kind: "people" | "organizations",
  id: string,
  visit: Visit,
): Promise<Drawn | undefined> {
  const { library, bot, words, href } = visit;
  const record = await library.get(kind, id);
  if (!record) return undefined;
  const answer = await bot.answer(makeAsk("who", id));
  const related = (await library.find({ concerning: refOf(record) })).hits;
  return {
    title: record.label,
    description: answer.title,
    canonical: `/${kind}/${id}`,
    main: html`<p class="kicker">${words.search.kinds[kind]} · <a href="${href(recordPath(refOf(record)))}">${words.web.record}</a></p>
<h1${reviewers(words)}>${record.label}</h1>
${await drawAnswer(answer, visit)}
${
  related.length > 0 &&
  html`<section aria-labelledby="records"><h2 id="records">${words.web.records}</h2>
<ul class="records">${recordItems(related, visit)}</ul></section>`
}`,
  };
}
