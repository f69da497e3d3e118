/** Fetches a document from the web: from public addresses alone, within limits of time and size. */
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, request } from "undici";
import { errorMessage } from "../support/error-message.ts";
import type { RawDocument } from "./document.ts";
import {
  type ConnectionGuard,
  createGuardedConnector,
  PrivateAddress,
  resolveHost,
} from "./guarded-connector.ts";
import { Refusal, refusal } from "./refusal.ts";

/** The limits of one document, redirects included. */
export interface FetchLimits {
  readonly seconds: number;
  /** Counted after decompression. */
  readonly megabytes: number;
  readonly redirects: number;
}

const LIMITS: FetchLimits = { seconds: 20, megabytes: 20, redirects: 5 };

/** How a request names itself, so that a site can tell who asks. */
const USER_AGENT = "Mozilla/5.0 (compatible; refdesk-add)";

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const headerOf = (headers: Headers, name: string): string | undefined => [headers[name]].flat()[0];

/** Returns an address that may be fetched. @throws {Refusal} when it may not, whoever answers there */
function webAddress(written: string, guard: ConnectionGuard): URL {
  if (!URL.canParse(written)) throw refusal("fetching", "noAddress");
  const url = new URL(written);
  if (!/^https?:$/.test(url.protocol)) throw refusal("fetching", "otherProtocol", url.protocol);
  if (url.username !== "" || url.password !== "") throw refusal("fetching", "credentials");
  if (url.port !== "" && !["80", "443"].includes(url.port) && !guard.allowsAnyPort)
    throw refusal("fetching", "otherPort", url.port);
  url.hash = "";
  return url;
}

/** Undoes one coding of a body, or returns undefined for one that is not known. */
function decoder(coding: string): NodeJS.ReadWriteStream | undefined {
  if (/^(?:x-)?gzip$/.test(coding)) return createGunzip();
  if (coding === "br") return createBrotliDecompress();
  return coding === "deflate" ? createInflate() : undefined;
}

/** Reads a body with its coding undone, and stops at the limit. */
async function readBody(body: Readable, headers: Headers, megabytes: number): Promise<Uint8Array> {
  const coding = (headerOf(headers, "content-encoding") ?? "identity").trim().toLowerCase();
  const decoding = coding === "identity" || coding === "" ? undefined : decoder(coding);
  if (!decoding && coding !== "identity" && coding !== "") throw refusal("fetching", "otherCoding", coding);
  const stream = decoding ? body.pipe(decoding) : body;
  if (decoding) body.on("error", (error) => (decoding as unknown as Readable).destroy(error));
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > megabytes * 1_000_000) throw refusal("fetching", "tooLarge", megabytes);
      parts.push(part);
    }
  } finally {
    body.destroy();
  }
  return Buffer.concat(parts);
}

/** Says that an address was not fetched, with the redirects that led there. */
function privateRefusal(chain: readonly URL[]): Refusal {
  const hosts = chain.map(({ hostname }) => hostname);
  return refusal("fetching", "privateAddress", hosts.at(-1)!, hosts.slice(0, -1));
}

/** Returns the parts of a Content-Type header. */
export function parseContentType(header: string | undefined): Pick<RawDocument, "contentType" | "charset"> {
  const [type = "", ...parameters] = (header ?? "").split(";");
  const charset = parameters.flatMap((one) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/i.exec(one)?.[1] ?? [])[0];
  const contentType = type.trim().toLowerCase();
  return { ...(contentType === "" ? {} : { contentType }), ...(charset === undefined ? {} : { charset }) };
}

/** Returns the last part of an address, by whose ending a kind may be told. */
const nameIn = (url: URL): string => url.pathname.split("/").at(-1) || url.hostname;

interface FetchRun {
  readonly guard: ConnectionGuard;
  readonly limits: FetchLimits;
  readonly signal: AbortSignal;
  readonly agent: Agent;
}

async function followAddress(
  first: URL,
  { guard, limits, signal, agent }: FetchRun,
): Promise<Omit<RawDocument, "start">> {
  const chain = [first];
  for (;;) {
    const url = chain.at(-1)!;
    try {
      await resolveHost(url.hostname, guard);
      const { statusCode, headers, body } = await request(url, {
        dispatcher: agent,
        signal,
        headers: {
          accept: "text/html,application/xhtml+xml,application/pdf,text/plain,text/markdown,*/*;q=0.1",
          "accept-encoding": "gzip, deflate, br",
          "user-agent": USER_AGENT,
        },
      });
      const target = headerOf(headers, "location");
      if (REDIRECTS.has(statusCode) && target !== undefined) {
        body.on("error", () => {}).destroy();
        if (chain.length > limits.redirects) throw refusal("fetching", "tooManyRedirects", limits.redirects);
        if (!URL.canParse(target, url.href)) throw refusal("fetching", "noAddress");
        chain.push(webAddress(new URL(target, url.href).href, guard));
        continue;
      }
      if (statusCode !== 200) {
        body.on("error", () => {}).destroy();
        throw refusal("fetching", "status", statusCode);
      }
      const bytes = await readBody(body, headers, limits.megabytes);
      return {
        bytes,
        name: nameIn(url),
        address: url.href,
        ...parseContentType(headerOf(headers, "content-type")),
      };
    } catch (error) {
      if (error instanceof PrivateAddress) throw privateRefusal(chain);
      throw error;
    }
  }
}

/**
 * Fetches a document. Nothing is sent to an address that the guard does not allow.
 * @throws {Refusal} when it cannot be fetched, saying why
 */
export async function fetchDocument(
  address: string,
  guard: ConnectionGuard,
  limits: FetchLimits = LIMITS,
): Promise<Omit<RawDocument, "start">> {
  const first = webAddress(address, guard);
  const timeoutMs = limits.seconds * 1_000;
  const signal = AbortSignal.timeout(timeoutMs);
  const agent = new Agent({
    connect: createGuardedConnector(guard, timeoutMs),
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: 64 * 1024,
    pipelining: 0,
  });
  try {
    return await followAddress(first, { guard, limits, signal, agent });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (signal.aborted) throw refusal("fetching", "tooLong", limits.seconds);
    throw refusal("fetching", "failed", errorMessage(error));
  } finally {
    // Sockets of a body that never ends would keep the process running.
    await agent.destroy();
  }
}
