/** Renders the list of all records of one kind. */

import type { RecordKind } from "../../../shelf/kinds.ts";
import { html } from "../html.ts";
import { listPath } from "../list-paths.ts";
import { partLinks, shownRange } from "../paging.ts";
import { profileLink } from "../record-links.ts";
import type { PageContent, RequestContext } from "../request-context.ts";

/** Number of records on one page. */
const ON_PAGE = 200;

/**
 * Renders the records of a kind from a number on; undefined when there is none from there, or of this kind.
 * @param from counted from 1
 */
export async function listPage(
  kind: RecordKind,
  from: number,
  context: RequestContext,
): Promise<PageContent | undefined> {
  const { library, messages } = context;
  const { plural, counted } = messages.recordKinds[kind];
  const { hits: page, total } = await library.find({
    kinds: [kind],
    from,
    most: ON_PAGE,
    ...(kind === "events" ? { order: "date" } : {}),
  });
  if (page.length === 0) return undefined;
  const part = { from, shown: page.length, total };
  return {
    title: plural,
    description: counted(total),
    ...(from === 1 ? { canonical: listPath(kind) } : {}),
    main: html`<h1>${plural}</h1>
<p class="lead">${counted(total)}</p>
${shownRange(part, messages)}
<ul class="records" id="${kind}">${page.map((record) => html`<li>${profileLink(record, context)}${record.kind === "events" && record.when.date !== undefined && html` <span class="quiet">${messages.span(record.when.date, record.when.to)}</span>`}</li>`)}</ul>
${partLinks(listPath(kind), ON_PAGE, part, context)}`,
  };
}

/** Renders where the lists are, each with the number of its records. */
export async function listsPage(context: RequestContext): Promise<PageContent> {
  const { messages, href, kinds, library } = context;
  const { counts } = await library.about();
  return {
    title: messages.pages.records,
    canonical: "/records",
    main: html`<h1>${messages.pages.records}</h1>
<ul class="records">${kinds.map((kind) => html`<li><a href="${href(listPath(kind))}">${messages.recordKinds[kind].plural}</a> <span class="quiet">${messages.recordKinds[kind].counted(counts[kind])}</span></li>`)}</ul>`,
  };
}
