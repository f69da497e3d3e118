/** Renders a record's page: its content with evidence, its review, source hashes, and related records. */

import { shortCredit, sourceAddresses, sourceName } from "../../../desk/citations.ts";
import { findRecord, otherNames } from "../../../desk/lookup.ts";
import { noteText } from "../../../desk/notes.ts";
import { passagePath, recordPagePath, recordPath } from "../../../desk/page-links.ts";
import { accountDifferences } from "../../../desk/pledges.ts";
import type { Messages } from "../../../language/messages.ts";
import type { Page, SourceInfo } from "../../../library/library.ts";
import { contextOf } from "../../../library/lookups.ts";
import { isSameEvidence } from "../../../shelf/evidence.ts";
import { distinctRecords, isSameRecord, type RecordKind, recordRef } from "../../../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../../../shelf/records.ts";
import { referencesOf, referencesWithPointers } from "../../../shelf/references.ts";
import { positionInCodePoints } from "../../../support/code-points.ts";
import { defined } from "../../../support/defined.ts";
import { externalLink, type Html, type HtmlChild, html } from "../html.ts";
import { kindLink } from "../list-paths.ts";
import { createNameLinker, type NameLinker } from "../name-links.ts";
import { deskLanguage, firstOf, nameHeading, recordItems } from "../record-links.ts";
import { type LabelledValue, type RecordPart, recordParts } from "../record-parts.ts";
import type { PageContent, RequestContext } from "../request-context.ts";
import { textFragmentUrl } from "../text-fragment.ts";

/** Renders a passage with the quoted words in it marked, unless they are all of it. */
async function passageWith(
  evidence: Evidence,
  quoted: readonly Evidence[],
  context: RequestContext,
): Promise<HtmlChild> {
  const { text, start, end } = await contextOf(evidence, context.library);
  const inside = await context.library.contexts(
    quoted.filter((one) => one.source === evidence.source && !isSameEvidence(one, evidence)),
  );
  let at = start;
  const all: HtmlChild[] = [];
  for (const place of inside.toSorted((a, b) => a.start - b.start)) {
    if (place.start < at || place.end > end) continue;
    all.push(text.slice(at - start, place.start - start), html`<mark class="said">${place.text}</mark>`);
    at = place.end;
  }
  return [...all, text.slice(at - start)];
}

/** Renders a passage with its context, its position in the source, and links to it. */
async function passageOf(
  evidence: Evidence,
  quoted: readonly Evidence[],
  context: RequestContext,
): Promise<Html> {
  const { excerpts, messages, href } = context;
  const labels = messages.pages;
  const { citation, before, after, cut } = await excerpts.excerpt(evidence);
  const { source, start, end, text } = citation;
  const position = positionInCodePoints(citation);
  const [address] = sourceAddresses(source);
  return html`<figure class="evidence">
<blockquote lang="${source.language}" dir="auto"><p>${cut.before && html`<span class="gap">${messages.gap}</span> `}<span class="around">${before}</span><mark class="passage">${await passageWith(evidence, quoted, context)}</mark><span class="around">${after}</span>${cut.after && html` <span class="gap">${messages.gap}</span>`}</p></blockquote>
<figcaption><a href="${href(passagePath(source.id, { start, end }))}">${shortCredit(source, messages)}</a><br>
<span class="quiet">${labels.place(position.start, position.end, source.characters)}${address && html` · ${externalLink(textFragmentUrl(address.url, text), labels.live(address.by), address.url)}`}</span>
${evidence.note !== undefined && html`<br><span class="quiet">${messages.labelled(messages.deskNote)}${evidence.note}</span>`}</figcaption>
</figure>`;
}

const row = (
  { label, value, stated, ref }: LabelledValue,
  linkNames: NameLinker,
  { messages, href }: RequestContext,
): Html =>
  html`<div><dt>${label}</dt><dd>${ref ? html`<a href="${href(recordPagePath(ref))}"${deskLanguage(value, messages)}>${value}</a>` : stated ? messages.quoted(value) : linkNames(value)}</dd></div>`;

async function partOf({ rows, evidence, quoted = [] }: RecordPart, context: RequestContext): Promise<Html> {
  const own = rows.flatMap(({ value, stated, ref }) => (stated || ref ? [] : [value]));
  const [passages, linkNames] = await Promise.all([
    Promise.all(evidence.map((one) => passageOf(one, quoted, context))),
    createNameLinker(own, context),
  ]);
  return html`${passages}${rows.length > 0 && html`<dl class="facts">${rows.map((one) => row(one, linkNames, context))}</dl>`}`;
}

