/** Which page stands at which path, and what stands there as data. */
import { type Context, Hono } from "hono";
import { MAX_VALUE } from "../../ask/ask.ts";
import { showJson } from "../../delivery/json.ts";
import type { Answer } from "../../desk/answer.ts";
import type { HttpReply } from "../../http/server.ts";
import type { Words } from "../../language/messages.ts";
import { listRecords, listSources, wholeRecord, wholeSource } from "./api.ts";
import { Id, KindName, Listing, Question } from "./api-schemas.ts";
import type { Asset } from "./assets.ts";
import { html } from "./html.ts";
import { drawPage, type Setting } from "./layout.ts";
import { openApi } from "./openapi.ts";
import { answerTo, askPage, profilePage } from "./pages/answer.ts";
import { homePage } from "./pages/home.ts";
import { recordPage } from "./pages/record.ts";
import { searchPage } from "./pages/search.ts";
import { sourcePage, sourcesPage } from "./pages/source.ts";
import { KEEP, problemOf, replyOf, type Sent } from "./replies.ts";
import type { Drawn, Visit } from "./request-context.ts";

/** What a request brings besides its address. */
export interface Brought {
  readonly visit: Visit;
  /** Until when the page opens, where it does so by a link that ends. */
  readonly until?: Date;
  /** The pattern of the path, once it is known: the one thing of a request that may be counted by. */
  readonly told: { route?: string };
}

type Env = { Bindings: Brought };

/** What the pages tell of themselves. */
export interface Manner {
  readonly setting: Setting;
  /** Says what came of a question, and in how many milliseconds: never what was typed. */
  readonly answered: (answer: Answer, milliseconds: number) => void;
  /** Notes a failure. @returns what to tell the reader */
  readonly failed: (error: unknown, visit: Visit, route: string | undefined) => string;
}

/** A value that is not understood, by the name that it was given under. */
interface Fault {
  readonly name: string;
  readonly tooLong?: true;
}

const HTML = "text/html; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

const faultText = ({ name, tooLong }: Fault, { web }: Words): string =>
  tooLong ? web.unreadable.long(MAX_VALUE) : web.unreadable.value(name);

function unreadable(fault: Fault, words: Words): Drawn {
  const { title } = words.web.unreadable;
  return { title, status: 400, main: html`<h1>${title}</h1><p>${faultText(fault, words)}</p>` };
}

function missing({ web }: Words): Drawn {
  const { title, text } = web.missing;
  return { title, status: 404, main: html`<h1>${title}</h1><p>${text}</p>` };
}

const responseOf = ({ status, headers, body }: HttpReply): Response =>
  new Response(body === undefined ? null : new Uint8Array(Buffer.from(body)), {
    status,
    ...(headers ? { headers } : {}),
  });

/** A page as it is sent. What follows from a query is the asker's; what opens for a time is kept by nobody. */
export function sentPage(drawn: Drawn, { visit, until }: Brought, setting: Setting, typed: boolean): Sent {
  const text = drawPage(drawn, visit, setting, until);
  const { status = 200, canonical } = drawn;
  return {
    status,
    type: HTML,
    body: Buffer.from(text),
    keep: until || status !== 200 ? KEEP.never : typed ? KEEP.typed : KEEP.page,
    index: setting.index && !until && status === 200 && canonical !== undefined && !typed,
  };
}

export const sentAsset = ({ type, body }: Asset): Sent => ({
  ...{ status: 200, type, body, keep: KEEP.always, index: false },
});

type Given = Context<Env>;

const isTyped = (c: Given): boolean => c.req.url.includes("?");

/** What was asked for: nothing where nothing was, and a fault where that is no question. */
function questionIn(c: Given): { q: string } | { fault: Fault } {
  const q = (c.req.query("q") ?? "").trim();
  if (q === "") return { q };
  const read = Question.safeParse(q);
  return read.success ? { q: read.data } : { fault: { name: "q", tooLong: true } };
}

const robots = ({ index }: Setting): string =>
  index
    ? "User-agent: *\nDisallow: /search\nDisallow: /ask\nDisallow: /api/\n"
    : "User-agent: *\nDisallow: /\n";

