/** Renders the home page: search, sources, newest records, and example asks. */
import { shortCredit } from "../../../desk/citations.ts";
import { askPath, sourcePath } from "../../../desk/page-links.ts";
import { startingAsks } from "../../../desk/starting-asks.ts";
import { askForm } from "../ask-form.ts";
import { html, joinHtml } from "../html.ts";
import { listPath } from "../list-paths.ts";
import { recordItems } from "../record-links.ts";
import type { PageContent, RequestContext } from "../request-context.ts";

/** Number of newest records shown. */
const NEWEST = 12;

/** Number of sources listed; the sources page lists all. */
const SOURCES = 6;

export async function homePage(context: RequestContext): Promise<PageContent> {
  const { library, messages, bot, href } = context;
  const labels = messages.pages;
  const { sources, counts, lastChange, version } = await library.about();
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const [newest, first] = await Promise.all([
    library.find({ order: "changed", most: NEWEST }),
    library.findSources({ most: SOURCES }),
  ]);
  const kinds = context.kinds.map(
    (kind) => html`<a href="${href(listPath(kind))}">${messages.recordKinds[kind].counted(counts[kind])}</a>`,
  );
  const asks = await startingAsks(bot);
  return {
    title: labels.name,
    description: labels.tagline,
    canonical: "/",
    main: html`<h1>${labels.name}</h1>
<p class="lead">${labels.tagline}</p>
${await askForm("", undefined, context)}
${
  asks.length > 0 &&
  html`<section aria-labelledby="start"><h2 id="start">${labels.start}</h2>
<ul class="asks">${asks.map(({ line, summary }) => html`<li><a href="${href(askPath(line))}"><code>${line}</code></a><br><span class="quiet">${summary}</span></li>`)}</ul></section>`
}
<section aria-labelledby="shelf"><h2 id="shelf">${labels.records}</h2>
<p>${messages.home.shelf(sources, records)}</p>
<p>${joinHtml(kinds, " · ")}</p></section>
<section aria-labelledby="sources"><h2 id="sources">${messages.sources}</h2>
<ul class="shelf">${first.hits.map(
      (
        source,
      ) => html`<li><a href="${href(sourcePath(source.id))}" lang="${source.language}" dir="auto">${source.title.text}</a>
<br><span class="quiet">${shortCredit(source, messages)}</span></li>`,
    )}</ul>
${sources > SOURCES && html`<p><a href="${href("/sources")}">${labels.allSources(sources)}</a></p>`}</section>
<section aria-labelledby="newest"><h2 id="newest">${labels.newest}</h2>
<ul class="records">${recordItems(newest.hits, context)}</ul></section>
<p><a href="${href(askPath("/help"))}">${messages.help.title}</a></p>
<p class="quiet">${lastChange === null ? messages.home.version(version) : messages.home.changed(lastChange, version)}</p>`,
  };
}
