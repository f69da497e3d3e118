/** Renders an answer as HTML: its blocks, the cited sources, and links to follow-up asks. */

import { printAsk } from "../../ask/ask.ts";
import { innerHeadings } from "../../delivery/heading-levels.ts";
import { drawBlock, type Renderer } from "../../delivery/renderer.ts";
import { creditSpans } from "../../delivery/spans.ts";
import type { AnswerTable } from "../../delivery/table.ts";
import { citedRowIndex, quotedPieces, reportedPieces, type TextPiece } from "../../delivery/text.ts";
import type { Answer, Block, CellPart, Passage, TableCell } from "../../desk/answer.ts";
import { passagePath, sourcePath } from "../../desk/page-links.ts";
import type { Messages } from "../../language/messages.ts";
import { isRightToLeft } from "../../support/isolation.ts";
import { externalLink, type Html, type HtmlChild, html, joinHtml } from "./html.ts";
import { createNameLinker, type NameLinker } from "./name-links.ts";
import { pictureHtml } from "./pictures.ts";
import { askPagePath, type RequestContext } from "./request-context.ts";

/** Maximum number of table columns that fit the text width; a wider table is shown as a list of rows. */
const NARROW = 3;

/** Shared input of all block renderers for one answer. */
interface Drawing {
  readonly answer: Answer;
  readonly messages: Messages;
  readonly href: RequestContext["href"];
  readonly linkNames: NameLinker;
  /** Page path of each follow-up ask, by its printed line. */
  readonly paths: ReadonlyMap<string, string>;
  /** Language of each source by its number, for `lang` attributes: screen readers choose their voice by it. */
  readonly languages: ReadonlyMap<number, string>;
  /** Headings that are one level deeper. */
  readonly inner: ReadonlySet<Block>;
}

const pieces = (all: readonly TextPiece[]): HtmlChild =>
  all.map(({ text, marked }) => (marked ? html`<mark class="sought">${text}</mark>` : text));

/** Renders “[1]” as a link to the passage on its source's page. */
function mark(passage: Passage, { answer, messages, href }: Drawing): Html {
  const source = answer.sources[passage.source - 1];
  if (!source) return html`[${passage.source}]`;
  const label = messages.pages.toPassage(passage.source, source.short);
  return html`<a class="cite" href="${href(passagePath(source.id, passage))}" aria-label="${label}">[${passage.source}]</a>`;
}

/** Renders one citation mark per source, in numeric order, each linking to the first passage from that source. */
function marksOf(passages: readonly Passage[], drawing: Drawing): HtmlChild {
  const first = new Map(passages.toReversed().map((passage) => [passage.source, passage]));
  const sorted = [...first.values()].sort((a, b) => a.source - b.source);
  return sorted.map((passage) => [" ", mark(passage, drawing)]);
}

/** Puts a source's own words in the quotation marks of the reader's language. */
const said = (value: string, stated: boolean, messages: Messages): string =>
  stated ? messages.quoted(value) : value;

function credit(passages: readonly Passage[], speaker: string | undefined, drawing: Drawing): HtmlChild {
  return creditSpans(passages, speaker, drawing.answer, drawing.messages).map(({ text, passage }) =>
    passage ? mark(passage, drawing) : text,
  );
}

function languageOf([first]: readonly Passage[], { languages }: Drawing): HtmlChild {
  const language = first && languages.get(first.source);
  return language !== undefined && html` lang="${language}" dir="auto"`;
}

/** Leaves out columns in which no row has anything. */
function withoutEmptyColumns({ columns, heads = 1, rows, ...table }: AnswerTable): AnswerTable {
  const isShown = (index: number): boolean =>
    index < heads || rows.some((row) => (row[index] ?? []).length > 0);
  return {
    ...table,
    heads,
    columns: columns.filter((_, index) => isShown(index)),
    rows: rows.map((row) => row.filter((_, index) => isShown(index))),
  };
}

function cellHtml(cell: TableCell, drawing: Drawing): Html {
  const { messages, linkNames } = drawing;
  const value = ({ value, stated, passages }: CellPart): HtmlChild => [
    stated ? said(value, stated, messages) : linkNames(value),
    marksOf(passages, drawing),
  ];
  return joinHtml(cell.map(value), html`<br>`);
}

