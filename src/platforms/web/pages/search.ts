/** Renders what was found for a question in words: the matched words marked, the best first. */

import { shortCredit } from "../../../desk/citations.ts";
import { askPath, passagePath } from "../../../desk/page-links.ts";
import type { Messages } from "../../../language/messages.ts";
import type { SearchHit, SearchResult } from "../../../library/library.ts";
import { contextOf } from "../../../library/lookups.ts";
import { isSameEvidence } from "../../../shelf/evidence.ts";
import type { RecordKind } from "../../../shelf/kinds.ts";
import { askForm } from "../ask-form.ts";
import { type Html, type HtmlChild, html } from "../html.ts";
import { recordLink } from "../record-links.ts";
import type { PageContent, RequestContext } from "../request-context.ts";

/** Maximum number of hits shown; there are no further pages, since a narrower query helps more. */
const MOST = 30;

/** Maximum number of hits below an answer. */
const BELOW_ANSWER = 8;

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
  const { source, text, start, end } = await contextOf(evidence, library);
  const place = href(passagePath(source.id, { start, end }));
  // A speaker's own words are in quotation marks on every page.
  const isSaid = record.kind === "quotes" && record.passages.some((one) => isSameEvidence(one, evidence));
  const [before = "", after = ""] = isSaid ? messages.quoted("\n").split("\n") : [];
  return html`<li><h3>${recordLink(record, context)}</h3>
<p class="kicker">${messages.recordKinds[record.kind].name} · <a href="${place}">${shortCredit(source, messages)}</a></p>
<p class="hit" lang="${source.language}" dir="auto">${before}${marked(text, marks)}${after}</p></li>`;
}

const hitList = async (hits: readonly SearchHit[], context: RequestContext): Promise<Html> =>
  html`<ol class="hits">${await Promise.all(hits.map((hit) => hitItem(hit, context)))}</ol>`;

function assumptions({ named, assumed }: SearchResult, { search }: Messages): string[] {
  return [
    ...(named.length > 0 ? [search.narrowed(named.map(({ label }) => label))] : []),
    ...assumed.map(({ typed, taken }) => search.assumed(typed, taken)),
  ];
}

/** Renders the passages that also have the words of a question that was answered; nothing when there are none. */
export async function passagesBelow(q: string, context: RequestContext): Promise<Html | false> {
  const { hits } = await context.library.search({ words: q, most: BELOW_ANSWER });
  const { also } = context.messages.pages.ask;
  return (
    hits.length > 0 &&
    html`<section class="also" aria-labelledby="also"><h2 id="also">${also}</h2>${await hitList(hits, context)}</section>`
  );
}

/** Renders the page with the empty box. */
export async function emptyBoxPage(context: RequestContext): Promise<PageContent> {
  const { ask, tagline } = context.messages.pages;
  const { title } = ask;
  return {
    title,
    description: tagline,
    main: html`<h1>${title}</h1>${await askForm("", undefined, context)}`,
  };
}

/** Renders the results of a search, of one kind of record or of all. */
export async function searchPage(
  q: string,
  kind: RecordKind | undefined,
  context: RequestContext,
): Promise<PageContent> {
  const { library, messages, href } = context;
  const labels = messages.pages.ask;
  const found = await library.search({ words: q, most: MOST, ...(kind ? { kinds: [kind] } : {}) });
  const { sources, upTo } = await library.about();
  const notes = assumptions(found, messages);
  return {
    title: messages.title(messages.quoted(q), labels.title),
    description: messages.pages.tagline,
    sought: q,
    main: html`<h1>${messages.quoted(q)}</h1>
${await askForm(q, kind, context)}
${notes.length > 0 && html`<div class="note" role="note"><p class="label">${messages.deskNote}</p>${notes.map((note) => html`<p>${note}</p>`)}</div>`}
${
  found.hits.length > 0
    ? html`<section aria-labelledby="found"><h2 id="found">${labels.found(found.hits.length)}</h2>${await hitList(found.hits, context)}</section>`
    : !found.ready
      ? html`<p class="lead">${messages.search.indexing}</p>`
      : html`<p class="lead">${messages.miss.title(q)}</p><p>${messages.miss.searched(sources, upTo)}</p>
<p><a href="${href(askPath("/help"))}">${messages.help.title}</a></p>`
}`,
  };
}
