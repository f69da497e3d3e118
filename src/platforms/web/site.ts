/** Serves the web pages: chooses each visitor's view of the library and language, and caches pages. */

import QuickLRU from "quick-lru";
import type { BotFactory } from "../../desk/bot.ts";
import { findRecord } from "../../desk/lookup.ts";
import { recordPagePath, recordPath, sourcePath } from "../../desk/page-links.ts";
import { RETRY_LATER } from "../../http/retry-later.ts";
import type { ServedRequest } from "../../http/served-request.ts";
import type { HttpReply, PageHandler, PageRequest } from "../../http/server.ts";
import { negotiateLocale } from "../../language/accept-language.ts";
import type { Locale } from "../../language/messages.ts";
import { createAnswerLibrary } from "../../library/answer-library.ts";
import { createExcerptReader, limitToRights } from "../../library/excerpts.ts";
import type { Library, LibraryEdition, LibraryHolder } from "../../library/library.ts";
import { listAll } from "../../library/list-all.ts";
import { localizeLibrary } from "../../library/localized-library.ts";
import { createPublicView, publicViewOf } from "../../library/public-view.ts";
import type { ReviewOverview } from "../../review/review-desk.ts";
import { collectEvidence } from "../../shelf/evidence.ts";
import { RECORD_KINDS, type RecordRef, recordRef } from "../../shelf/kinds.ts";
import { defined } from "../../support/defined.ts";
import type { Log } from "../../support/log.ts";
import { memoizeByKey } from "../../support/memoize.ts";
import type { WorkQueue } from "../../support/work-queue.ts";
import { createSiteApp, type RequestEnv } from "./app.ts";
import { readAssets } from "./assets.ts";
import { type LinkSigner, SIGNATURE_PARAM } from "./link-signer.ts";
import { NO_METHOD_REPLY, PREFLIGHT_REPLY, problemReply, revalidate, toHttpReply } from "./replies.ts";
import type { RequestContext } from "./request-context.ts";

/** Deployment settings of the site. */
export interface SiteConfig {
  /** Public URL without a trailing slash. */
  readonly publicUrl?: string;
  /** Where the site is reached without a public URL, as the API tells it. */
  readonly localUrl: string;
  /** Whether search engines may index the pages. */
  readonly index: boolean;
  /** Language for visitors whose browser asks for no supported one. */
  readonly locale: Locale;
}

export interface SiteDependencies {
  readonly holder: LibraryHolder;
  /** Creates bots over a library: the whole one, or its public view. */
  readonly botsOver: (library: Library) => BotFactory;
  readonly log: Log;
  /** Signs and verifies the links that open hidden pages. */
  readonly links: LinkSigner;
  /** Gives a page its turn; without it, every page is drawn at once. */
  readonly workLater?: WorkQueue["later"];
  /** Returns what waits for a review; without it, there is no page of it. */
  readonly overview?: () => Promise<ReviewOverview>;
  /** Called with every request served, for metrics. */
  readonly served?: (what: ServedRequest) => void;
}

/** Maximum query length: the longest question, each character percent-encoded in twelve, with room for other parameters. */
const QUERY = 6_200;

/** Maximum number of cached pages, each about ten thousand characters. */
const MAX_CACHED_PAGES = 500;

