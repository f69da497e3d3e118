/** Renders the list of all records of one kind. */

import type { RecordKind } from "../../../shelf/kinds.ts";
import type { AnyRecord } from "../../../shelf/records.ts";
import { html } from "../html.ts";
import { listPath } from "../list-paths.ts";
import { profileLink } from "../record-links.ts";
import type { PageContent, RequestContext } from "../request-context.ts";

/** Number of records on one page. */
const ON_PAGE = 200;

/** What records of a kind are ordered by: events by their day, all others by their names. */
const orderKey = (record: AnyRecord): string =>
  record.kind === "events" ? (record.when.date ?? "") : record.label;

/**
 * Renders the records of a kind from a number on; undefined when there is none from there, or of this kind.
 * @param from counted from 1
 */
export async function listPage(
  kind: RecordKind,
  from: number,
  context: RequestContext,
): Promise<PageContent | undefined> {
  const { library, messages, href } = context;
  const { shown, earlier, later, next } = messages.pages;
  const { plural, counted } = messages.recordKinds[kind];
  const compare = new Intl.Collator(messages.locale).compare;
  const records = (await library.find({ kinds: [kind] })).hits.toSorted((a, b) =>
    compare(orderKey(a), orderKey(b)),
  );
  const page = records.slice(from - 1, from - 1 + ON_PAGE);
  if (page.length === 0) return undefined;
  const at = (start: number): string =>
    href(start === 1 ? listPath(kind) : `${listPath(kind)}?from=${start}`);
  const last = from - 1 + page.length;
  return {
    title: plural,
    description: counted(records.length),
    ...(from === 1 ? { canonical: listPath(kind) } : {}),
    main: html`<h1>${plural}</h1>
<p class="lead">${counted(records.length)}</p>
${page.length < records.length && html`<p class="quiet">${shown(from, last, records.length)}</p>`}
<ul class="records" id="${kind}">${page.map((record) => html`<li>${profileLink(record, context)}${record.kind === "events" && record.when.date !== undefined && html` <span class="quiet">${messages.span(record.when.date, record.when.to)}</span>`}</li>`)}</ul>
${
  page.length < records.length &&
  html`<nav aria-label="${next}"><ul class="ways">${from > 1 && html`<li><a href="${at(Math.max(1, from - ON_PAGE))}">${earlier}</a></li>`}${last < records.length && html`<li><a href="${at(last + 1)}">${later}</a></li>`}</ul></nav>`
}`,
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
