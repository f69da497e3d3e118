/** Serves tools over HTTP: each request by itself, without a session. */
import { createMcpHandler, ProtocolError } from "@modelcontextprotocol/server";
import { RETRY_LATER } from "../../http/retry-later.ts";
import type { HttpReply, HttpRequest, RouteHandler } from "../../http/server.ts";
import { toolRefusals } from "../../language/en/tool-refusals.ts";
import { defined } from "../../support/defined.ts";
import type { WorkQueue } from "../../support/work-queue.ts";
import { type AccessRefusal, type AccessRules, createAccessCheck, type ToolAccess } from "./access.ts";
import { createProtocolServer, type ServedDesk } from "./protocol-server.ts";
import type { TakeTurn, ToolDesk } from "./tool-desk.ts";

/** What the route needs. */
export interface ToolRouteParts extends Pick<ServedDesk, "answerCall" | "version"> {
  readonly rules: AccessRules;
  /** Returns the desk for what a request may read, in the language that it prefers. */
  readonly deskFor: (access: ToolAccess, acceptLanguage: string | undefined) => Promise<ToolDesk>;
  /** Gives work its turn; without it, everything is done at once. */
  readonly workLater?: WorkQueue["later"];
}

/** The headers of a request that the protocol reads. */
const READ_HEADERS = ["accept", "content-type", "mcp-protocol-version", "mcp-method", "mcp-name"] as const;

/** Headers of a reply that are passed on; the server adds those of all replies. */
const SENT_HEADERS = ["content-type", "allow"] as const;

/** The protocol's codes of errors that have no code of their own, and of a request that is none. */
const REFUSED = -32_000;
const INVALID_REQUEST = -32_600;
const PARSE_ERROR = -32_700;

function errorReply(
  status: number,
  code: number,
  message: string,
  headers: HttpReply["headers"] = {},
): HttpReply {
  return {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
    body: JSON.stringify({ jsonrpc: "2.0", id: null, error: { code, message } }),
  };
}

const REFUSALS: Readonly<Record<AccessRefusal, HttpReply>> = {
  host: errorReply(403, REFUSED, toolRefusals.host),
  origin: errorReply(403, REFUSED, toolRefusals.origin),
  key: errorReply(401, REFUSED, toolRefusals.key, { "www-authenticate": 'Bearer realm="refdesk"' }),
};

/** Parses the body. Several messages at once are not taken: only the version of 2025-03-26 had them, and no client needs them. */
function parseBody(body: Buffer): { readonly message: object } | { readonly refused: HttpReply } {
  let message: unknown;
  try {
    message = JSON.parse(body.toString());
  } catch {
    return { refused: errorReply(400, PARSE_ERROR, toolRefusals.unreadable) };
  }
  return typeof message === "object" && message !== null && !Array.isArray(message)
    ? { message }
    : { refused: errorReply(400, INVALID_REQUEST, toolRefusals.notOne) };
}

/** Returns the request as the protocol's package reads it; it never sees the key. */
function webRequest({ headers }: HttpRequest): Request {
  const read = READ_HEADERS.flatMap((name): [string, string][] => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value]] : [];
  });
  return new Request("http://refdesk/mcp", { method: "POST", headers: read });
}

async function httpReply(response: Response): Promise<HttpReply> {
  const sent = SENT_HEADERS.flatMap((name): [string, string][] => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return {
    status: response.status,
    headers: { "cache-control": "no-store", ...Object.fromEntries(sent) },
    ...defined({ body: response.body ? Buffer.from(await response.arrayBuffer()) : undefined }),
  };
}

/** Creates the handler of `POST /mcp`. */
export function createToolRoute({
  rules,
  deskFor,
  answerCall,
  version,
  workLater,
}: ToolRouteParts): RouteHandler {
  const check = createAccessCheck(rules);
  return async (request) => {
    const access = check(request);
    if (typeof access === "object") return REFUSALS[access.refused];
    const parsed = parseBody(request.body);
    if ("refused" in parsed) return parsed.refused;
    const desk = await deskFor(access, request.headers["accept-language"]);
    let isBusy = false;
    const takeTurn: TakeTurn = async (work) => {
      const done = workLater ? await workLater(work) : await work();
      if (done !== undefined) return done;
      isBusy = true;
      throw new ProtocolError(REFUSED, toolRefusals.busy);
    };
    const handler = createMcpHandler(() =>
      createProtocolServer({ currentDesk: async () => desk, answerCall, takeTurn, version }),
    );
    const reply = await httpReply(await handler.fetch(webRequest(request), { parsedBody: parsed.message }));
    if (!isBusy) return reply;
    return errorReply(503, REFUSED, toolRefusals.busy, RETRY_LATER);
  };
}
