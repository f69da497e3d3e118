/** Renders the list of sources, and each source's page with its recorded passages and as much text as may be shown. */
import {
  formatPublished,
  formatPublisher,
  shortCredit,
  sourceAddresses,
  sourceRemarks,
} from "../../../desk/citations.ts";
import { passageAnchor, recordPath, sourcePath } from "../../../desk/page-links.ts";
import type { Messages } from "../../../language/messages.ts";
import { isPublicDomain, type RecordedPassage, recordedPassages } from "../../../library/excerpts.ts";
import type { SourceInfo } from "../../../library/library.ts";
import { sourceAt } from "../../../library/lookups.ts";
import { distinctRecords, type RecordRef, recordRef } from "../../../shelf/kinds.ts";
import type { AnyRecord } from "../../../shelf/records.ts";
import { externalLink, type Html, type HtmlChild, html } from "../html.ts";
import { partLinks, shownRange } from "../paging.ts";
import { deskLanguage, recordItems } from "../record-links.ts";
import type { PageContent, RequestContext } from "../request-context.ts";
import { coveredShare, segmentText, type TextParagraph, type TextSegment } from "../text-segments.ts";

/** Maximum number of split passages highlighted in all their parts when linked to; style.css has a rule for each. */
const PARTED = 12;

/** Number of sources on one page. */
const ON_PAGE = 100;

/**
 * Renders the list of visible sources from a number on; undefined when there is none from there.
 * @param from counted from 1
 */
export async function sourcesPage(from: number, context: RequestContext): Promise<PageContent | undefined> {
  const { library, messages, href } = context;
  const { hits, total } = await library.findSources({ from, most: ON_PAGE });
  if (hits.length === 0 && from > 1) return undefined;
  const part = { from, shown: hits.length, total };
  const counts = await library.recordCounts(hits.map(({ id }) => id));
  const items = hits.map(
    (
      source,
      index,
    ) => html`<li><h2><a href="${href(sourcePath(source.id))}" lang="${source.language}" dir="auto">${source.title.text}</a></h2>
<p>${shortCredit(source, messages)}</p>
<p class="quiet"><a href="${href(`${sourcePath(source.id)}#records`)}">${messages.pages.recordedHere(counts[index]!)}</a> · ${isPublicDomain(source) ? messages.pages.free : messages.pages.reserved}</p></li>`,
  );
  return {
    title: messages.sources,
    description: messages.pages.sourcesLead(total),
    main: html`<h1>${messages.sources}</h1>
<p class="lead">${messages.pages.sourcesLead(total)}</p>
${shownRange(part, messages)}
<ul class="shelf">${items}</ul>
${partLinks("/sources", ON_PAGE, part, context)}`,
    ...(from === 1 ? { canonical: "/sources" } : {}),
  };
}

/** Renders a source's card: who published what, when and under which rights in two lines, and all else folded away. */
function cardOf(source: SourceInfo, share: number, messages: Messages): Html {
  const addresses = sourceAddresses(source);
  const remarks = sourceRemarks(source);
  const by = source.authors ? messages.source.by(messages.list(source.authors)) : messages.source.noAuthor;
  return html`<p class="card">${messages.source.clauses([shortCredit(source, messages), by])}
<br><span class="quiet">${source.rights.text}${addresses.map(({ url, by }) => html` ${externalLink(url, messages.sourceCard.open(by))}`)}</span></p>
<details class="about"><summary>${messages.pages.aboutSource}</summary>
${factsOf(source, share, messages)}
${remarks.length > 0 && html`<div class="note" role="note"><p class="label">${messages.deskNote}</p>${remarks.map((remark) => html`<p${deskLanguage(remark, messages)}>${remark}</p>`)}</div>`}
</details>`;
}

