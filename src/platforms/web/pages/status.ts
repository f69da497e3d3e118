/**
 * Renders what waits for a review and what nobody has reviewed. The page opens by a signed link alone, and names nothing
 * that is not public: links are passed on. Who sent something is never shown.
 */
import { shortCredit } from "../../../desk/citations.ts";
import { askPath, sourcePath } from "../../../desk/page-links.ts";
import { truncateText } from "../../../desk/truncate.ts";
import type { SourceInfo } from "../../../library/library.ts";
import type { Proposal, ReviewOverview } from "../../../review/review-desk.ts";
import type { RecordRef } from "../../../shelf/kinds.ts";
import type { AnyRecord } from "../../../shelf/records.ts";
import { type Html, type HtmlChild, html } from "../html.ts";
import { firstOf, recordItems, recordLink } from "../record-links.ts";
import type { PageContent, RequestContext } from "../request-context.ts";

/** The most entries of a list, and how much is shown of a passage, of a remark and of a line. */
const ON_PAGE = 200;
const PASSAGE = 300;
const REMARK = 900;
const LINE = 200;

/** What everyone may read of what an overview names. */
interface PublicNames {
  readonly sources: ReadonlyMap<string, SourceInfo>;
  readonly records: ReadonlyMap<string, AnyRecord>;
}

const SOURCE_REF = /^sources\//;

/** Looks up what everyone may read of the records and sources that are named. */
async function publicNames(
  sources: readonly string[],
  refs: readonly string[],
  { library }: RequestContext,
): Promise<PublicNames> {
  const ids = [...new Set(sources.filter((id) => id !== ""))];
  const own = [...new Set(refs)];
  const [infos, records] = await Promise.all([
    library.sources(ids),
    library.records(own as readonly RecordRef[]),
  ]);
  return {
    sources: new Map(infos.flatMap((info) => (info ? [[info.id, info] as const] : []))),
    records: new Map(records.flatMap((record, at) => (record ? [[own[at]!, record] as const] : []))),
  };
}

/** The sources and records that a proposal is about. */
const aboutOf = ({ source, record, about = [] }: Proposal) => ({
  sources: [source, ...about.filter((ref) => SOURCE_REF.test(ref)).map((ref) => ref.replace(SOURCE_REF, ""))],
  refs: [
    ...new Set([...(record === undefined ? [] : [record]), ...about.filter((ref) => !SOURCE_REF.test(ref))]),
  ],
});

/** Tells whether everything that a proposal is about is public. */
function isPublic(proposal: Proposal, { sources, records }: PublicNames): boolean {
  const about = aboutOf(proposal);
  return (
    about.sources.every((id) => id === "" || sources.has(id)) && about.refs.every((ref) => records.has(ref))
  );
}

const sourceLink = ({ id, title, language }: SourceInfo, { href }: RequestContext): Html =>
  html`<a href="${href(sourcePath(id))}" lang="${language}" dir="auto">${title.text}</a>`;

/** Renders a suggestion or a report: what it is about, its words, and the remark. */
function sentItem(proposal: Proposal, names: PublicNames, context: RequestContext): Html {
  const { origin, kind, source, passages, answers, remark } = proposal;
  const { messages, href } = context;
  const from = names.sources.get(source);
  const records = aboutOf(proposal).refs.flatMap((ref) => names.records.get(ref) ?? []);
  const isReport = origin === "report";
  const line = isReport && truncateText(answers, LINE);
  const subject = isReport
    ? line && html`<a href="${href(askPath(answers))}"><code>${line}</code></a>`
    : html`${messages.recordKinds[kind].name}`;
  return html`<li>${subject}${from && html` · ${sourceLink(from, context)} <span class="quiet">${shortCredit(from, messages)}</span>`}
${!isReport && passages.map(({ exact }) => html`<blockquote dir="auto">${truncateText(exact, PASSAGE)}</blockquote>`)}
${remark !== undefined && remark !== "" && html`<p dir="auto">${messages.curation.remarked(truncateText(remark, REMARK))}</p>`}
${isReport && records.length > 0 && html`<ul class="records">${records.map((record) => html`<li>${recordLink(record, context)}</li>`)}</ul>`}</li>`;
}

/** Renders a section; nothing where it has nothing. @param hidden how many more there are that are not public */
function section(
  id: string,
  title: string,
  items: readonly Html[],
  hidden: number,
  { messages }: RequestContext,
  above: HtmlChild = false,
): HtmlChild {
  return (
    items.length + hidden > 0 &&
    html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${above}${items.length > 0 && html`<ul class="records">${items}</ul>`}
${hidden > 0 && html`<p class="quiet">${messages.pages.notPublic(hidden)}</p>`}</section>`
  );
}

/** Renders the page. */
export async function statusPage(overview: ReviewOverview, context: RequestContext): Promise<PageContent> {
  const { messages } = context;
  const { curation } = messages;
  const { drafted, sent, records, unreviewed, unread } = overview;
  const about = sent.map(aboutOf);
  const names = await publicNames(
    [...drafted.keys(), ...about.flatMap(({ sources }) => sources)],
    [...unreviewed, ...about.flatMap(({ refs }) => refs)],
    context,
  );
  const sum = (counts: Iterable<number>): number => [...counts].reduce((all, count) => all + count, 0);
  const open = [...drafted].flatMap(([id, count]) => {
    const source = names.sources.get(id);
    return source ? [{ source, count }] : [];
  });
  const drafts = sum(drafted.values());
  const waiting = unreviewed.flatMap((ref) => names.records.get(ref) ?? []);
  const shown = waiting.slice(0, ON_PAGE);
  const row = (label: string, value: string | number) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  const sentSection = (origin: "report" | "suggestion", title: string): HtmlChild => {
    const own = sent.filter((proposal) => proposal.origin === origin);
    const visible = own.filter((proposal) => isPublic(proposal, names));
    return section(
      `${origin}s`,
      title,
      visible.slice(0, ON_PAGE).map((proposal) => sentItem(proposal, names, context)),
      own.length - visible.length,
      context,
    );
  };
  const count = (origin: Proposal["origin"]): number =>
    sent.filter((proposal) => proposal.origin === origin).length;
  return {
    title: curation.status,
    main: html`<h1>${curation.status}</h1>
<dl class="facts">${row(curation.rows.drafts, unread > 0 ? curation.andUnread(drafts, unread) : drafts)}${row(curation.rows.suggestions, count("suggestion"))}${row(curation.rows.reports, count("report"))}${row(curation.rows.unreviewed, curation.share(unreviewed.length, records))}</dl>
${sentSection("report", curation.rows.reports)}
${sentSection("suggestion", curation.rows.suggestions)}
${section(
  "drafts",
  curation.rows.drafts,
  open
    .slice(0, ON_PAGE)
    .map(
      ({ source, count: own }) =>
        html`<li>${sourceLink(source, context)} <span class="quiet">${own}</span></li>`,
    ),
  drafts - sum(open.map(({ count: own }) => own)),
  context,
)}
${section(
  "unreviewed",
  curation.rows.unreviewed,
  recordItems(shown, context),
  unreviewed.length - waiting.length,
  context,
  firstOf(shown, waiting.length, messages),
)}`,
  };
}
