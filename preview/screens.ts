/**
 * Draws screens that follow each other as an animated picture, such as the cards of a review. Without animation, or where
 * the reader's system asks for less motion, it shows the last.
 */
import { escapeHtml } from "./html.ts";
import {
  BAR,
  brokenAtEdge,
  CHARACTER,
  COLOURS,
  LINE,
  lineSvg,
  linesSvg,
  MARGIN,
  round,
  WIDTH,
} from "./recording.ts";

/** One screen: what was typed before it, its lines with their colours, and how long it is shown. */
export interface Screen {
  readonly typed?: string;
  readonly lines: readonly string[];
  readonly seconds: number;
}

const PROMPT = "$ ";

/** Times in seconds: for a character that is typed, and before the screen changes. */
const TYPED = 0.05;
const BEFORE = 0.6;

/** Draws screens as an animated SVG. */
export function screensSvg(title: string, written: readonly Screen[]): string {
  const screens = written.map(({ lines, ...screen }) => ({ ...screen, lines: brokenAtEdge(lines) }));
  const rows = Math.max(...screens.map(({ lines, typed }) => lines.length + (typed === undefined ? 0 : 2)));
  const height = BAR + rows * LINE + 2 * MARGIN;
  const lengths = screens.map(
    ({ typed = "", seconds }) => (typed === "" ? 0 : typed.length * TYPED + BEFORE) + seconds,
  );
  const length = lengths.reduce((sum, one) => sum + one, 0);
  const percent = (at: number): string => `${round((100 * at) / length)}%`;
  const styles: string[] = [];
  let start = 0;
  const drawn = screens.map(({ typed, lines, seconds }, index) => {
    const end = start + lengths[index]!;
    const answeredAt = end - seconds;
    const isLast = index === screens.length - 1;
    const between = (name: string, from: number, to: number): string => {
      const before = from === 0 ? "" : "0%{opacity:0}";
      const after = to >= length ? "" : `${percent(to)}{opacity:0}`;
      styles.push(`@keyframes ${name}{${before}${percent(from)}{opacity:1}${after}}`);
      return `style="animation:${name} ${round(length)}s step-end infinite"${isLast ? "" : ' opacity="0"'}`;
    };
    const top = typed === undefined ? 0 : 2;
    const line = `${PROMPT}${typed ?? ""}`;
    let typing = "";
    if (typed !== undefined) {
      const [left, width] = [PROMPT.length * CHARACTER, typed.length * CHARACTER];
      styles.push(
        `@keyframes t${index}{0%{transform:none}` +
          `${percent(start)}{transform:none;animation-timing-function:steps(${typed.length})}` +
          `${percent(answeredAt - BEFORE)}{transform:translateX(${round(width)}px)}100%{transform:translateX(${round(width)}px)}}`,
      );
      typing = `<g ${between(`l${index}`, start, end)}>
${lineSvg(line, 0)}
<rect class="cover" x="${round(left)}" y="0" height="${LINE}" width="${WIDTH}" style="transform:translateX(${round(width)}px);animation:t${index} ${round(length)}s step-end infinite"/>
</g>
`;
    }
    const shown = `${typing}<g ${between(`s${index}`, answeredAt, end)}>
${linesSvg(lines, top)}
</g>`;
    start = end;
    return shown;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img">
<title>${escapeHtml(title)}</title>
<desc>${escapeHtml(screens.flatMap(({ typed }) => typed ?? []).join(" · "))}</desc>
<style>
${COLOURS}
${styles.join("\n")}
@media(prefers-reduced-motion:reduce){*{animation:none!important}}
</style>
<rect width="${WIDTH}" height="${height}" rx="9" fill="#16191f"/>
<g fill="#3b414c"><circle cx="20" cy="18" r="6"/><circle cx="40" cy="18" r="6"/><circle cx="60" cy="18" r="6"/></g>
<svg x="${MARGIN}" y="${BAR + MARGIN / 2}" width="${WIDTH - 2 * MARGIN}" height="${rows * LINE}">
${drawn.join("\n")}
</svg>
</svg>
`;
}
