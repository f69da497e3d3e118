/** Renders the box in which everything is asked. */
import { askPath } from "../../desk/page-links.ts";
import { startingAsks } from "../../desk/starting-asks.ts";
import { RECORD_KINDS, type RecordKind } from "../../shelf/kinds.ts";
import { type Html, html, joinHtml } from "./html.ts";
import type { RequestContext } from "./request-context.ts";

/** Number of examples beneath the box. */
const BENEATH = 3;

/** Renders the box; for what was asked, with a choice of record kinds, and else with examples beneath it. */
export async function askForm(
  q: string,
  kind: RecordKind | undefined,
  context: RequestContext,
): Promise<Html> {
  const { messages, href, bot } = context;
  const { ask } = messages.pages;
  const examples = q === "" ? (await startingAsks(bot)).slice(0, BENEATH) : [];
  const links = examples.map(({ line }) => html`<a href="${href(askPath(line))}"><code>${line}</code></a>`);
  return html`<form class="search" role="search" action="${href("/ask")}">
<label for="q">${ask.label}</label>
<div><input id="q" name="q" type="search" value="${q}" maxlength="500" autocomplete="off" enterkeyhint="search" aria-describedby="hint">
<button>${ask.submit}</button></div>
<p id="hint" class="quiet">${ask.hint}${links.length > 0 && html`<br>${messages.labelled(ask.examples)}${joinHtml(links, " · ")}`}</p>
${q !== "" && html`<p><label for="kind">${messages.search.kind}</label> <select id="kind" name="kind"><option value="">${ask.all}</option>${RECORD_KINDS.map((one) => html`<option value="${one}"${one === kind && html` selected`}>${messages.recordKinds[one].name}</option>`)}</select></p>`}
</form>`;
}