/** Renders a note on where the accounts of a pledge differ, naming their publishers; undefined when they agree. */
async function differing(
  record: AnyRecord,
  { library, messages }: RequestContext,
): Promise<Html | undefined> {
  if (record.kind !== "pledges") return undefined;
  const { accounts } = record;
  const first = await library.contexts(accounts.map(({ passages }) => passages[0]!));
  const publishers = first.map(({ source }) => sourceName(source));
  const numbers = accounts.map((_, index) => ({ number: index + 1 }));
  const withPublisher = (text: string, account: number) =>
    `${text}${messages.source.aside(publishers[account] ?? "")}`;
  const differences = accountDifferences(accounts, numbers, messages, withPublisher);
  if (differences.length === 0) return undefined;
  return html`<div class="note differs" role="note"><p class="label">${messages.deskNote}</p><p>${messages.pledge.differs}</p>
<ul>${differences.map(({ what, each }) => html`<li>${messages.pledge.on(what, each)}</li>`)}</ul></div>`;
}

/** Says when the record was entered, and when and by whom it was reviewed. */
const reviewOf = ({ review }: AnyRecord, messages: Messages): string =>
  review.reviewedBy === null || review.reviewedOn === null
    ? messages.pages.unreviewed(messages.date(review.entered))
    : messages.pages.reviewed(
        review.reviewedBy,
        messages.date(review.reviewedOn),
        messages.date(review.entered),
      );

const proof = (sources: readonly SourceInfo[], { messages }: RequestContext): Html =>
  html`<ul class="proof">${sources.map(
    ({ title, sha256, language }) =>
      html`<li><bdi lang="${language}">${messages.source.work(title.text)}</bdi><br><span class="quiet">${messages.labelled(messages.sourceCard.rows.hash)}<code>${sha256}</code></span></li>`,
  )}</ul>`;

/** Returns the records that a record names, then those that name it: the first of them where there are many. */
async function relatedTo(record: AnyRecord, { library }: RequestContext): Promise<Page<AnyRecord>> {
  const leading = referencesWithPointers(record).map(({ ref }) => ref);
  const refs = new Set([...referencesOf(record), ...leading]);
  const [named, speaking] = await Promise.all([
    library.records([...refs]),
    library.find({ concerning: recordRef(record) }),
  ]);
  const all = [...named, ...speaking.hits].filter((one) => one !== undefined);
  const hits = distinctRecords(all).filter((one) => !isSameRecord(one, record));
  return { hits, total: hits.length + speaking.total - speaking.hits.length };
}

/** Renders a record's page; undefined when there is no record with this kind and id. */
export async function recordPage(
  kind: RecordKind,
  id: string,
  context: RequestContext,
): Promise<PageContent | undefined> {
  const { library, messages, href } = context;
  const labels = messages.pages;
  const record = await findRecord(`${kind}/${id}`, library);
  if (!record) return undefined;
  const others = otherNames(record);
  const parts = await recordParts(record, context);
  const evidence = parts.flatMap((part) => part.evidence);
  const sources = new Map<string, SourceInfo>();
  for (const { source } of await library.contexts(evidence)) sources.set(source.id, source);
  const nameOf = (id: string): string => {
    const source = sources.get(id);
    return source ? sourceName(source) : "";
  };
  const heading = (index: number): HtmlChild =>
    record.kind === "pledges" &&
    parts.length > 1 &&
    html`<h3>${labels.account(nameOf(parts[index]!.evidence[0]!.source))}</h3>`;
  const sections = await Promise.all(
    parts.map(async (part, index) => html`${heading(index)}${await partOf(part, context)}`),
  );
  const related = await relatedTo(record, context);
  const profile = recordPagePath(recordRef(record));
  const isProfiled = profile !== recordPath(recordRef(record));
  const [first] = evidence;
  const description = first && messages.quoted((await contextOf(first, library)).text);
  return {
    title: record.label,
    ...defined({ description }),
    canonical: recordPath(recordRef(record)),
    main: html`<p class="kicker">${labels.record} · ${kindLink(kind, context)}</p>
${nameHeading(record, messages)}
${isProfiled && html`<p><a href="${href(profile)}">${labels.profile(record.label)}</a></p>`}
<section aria-labelledby="said"><h2 id="said">${labels.said(sources.size)}</h2>${sections.length > 0 ? sections : html`<p>${messages.define.used(record.label)}</p>`}</section>
${await differing(record, context)}
${record.notes.length > 0 && html`<div class="note" role="note"><p class="label">${messages.deskNotes}</p><ul>${record.notes.map((note) => html`<li${deskLanguage(noteText(note), messages)}>${noteText(note)}</li>`)}</ul></div>`}
<section aria-labelledby="proof"><h2 id="proof">${labels.proof}</h2><p>${reviewOf(record, messages)}</p>${proof([...sources.values()], context)}
${[...sources.values()].some((source) => sourceAddresses(source).length > 0) && html`<p class="quiet">${labels.convenience}</p>`}</section>
${others.length > 0 && html`<p class="quiet">${messages.define.also(others)}</p>`}
${
  related.hits.length > 0 &&
  html`<section aria-labelledby="related"><h2 id="related">${labels.related}</h2>
${firstOf(related.hits, related.total, messages)}<ul class="records">${recordItems(related.hits, context)}</ul></section>`
}`,
  };
}
