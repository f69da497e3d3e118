/** Pages as tagged templates: whatever is put into one is text, and escaped, unless a template made it. */

/** Markup that a template made. */
export interface Html {
  readonly html: string;
}

/** What may stand in a template; nothing is drawn for `undefined` and `false`. */
export type HtmlChild = string | number | Html | undefined | false | readonly HtmlChild[];

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What is no character of a page, or turns the direction of all that follows it. */
const UNFIT = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A text as it may stand between tags and in a quoted attribute, whatever it holds. */
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

/** A template: its own text is markup, what is put into it is not. */
export const html = (parts: TemplateStringsArray, ...given: readonly HtmlChild[]): Html => ({
  html: parts.reduce((text, part, index) => text + drawn(given[index - 1]) + part),
});

/** Children one after the other, with something between them. */
export const joinHtml = (children: readonly HtmlChild[], between: HtmlChild): Html => ({
  html: children.map(drawn).join(drawn(between)),
});

/** A link to another site; on paper its address stands beside it, or a shorter one where that will do. */
export const externalLink = (url: string, text: string, printed = url): Html =>
  html`<a class="out" href="${url}" data-url="${printed}" rel="noreferrer">${text}</a>`;
