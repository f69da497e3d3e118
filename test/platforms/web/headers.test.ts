/** What every reply of the server carries, whoever gives it, and which replies other sites' scripts may read. */
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { securityHeaders } from "../../../src/http/security-headers.ts";
import { serveHttp } from "../../../src/http/server.ts";
import { createLibrary } from "../../../src/library/embedded-library.ts";
import { readShelf } from "../../../src/shelf/shelf.ts";
import { keptLog } from "../../desks.ts";
import { setting, shelfWith } from "../../shelves.ts";
import { send } from "../../stand-ins/http.ts";
import { siteOver } from "./site.ts";

const broken = async () => {
  throw new Error("broken");
};

/** Sends requests to a site that is served under an address. */
async function served<T>(
  publicUrl: string | undefined,
  use: (
    ask: (method: string, path: string, headers?: Record<string, string>) => ReturnType<typeof send>,
  ) => Promise<T>,
): Promise<T> {
  const { pages } = await siteOver();
  const routes = new Map([
    ["POST /slack/events", async () => ({ status: 401 })],
    ["POST /broken", broken],
  ]);
  const headers = securityHeaders(publicUrl);
  const server = await serveHttp({ host: "127.0.0.1", port: 0, headers }, routes, keptLog(), pages);
  try {
    return await use((method, path, given = {}) => send(server.port, { method, path, headers: given }));
  } finally {
    await server.stop();
  }
}

const REPLIES: readonly (readonly [string, string, number])[] = [
  ["GET", "/", 200],
  ["GET", "/nothing", 404],
  ["GET", "/api/nothing", 404],
  ["GET", "/api/sources", 200],
  ["GET", `/search?q=${"x".repeat(10_000)}`, 414],
  ["PUT", "/sources", 405],
  ["OPTIONS", "/sources", 405],
  ["OPTIONS", "/api/sources", 204],
  ["GET", "/slack/events", 405],
  ["POST", "/slack/events", 401],
  ["POST", "/broken", 500],
  ["GET", "http://x/sources", 400],
];

it("every reply has the security headers, and https is asked for where the site has it", async () => {
  for (const [publicUrl, transport] of [
    ["https://refdesk.example.org", "max-age=31536000"],
    ["http://refdesk.example.org", undefined],
    [undefined, undefined],
  ] as const)
    await served(publicUrl, async (ask) => {
      for (const [method, path, status] of REPLIES) {
        const reply = await ask(method, path);
        expect([path, reply.status]).toEqual([path, status]);
        expect(reply.headers, path).toMatchObject({
          "content-security-policy": expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'$/),
          "x-content-type-options": "nosniff",
          "referrer-policy": "no-referrer",
          "cross-origin-opener-policy": "same-origin",
          "cross-origin-resource-policy":
            /^\/api/.test(path) && status !== 414 ? "cross-origin" : "same-origin",
          "permissions-policy": expect.stringMatching(/camera=\(\), .*geolocation=\(\)/),
        });
        expect(reply.headers["strict-transport-security"], path).toBe(transport);
      }
    });
});

it("what is no request is refused with the same headers", async () => {
  const { pages } = await siteOver();
  const headers = securityHeaders("https://refdesk.example.org");
  const server = await serveHttp({ host: "127.0.0.1", port: 0, headers }, new Map(), keptLog(), pages);
  try {
    for (const [sent, status] of [
      ["what\r\n\r\n", 400],
      [`GET / HTTP/1.1\r\nhost: x\r\nx: ${"y".repeat(20_000)}\r\n\r\n`, 431],
    ] as const) {
      const socket = connect(server.port, "127.0.0.1");
      socket.write(sent);
      const reply = await text(socket);
      expect(reply).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      for (const [name, value] of Object.entries(headers))
        expect(reply).toContain(`\r\n${name}: ${value}\r\n`);
    }
  } finally {
    await server.stop();
  }
});

it("scripts of any site may read the API, and nothing else", async () => {
  await served(undefined, async (ask) => {
    for (const path of ["/api/sources", "/api/nothing", "/api/records?limit=0", "/api/openapi.json"])
      expect((await ask("GET", path)).headers["access-control-allow-origin"], path).toBe("*");
    for (const path of ["/", "/search?q=x", "/nothing", "/robots.txt"])
      expect((await ask("GET", path)).headers["access-control-allow-origin"], path).toBeUndefined();
    const { headers: known } = await ask("GET", "/api/sources");
    const again = await ask("GET", "/api/sources", { "if-none-match": String(known.etag) });
    expect([again.status, again.headers["access-control-allow-origin"]]).toEqual([304, "*"]);
    const preflight = await ask("OPTIONS", "/api/records", {
      origin: "https://elsewhere.example.org",
      "access-control-request-method": "GET",
      "access-control-request-headers": "if-none-match",
    });
    expect(preflight).toMatchObject({ status: 204, body: "" });
    expect(preflight.headers).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "accept-language, if-none-match",
    });
    expect(preflight.headers["content-length"]).toBeUndefined();
  });
});

it("and not what only a link of the desk's opens", async () => {
  const root = shelfWith({ "seeds/voa-common-prosperity.json": setting("/visibility", "desk") });
  const { get, sign } = await siteOver(createLibrary(await readShelf(root)));
  const [, query] = sign("/sources/voa-common-prosperity", new Date(Date.now() + 60_000)).split("?");
  const { status, headers } = await get(`/api/sources/voa-common-prosperity?${query}`);
  expect([status, headers["access-control-allow-origin"]]).toEqual([200, undefined]);
});