/** Matches every path that a page can have. Any other is replaced before routing, so it is never decoded. */
const PATH = /^(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*\/?$/;

/** A path without a page, in place of invalid paths. */
const NOWHERE = "/-";

/** Returns such a path, which is the API's where the invalid one began as the API's do. */
const nowhereNear = (path: string): string => (/^\/api(?:$|[/?])/.test(path) ? `/api${NOWHERE}` : NOWHERE);

/** Returns the source or the record that a page is about, as its path says. */
function subjectOf(path: string): { readonly source: string } | { readonly ref: RecordRef } {
  const [, room = "", ...rest] = path.replace(/#.*$/, "").split("/");
  if (room === "sources") return { source: rest.join("/") };
  // Of another page this is the reference of no record.
  return { ref: (room === "records" ? rest.join("/") : `${room}/${rest.join("/")}`) as RecordRef };
}

interface CachedPage {
  readonly route: string;
  readonly reply: HttpReply;
}

/** The library as one kind of visitor sees it: everyone, or the holder of a signed link. */
interface LibraryView {
  readonly library: Library;
  readonly botFor: BotFactory;
  readonly excerpts: RequestContext["excerpts"];
  /** Tells whether a page is there for them and not for everyone. */
  readonly isOpened: (path: string) => boolean;
}

/** The views of one library. */
interface SiteViews {
  readonly version: string;
  readonly publicView: LibraryView;
  /** Returns the view of a reader to whom a hidden source is opened. */
  readonly viewOn: (source: string) => Promise<LibraryView>;
  /** Returns the hidden source that a path is about; undefined when there is none, or more than one. */
  readonly sourceOf: (path: string) => Promise<string | undefined>;
}

export interface WebSite {
  readonly pages: PageHandler;
}

/** Creates the site over the library that the holder gives at each request. */
export async function createSite(
  { publicUrl, localUrl, index, locale: defaultLocale }: SiteConfig,
  { holder, botsOver, log, links, workLater = (work) => work(), served, overview }: SiteDependencies,
): Promise<WebSite> {
  const base = publicUrl === undefined ? "" : new URL(publicUrl).pathname.replace(/\/$/, "");
  const { origin } = new URL(publicUrl ?? localUrl);
  function viewOf(library: Library): LibraryView {
    return {
      library,
      botFor: botsOver(limitToRights(library)),
      excerpts: createExcerptReader(library),
      isOpened: () => false,
    };
  }

  /** Returns the view of a reader to whom one hidden source is opened, with all that stands on it alone. */
  async function viewOn(source: string, whole: Library, hidden: ReadonlySet<string>): Promise<LibraryView> {
    const others = new Set([...hidden].filter((id) => id !== source));
    const view = viewOf(createPublicView(whole, others));
    const opened = new Set<string>([sourcePath(source)]);
    for await (const record of listAll((page) => view.library.find({ source, ...page })))
      opened.add(recordPath(recordRef(record))).add(recordPagePath(recordRef(record)));
    return { ...view, isOpened: (path) => opened.has(path.replace(/#.*$/, "")) };
  }

  const viewsOf = memoizeByKey(async ({ library, version }: LibraryEdition): Promise<SiteViews> => {
    const { library: open, hidden } = await publicViewOf(library);
    const opened = new Map<string, Promise<LibraryView>>();
    return {
      version,
      publicView: viewOf(open),
      viewOn(source) {
        const view = opened.get(source) ?? viewOn(source, library, hidden);
        opened.set(source, view);
        return view;
      },
      async sourceOf(path) {
        const subject = subjectOf(path);
        if ("source" in subject) return hidden.has(subject.source) ? subject.source : undefined;
        const record = await findRecord(subject.ref, library);
        const own = new Set(record ? collectEvidence(record).map((evidence) => evidence.source) : []);
        const [first, ...others] = [...own].filter((id) => hidden.has(id));
        return others.length === 0 ? first : undefined;
      },
    };
  });
  await viewsOf(holder.current());
  const cache = new QuickLRU<string, CachedPage>({ maxSize: MAX_CACHED_PAGES });
  const app = createSiteApp({
    setting: { ...defined({ publicUrl }), index, assets: readAssets() },
    answered({ ask, outcome }, milliseconds) {
      const command = outcome === "mistake" ? {} : { command: ask.command };
      log.info({ ...command, outcome, ms: Math.round(milliseconds) }, "answered");
    },
    failed(error, { bot }) {
      return bot.reportFailure(error).text;
    },
  });

  /** Returns the path below the base path, which a proxy may have removed already; `NOWHERE`, or that of the API, when it is invalid. */
  const pathIn = (address: string): string => {
    const path = base !== "" && address.startsWith(`${base}/`) ? address.slice(base.length) : address;
    return path === base && base !== "" ? "/" : PATH.test(path) ? path : nowhereNear(path);
  };

  async function createContext(
    { publicView, viewOn, sourceOf }: SiteViews,
    path: string,
    locale: Locale,
    until: Date | undefined,
  ): Promise<RequestContext> {
    const opened = until && (await sourceOf(path));
    const view = opened === undefined ? publicView : await viewOn(opened);
    const bot = await view.botFor(locale);
    const { counts } = await publicView.library.about();
    const { excerpts, isOpened } = view;
    const href = (page: string): string => base + (until && isOpened(page) ? links.sign(page, until) : page);
    return {
      bot,
      messages: bot.messages,
      excerpts,
      href,
      overview,
      library: createAnswerLibrary(localizeLibrary(view.library, bot.messages)),
      kinds: RECORD_KINDS.filter((kind) => counts[kind] > 0),
      url: (page) => origin + href(page),
    };
  }

  async function renderPage(
    views: SiteViews,
    path: string,
    query: string,
    locale: Locale,
  ): Promise<CachedPage> {
    const params = query.includes(SIGNATURE_PARAM) ? new URLSearchParams(query) : undefined;
    const page = path.replace(/^\/api(?=\/(?:sources|records)\/)/, "");
    const until = params && links.opensUntil(page, params);
    const context = await createContext(views, page, locale, until);
    const told: RequestEnv["told"] = {};
    const env: RequestEnv = { context, told, ...defined({ until }) };
    const address = `http://refdesk${path}${query === "" ? "" : `?${query}`}`;
    const response = await app.fetch(new Request(address), env);
    return {
      route: told.route ?? "none",
      reply: {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      },
    };
  }

  /** Renders a page. @param key under which to cache it; undefined when it must not be cached */
  async function answer(
    edition: LibraryEdition,
    path: string,
    query: string,
    locale: Locale,
    key: string | undefined,
  ): Promise<CachedPage> {
    if (query.length > QUERY) return { route: "none", reply: toHttpReply(problemReply(414)) };
    const page = await workLater(async () => renderPage(await viewsOf(edition), pathIn(path), query, locale));
    if (!page) return { route: "none", reply: toHttpReply({ ...problemReply(503), headers: RETRY_LATER }) };
    if (key !== undefined && page.reply.status === 200) cache.set(key, page);
    return page;
  }

  function finishReply(
    { route, reply }: CachedPage,
    headers: PageRequest["headers"],
    started: number,
  ): HttpReply {
    const sent = revalidate(reply, headers["if-none-match"]);
    served?.({ route, status: sent.status, seconds: (performance.now() - started) / 1_000 });
    return sent;
  }

  return {
    // Cached pages are found by the path as sent, before it is checked: only pages with status 200 are cached.
    pages({ method, path, query, headers }) {
      if (method === "OPTIONS") return pathIn(path).startsWith("/api/") ? PREFLIGHT_REPLY : NO_METHOD_REPLY;
      const started = performance.now();
      const locale = negotiateLocale(headers["accept-language"], defaultLocale);
      const edition = holder.current();
      const key = query === "" ? `${edition.version} ${locale} ${path}` : undefined;
      const before = key === undefined ? undefined : cache.get(key);
      if (before) return finishReply(before, headers, started);
      return answer(edition, path, query, locale, key).then((page) => finishReply(page, headers, started));
    },
  };
}
