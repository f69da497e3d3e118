/** The pages of the one HTTP server: which shelf each visitor sees, in which language, and what is kept of what was drawn. */
import QuickLRU from "quick-lru";
import type { Bots } from "../../desk/bot.ts";
import type { HttpReply, PageRequest, Pages } from "../../http/server.ts";
import type { Locale } from "../../language/messages.ts";
import { createReading, withinRights } from "../../library/excerpts.ts";
import type { Library } from "../../library/library.ts";
import { hiddenIn, withoutHidden } from "../../library/public-view.ts";
import type { Log } from "../../support/log.ts";
import { localeFrom } from "./accept-language.ts";
import { type Brought, createApp } from "./app.ts";
import { readAssets } from "./assets.ts";
import { createLinks, SIGNATURE } from "./link-signer.ts";
import { problemOf, replyOf, unlessKnown } from "./replies.ts";
import type { Visit } from "./request-context.ts";

/** What a deployment decides for its pages. */
export interface PagesConfig {
  /** Where everyone reaches them, without a slash at its end. */
  readonly publicUrl?: string;
  /** Whether search engines may list them. */
  readonly index: boolean;
  /** What signs links that end; without it, they end with the process. */
  readonly linkSecret?: string;
  /** The language of those whose browser asks for none that the desk speaks. */
  readonly locale: Locale;
}

/** What was answered, for those who count: never what was typed. */
export interface Served {
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Parts {
  readonly library: Library;
  /** The bot over a library: over the whole one, and over what everyone may see of it. */
  readonly botsOver: (library: Library) => Bots;
  readonly log: Log;
  readonly served?: (what: Served) => void;
}

/** The longest query that is read: a question of the longest kind in Chinese, encoded, and what may stand beside it. */
const QUERY = 6_000;

/** How many pages are kept, some ten thousand characters each. */
const KEPT = 500;

/** Every path that a page can have; nothing else comes so far that it is decoded. */
const PATH = /^(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*\/?$/;

/** A path where nothing is, for what is no path. */
const NOWHERE = "/-";

interface Kept {
  readonly route: string;
  readonly reply: HttpReply;
}

/** The shelf as one kind of visitor sees it. */
interface View {
  readonly library: Library;
  readonly bots: Bots;
  readonly reading: Visit["reading"];
}

export interface Site {
  readonly pages: Pages;
  /** A link that opens a page until a moment, for the desk to hand out: whole where the public address is known. */
  readonly signedLink: (path: string, expires: Date) => string;
}

/** The pages, and the links that the desk may hand out to what is not for everyone. */
export async function createPages(
  { publicUrl, index, linkSecret, locale: own }: PagesConfig,
  { library, botsOver, log, served }: Parts,
): Promise<Site> {
  const base = publicUrl === undefined ? "" : new URL(publicUrl).pathname.replace(/\/$/, "");
  const links = createLinks(linkSecret);
  const viewOf = (of: Library): View => ({
    library: of,
    bots: botsOver(withinRights(of)),
    reading: createReading(of),
  });
  const hidden = await hiddenIn(library);
  const whole = viewOf(library);
  const open = hidden.sources.size === 0 ? whole : viewOf(withoutHidden(library, hidden));
  const kept = new QuickLRU<string, Kept>({ maxSize: KEPT });
  const app = createApp({
    setting: { ...(publicUrl === undefined ? {} : { publicUrl }), index, assets: readAssets() },
    answered({ ask, outcome }, milliseconds) {
      const command = outcome === "mistake" ? {} : { command: ask.command };
      log.info({ ...command, outcome, ms: Math.round(milliseconds) }, "answered");
    },
    failed(error, { bot }) {
      return bot.apologize(error).text;
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

  async function visitOf(view: View, locale: Locale, until: Date | undefined): Promise<Visit> {
    const bot = await view.bots(locale);
    return {
      ...{ bot, words: bot.words, library: view.library, reading: view.reading },
      href: (path) => base + (until && isHidden(path) ? links.signed(path, until) : path),
    };
  }

  async function drawn(path: string, query: string, locale: Locale): Promise<Kept> {
    const params = query.includes(SIGNATURE) ? new URLSearchParams(query) : undefined;
    const until = params && links.opensUntil(path.replace(/^\/api(?=\/(?:sources|records)\/)/, ""), params);
    const visit = await visitOf(until ? whole : open, locale, until);
    const told: Brought["told"] = {};
    const brought: Brought = { visit, told, ...(until ? { until } : {}) };
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
  async function answer(path: string, query: string, locale: Locale, key: string | undefined): Promise<Kept> {
    if (query.length > QUERY) return { route: "none", reply: replyOf(problemOf(414)) };
    const made = await drawn(pathIn(path), query, locale);
    if (key !== undefined && made.reply.status === 200) kept.set(key, made);
    return made;
  }

  function given({ route, reply }: Kept, headers: PageRequest["headers"], started: number): HttpReply {
    const sent = unlessKnown(reply, headers["if-none-match"]);
    served?.({ route, status: sent.status, seconds: (performance.now() - started) / 1_000 });
    return sent;
  }

  return {
    // What is kept is given at once, by the path as it was sent: only paths of pages are ever kept.
    pages({ path, query, headers }) {
      const started = performance.now();
      const locale = localeFrom(headers["accept-language"], own);
      const key = query === "" ? `${locale} ${path}` : undefined;
      const before = key === undefined ? undefined : kept.get(key);
      if (before) return given(before, headers, started);
      return answer(path, query, locale, key).then((made) => given(made, headers, started));
    },
    signedLink: (path, expires) => `${publicUrl ?? ""}${links.signed(path, expires)}`,
  };
}
