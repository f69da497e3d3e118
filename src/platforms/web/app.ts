/** Routes of the web pages and of the JSON API. */

import { type Context, Hono } from "hono";
import type { z } from "zod";
import { renderJson } from "../../delivery/json.ts";
import type { Answer } from "../../desk/answer.ts";
import { STATUS_PATH } from "../../desk/page-links.ts";
import { wholeRecord, wholeSource } from "../../desk/shelf-documents.ts";
import type { HttpReply } from "../../http/server.ts";
import { IdSchema } from "../../shelf/schema-parts.ts";
import { defined } from "../../support/defined.ts";
import { ANNOTATION_TYPE, getAnnotation } from "./annotation.ts";
import { listRecords, listSources } from "./api.ts";
import { KindSchema, ListingSchema, QuestionSchema, SourceListingSchema } from "./api-schemas.ts";
import type { SiteAsset } from "./assets.ts";
import { html } from "./html.ts";
import { pageHtml, type SiteSettings } from "./layout.ts";
import { openApiDocument } from "./openapi.ts";
import { profilePage, questionPage } from "./pages/answer.ts";
import { homePage } from "./pages/home.ts";
import { listPage, listsPage } from "./pages/list.ts";
import { recordPage } from "./pages/record.ts";
import { emptyBoxPage, searchPage } from "./pages/search.ts";
import { sourcePage, sourcesPage } from "./pages/source.ts";
import { statusPage } from "./pages/status.ts";
import { type Fault, faultText, missing, unreadable } from "./refusals.ts";
import {
  CACHE_CONTROL,
  type OutgoingReply,
  openToAnyOrigin,
  problemReply,
  redirectReply,
  toHttpReply,
} from "./replies.ts";
import type { PageContent, RequestContext } from "./request-context.ts";

/** Values that accompany a request, in addition to its URL. */
export interface RequestEnv {
  readonly context: RequestContext;
  /** Expiry of the signed link that opened the page; undefined without one. */
  readonly until?: Date;
  /** Receives the matched route pattern: the only part of a request that metrics may use as a label. */
  readonly told: { route?: string };
}

type Env = { Bindings: RequestEnv };

/** Settings and callbacks of the site. */
export interface SiteHooks {
  readonly setting: SiteSettings;
  /** Called after each answer with its duration in milliseconds; must not log what was typed. */
  readonly answered: (answer: Answer, milliseconds: number) => void;
  /** Reports an unexpected error. @returns the message for the reader */
  readonly failed: (error: unknown, context: RequestContext, route: string | undefined) => string;
}

const isFault = (result: object): result is { readonly fault: Fault } => "fault" in result;

const HTML = "text/html; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

const responseOf = ({ status, headers, body }: HttpReply): Response =>
  new Response(body === undefined ? null : new Uint8Array(Buffer.from(body)), {
    status,
    ...defined({ headers }),
  });

/** Builds the reply for a page. Replies to queries may be cached privately; signed pages and errors never. */
function pageReply(
  content: PageContent,
  { context, until }: RequestEnv,
  setting: SiteSettings,
  typed: boolean,
): OutgoingReply {
  const text = pageHtml(content, context, setting, until);
  const { status = 200, canonical } = content;
  return {
    status,
    type: HTML,
    body: Buffer.from(text),
    cacheControl:
      until || status !== 200 ? CACHE_CONTROL.never : typed ? CACHE_CONTROL.typed : CACHE_CONTROL.page,
    index: setting.index && !until && status === 200 && canonical !== undefined && !typed,
  };
}

const assetReply = ({ type, body }: SiteAsset): OutgoingReply => ({
  status: 200,
  type,
  body,
  cacheControl: CACHE_CONTROL.always,
  index: false,
});

type Given = Context<Env>;

const isTyped = (c: Given): boolean => c.req.url.includes("?");

/** Reads the parameter `q`: empty when it is missing or blank, a fault when it is too long. */
function questionIn(c: Given): { q: string } | { fault: Fault } {
  const q = (c.req.query("q") ?? "").trim();
  if (q === "") return { q };
  const parsed = QuestionSchema.safeParse(q);
  return parsed.success ? { q: parsed.data } : { fault: { name: "q", tooLong: true } };
}

const robots = ({ index }: SiteSettings): string =>
  index
    ? "User-agent: *\nDisallow: /search\nDisallow: /ask\nDisallow: /api/\n"
    : "User-agent: *\nDisallow: /\n";

