/** Records as pages name them, each leading to its own page. */

import { recordPath } from "../../desk/page-links.ts";
import type { Messages } from "../../language/messages.ts";
import { recordRef } from "../../shelf/kinds.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import { type Html, type HtmlChild, html } from "./html.ts";
import type { RequestContext } from "./request-context.ts";

/** On a page in another language, the mark of what the reviewers wrote: labels and notes are in English. */
export const reviewerLanguage = ({ locale }: Messages): HtmlChild => locale !== "en" && html` lang="en"`;

export const recordLink = (record: AnyRecord, { messages, href }: RequestContext): Html =>
  html`<a href="${href(recordPath(recordRef(record)))}"${reviewerLanguage(messages)}>${record.label}</a>`;

/** The records with what each is, as the items of a list. */
export const recordItems = (records: readonly AnyRecord[], context: RequestContext): Html[] =>
  records.map(
    (record) =>
      html`<li>${recordLink(record, context)} <span class="quiet">${context.messages.search.kinds[record.kind]}</span></li>`,
  );
