/**
 * Draws an answer's picture as SVG, in the page's own colours. Its places are shares of the width and its heights follow
 * the text, so it fits every window and every size of text; the words in it are HTML, which wraps.
 */
import type { BarPicture, Picture, TimelineMoment, TimelinePicture } from "../../desk/picture.ts";
import type { Messages } from "../../language/messages.ts";
import { type Html, html, joinHtml } from "./html.ts";

/** The most columns that are named below a timeline; of more, only some are. */
const NAMED_COLUMNS = 8;

/** The most years that have a column each; more are put together by decades. */
const MOST_YEARS = 40;

/** The most marks that stand beside each other in all columns together. */
const MARKS_ACROSS = 24;

/** The most marks of a kind in a column. */
const MOST_IN_CELL = 17;

/** Height of a row of marks, in em. */
const ROW = 1.1;

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

function barsHtml({ unit, bars, left }: BarPicture, messages: Messages): Html {
  const most = Math.max(...bars.map(({ value }) => value));
  return html`<p class="quiet">${unit}</p>
${bars.map(
  ({ names, value, stated }) => html`<p>${messages.list(names)} <span class="quiet">${stated}</span></p>
<svg width="100%" height="0.8em" focusable="false"><rect width="${percent(value / most)}" height="100%"/></svg>
`,
)}
${left.length > 0 && html`<p class="quiet">${joinHtml(left, " · ")}</p>`}`;
}

/** The shapes of kinds, each around the middle of a square of one em; they may repeat, since each kind is named. */
const SHAPES: readonly Html[] = [
  html`<circle r="0.32em"/>`,
  html`<rect x="-0.3em" y="-0.3em" width="0.6em" height="0.6em"/>`,
  html`<ellipse rx="0.22em" ry="0.4em"/>`,
  html`<rect x="-0.4em" y="-0.15em" width="0.8em" height="0.3em"/>`,
];

/** Returns the column of a date: its year, or its decade where there are too many years. */
function columnOf({ date }: TimelineMoment, byDecade: boolean): string {
  const [year = date] = /^\d{4}s?/.exec(date) ?? [];
  return byDecade && /^\d{4}$/.test(year) ? `${year.slice(0, 3)}0s` : year;
}

/** Groups moments by a name, in the order of the first of each. */
function grouped(
  moments: readonly TimelineMoment[],
  nameOf: (moment: TimelineMoment) => string,
): (readonly [string, TimelineMoment[]])[] {
  const groups = new Map<string, TimelineMoment[]>();
  for (const moment of moments) {
    const name = nameOf(moment);
    const group = groups.get(name);
    if (group) group.push(moment);
    else groups.set(name, [moment]);
  }
  return [...groups];
}

/** The moments of one kind in one column. */
interface Cell {
  readonly column: number;
  readonly moments: readonly TimelineMoment[];
}

/** Draws the moments of one kind, those of a year stacked in its column; of many, how many more there are. */
function lane(cells: readonly Cell[], columns: number, shape: Html, inferredMark: string): Html {
  const across = Math.max(1, Math.floor(MARKS_ACROSS / columns));
  const rows = (count: number): number => Math.ceil(Math.min(count, MOST_IN_CELL + 1) / across);
  const height = ROW * Math.max(...cells.map(({ moments }) => rows(moments.length)));
  const drawn = cells.flatMap(({ column, moments }) => {
    const slots = Math.min(moments.length, MOST_IN_CELL + 1);
    const place = (index: number) => {
      const row = Math.floor(index / across);
      const inRow = Math.min(across, slots - row * across);
      const x = (column + 0.5 + ((index % across) - (inRow - 1) / 2) / across) / columns;
      return { x: percent(x), y: `${((row + 0.5) * ROW).toFixed(2)}em` };
    };
    const marks = moments.slice(0, MOST_IN_CELL).map(({ when, what, inferred }, index) => {
      const { x, y } = place(index);
      return html`<svg x="${x}" y="${y}" overflow="visible"${inferred && html` class="inferred"`}><title>${when}${inferred && ` (${inferredMark})`}: ${what}</title>${shape}</svg>`;
    });
    const rest = moments.length - marks.length;
    const { x, y } = place(MOST_IN_CELL);
    return [
      ...marks,
      rest > 0 && html`<text x="${x}" y="${y}" dy="0.35em" text-anchor="middle">+${rest}</text>`,
    ];
  });
  return html`<svg width="100%" height="${height.toFixed(2)}em" focusable="false">${drawn}</svg>`;
}

function momentsHtml({ moments, inferredMark }: TimelinePicture, messages: Messages): Html {
  const years = new Set(moments.map((moment) => columnOf(moment, false)));
  const byDecade = years.size > MOST_YEARS;
  const columns = [...new Set(moments.map((moment) => columnOf(moment, byDecade)))];
  const step = Math.ceil(columns.length / NAMED_COLUMNS);
  const kinds = grouped(moments, ({ kind }) => kind);
  return html`${kinds.map(([kind, own], index) => {
    const cells = grouped(own, (moment) => columnOf(moment, byDecade)).map(
      ([column, inColumn]): Cell => ({ column: columns.indexOf(column), moments: inColumn }),
    );
    return html`<p class="quiet">${kind} · ${own.length}</p>
${lane(cells, columns.length, SHAPES[index % SHAPES.length]!, inferredMark)}
`;
  })}
<svg width="100%" height="1.8em" focusable="false"><line x2="100%" y1="0.2em" y2="0.2em"/>${columns.map(
    (column, index) =>
      index % step === 0 &&
      html`<text x="${percent((index + 0.5) / columns.length)}" y="1.4em" text-anchor="middle">${messages.date(column)}</text>`,
  )}</svg>
${moments.some(({ inferred }) => inferred) && html`<p class="quiet"><svg width="1em" height="1em" focusable="false"><svg x="0.5em" y="0.5em" overflow="visible" class="inferred">${SHAPES[0]}</svg></svg> ${inferredMark}</p>`}`;
}

/** Draws a picture; screen readers have its content as text. */
export const pictureHtml = (picture: Picture, messages: Messages): Html =>
  html`<figure class="picture"><div role="img" aria-label="${picture.alt}">${picture.type === "bars" ? barsHtml(picture, messages) : momentsHtml(picture, messages)}</div></figure>`;
