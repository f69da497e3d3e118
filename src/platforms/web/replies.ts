/** Builds HTTP replies of the site: what its pages may load, caching, conditional requests, and problem details. */

import { createHash } from "node:crypto";
import type { HttpReply } from "../../http/server.ts";
import { defined } from "../../support/defined.ts";
import { COPY_SCRIPT_SOURCE } from "./copy-script.ts";

/** Content Security Policy: one script by its hash, no frames, own styles only, no requests to other hosts. */
const POLICY = [
  ...["default-src 'none'", `script-src ${COPY_SCRIPT_SOURCE}`],
  // Audits read robots.txt from within the page; the one script asks for nothing.
  "connect-src 'self'",
  ...["style-src 'self'", "font-src 'self'", "img-src 'self'"],
  ...["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
].join("; ");

/** Cache-Control header by type of reply. */
export const CACHE_CONTROL = {
  /** Public pages, which change only with the shelf. */
  page: "public, max-age=300",
  /** Replies to a query. */
  typed: "private, no-cache",
  /** Pages opened by a signed link, and errors. */
  never: "no-store",
  /** Assets with a content hash in their path. */
  always: "public, max-age=31536000, immutable",
} as const;

/** A reply before the common headers are added. */
export interface OutgoingReply {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  readonly cacheControl: string;
  /** Whether search engines may index it. */
  readonly index: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Adds the site's headers to a reply; the server adds those of all replies. ETags are content hashes. */
export function toHttpReply({ status, type, body, cacheControl, index, headers }: OutgoingReply): HttpReply {
  const tag = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  return {
    status,
    body,
    headers: {
      "content-security-policy": POLICY,
      "content-type": type,
      "cache-control": cacheControl,
      vary: "accept-language",
      ...(index ? {} : { "x-robots-tag": "noindex" }),
      ...(status === 200 ? { etag: `"${tag}"` } : {}),
      ...headers,
    },
  };
}

/** Returns the reply, or a 304 when the If-None-Match header names its ETag (RFC 9110, section 13.1.2). */
export function revalidate(reply: HttpReply, known: string | undefined): HttpReply {
  const { status, headers } = reply;
  const tag = headers?.etag;
  if (status !== 200 || known === undefined || tag === undefined) return reply;
  const isUnchanged = known
    .split(",")
    .some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === tag);
  if (!isUnchanged) return reply;
  const { "content-type": _type, ...rest } = headers ?? {};
  return { status: 304, headers: rest };
}

/** Reason phrases of the statuses used for problems (RFC 9110, section 15). */
const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  404: "Not Found",
  414: "URI Too Long",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** Lets scripts of other sites read a reply. */
const ANY_ORIGIN = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, retry-after",
  "cross-origin-resource-policy": "cross-origin",
} as const;

/** Returns a reply of the API as any site's scripts may read it. */
export const openToAnyOrigin = (reply: OutgoingReply): OutgoingReply => ({
  ...reply,
  headers: { ...ANY_ORIGIN, ...reply.headers },
});

/** Answers a browser that asks before a request whether scripts of other sites may make it (Fetch, section 4.8). */
export const PREFLIGHT_REPLY: HttpReply = {
  status: 204,
  headers: {
    ...ANY_ORIGIN,
    "access-control-allow-methods": "GET, HEAD",
    "access-control-allow-headers": "accept-language, if-none-match",
    "access-control-max-age": "86400",
    allow: "GET, HEAD, OPTIONS",
  },
};

/** Leads to where a page is, for good. @param location a path of this site */
export const redirectReply = (location: string): HttpReply => ({
  status: 308,
  headers: { location, "cache-control": CACHE_CONTROL.page },
});

/** Refuses a method that no page has. */
export const NO_METHOD_REPLY: HttpReply = { status: 405, headers: { allow: "GET, HEAD" } };

/** Builds a reply with problem details (RFC 9457). */
export const problemReply = (status: number, detail?: string): OutgoingReply => ({
  status,
  type: "application/problem+json; charset=utf-8",
  cacheControl: CACHE_CONTROL.never,
  index: false,
  body: Buffer.from(
    JSON.stringify({
      type: "about:blank",
      title: TITLES[status] ?? "",
      status,
      ...defined({ detail }),
    }),
  ),
});
