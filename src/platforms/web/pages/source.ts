/** The sources: all of them, and each with its text and every passage that is recorded from it. */
import { addressesOf, published, remarksOn, shortOf } from "../../../desk/citations.ts";
import type { Words } from "../../../language/messages.ts";
import { isFree, type Recorded, recordedIn } from "../../../library/excerpts.ts";
import type { SourceInfo } from "../../../library/library.ts";
import type { Ref } from "../../../shelf/kinds.ts";
import { refOf } from "../../../shelf/kinds.ts";
import type { AnyRecord } from "../../../shelf/records.ts";
import { type Child, type Html, html, outward } from "../html.ts";
import { anchorOf, recordPath, sourcePath } from "../link-signer.ts";
import { recordItems, reviewers } from "../record-links.ts";
import type { Drawn, Visit } from "../request-context.ts";
import { type Paragraph, paragraphsOf, type Stretch, shareOf } from "../text-segments.ts";

/** So many passages that are in several parts can be marked in all of them when one is gone to; style.css has a line for each. */
const PARTED = 12;

export async function sourcesPage({ library, words, href }: Visit): Promise<Drawn> {
  const { sources } = await library.about();
  const items = await Promise.all(
    sources.map(async (source) => {
      const { hits } = await library.find({ source: source.id });
      return html`<li><h2><a href="${href(sourcePath(source.id))}" lang="${source.language}">${source.title.text}</a></h2>
<p>${shortOf(source, words)}</p>
<p class="quiet">${words.web.recordedHere(hits.length)} · ${isFree(source) ? words.web.free : words.web.reserved}</p></li>`;
    }),
  );
  return {
    title: words.sources,
    description: words.web.sourcesLead(sources.length),
    main: html`<h1>${words.sources}</h1>
<p class="lead">${words.web.sourcesLead(sources.length)}</p>
<ul class="shelf">${items}</ul>`,
    canonical: "/sources",
  };
}

function cardOf(source: SourceInfo, share: number, words: Words): Html {
  const { rows, notKnown, inText, onCopy, republication, length } = words.sourceCard;
  const again = source.republication;
  const row = (label: string, value: Child): Child =>
    value !== undefined && html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<dl class="facts">
${row(rows.author, source.authors ? words.list(source.authors) : notKnown)}
${row(rows.publisher, source.publisher + (source.section ? words.source.aside(source.section) : ""))}
${row(rows.published, published(source.published, words))}
${row(rows.title, source.title.basis === "text" ? inText : onCopy)}
${row(rows.stored, again && republication(again.publisher, published(again.published, words)))}
${row(rows.accessed, source.accessed === null ? notKnown : words.date(source.accessed))}
${row(rows.language, words.language(source.language))}
${row(rows.rights, words.sourceCard.rights(source.rights.status, source.rights.text))}
${row(rows.length, length(source.length))}
${row(rows.recorded, words.web.share(Math.round(share * 100)))}
${row(rows.hash, html`<code>${source.sha256}</code>`)}
</dl>`;
}

interface TextDrawing {
  readonly recorded: readonly Recorded[];
  /** The number of each record in the list below the text. */
  readonly numbers: ReadonlyMap<Ref, number>;
  /** Passages in several parts, by their place in the list. */
  readonly parted: readonly number[];
  readonly visit: Visit;
}

function recordsAt({ records }: Recorded, { numbers, visit }: TextDrawing): Html {
  const links = records.map((record) => {
    const number = numbers.get(refOf(record)) ?? 0;
    const label = visit.words.web.toRecord(number, record.label);
    return html`<a href="${visit.href(recordPath(refOf(record)))}" aria-label="${label}" title="${record.label}">${number}</a>`;
  });
  return html`<sup class="refs">${links}</sup>`;
}

function drawStretch(stretch: Stretch, drawing: TextDrawing): Child {
  if (typeof stretch === "string") return stretch;
  if ("gap" in stretch) return gap(stretch.gap, drawing.visit.words);
  const { passage, first, last, inside } = stretch;
  const recorded = drawing.recorded[passage]!;
  const parted = drawing.parted.indexOf(passage);
  const part = parted >= 0 && parted < PARTED && html` data-part="${parted + 1}"`;
  return [
    html`<mark class="passage"${first && html` id="${anchorOf(recorded)}"`}${part}>${inside.map((one) => drawStretch(one, drawing))}</mark>`,
    last && recordsAt(recorded, drawing),
  ];
}

/** What is left out, and how much of it. */
const gap = (characters: number, words: Words): Html =>
  html` <span class="gap">${words.gap} <span class="quiet">${words.web.leftOut(characters)}</span></span> `;

function partedIn(paragraphs: readonly Paragraph[]): number[] {
  const parts = (stretch: Stretch): number[] =>
    typeof stretch === "object" && "passage" in stretch
      ? [...(stretch.first && stretch.last ? [] : [stretch.passage]), ...stretch.inside.flatMap(parts)]
      : [];
  return [...new Set(paragraphs.flat().flatMap(parts))];
}

/** The records in the order in which the text first comes to them. */
const inOrder = (recorded: readonly Recorded[]): AnyRecord[] => [
  ...new Map(
    recorded.flatMap(({ records }) => records).map((record) => [refOf(record), record] as const),
  ).values(),
];

export async function sourcePage(id: string, visit: Visit): Promise<Drawn | undefined> {
  const { library, words, href } = visit;
  const source = (await library.about()).sources.find((one) => one.id === id);
  const text = source && (await library.text(id));
  if (!source || text === undefined) return undefined;
  const recorded = await recordedIn(id, library);
  const records = inOrder(recorded);
  const numbers = new Map(records.map((record, index) => [refOf(record), index + 1]));
  const paragraphs = paragraphsOf(text, recorded, isFree(source));
  const drawing: TextDrawing = { recorded, numbers, parted: partedIn(paragraphs), visit };
  const addresses = addressesOf(source);
  const remarks = remarksOn(source);
  return {
    title: source.title.text,
    description: words.web.sourceLead(shortOf(source, words), records.length),
    canonical: sourcePath(id),
    main: html`<p class="kicker"><a href="${href("/sources")}">${words.web.source}</a> · ${shortOf(source, words)}</p>
<h1 lang="${source.language}">${source.title.text}</h1>
${cardOf(source, shareOf(text, recorded), words)}
${remarks.length > 0 && html`<div class="note" role="note"><p class="label">${words.deskNote}</p>${remarks.map((remark) => html`<p${reviewers(words)}>${remark}</p>`)}</div>`}
${addresses.length > 0 && html`<ul class="ways">${addresses.map(({ url, by }) => html`<li>${outward(url, words.sourceCard.open(by))}</li>`)}</ul>`}
<section aria-labelledby="text"><h2 id="text">${isFree(source) ? words.web.wholeText : words.web.passagesOnly}</h2>
<p class="quiet">${isFree(source) ? words.web.wholeLead : words.web.partLead}</p>
<div class="text" lang="${source.language}">${paragraphs.map(
      (paragraph) => html`<p>${paragraph.map((stretch) => drawStretch(stretch, drawing))}</p>
`,
    )}</div></section>
<section aria-labelledby="records"><h2 id="records">${words.web.records}</h2>
<ol class="records">${recordItems(records, visit)}</ol></section>`,
  };
}
