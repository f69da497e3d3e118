/** Tagged templates for HTML: interpolated values are escaped unless they come from a template themselves. */

import { escapeHtml } from "../../support/escape-html.ts";
import { ISOLATE_CLOSE, ISOLATE_OPEN, keepWholeIsolates } from "../../support/isolation.ts";

/** Markup from a template, inserted without escaping. */
export interface Html {
  readonly html: string;
}

/** A value to interpolate; `undefined` and `false` render as nothing. */
export type HtmlChild = string | number | Html | undefined | false | readonly HtmlChild[];

/** Escapes text between tags. What is isolated in it stands in an element of its own, which must end in it. */
function textHtml(text: string): string {
  if (text === ISOLATE_OPEN) return "<bdi>";
  if (text === ISOLATE_CLOSE) return "</bdi>";
  return keepWholeIsolates(text.replace(/[\u2066\u2067]/g, ""))
    .split(/([\u2068\u2069])/)
    .map((part) => (part === ISOLATE_OPEN ? "<bdi>" : part === ISOLATE_CLOSE ? "</bdi>" : escapeHtml(part)))
    .join("");
}

function drawn(child: HtmlChild, isAttribute = false): string {
  if (child === undefined || child === false) return "";
  if (typeof child === "string") return isAttribute ? escapeHtml(child) : textHtml(child);
  if (typeof child === "number") return String(child);
  return "html" in child ? child.html : child.map((one) => drawn(one, isAttribute)).join("");
}

/** Matches markup that ends inside the value of an attribute. */
const IN_ATTRIBUTE = /="[^"]*$/;
/** Matches markup that ends inside an element that holds text alone. */
const IN_PLAIN = /<(?:title|textarea|option|script|style)\b[^<]*$/;

/** Builds markup from a template literal; escapes the interpolated values. */
export const html = (parts: TemplateStringsArray, ...given: readonly HtmlChild[]): Html => ({
  html: parts.reduce((text, part, index) => {
    const before = parts[index - 1] ?? "";
    return text + drawn(given[index - 1], IN_ATTRIBUTE.test(before) || IN_PLAIN.test(before)) + part;
  }),
});

/** Joins children with a separator. */
export const joinHtml = (children: readonly HtmlChild[], between: HtmlChild): Html => ({
  html: children.map((child) => drawn(child)).join(drawn(between)),
});

/** Renders a link to another site. In print, the address follows it; `printed` replaces it with a shorter one. */
export const externalLink = (url: string, text: string, printed = url): Html =>
  html`<a class="out" href="${url}" data-url="${printed}" rel="noreferrer">${text}</a>`;
