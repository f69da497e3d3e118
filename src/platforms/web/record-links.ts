/** Renders links to the pages of records. */

import { recordPagePath, recordPath } from "../../desk/page-links.ts";
import type { Messages } from "../../language/messages.ts";
import { recordRef } from "../../shelf/kinds.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import { isolateText } from "../../support/isolation.ts";
import { type Html, type HtmlChild, html } from "./html.ts";
import type { RequestContext } from "./request-context.ts";

/** Returns a `lang` attribute for labels and notes, which reviewers write in English; empty on an English page. */
export const reviewerLanguage = ({ locale }: Messages): HtmlChild => locale !== "en" && html` lang="en"`;

/** Renders a record's label as a link to its page. */
export const recordLink = (record: AnyRecord, { messages, href }: RequestContext): Html =>
  html`<a href="${href(recordPath(recordRef(record)))}"${reviewerLanguage(messages)}>${isolateText(record.label)}</a>`;

/** Renders a record's label as a link to the profile of a person or an organization, and else to its page. */
export const profileLink = (record: AnyRecord, { messages, href }: RequestContext): Html =>
  html`<a href="${href(recordPagePath(recordRef(record)))}"${reviewerLanguage(messages)}>${isolateText(record.label)}</a>`;

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