function factsOf(source: SourceInfo, share: number, messages: Messages): Html {
  const { rows, notKnown, onCopy, republication, length } = messages.sourceCard;
  const reprint = source.republication;
  const row = (label: string, value: HtmlChild): HtmlChild =>
    value !== undefined && html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<dl class="facts">
${row(rows.author, source.authors ? messages.list(source.authors) : notKnown)}
${row(rows.publisher, formatPublisher(source, messages) + (source.section ? messages.source.aside(source.section) : ""))}
${row(rows.published, formatPublished(source.published, messages))}
${row(rows.title, source.title.basis === "text" ? undefined : onCopy)}
${row(rows.stored, reprint && republication(reprint.publisher, formatPublished(reprint.published, messages)))}
${row(rows.accessed, source.accessed === null ? notKnown : messages.date(source.accessed))}
${row(rows.language, source.card.citation.language ? messages.language(source.language) : notKnown)}
${row(rows.rights, messages.sourceCard.rights(source.rights.status, source.rights.text))}
${row(rows.length, length(source.characters))}
${row(rows.recorded, messages.pages.share(Math.round(share * 100)))}
${row(rows.hash, html`<code>${source.sha256}</code>`)}
</dl>`;
}

interface TextDrawing {
  readonly recorded: readonly RecordedPassage[];
  /** Each record's number in the list below the text. */
  readonly numbers: ReadonlyMap<RecordRef, number>;
  /** Indices of passages that are split into several segments. */
  readonly parted: readonly number[];
  readonly context: RequestContext;
}

function recordsAt({ records }: RecordedPassage, { numbers, context }: TextDrawing): Html {
  const links = records.map((record) => {
    const number = numbers.get(recordRef(record)) ?? 0;
    const label = context.messages.pages.toRecord(number, record.label);
    return html`<a href="${context.href(recordPath(recordRef(record)))}" aria-label="${label}" title="${record.label}">${number}</a>`;
  });
  return html`<sup class="refs">${links}</sup>`;
}

function drawStretch(stretch: TextSegment, drawing: TextDrawing): HtmlChild {
  if (typeof stretch === "string") return stretch;
  if ("gap" in stretch) return gap(stretch.gap, drawing.context.messages);
  const { passage, first, last, inside } = stretch;
  const recorded = drawing.recorded[passage]!;
  const parted = drawing.parted.indexOf(passage);
  const part = parted >= 0 && parted < PARTED && html` data-part="${parted + 1}"`;
  return [
    html`<mark class="passage"${first && html` id="${passageAnchor(recorded)}"`}${part}>${inside.map((one) => drawStretch(one, drawing))}</mark>`,
    last && recordsAt(recorded, drawing),
  ];
}

/** Renders a gap with the number of characters left out. */
const gap = (characters: number, messages: Messages): Html =>
  html` <bdi class="gap">${messages.gap} <span class="quiet">${messages.pages.leftOut(characters)}</span></bdi> `;

function partedIn(paragraphs: readonly TextParagraph[]): number[] {
  const parts = (stretch: TextSegment): number[] =>
    typeof stretch === "object" && "passage" in stretch
      ? [...(stretch.first && stretch.last ? [] : [stretch.passage]), ...stretch.inside.flatMap(parts)]
      : [];
  return [...new Set(paragraphs.flat().flatMap(parts))];
}

/** Returns the records in the order of their first passage in the text. */
const inOrder = (recorded: readonly RecordedPassage[]): AnyRecord[] =>
  distinctRecords(recorded.flatMap(({ records }) => records));

/** Renders a source's page; undefined when there is no source with this id. */
export async function sourcePage(id: string, context: RequestContext): Promise<PageContent | undefined> {
  const { library, messages, href } = context;
  const [source, text] = await Promise.all([sourceAt(id, library), library.text(id)]);
  if (!source || text === undefined) return undefined;
  const recorded = await recordedPassages(id, library);
  const records = inOrder(recorded);
  const numbers = new Map(records.map((record, index) => [recordRef(record), index + 1]));
  const paragraphs = segmentText(text, recorded, isPublicDomain(source));
  const drawing: TextDrawing = { recorded, numbers, parted: partedIn(paragraphs), context };
  return {
    title: source.title.text,
    description: messages.pages.sourceLead(shortCredit(source, messages), records.length),
    canonical: sourcePath(id),
    main: html`<p class="kicker"><a href="${href("/sources")}">${messages.pages.source}</a></p>
<h1 lang="${source.language}" dir="auto">${source.title.text}</h1>
${cardOf(source, coveredShare(text, recorded), messages)}
<section aria-labelledby="text"><h2 id="text" class="visually-hidden">${isPublicDomain(source) ? messages.pages.wholeText : messages.pages.passagesOnly}</h2>
<p class="quiet">${isPublicDomain(source) ? messages.pages.wholeLead : messages.pages.partLead}</p>
<div class="text" lang="${source.language}">${paragraphs.map(
      (paragraph) => html`<p dir="auto">${paragraph.map((stretch) => drawStretch(stretch, drawing))}</p>
`,
    )}</div></section>
<section aria-labelledby="records"><h2 id="records">${messages.pages.records}</h2>
<ol class="records">${recordItems(records, context)}</ol></section>`,
  };
}
