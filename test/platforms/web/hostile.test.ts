/** Hostile requests: every one gets a complete reply, without injected markup and without files of the host. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { serveHttp } from "../../../src/http/server.ts";
import { COPY_SCRIPT } from "../../../src/platforms/web/copy-script.ts";
import { createWorkQueue } from "../../../src/support/work-queue.ts";
import { keptLog } from "../../desks.ts";
import { countSettled, holdWork } from "../../held-work.ts";
import { send } from "../../stand-ins/http.ts";
import { siteOver } from "./site.ts";

const { get, pages } = await siteOver();

const MARKUP = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;

it.each([
  "/..%2f..%2fetc%2fpasswd",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/sources/..%2f..%2fpackage.json",
  "/sources/%00",
  "/sources/voa-common-prosperity%00",
  "/sources/VOA-common-prosperity",
  "/sources//voa-common-prosperity",
  "//evil.example/sources",
  "/\\evil.example",
  "/records/__proto__/constructor",
  "/records/quotes/__proto__",
  "/records/quotes/constructor",
  "/people/hasownproperty",
  "/assets/../style.css",
  "/assets/style.css",
  "/%ed%a0%80",
  "/%",
  "/sources/%0d%0aset-cookie:a=b",
  `/${"a".repeat(10_000)}`,
  "/api/records/quotes/..%2fx",
  "/.env",
  "/.git/config",
])("%s is nothing", async (path) => {
  const { status, body, headers } = await get(path);
  expect(status).toBe(404);
  expect(body).not.toMatch(/root:|"dependencies"/);
  expect(headers["set-cookie"]).toBeUndefined();
});

it.each([
  ["NUL", "%00"],
  ["a lone surrogate", "%ed%a0%80"],
  ["half a character", "%c3"],
  ["what is no character", encodeURIComponent("\ufffe \uffff \ufdd0 \ufdef \u{1fffe} \u{10ffff}")],
  ["a header", "x%0d%0aset-cookie:%20a=b"],
  ["markup", encodeURIComponent(MARKUP)],
  ["a turn of direction", encodeURIComponent("\u202e abc \u2066")],
  ["many words", "a+".repeat(250)],
  ["a pattern", encodeURIComponent("(a+)+$ .* [")],
])("%s in a question is a question", async (_what, q) => {
  for (const path of ["/search", "/ask", "/api/ask"]) {
    const { status, body, headers } = await get(`${path}?q=${q}`);
    expect([200, 400], path).toContain(status);
    expect(body.replace(COPY_SCRIPT, "")).not.toMatch(
      path === "/api/ask" ? /\u202e(?!.*")/ : /<script(?!><\/script>)|<img|onerror=alert\(1\)>|\u202e/,
    );
    if (path !== "/api/ask") expect(body).not.toMatch(/\p{Noncharacter_Code_Point}/u);
    expect(headers["set-cookie"]).toBeUndefined();
    for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7e]*$/);
  }
});

it("what is too long is refused before it is read", async () => {
  expect((await get(`/search?q=${"x".repeat(10_000)}`)).status).toBe(414);
  expect((await get(`/api/ask?q=${"%C3%A9".repeat(501)}`)).status).toBe(400);
  expect((await get(`/search?q=${encodeURIComponent("富".repeat(500))}`)).status).toBe(200);
});

it("any path and any query have a whole reply", async () => {
  const part = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom("sources", "records", "quotes", "..", "%2e%2e", "%00", "search", "api", "ask", MARKUP),
  );
  const path = fc.array(part, { maxLength: 4 }).map((parts) => `/${parts.join("/")}`);
  const query = fc.array(
    fc.tuple(fc.constantFrom("q", "kind", "from", "limit", "source", "signature", "expires", "x"), part),
    { maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(path, query, part, async (asked, given, language) => {
      const text = given.map(([name, value]) => `${name}=${value}`).join("&");
      const reply = await pages({
        method: "GET",
        path: asked,
        query: text,
        headers: { "accept-language": language },
      });
      expect([200, 308, 400, 404, 414]).toContain(reply.status);
      expect(String(reply.body).replace(COPY_SCRIPT, "")).not.toMatch(/<script(?!><\/script>)/);
      expect(reply.headers?.location ?? "/").toMatch(/^\/(?!\/)/);
      for (const value of Object.values(reply.headers ?? {})) expect(value).toMatch(/^[\x20-\x7e]*$/);
    }),
    { numRuns: 300 },
  );
});

it("whatever is searched for stands in the page as text", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), async (typed) => {
      const { status, body } = await get(`/search?q=${encodeURIComponent(typed.toWellFormed())}`);
      expect(status).toBe(200);
      const main = body
        .replace(COPY_SCRIPT, "")
        .replace(/<(?:\/?[a-z][a-z0-9]*)(?: [a-z-]+(?:="[^"<>]*")?)*>|<!doctype html>/g, "");
      expect(main).not.toMatch(/[<>]/);
    }),
    { numRuns: 100 },
  );
});

it("over a socket: HEAD has no body, other methods are refused, and platform routes come first", async () => {
  const log = keptLog();
  const routes = new Map([["POST /slack/events", async () => ({ status: 200, body: "platform" })]]);
  const server = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, log, pages);
  try {
    const page = await send(server.port, { method: "GET", path: "/sources" });
    const head = await send(server.port, { method: "HEAD", path: "/sources" });
    expect(page.status).toBe(200);
    expect(head).toMatchObject({ status: 200, body: "" });
    expect(head.headers["content-length"]).toBe(page.headers["content-length"]);
    const known = await send(server.port, {
      method: "GET",
      path: "/sources",
      headers: { "if-none-match": String(page.headers.etag) },
    });
    expect(known).toMatchObject({ status: 304, body: "" });
    expect(known.headers["content-length"]).toBeUndefined();
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
      const refused = await send(server.port, { method, path: "/sources", body: "x" });
      expect([refused.status, refused.headers.allow]).toEqual([405, "GET, HEAD"]);
    }
    expect(await send(server.port, { path: "/slack/events" })).toMatchObject({
      status: 200,
      body: "platform",
    });
    expect(await send(server.port, { method: "GET", path: "/slack/events" })).toMatchObject({ status: 405 });
    expect(await send(server.port, { method: "GET", path: "http://x/sources" })).toMatchObject({
      status: 400,
    });
  } finally {
    await server.stop();
  }
});

it("draws so many pages at once and no more: what is too much is told to come again, and kept pages are there", async () => {
  const { later } = createWorkQueue({ atOnce: 2, waiting: 5, patienceMs: 50 });
  const site = await siteOver(undefined, {}, later);
  expect((await site.get("/sources")).status).toBe(200);
  const drawn = [holdWork(), holdWork()];
  for (const { work } of drawn) void later(work);
  await Promise.all(drawn.map(({ begun }) => begun));
  const asked = Array.from({ length: 40 }, (_, index) => site.get(`/ask?q=/check ${index}`));
  await expect.poll(countSettled(asked)).toBe(35);
  expect((await site.get("/sources")).status).toBe(200);
  for (const { end } of drawn) end();
  const replies = await Promise.all(asked);
  const refused = replies.filter(({ status }) => status === 503);
  expect(refused).toHaveLength(35);
  expect(refused[0]?.headers["retry-after"]).toBe("5");
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(5);
  expect((await site.get("/ask?q=/check 1")).status).toBe(200);
});