/** Renders a table; one row alone as lines, each with its column's name. */
function tableHtml({ columns, heads = 1, rows }: AnswerTable, drawing: Drawing): Html {
  const [only, ...others] = rows;
  if (only && others.length === 0)
    return html`<dl class="facts">${only.map((cell, index) => cell.length > 0 && html`<div><dt>${columns[index] ?? ""}</dt><dd>${cellHtml(cell, drawing)}</dd></div>`)}</dl>`;
  // A list of rows is no table to a browser, so its roles say that it is one.
  const isWide = columns.length > NARROW;
  const role = (name: string): HtmlChild => isWide && html` role="${name}"`;
  const cellOf = (cell: TableCell, index: number): Html =>
    index < heads
      ? html`<th${role("rowheader")} scope="row"><div>${cellHtml(cell, drawing)}</div></th>`
      : html`<td${role("cell")}${cell.length === 0 && html` class="empty"`} data-label="${columns[index] ?? ""}"><div>${cellHtml(cell, drawing)}</div></td>`;
  return html`<table${role("table")}${isWide && html` class="wide"`}>
<thead${role("rowgroup")}><tr${role("row")}>${columns.map((name) => html`<th${role("columnheader")} scope="col">${name}</th>`)}</tr></thead>
<tbody${role("rowgroup")}>${rows.map((row) => html`<tr${role("row")}>${row.map(cellOf)}</tr>`)}</tbody>
</table>`;
}

