/**
 * Draws a session as an animated picture: an SVG that types the asks, shows the answers and scrolls through long ones.
 * Without animation, or where the reader's system asks for less motion, it shows the first answer.
 */
import stringWidth from "string-width";
import { escapeHtml } from "./html.ts";
import { COLUMNS, type Session } from "./session.ts";

/** Sizes in pixels: a character, a line, the window's margin, its title bar, and its lines. */
export const CHARACTER = 8.4;
export const LINE = 20;
export const MARGIN = 16;
export const BAR = 34;
const ROWS = 24;

/** Times in seconds: before typing, for a character, before the answer, to read a page, for a line that scrolls by. */
const BEFORE = 1;
const TYPED = 0.06;
const THINKING = 0.4;
const READING = 4.5;
const SCROLLED = 0.22;

export const WIDTH = Math.round(COLUMNS * CHARACTER + 2 * MARGIN);
const HEIGHT = BAR + ROWS * LINE + 2 * MARGIN;

/** The colours by which the terminal's style marks text (SGR), and the codes that end them. */
const CLASSES: Readonly<Record<string, string>> = { 1: "b", 2: "d", 33: "y", 36: "c" };
const ENDS: Readonly<Record<string, readonly string[]>> = {
  0: ["b", "d", "y", "c"],
  22: ["b", "d"],
  39: ["y", "c"],
};

export const round = (value: number): number => Math.round(value * 100) / 100;

/** The styles of the text. */
export const COLOURS = `text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#d7dae0;white-space:pre}
.b{font-weight:700;fill:#fff}.d{fill:#8b93a1}.c{fill:#56c8d8}.y{fill:#e3b341}.cover{fill:#16191f}.cursor{fill:#d7dae0}`;

/** Draws one line of text with its colours. */
export function lineSvg(line: string, row: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with a control character
  const [first = "", ...coloured] = line.split(/\u001b\[([\d;]*)m/);
  const marks = new Set<string>();
  let [drawn, columns] = [escapeHtml(first), stringWidth(first)];
  for (let at = 0; at < coloured.length; at += 2) {
    for (const code of (coloured[at] || "0").split(";")) {
      for (const ended of ENDS[code] ?? []) marks.delete(ended);
      if (CLASSES[code]) marks.add(CLASSES[code]);
    }
    const text = coloured[at + 1] ?? "";
    columns += stringWidth(text);
    const shown = escapeHtml(text);
    if (text) drawn += marks.size > 0 ? `<tspan class="${[...marks].join(" ")}">${shown}</tspan>` : shown;
  }
  if (columns === 0) return "";
  // The length is given, so that columns align in whatever fixed-width font the reader has.
  return `<text y="${row * LINE + 15}" textLength="${round(columns * CHARACTER)}">${drawn}</text>`;
}

export const linesSvg = (lines: readonly string[], from: number): string =>
  lines.map((line, index) => lineSvg(line, from + index)).join("\n");

/** A moment of the recording: when, and how far the screen has scrolled by then. */
interface ScrollStep {
  readonly at: number;
  readonly rows: number;
  /** Whether the screen moves on evenly from here to the next step; otherwise it jumps there. */
  readonly isMoving?: boolean;
}

/** One exchange on the tape: its first row, and when it is typed, answered and over. */
interface Take {
  readonly row: number;
  readonly typedAt: number;
  readonly typedBy: number;
  readonly answeredAt: number;
  readonly endsAt: number;
  readonly scroll: readonly ScrollStep[];
}

/** Times one exchange: an answer that is longer than the screen is shown from its beginning, then scrolled through. */
function planTake(row: number, start: number, line: string, answerRows: number): Take {
  const typedAt = start + BEFORE;
  const typedBy = typedAt + line.length * TYPED;
  const answeredAt = typedBy + THINKING;
  const end = Math.max(0, row + answerRows + 4 - ROWS);
  const begin = Math.min(end, row);
  const scrollAt = answeredAt + READING;
  const scrolledBy = scrollAt + (end - begin) * SCROLLED;
  return {
    ...{ row, typedAt, typedBy, answeredAt },
    endsAt: scrolledBy + (end > begin ? READING : 0),
    scroll: [
      { at: answeredAt, rows: begin },
      ...(end > begin ? [{ at: scrollAt, rows: begin, isMoving: true }] : []),
      { at: scrolledBy, rows: end },
    ],
  };
}

/** Times all exchanges, one below the other. */
function planTakes({ greeting, exchanges }: Session): Take[] {
  const takes: Take[] = [];
  let [row, start] = [greeting.length + 1, 0];
  for (const { line, answer } of exchanges) {
    const take = planTake(row, start, line, answer.length);
    takes.push(take);
    [row, start] = [row + answer.length + 3, take.endsAt];
  }
  return takes;
}

/** Breaks lines that the program leaves to the terminal, which breaks them wherever they reach its edge. */
export const brokenAtEdge = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.match(new RegExp(`.{1,${COLUMNS}}`, "gu")) ?? [""]);

