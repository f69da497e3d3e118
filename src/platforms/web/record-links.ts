/** Renders links to the pages of records. */

import { sourceForm } from "../../desk/lookup.ts";
import { recordPagePath, recordPath } from "../../desk/page-links.ts";
import type { Messages } from "../../language/messages.ts";
import { recordRef } from "../../shelf/kinds.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import { containsHan } from "../../support/han.ts";
import { isolateText } from "../../support/isolation.ts";
import { type Html, type HtmlChild, html } from "./html.ts";
import type { RequestContext } from "./request-context.ts";

/** Returns a `lang` attribute for a label or a note that is there in English alone; empty on an English page. */
export const deskLanguage = (text: string, { locale }: Messages): HtmlChild =>
  locale !== "en" && !containsHan(text) && html` lang="en"`;

/** Renders a record's label as a page's heading, with the form in which its sources have it. */
export function nameHeading(record: AnyRecord, messages: Messages): Html {
  const { label } = record;
  const form = sourceForm(record, messages);
  return html`<h1${deskLanguage(label, messages)}>${isolateText(label)}${form !== "" && html`<span${deskLanguage(form, messages)}>${form}</span>`}</h1>`;
}

/** Renders a record's label as a link to its page. */
export const recordLink = (record: AnyRecord, { messages, href }: RequestContext): Html =>
  html`<a href="${href(recordPath(recordRef(record)))}"${deskLanguage(record.label, messages)}>${isolateText(record.label)}</a>`;

/** Renders a record's label as a link to the profile of a person or an organization, and else to its page. */
export const profileLink = (record: AnyRecord, { messages, href }: RequestContext): Html =>
  html`<a href="${href(recordPagePath(recordRef(record)))}"${deskLanguage(record.label, messages)}>${isolateText(record.label)}</a>`;

/** Says that only the first of some records are shown; nothing where all are. */
export const firstOf = (shown: readonly AnyRecord[], total: number, messages: Messages): HtmlChild =>
  shown.length < total &&
  html`<p class="quiet">${messages.firstOf(shown.length, total)}</p>
`;

/** Renders records as list items, each with its kind. */
export const recordItems = (records: readonly AnyRecord[], context: RequestContext): Html[] =>
  records.map(
    (record) =>
      html`<li>${recordLink(record, context)} <span class="quiet">${context.messages.recordKinds[record.kind].name}</span></li>`,
  );
