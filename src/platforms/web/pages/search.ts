/** Renders the search page: hits with the matched words marked, and a link to the answer when a command has one. */

import { shortCredit } from "../../../desk/citations.ts";
import { askPath, passagePath } from "../../../desk/page-links.ts";
import type { Messages } from "../../../language/messages.ts";
import type { SearchHit, SearchResult } from "../../../library/library.ts";
import { isSameEvidence } from "../../../shelf/evidence.ts";
import { RECORD_KINDS, type RecordKind } from "../../../shelf/kinds.ts";
import { type Html, type HtmlChild, html } from "../html.ts";
import { recordLink } from "../record-links.ts";
import { askPagePath, type PageContent, type RequestContext } from "../request-context.ts";

/** Maximum number of hits shown; there are no further pages, since a narrower query helps more. */
const MOST = 30;

/** Renders a text with the matched words marked. */
function marked(text: string, marks: SearchHit["marked"]): HtmlChild {
  let at = 0;
  const all: HtmlChild[] = [];
  for (const { start, end } of marks) {
    all.push(text.slice(at, start), html`<mark class="sought">${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...all, text.slice(at)];
}

async function hitItem(
  { record, evidence, marked: marks }: SearchHit,
  context: RequestContext,
): Promise<Html> {
  const { library, messages, href } = context;
  const { source, text, start, end } = await library.context(evidence);
  const place = href(passagePath(source.id, { start, end }));
  // A speaker's own words are in quotation marks on every page.
  const isSaid = record.kind === "quotes" && record.passages.some((one) => isSameEvidence(one, evidence));
  const [before = "", after = ""] = isSaid ? messages.quoted("\n").split("\n") : [];
  return html`<li><h2>${recordLink(record, context)}</h2>
<p class="kicker">${messages.recordKinds[record.kind].name} · <a href="${place}">${shortCredit(source, messages)}</a></p>
<p class="hit" lang="${source.language}" dir="auto">${before}${marked(text, marks)}${after}</p></li>`;
}

/** Renders the search form; with a query, it also offers a choice of record kinds. */
export function searchForm(
  q: string,
  kind: RecordKind | undefined,
  { messages, href }: RequestContext,
): Html {
  const { search } = messages.pages;
  return html`<form class="search" role="search" action="${href("/search")}">
<label for="q">${search.label}</label>
<div><input id="q" name="q" type="search" value="${q}" maxlength="500" autocomplete="off" enterkeyhint="search" aria-describedby="hint">
<button>${search.submit}</button></div>
<p id="hint" class="quiet">${search.hint}</p>
${q !== "" && html`<p><label for="kind">${messages.search.kind}</label> <select id="kind" name="kind"><option value="">${search.all}</option>${RECORD_KINDS.map((one) => html`<option value="${one}"${one === kind && html` selected`}>${messages.recordKinds[one].name}</option>`)}</select></p>`}
</form>`;
}

function assumptions({ named, assumed }: SearchResult, { search }: Messages): string[] {
  return [
    ...(named.length > 0 ? [search.narrowed(named.map(({ label }) => label))] : []),
    ...assumed.map(({ typed, taken }) => search.assumed(typed, taken)),
  ];
}

/** Returns the title and path of another command's answer to the question; undefined when none answers it. */
async function answered(
  q: string,
  { bot, library }: RequestContext,
): Promise<{ title: string; path: string } | undefined> {
  const { ask, outcome, title } = await bot.answerTo({ message: q });
  if (outcome !== "found" || ["search", "help"].includes(ask.command)) return undefined;
  return { title, path: await askPagePath(ask, library) };
}

/** Renders the results of a search, or only the form when `q` is empty. */
export async function searchPage(
  q: string,
  kind: RecordKind | undefined,
  context: RequestContext,
): Promise<PageContent> {
  const { library, messages, href } = context;
  const labels = messages.pages.search;
  if (q === "")
    return { title: labels.title, main: html`<h1>${labels.title}</h1>${searchForm(q, kind, context)}` };
  const found = await library.search({ words: q, most: MOST, ...(kind ? { kinds: [kind] } : {}) });
  const answer = await answered(q, context);
  const { sources, upTo } = await library.about();
  const items = await Promise.all(found.hits.map((hit) => hitItem(hit, context)));
  const notes = assumptions(found, messages);
  return {
    title: messages.title(messages.quoted(q), labels.title),
    sought: q,
    main: html`<h1>${messages.quoted(q)}</h1>
${searchForm(q, kind, context)}
${answer && html`<p class="answered">${messages.labelled(labels.answered)}<a href="${href(answer.path)}">${answer.title}</a></p>`}
${notes.length > 0 && html`<div class="note" role="note"><p class="label">${messages.deskNote}</p>${notes.map((note) => html`<p>${note}</p>`)}</div>`}
${
  items.length > 0
    ? html`<p class="quiet">${labels.found(items.length)}</p><ol class="hits">${items}</ol>`
    : !found.ready
      ? html`<p class="lead">${messages.search.indexing}</p>`
      : html`<p class="lead">${messages.miss.title(q)}</p><p>${messages.miss.searched(sources.length, upTo)}</p>
<p><a href="${href(askPath("/help"))}">${messages.help.title}</a></p>`
}`,
  };
}
