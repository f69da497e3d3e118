/** Renders which part of a long list a page shows, and the ways to the parts before and after it. */
import type { Messages } from "../../language/messages.ts";
import { type HtmlChild, html } from "./html.ts";
import type { RequestContext } from "./request-context.ts";

/** The part of a list that a page shows; `from` counts from 1. */
export interface ShownPart {
  readonly from: number;
  readonly shown: number;
  readonly total: number;
}

/** Renders the range of what is shown; nothing where that is all. */
export const shownRange = ({ from, shown, total }: ShownPart, { pages }: Messages): HtmlChild =>
  shown < total && html`<p class="quiet">${pages.shown(from, from - 1 + shown, total)}</p>`;

/** Renders the links to the parts before and after; nothing where all is shown. */
export function partLinks(
  path: string,
  onPage: number,
  { from, shown, total }: ShownPart,
  { href, messages }: RequestContext,
): HtmlChild {
  const { earlier, later, next } = messages.pages;
  const at = (start: number): string => href(start === 1 ? path : `${path}?from=${start}`);
  const last = from - 1 + shown;
  return (
    shown < total &&
    html`<nav aria-label="${next}"><ul class="ways">${from > 1 && html`<li><a href="${at(Math.max(1, from - onPage))}">${earlier}</a></li>`}${last < total && html`<li><a href="${at(last + 1)}">${later}</a></li>`}</ul></nav>`
  );
}
