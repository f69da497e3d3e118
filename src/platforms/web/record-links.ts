/** Records as pages name them, each leading to its own page. */

import type { Words } from "../../language/messages.ts";
import { refOf } from "../../shelf/kinds.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import { type Child, type Html, html } from "./html.ts";
import { recordPath } from "./link-signer.ts";
import type { Visit } from "./request-context.ts";

/** On a page in another language, the mark of what the reviewers wrote: labels and notes are in English. */
export const reviewers = ({ locale }: Words): Child => locale !== "en" && html` lang="en"`;

export const recordLink = (record: AnyRecord, { words, href }: Visit): Html =>
  html`<a href="${href(recordPath(refOf(record)))}"${reviewers(words)}>${record.label}</a>`;

/** The records with what each is, as the items of a list. */
export const recordItems = (records: readonly AnyRecord[], visit: Visit): Html[] =>
  records.map(
    (record) =>
      html`<li>${recordLink(record, visit)} <span class="quiet">${visit.words.search.kinds[record.kind]}</span></li>`,
  );
