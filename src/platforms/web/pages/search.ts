/** Search: what was found, with the words marked; and the answer, where the question has one. */

import { readPhrase } from "../../../ask/phrases.ts";
import { shortOf } from "../../../desk/citations.ts";
import type { Words } from "../../../language/messages.ts";
import type { Hit, Searched } from "../../../library/library.ts";
import { KINDS, type Kind } from "../../../shelf/kinds.ts";
import { type Child, type Html, html } from "../html.ts";
import { passagePath } from "../link-signer.ts";
import { recordLink } from "../record-links.ts";
import { askPath, type Drawn, pathOf, type Visit } from "../request-context.ts";

/** The most hits on a page: who needs more than this asks for less. */
const MOST = 30;

/** A text with what was sought in it marked. */
function marked(text: string, marks: Hit["marked"]): Child {
  let at = 0;
  const all: Child[] = [];
  for (const { start, end } of marks) {
    all.push(text.slice(at, start), html`<mark class="sought">${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...all, text.slice(at)];
}

async function hitItem({ record, evidence, marked: marks }: Hit, visit: Visit): Promise<Html> {
  const { library, words, href } = visit;
  const { source, text, start, end } = await library.context(evidence);
  const place = href(passagePath(source.id, { start, end }));
  // Somebody's own words stand in quotation marks, here as everywhere.
  const isSaid = record.kind === "quotes" && record.passages.includes(evidence);
  const [before = "", after = ""] = isSaid ? words.quoted("\n").split("\n") : [];
  return html`<li><h2>${recordLink(record, visit)}</h2>
<p class="kicker">${words.search.kinds[record.kind]} · <a href="${place}">${shortOf(source, words)}</a></p>
<p class="hit" lang="${source.language}">${before}${marked(text, marks)}${after}</p></li>`;
}

/** A choice of kinds beside the box: everything, or one. */
export function searchForm(q: string, kind: Kind | undefined, { words, href }: Visit): Html {
  const { search } = words.web;
  return html`<form class="search" role="search" action="${href("/search")}">
<label for="q">${search.label}</label>
<div><input id="q" name="q" type="search" value="${q}" maxlength="500" autocomplete="off" enterkeyhint="search" aria-describedby="hint">
<button>${search.submit}</button></div>
<p id="hint" class="quiet">${search.hint}</p>
${q !== "" && html`<p><label for="kind">${words.search.kind}</label> <select id="kind" name="kind"><option value="">${search.all}</option>${KINDS.map((one) => html`<option value="${one}"${one === kind && html` selected`}>${words.search.kinds[one]}</option>`)}</select></p>`}
</form>`;
}

function assumptions({ named, assumed }: Searched, { search }: Words): string[] {
  return [
    ...(named.length > 0 ? [search.narrowed(named.map(({ label }) => label))] : []),
    ...assumed.map(({ typed, taken }) => search.assumed(typed, taken)),
  ];
}

/** Where another command answers the question, what its answer is called and where it is. */
async function answered(
  q: string,
  { bot, library }: Visit,
): Promise<{ title: string; path: string } | undefined> {
  const read = readPhrase(q, bot.parse);
  if (!read || "problem" in read || ["search", "help"].includes(read.ask.command)) return undefined;
  const { outcome, title } = await bot.answer(read.ask);
  return outcome === "found" ? { title, path: await pathOf(read.ask, library) } : undefined;
}

export async function searchPage(q: string, kind: Kind | undefined, visit: Visit): Promise<Drawn> {
  const { library, words, href } = visit;
  const say = words.web.search;
  if (q === "") return { title: say.title, main: html`<h1>${say.title}</h1>${searchForm(q, kind, visit)}` };
  const found = await library.search({ words: q, most: MOST, ...(kind ? { kinds: [kind] } : {}) });
  const answer = await answered(q, visit);
  const { sources, upTo } = await library.about();
  const items = await Promise.all(found.hits.map((hit) => hitItem(hit, visit)));
  const notes = assumptions(found, words);
  return {
    title: words.title(words.quoted(q), say.title),
    sought: q,
    main: html`<h1>${words.quoted(q)}</h1>
${searchForm(q, kind, visit)}
${answer && html`<p class="answered">${words.labelled(say.answered)}<a href="${href(answer.path)}">${answer.title}</a></p>`}
${notes.length > 0 && html`<div class="note" role="note"><p class="label">${words.deskNote}</p>${notes.map((note) => html`<p>${note}</p>`)}</div>`}
${
  items.length > 0
    ? html`<p class="quiet">${say.found(items.length)}</p><ol class="hits">${items}</ol>`
    : !found.ready
      ? html`<p class="lead">${words.search.indexing}</p>`
      : html`<p class="lead">${words.miss.title(q)}</p><p>${words.miss.searched(sources.length, upTo)}</p>
<p><a href="${href(askPath("/help"))}">${words.help.title}</a></p>`
}`,
  };
}