/** Draws a session as an animated SVG. */
export function recordingSvg({ prompt, greeting: written, exchanges }: Session): string {
  const greeting = brokenAtEdge(written);
  const takes = planTakes({ prompt, greeting, exchanges });
  const length = takes.at(-1)?.endsAt ?? 1;
  const percent = (at: number): string => `${round((100 * at) / length)}%`;
  const styles: string[] = [];
  /** Returns the attribute of an element that appears at a time. */
  const appears = (name: string, at: number): string => {
    styles.push(`@keyframes ${name}{0%{opacity:0}${percent(at)}{opacity:1}}`);
    return `style="animation:${name} ${round(length)}s step-end infinite"`;
  };
  const scrolled = takes
    .flatMap(({ scroll }) => scroll)
    .map(
      ({ at, rows, isMoving }) =>
        `${percent(at)}{transform:translateY(${-rows * LINE}px)${isMoving ? ";animation-timing-function:linear" : ""}}`,
    );
  styles.push(`@keyframes roll{0%{transform:none}${scrolled.join("")}}`);
  const shown = takes.map(({ row, typedAt, typedBy, answeredAt }, index) => {
    const { line = "", answer = [] } = exchanges[index] ?? {};
    const [left, width] = [prompt.length * CHARACTER, line.length * CHARACTER];
    const typing = `typing${index}`;
    styles.push(
      `@keyframes ${typing}{0%{transform:none}` +
        `${percent(typedAt)}{transform:none;animation-timing-function:steps(${line.length})}` +
        `${percent(typedBy)}{transform:translateX(${round(width)}px)}100%{transform:translateX(${round(width)}px)}}`,
    );
    const place = `x="${round(left)}" y="${row * LINE}" height="${LINE}"`;
    const moves = `style="transform:translateX(${round(width)}px);animation:${typing} ${round(length)}s step-end infinite"`;
    const since = index === 0 ? 0 : (takes[index - 1]?.answeredAt ?? 0);
    return `<g ${appears(`ask${index}`, since)}>
${lineSvg(`${prompt}${line}`, row)}
<g ${moves}><rect class="cover" ${place} width="${WIDTH}"/><rect class="cursor" ${place} width="${CHARACTER}"/></g>
</g>
<g ${appears(`answer${index}`, answeredAt)}>
<rect class="cover" x="${round(left + width - 1)}" y="${row * LINE}" height="${LINE}" width="${WIDTH}"/>
${linesSvg(answer, row + 2)}
</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">
<title>Refdesk in a terminal</title>
<desc>${escapeHtml(exchanges.map(({ line }) => line).join(" · "))}</desc>
<style>
${COLOURS}
.roll{animation:roll ${round(length)}s step-end infinite}
${styles.join("\n")}
@media(prefers-reduced-motion:reduce){*{animation:none!important}}
</style>
<rect width="${WIDTH}" height="${HEIGHT}" rx="9" fill="#16191f"/>
<g fill="#3b414c"><circle cx="20" cy="18" r="6"/><circle cx="40" cy="18" r="6"/><circle cx="60" cy="18" r="6"/></g>
<svg x="${MARGIN}" y="${BAR + MARGIN / 2}" width="${WIDTH - 2 * MARGIN}" height="${ROWS * LINE}">
<g class="roll">
${linesSvg(greeting, 0)}
${shown.join("\n")}
</g>
</svg>
</svg>
`;
}
