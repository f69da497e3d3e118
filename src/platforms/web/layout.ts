/** Renders the HTML document around a page's content: metadata, header with search, and footer. */
import type { SiteAssets } from "./assets.ts";
import { COPY_ELEMENT } from "./copy-script.ts";
import { html } from "./html.ts";
import { listPath } from "./list-paths.ts";
import type { PageContent, RequestContext } from "./request-context.ts";

/** Deployment settings shared by all pages. */
export interface SiteSettings {
  /** Public URL without a trailing slash; undefined when unknown. */
  readonly publicUrl?: string;
  /** Whether search engines may index the pages. */
  readonly index: boolean;
  readonly assets: SiteAssets;
}

/** Open Graph's locale for each page language (https://ogp.me). */
const LOCALES = { en: "en_GB", "zh-Hans": "zh_CN", "zh-Hant": "zh_TW" } as const;

/** Truncates a description to 300 UTF-16 units, about what link previews show. */
const brief = (text: string): string =>
  text.length <= 300 ? text : `${text.slice(0, 299).replace(/[\ud800-\udbff]$/, "")}…`;

/**
 * Renders a complete HTML document.
 * @param until expiry of the signed link that opened the page; undefined for a public page
 */
export function pageHtml(
  { title, description, main, canonical, sought, status }: PageContent,
  { messages, href, kinds }: RequestContext,
  { publicUrl, index, assets }: SiteSettings,
  until?: Date,
): string {
  const { pages, locale } = messages;
  const fullTitle = title === pages.name ? title : `${title} · ${pages.name}`;
  const isListed =
    index &&
    until === undefined &&
    status === undefined &&
    canonical !== undefined &&
    !canonical.includes("?");
  const address =
    publicUrl !== undefined && canonical !== undefined && until === undefined && publicUrl + canonical;
  const hasPassages = /<figure class="(?:quote|report|evidence)"|<mark class="passage"/.test(main.html);
  const hasSearch = /<form class="search"/.test(main.html);
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${fullTitle}</title>
${description !== undefined && html`<meta name="description" content="${brief(description)}">`}
${!isListed && html`<meta name="robots" content="noindex">`}
<meta name="color-scheme" content="light dark">
<link rel="preload" href="${href(assets.font.path)}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${href(assets.style.path)}">
<link rel="icon" href="${href(assets.icon.path)}" type="image/svg+xml">
${
  address &&
  html`<link rel="canonical" href="${address}">
<meta property="og:url" content="${address}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${pages.name}">
<meta property="og:locale" content="${LOCALES[locale]}">
<meta property="og:title" content="${title}">
${description !== undefined && html`<meta property="og:description" content="${brief(description)}">`}`
}
</head>
<body data-copy-passage="${pages.copy.passage}" data-copy-link="${pages.copy.link}" data-copied="${pages.copy.done}">
<a class="skip" href="#main">${pages.skip}</a>
<header class="site">
<nav aria-label="${pages.nav}"><ul>
<li><a class="name" href="${href("/")}"${canonical === "/" && html` aria-current="page"`}>${pages.name}</a></li>
<li><a href="${href("/sources")}"${canonical === "/sources" && html` aria-current="page"`}>${messages.sources}</a></li>
${kinds.map((kind) => html`<li><a href="${href(listPath(kind))}"${canonical === listPath(kind) && html` aria-current="page"`}>${messages.recordKinds[kind].plural}</a></li>`)}
</ul></nav>
${
  !hasSearch &&
  html`<form role="search" action="${href("/ask")}">
<label class="visually-hidden" for="q">${pages.ask.label}</label>
<input id="q" name="q" type="search" value="${sought ?? ""}" maxlength="500" autocomplete="off">
<button>${pages.ask.submit}</button>
</form>`
}
</header>
<main id="main" tabindex="-1">
${until && html`<p class="note">${pages.until(`${until.toISOString().slice(0, 16).replace("T", " ")} UTC`)}</p>`}
${main}
</main>
<footer class="colophon"><p>${pages.footer}</p>
<p><a href="${href("/api/openapi.json")}">${pages.data}</a></p></footer>
${hasPassages && COPY_ELEMENT}
</body>
</html>
`.html.replace(/^\n+/gm, "");
}
