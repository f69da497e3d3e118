/** The pages of the one HTTP server: which shelf each visitor sees, in which language, and what is kept of what was drawn. */

import QuickLRU from "quick-lru";
import type { BotFactory } from "../../desk/bot.ts";
import type { ServedRequest } from "../../http/served-request.ts";
import type { HttpReply, PageHandler, PageRequest } from "../../http/server.ts";
import type { Locale } from "../../language/messages.ts";
import { createExcerptReader, limitToRights } from "../../library/excerpts.ts";
import type { Library } from "../../library/library.ts";
import { createPublicView, findHidden } from "../../library/public-view.ts";
import { defined } from "../../support/defined.ts";
import type { Log } from "../../support/log.ts";
import { negotiateLocale } from "./accept-language.ts";
import { createSiteApp, type RequestEnv } from "./app.ts";
import { readAssets } from "./assets.ts";
import { type LinkSigner, SIGNATURE_PARAM } from "./link-signer.ts";
import { problemReply, revalidate, toHttpReply } from "./replies.ts";
import type { RequestContext } from "./request-context.ts";

/** What a deployment decides for its pages. */
export interface SiteConfig {
  /** Where everyone reaches them, without a slash at its end. */
  readonly publicUrl?: string;
  /** Whether search engines may list them. */
  readonly index: boolean;
  /** The language of those whose browser asks for none that the desk speaks. */
  readonly locale: Locale;
}

export interface SiteDependencies {
  readonly library: Library;
  /** The bot over a library: over the whole one, and over what everyone may see of it. */
  readonly botsOver: (library: Library) => BotFactory;
  readonly log: Log;
  /** Signs links that open a page until a moment, and tells which are its own. */
  readonly links: LinkSigner;
  readonly served?: (what: ServedRequest) => void;
}

/** The longest query that is read: a question of the longest kind in Chinese, encoded, and what may stand beside it. */
const QUERY = 6_000;

/** How many pages are kept, some ten thousand characters each. */
const MAX_CACHED_PAGES = 500;

/** Every path that a page can have; nothing else comes so far that it is decoded. */
const PATH = /^(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*\/?$/;

/** A path where nothing is, for what is no path. */
const NOWHERE = "/-";

interface CachedPage {
  readonly route: string;
  readonly reply: HttpReply;
}

/** The shelf as one kind of visitor sees it. */
interface LibraryView {
  readonly library: Library;
  readonly botFor: BotFactory;
  readonly excerpts: RequestContext["excerpts"];
}

export interface WebSite {
  readonly pages: PageHandler;
}

/** The pages over a library. */
export async function createSite(
  { publicUrl, index, locale: own }: SiteConfig,
  { library, botsOver, log, links, served }: SiteDependencies,
): Promise<WebSite> {
  const base = publicUrl === undefined ? "" : new URL(publicUrl).pathname.replace(/\/$/, "");
  const viewOf = (of: Library): LibraryView => ({
    library: of,
    botFor: botsOver(limitToRights(of)),
    excerpts: createExcerptReader(of),
  });
  const hidden = await findHidden(library);
  const whole = viewOf(library);
  const open = hidden.sources.size === 0 ? whole : viewOf(createPublicView(library, hidden));
  const kept = new QuickLRU<string, CachedPage>({ maxSize: MAX_CACHED_PAGES });
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

  /** Whether a page opens for nobody without a link. */
  function isHidden(path: string): boolean {
    const [, room = "", ...rest] = path.replace(/#.*$/, "").split("/");
    if (room === "sources") return hidden.sources.has(rest.join("/"));
    const ref = room === "records" ? rest.join("/") : `${room}/${rest.join("/")}`;
    return (hidden.records as ReadonlySet<string>).has(ref);
  }

  /** What of an address stands behind the one that everyone knows: a proxy may leave that there or take it away. */
  const pathIn = (given: string): string => {
    const path = base !== "" && given.startsWith(`${base}/`) ? given.slice(base.length) : given;
    return path === base && base !== "" ? "/" : PATH.test(path) ? path : NOWHERE;
  };

  async function visitOf(
    view: LibraryView,
    locale: Locale,
    until: Date | undefined,
  ): Promise<RequestContext> {
    const bot = await view.botFor(locale);
    return {
      ...{ bot, messages: bot.messages, library: view.library, excerpts: view.excerpts },
      href: (path) => base + (until && isHidden(path) ? links.sign(path, until) : path),
    };
  }

  async function drawn(path: string, query: string, locale: Locale): Promise<CachedPage> {
    const params = query.includes(SIGNATURE_PARAM) ? new URLSearchParams(query) : undefined;
    const until = params && links.opensUntil(path.replace(/^\/api(?=\/(?:sources|records)\/)/, ""), params);
    const context = await visitOf(until ? whole : open, locale, until);
    const told: RequestEnv["told"] = {};
    const brought: RequestEnv = { context, told, ...defined({ until }) };
    const address = `http://refdesk${path}${query === "" ? "" : `?${query}`}`;
    const response = await app.fetch(new Request(address), brought);
    return {
      route: told.route ?? "none",
      reply: {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      },
    };
  }

  /** @param key under which the page is kept, where it may be */
  async function answer(
    path: string,
    query: string,
    locale: Locale,
    key: string | undefined,
  ): Promise<CachedPage> {
    if (query.length > QUERY) return { route: "none", reply: toHttpReply(problemReply(414)) };
    const made = await drawn(pathIn(path), query, locale);
    if (key !== undefined && made.reply.status === 200) kept.set(key, made);
    return made;
  }

  function given({ route, reply }: CachedPage, headers: PageRequest["headers"], started: number): HttpReply {
    const sent = revalidate(reply, headers["if-none-match"]);
    served?.({ route, status: sent.status, seconds: (performance.now() - started) / 1_000 });
    return sent;
  }

  return {
    // What is kept is given at once, by the path as it was sent: only paths of pages are ever kept.
    pages({ path, query, headers }) {
      const started = performance.now();
      const locale = negotiateLocale(headers["accept-language"], own);
      const key = query === "" ? `${locale} ${path}` : undefined;
      const before = key === undefined ? undefined : kept.get(key);
      if (before) return given(before, headers, started);
      return answer(path, query, locale, key).then((made) => given(made, headers, started));
    },
  };
}
