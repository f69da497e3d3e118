/** Tagged templates for HTML: interpolated values are escaped unless they come from a template themselves. */

/** Markup from a template, inserted without escaping. */
export interface Html {
  readonly html: string;
}

/** A value to interpolate; `undefined` and `false` render as nothing. */
export type HtmlChild = string | number | Html | undefined | false | readonly HtmlChild[];

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters, and the bidirectional controls that would reorder the text after them. */
const UNFIT = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Escapes text for use between tags and in quoted attributes; drops control characters except tab and newline. */
const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNFIT, (mark) => (mark === "\n" || mark === "\t" ? mark : ""))
    .replace(/[&<>"']/g, (mark) => ESCAPED[mark]!);

function drawn(child: HtmlChild): string {
  if (child === undefined || child === false) return "";
  if (typeof child === "string") return escapeHtml(child);
  if (typeof child === "number") return String(child);
  return "html" in child ? child.html : child.map(drawn).join("");
}

/** Builds markup from a template literal; escapes the interpolated values. */
export const html = (parts: TemplateStringsArray, ...given: readonly HtmlChild[]): Html => ({
  html: parts.reduce((text, part, index) => text + drawn(given[index - 1]) + part),
});

/** Joins children with a separator. */
export const joinHtml = (children: readonly HtmlChild[], between: HtmlChild): Html => ({
  html: children.map(drawn).join(drawn(between)),
});

/** Renders a link to another site. In print, the address follows it; `printed` replaces it with a shorter one. */
export const externalLink = (url: string, text: string, printed = url): Html =>
  html`<a class="out" href="${url}" data-url="${printed}" rel="noreferrer">${text}</a>`;
