/** Serves tools over HTTP as the program does, beside the pages, and connects the protocol's own client to them. */
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { onTestFinished } from "vitest";
import { createHttpTools, type HttpToolParts } from "../../../src/app/tools-over-http.ts";
import { type RouteTable, serveHttp } from "../../../src/http/server.ts";
import type { Library } from "../../../src/library/library.ts";
import { createLinkSigner } from "../../../src/platforms/web/link-signer.ts";
import { keptLog, library as real } from "../../desks.ts";
import { type Sending, send } from "../../stand-ins/http.ts";
import { LOCAL_URL, siteOver } from "../web/site.ts";

/** The protocol's versions that clients speak: this one, and the one before. */
export const VERSIONS = ["2026-07-28", "2025-11-25"] as const;

/** A version of the protocol that a client speaks. */
export type ProtocolVersion = (typeof VERSIONS)[number];

/** A key that opens what is for the desk. */
export const KEY = "a-key-of-these-tests-that-is-long-enough";

/** Creates a client that speaks one version. */
export const clientOf = (version: ProtocolVersion): Client =>
  new Client(
    { name: "refdesk-tests", version: "1.0.0" },
    { versionNegotiation: { mode: version === VERSIONS[0] ? { pin: version } : "legacy" } },
  );

/** Serves the tools over a library, on a port of its own, until the test is done. */
export async function serveTools(library: Library = real, parts: Partial<HttpToolParts> = {}) {
  const log = keptLog();
  const edition = { library, version: "1" };
  const tools = createHttpTools({
    ...{ holder: { current: () => edition }, log, links: createLinkSigner("a secret of these tests") },
    ...{ workLater: (work) => work(), pagesUrl: () => LOCAL_URL, keys: [KEY], hosts: [], locale: "en" },
    ...parts,
  });
  const { pages } = await siteOver(library);
  const routes: RouteTable = new Map([["POST /mcp", tools]]);
  const server = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, log, pages);
  const address = new URL(`http://127.0.0.1:${server.port}/mcp`);

  async function connect(version: ProtocolVersion = VERSIONS[0], headers: Record<string, string> = {}) {
    const client = clientOf(version);
    await client.connect(new StreamableHTTPClientTransport(address, { requestInit: { headers } }));
    return client;
  }

  return {
    ...{ log, server, connect, port: server.port },
    connectWithKey: (version?: ProtocolVersion) => connect(version, { authorization: `Bearer ${KEY}` }),
    /** Posts a body as it is. */
    post: (body: string | Buffer, headers: Sending["headers"] = {}) =>
      send(server.port, {
        path: "/mcp",
        body,
        headers: {
          "content-type": "application/json",
          accept: "application/json, text/event-stream",
          ...headers,
        },
      }),
    async api(path: string) {
      return JSON.parse((await send(server.port, { method: "GET", path })).body);
    },
  };
}

/** Serves tools until the test that calls this is done. */
export async function serveToolsHere(...given: Parameters<typeof serveTools>) {
  const served = await serveTools(...given);
  onTestFinished(() => served.server.stop());
  return served;
}

/** Returns the text of a result for reading. */
export function textOf({ content }: { readonly content: readonly object[] }): string {
  return content.map((block) => ("text" in block ? String(block.text) : "")).join("\n");
}