/** Creates the app with all pages and API routes. Every request gets a reply: 404 when unknown, 500 on an error. */
export function createSiteApp({ setting, answered, failed }: SiteHooks): Hono<Env> {
  const app = new Hono<Env>();
  const send = (sent: OutgoingReply): Response => responseOf(toHttpReply(sent));

  function page(
    pattern: string,
    draw: (context: RequestContext, c: Given) => Promise<PageContent | undefined>,
  ): void {
    app.get(pattern, async (c) => {
      c.env.told.route = pattern;
      const content = (await draw(c.env.context, c)) ?? (await missing(c.env.context));
      return send(pageReply(content, c.env, setting, isTyped(c)));
    });
  }

  function data(
    pattern: string,
    give: (context: RequestContext, c: Given) => Promise<object | undefined>,
    type = JSON_TYPE,
  ): void {
    app.get(pattern, async (c) => {
      c.env.told.route = pattern;
      const { context, until } = c.env;
      const result = await give(context, c);
      if (result === undefined) return send(openToAnyOrigin(problemReply(404)));
      if (isFault(result))
        return send(openToAnyOrigin(problemReply(400, faultText(result.fault, context.messages))));
      const text = "json" in result ? String(result.json) : JSON.stringify(result);
      const cacheControl = until
        ? CACHE_CONTROL.never
        : isTyped(c)
          ? CACHE_CONTROL.typed
          : CACHE_CONTROL.page;
      const reply = { status: 200, type, body: Buffer.from(text), cacheControl, index: false };
      // What a signed link opens is for whoever has the link, not for the scripts of any site.
      return send(until ? reply : openToAnyOrigin(reply));
    });
  }

  const list =
    (of: "kind" | "people" | "organizations") =>
    async (context: RequestContext, c: Given): Promise<PageContent | undefined> => {
      const kind = KindSchema.safeParse(of === "kind" ? c.req.param("kind") : of);
      const from = ListingSchema.shape.from.safeParse(c.req.query("from"));
      if (!from.success) return unreadable({ name: "from" }, context);
      return kind.success ? listPage(kind.data, from.data, context) : undefined;
    };

  async function answer(q: string, context: RequestContext): Promise<Answer> {
    const started = performance.now();
    const result = await context.bot.answerLine(q);
    answered(result, performance.now() - started);
    return result;
  }

  page("/", homePage);
  page("/sources", async (context, c) => {
    const from = ListingSchema.shape.from.safeParse(c.req.query("from"));
    return from.success ? sourcesPage(from.data, context) : unreadable({ name: "from" }, context);
  });
  page("/sources/:id", (context, c) => sourcePage(c.req.param("id") ?? "", context));
  page("/people/:id", (context, c) => profilePage("people", c.req.param("id") ?? "", context));
  page("/organizations/:id", (context, c) => profilePage("organizations", c.req.param("id") ?? "", context));
  page("/records/:kind/:id", async (context, c) => {
    const kind = KindSchema.safeParse(c.req.param("kind"));
    const id = IdSchema.safeParse(c.req.param("id"));
    return kind.success && id.success ? recordPage(kind.data, id.data, context) : undefined;
  });
  // Without a signed link there is no such page.
  page(STATUS_PATH, async (context, c) =>
    c.env.until && context.overview ? statusPage(await context.overview(), context) : undefined,
  );
  page("/records", listsPage);
  page("/records/:kind", list("kind"));
  page("/people", list("people"));
  page("/organizations", list("organizations"));
  for (const path of ["/ask", "/search"])
    page(path, async (context, c) => {
      const asked = questionIn(c);
      if ("fault" in asked) return unreadable(asked.fault, context);
      const kind = KindSchema.optional().safeParse(c.req.query("kind") || undefined);
      if (!kind.success) return unreadable({ name: "kind" }, context);
      if (asked.q === "") return emptyBoxPage(context);
      if (kind.data) return searchPage(asked.q, kind.data, context);
      return questionPage(asked.q, await answer(asked.q, context), context);
    });

  data("/api/openapi.json", async ({ url }) => openApiDocument(url("")));
  data("/api/ask", async (context, c) => {
    const asked = questionIn(c);
    if ("fault" in asked) return asked;
    return asked.q === "" ? { fault: { name: "q" } } : { json: renderJson(await answer(asked.q, context)) };
  });
  const unlisted = ({ issues }: z.ZodError) => ({ fault: { name: String(issues[0]?.path[0] ?? "from") } });
  data("/api/records", async (context, c) => {
    const parsed = ListingSchema.safeParse(c.req.query());
    return parsed.success ? listRecords(parsed.data, context) : unlisted(parsed.error);
  });
  data("/api/records/:kind/:id", async (context, c) => {
    const kind = KindSchema.safeParse(c.req.param("kind"));
    return kind.success ? wholeRecord(kind.data, c.req.param("id") ?? "", context) : undefined;
  });
  data("/api/sources", async (context, c) => {
    const parsed = SourceListingSchema.safeParse(c.req.query());
    return parsed.success ? listSources(parsed.data, context) : unlisted(parsed.error);
  });
  data("/api/sources/:id", (context, c) => wholeSource(c.req.param("id") ?? "", context));

  data(
    "/annotations/:kind/:id/*",
    async (context, c) => {
      const kind = KindSchema.safeParse(c.req.param("kind"));
      const id = c.req.param("id") ?? "";
      const pointer = c.req.path.slice(`/annotations/${c.req.param("kind")}/${id}`.length);
      return kind.success ? getAnnotation(kind.data, id, pointer, context) : undefined;
    },
    ANNOTATION_TYPE,
  );

  const { style, font, icon } = setting.assets;
  for (const asset of [style, font, icon])
    app.get(asset.path, (c) => {
      c.env.told.route = "/assets/:name";
      return send(assetReply(asset));
    });
  app.get("/robots.txt", (c) => {
    c.env.told.route = "/robots.txt";
    const body = Buffer.from(robots(setting));
    return send({
      status: 200,
      body,
      cacheControl: CACHE_CONTROL.page,
      index: true,
      type: "text/plain; charset=utf-8",
    });
  });

  const isData = (c: Given): boolean => /^\/api(?:\/|$)/.test(c.req.path);
  app.notFound(async (c) => {
    if (isData(c)) return send(openToAnyOrigin(problemReply(404)));
    const { pathname, search } = new URL(c.req.url);
    const { href } = c.env.context;
    if (pathname.endsWith("/")) return responseOf(redirectReply(href(pathname.slice(0, -1)) + search));
    return send(pageReply(await missing(c.env.context), c.env, setting, false));
  });
  app.onError((error, c) => {
    const { context, told } = c.env;
    const text = failed(error, context, told.route);
    if (isData(c)) return send(openToAnyOrigin(problemReply(500, text)));
    const { title } = context.messages.failure;
    const content: PageContent = { title, main: html`<h1>${title}</h1><p>${text}</p>` };
    return send({
      ...pageReply(content, c.env, setting, true),
      status: 500,
      cacheControl: CACHE_CONTROL.never,
    });
  });
  return app;
}
