/** Builds the page with all sheets, an index and both themes; it loads nothing from the network. */
import { readFileSync } from "node:fs";
import { escapeHtml, THEMES } from "./html.ts";
import type { Figure, Sheet } from "./sheets.ts";

const here = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

const picture = (platform: string, html: string | undefined): string =>
  html === undefined ? "" : `<div class="picture ${platform}">${html}</div>`;

/** Renders a figure, both for the page and for its picture. */
const figureHtml = ({ name, caption, discord, slack }: Figure): string =>
  `<figure id="${escapeHtml(name)}"><figcaption>${escapeHtml(caption)}</figcaption>${picture("discord", discord)}${picture("slack", slack)}</figure>`;

const sheetHtml = ({ name, title, figures }: Sheet): string =>
  `<section id="${name}"><h2>${escapeHtml(title)}</h2>${figures.map(figureHtml).join("\n")}</section>`;

const indexHtml = ({ name, title, figures }: Sheet): string => {
  const entries = figures.map(
    (figure) => `<li><a href="#${encodeURIComponent(figure.name)}">${escapeHtml(figure.caption)}</a></li>`,
  );
  return `<li><details><summary><a href="#${name}">${escapeHtml(title)}</a></summary><ol>${entries.join("")}</ol></details></li>`;
};

const THEME_BUTTONS = THEMES.map(
  (theme) => `<button onclick="document.documentElement.dataset.theme='${theme}'">${theme}</button>`,
).join("");

/** Returns the page as one HTML document. */
export function pageHtml(all: readonly Sheet[]): string {
  const styles = ["page", "discord", "markdown", "slack", "slack-views"]
    .map((name) => here(`${name}.css`))
    .join("\n");
  return `<!doctype html>
<html lang="en" data-theme="dark"><head><meta charset="utf-8"><title>Refdesk: what it sends</title><style>${styles}</style></head>
<body><nav><p>${THEME_BUTTONS}</p><ul>${all.map(indexHtml).join("")}</ul></nav>
<main>${all.map(sheetHtml).join("\n")}</main></body></html>
`;
}