/** The pages and the API. Whatever comes of a request is a reply: also that there is nothing there. */
export function createApp({ setting, answered, failed }: Manner): Hono<Env> {
  const app = new Hono<Env>();
  const send = (sent: Sent): Response => responseOf(replyOf(sent));

  function page(pattern: string, draw: (visit: Visit, c: Given) => Promise<Drawn | undefined>): void {
    app.get(pattern, async (c) => {
      c.env.told.route = pattern;
      const drawn = (await draw(c.env.visit, c)) ?? missing(c.env.visit.words);
      return send(sentPage(drawn, c.env, setting, isTyped(c)));
    });
  }

  function data(
    pattern: string,
    give: (visit: Visit, c: Given) => Promise<object | Fault | undefined>,
  ): void {
    app.get(pattern, async (c) => {
      c.env.told.route = pattern;
      const { visit, until } = c.env;
      const given = await give(visit, c);
      if (given === undefined) return send(problemOf(404));
      if ("name" in given) return send(problemOf(400, faultText(given as Fault, visit.words)));
      const text = "json" in given ? String(given.json) : JSON.stringify(given);
      const keep = until ? KEEP.never : isTyped(c) ? KEEP.typed : KEEP.page;
      return send({ status: 200, type: JSON_TYPE, body: Buffer.from(text), keep, index: false });
    });
  }

  async function answer(q: string, visit: Visit): Promise<Answer> {
    const started = performance.now();
    const given = await answerTo(q, visit);
    answered(given, performance.now() - started);
    return given;
  }

  page("/", homePage);
  page("/sources", sourcesPage);
  page("/sources/:id", (visit, c) => sourcePage(c.req.param("id") ?? "", visit));
  page("/people/:id", (visit, c) => profilePage("people", c.req.param("id") ?? "", visit));
  page("/organizations/:id", (visit, c) => profilePage("organizations", c.req.param("id") ?? "", visit));
  page("/records/:kind/:id", async (visit, c) => {
    const kind = KindName.safeParse(c.req.param("kind"));
    const id = Id.safeParse(c.req.param("id"));
    return kind.success && id.success ? recordPage(kind.data, id.data, visit) : undefined;
  });
  page("/search", async (visit, c) => {
    const asked = questionIn(c);
    if ("fault" in asked) return unreadable(asked.fault, visit.words);
    const kind = KindName.optional().safeParse(c.req.query("kind") || undefined);
    return kind.success ? searchPage(asked.q, kind.data, visit) : unreadable({ name: "kind" }, visit.words);
  });
  page("/ask", async (visit, c) => {
    const asked = questionIn(c);
    if ("fault" in asked) return unreadable(asked.fault, visit.words);
    if (asked.q === "") return searchPage("", undefined, visit);
    return askPage(asked.q, await answer(asked.q, visit), visit);
  });

  data("/api/openapi.json", async ({ href }) => openApi(setting.publicUrl ?? href("/")));
  data("/api/ask", async (visit, c) => {
    const asked = questionIn(c);
    if ("fault" in asked) return asked.fault;
    return asked.q === "" ? { name: "q" } : { json: showJson(await answer(asked.q, visit)) };
  });
  data("/api/records", async (visit, c) => {
    const read = Listing.safeParse(c.req.query());
    return read.success
      ? listRecords(read.data, visit)
      : { name: String(read.error.issues[0]?.path[0] ?? "from") };
  });
  data("/api/records/:kind/:id", async (visit, c) => {
    const kind = KindName.safeParse(c.req.param("kind"));
    return kind.success ? wholeRecord(kind.data, c.req.param("id") ?? "", visit) : undefined;
  });
  data("/api/sources", listSources);
  data("/api/sources/:id", (visit, c) => wholeSource(c.req.param("id") ?? "", visit));

  const { style, font, icon } = setting.assets;
  for (const asset of [style, font, icon])
    app.get(asset.path, (c) => {
      c.env.told.route = "/assets/:name";
      return send(sentAsset(asset));
    });
  app.get("/robots.txt", (c) => {
    c.env.told.route = "/robots.txt";
    const body = Buffer.from(robots(setting));
    return send({
      ...{ status: 200, body, keep: KEEP.page, index: true },
      type: "text/plain; charset=utf-8",
    });
  });

  const isData = (c: Given): boolean => c.req.path.startsWith("/api/");
  app.notFound((c) =>
    send(isData(c) ? problemOf(404) : sentPage(missing(c.env.visit.words), c.env, setting, false)),
  );
  app.onError((error, c) => {
    const { visit, told } = c.env;
    const text = failed(error, visit, told.route);
    if (isData(c)) return send(problemOf(500, text));
    const { title } = visit.words.failure;
    const drawn: Drawn = { title, main: html`<h1>${title}</h1><p>${text}</p>` };
    return send({ ...sentPage(drawn, c.env, setting, true), status: 500, keep: KEEP.never });
  });
  return app;
}
