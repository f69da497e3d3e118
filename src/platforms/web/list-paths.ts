/** Builds the paths of the lists of records, and links to them. */
import type { RecordKind } from "../../shelf/kinds.ts";
import { type HtmlChild, html } from "./html.ts";
import type { RequestContext } from "./request-context.ts";

/** Returns the path of the list of a kind's records: people and organizations are listed above their profiles. */
export const listPath = (kind: RecordKind): string =>
  kind === "people" || kind === "organizations" ? `/${kind}` : `/records/${kind}`;

/** Renders the name of a kind as a link to its list, where that has anything. */
export function kindLink(kind: RecordKind, { messages, href, kinds }: RequestContext): HtmlChild {
  const { name } = messages.recordKinds[kind];
  return kinds.includes(kind) ? html`<a href="${href(listPath(kind))}">${name}</a>` : name;
}