function renderer(drawing: Drawing): Renderer<Html> {
  const { messages, href, paths, inner, linkNames } = drawing;
  return {
    heading(block) {
      const direction = isRightToLeft(block.text) && html` dir="auto"`;
      const name = linkNames(block.text);
      return inner.has(block) ? html`<h3${direction}>${name}</h3>` : html`<h2${direction}>${name}</h2>`;
    },
    text: ({ text }) => html`<p>${text}</p>`,
    line: ({ parts }) =>
      html`<p>${parts.map(({ text, strong, passages = [] }) => [strong ? html`<b>${linkNames(text)}</b>` : text, marksOf(passages, drawing)])}</p>`,
    quote: (block) => html`<figure class="quote">
<blockquote${languageOf(block.passages, drawing)}><p>${pieces(quotedPieces(block, messages))}</p></blockquote>
<figcaption>${credit(block.passages, block.speaker, drawing)}</figcaption>
</figure>`,
    report: (block) => html`<figure class="report">
<p${languageOf(block.passages, drawing)}>${pieces(reportedPieces(block, messages))}</p>
<figcaption>${credit(block.passages, block.speaker, drawing)}</figcaption>
</figure>`,
    details(block) {
      const citing = citedRowIndex(block.rows);
      return html`<dl class="facts">${block.rows.map(
        ({ label, value, stated }, index) =>
          html`<div><dt>${label}</dt><dd>${stated ? said(value, stated, messages) : linkNames(value)}${index === citing && marksOf(block.passages, drawing)}</dd></div>`,
      )}</dl>`;
    },
    table: (block) => tableHtml(withoutEmptyColumns(block), drawing),
    note: ({ texts, differs }) => html`<div class="note${differs && " differs"}" role="note">
<p class="label">${texts.length > 1 && !differs ? messages.deskNotes : messages.deskNote}</p>
${texts.length > 1 ? html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>` : html`<p>${texts[0]}</p>`}
</div>`,
    copyable: ({ label, text }) => html`<figure class="paste">
<figcaption>${label}</figcaption>
<pre>${text}</pre>
</figure>`,
    choices: ({ choices }) =>
      html`<ul class="choices">${choices.map(
        ({ label, detail, ask }) =>
          html`<li><a href="${href(paths.get(printAsk(ask)) ?? "/")}">${label}</a>${detail !== undefined && html` <span class="quiet">${detail}</span>`}</li>`,
      )}</ul>`,
  };
}

const isTable = (block: Block | undefined): block is AnswerTable => block?.type === "table";

/** Merges neighbouring blocks: tables with the same columns, choices, and notes that report no difference. */
function merged(blocks: readonly Block[]): Block[] {
  const all: Block[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (isTable(block) && isTable(last) && last.columns.join("\n") === block.columns.join("\n"))
      all[all.length - 1] = { ...last, rows: [...last.rows, ...block.rows] };
    else if (block.type === "choices" && last?.type === "choices")
      all[all.length - 1] = { type: "choices", choices: [...last.choices, ...block.choices] };
    else if (block.type === "note" && last?.type === "note" && !block.differs && !last.differs)
      all[all.length - 1] = { type: "note", texts: [...last.texts, ...block.texts] };
    else all.push(block);
  }
  return all;
}

/** Divides blocks at their headings. The notes at an item's end stand apart, since a wide page has them in its margin. */
function itemsHtml(blocks: readonly Block[], draw: (block: Block) => Html): Html[] {
  const items: Block[][] = [];
  for (const block of blocks) {
    const last = items.at(-1);
    if (last && block.type !== "heading") last.push(block);
    else items.push([block]);
  }
  return items.map((item) => {
    const last = item.at(-1);
    const note = item.length > 1 && last?.type === "note" && !last.differs ? last : undefined;
    return html`<div class="item"><div>${(note ? item.slice(0, -1) : item).map(draw)}</div>${note && draw(note)}</div>`;
  });
}

/** Renders the list of cited sources, in the order of the citation numbers. */
const sourcesOf = ({ answer, messages, href }: Drawing): Html | false =>
  answer.sources.length > 0 &&
  html`<section class="sources" aria-labelledby="cited"><h2 id="cited">${messages.sources}</h2>
<ol>${answer.sources.map(
    ({ id, full, url }) =>
      html`<li>${full} <span class="ways"><a href="${href(sourcePath(id))}">${messages.pages.openSource}</a>${url !== undefined && html` · ${externalLink(url, messages.pages.publisherPage)}`}</span></li>`,
  )}</ol></section>`;

/** Returns the desk's own texts of blocks in which names are linked. */
const linkedTexts = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    switch (block.type) {
      case "heading":
        return [block.text];
      case "line":
        return block.parts.flatMap(({ text, strong }) => (strong ? [text] : []));
      case "details":
        return block.rows.flatMap(({ value, stated }) => (stated ? [] : [value]));
      case "table":
        return block.rows.flat(2).flatMap(({ value, stated }) => (stated ? [] : [value]));
      default:
        return [];
    }
  });

/** Renders an answer below its title, starting with the item given by `ask.from`. */
export async function answerHtml(answer: Answer, context: RequestContext): Promise<Html> {
  const { messages, library, href } = context;
  const { opening, items, close, buttons, ask } = answer;
  const body = merged([...(ask.from === 1 ? opening : []), ...items.slice(ask.from - 1).flat()]);
  const end = merged(close);
  const asks = [
    ...buttons.flatMap((button) => (button.type === "ask" ? [button.ask] : [])),
    ...[...body, ...close].flatMap((block) =>
      block.type === "choices" ? block.choices.map((choice) => choice.ask) : [],
    ),
  ];
  const [askPaths, cited, linkNames] = await Promise.all([
    Promise.all(asks.map((followUp) => askPagePath(followUp, library))),
    library.sources(answer.sources.map(({ id }) => id)),
    createNameLinker(linkedTexts([...body, ...end]), context),
  ]);
  const paths = new Map(asks.map((followUp, index) => [printAsk(followUp), askPaths[index]!]));
  const languages = new Map(
    answer.sources.flatMap(({ number }, index) => {
      const source = cited[index];
      return source ? [[number, source.language] as const] : [];
    }),
  );
  const drawing: Drawing = {
    answer,
    messages,
    href,
    linkNames,
    paths,
    languages,
    inner: innerHeadings(body),
  };
  const entries = renderer(drawing);
  const next = buttons.map((button) =>
    button.type === "ask"
      ? html`<li><a href="${href(paths.get(printAsk(button.ask)) ?? "/")}">${button.label}</a></li>`
      : html`<li>${externalLink(button.url, button.label)}</li>`,
  );
  const picture = ask.from === 1 && answer.picture !== undefined && pictureHtml(answer.picture, messages);
  return html`${picture}<div class="answer">${itemsHtml(body, (block) => drawBlock(entries, block))}</div>
${sourcesOf(drawing)}
${end.map((block) => drawBlock(entries, block))}
${next.length > 0 && html`<nav class="next" aria-label="${messages.pages.next}"><h2>${messages.pages.next}</h2><ul>${next}</ul></nav>`}`;
}
