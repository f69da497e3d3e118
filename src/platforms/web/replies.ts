/** How a reply leaves: what browsers are told of every page, how long it may be kept, and when it has not changed. */

import { createHash } from "node:crypto";
import type { HttpReply } from "../../http/server.ts";
import { defined } from "../../support/defined.ts";

/** No scripts, no frames, no styles but ours; nothing is asked of any other host. */
const POLICY = [
  ...["default-src 'none'", "style-src 'self'", "font-src 'self'", "img-src 'self'"],
  ...["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
].join("; ");

const SAFE = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  // A link that opens a page for a time is no business of the page that it leads to.
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** How long what is sent may be kept by whoever gets it. */
export const CACHE_CONTROL = {
  /** What is the same for everyone until the shelf changes. */
  page: "public, max-age=300",
  /** What follows from what was typed. */
  typed: "private, no-cache",
  /** What opens for a time, and what went wrong. */
  never: "no-store",
  /** What has the hash of its bytes in its name. */
  always: "public, max-age=31536000, immutable",
} as const;

export interface OutgoingReply {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  readonly cacheControl: string;
  /** Whether search engines may list it. */
  readonly index: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A reply with everything that is sent along; the tag is the hash of its bytes, which hold the shelf's version. */
export function toHttpReply({
  status,
  type,
  body,
  cacheControl: keep,
  index,
  headers,
}: OutgoingReply): HttpReply {
  const tag = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  return {
    status,
    body,
    headers: {
      ...SAFE,
      "content-type": type,
      "cache-control": keep,
      vary: "accept-language",
      ...(index ? {} : { "x-robots-tag": "noindex" }),
      ...(status === 200 ? { etag: `"${tag}"` } : {}),
      ...headers,
    },
  };
}

/** The reply, or that it has not changed for whoever has it already (RFC 9110, section 13.1.2). */
export function revalidate(reply: HttpReply, known: string | undefined): HttpReply {
  const { status, headers } = reply;
  const tag = headers?.etag;
  if (status !== 200 || known === undefined || tag === undefined) return reply;
  const same = known.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === tag);
  if (!same) return reply;
  const { "content-type": _type, ...rest } = headers ?? {};
  return { status: 304, headers: rest };
}

/** What the states are called in which a problem leaves (RFC 9110, section 15). */
const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  404: "Not Found",
  414: "URI Too Long",
  500: "Internal Server Error",
};

/** A problem as data (RFC 9457). */
export const problemReply = (status: number, detail?: string): OutgoingReply => ({
  ...{
    status,
    type: "application/problem+json; charset=utf-8",
    cacheControl: CACHE_CONTROL.never,
    index: false,
  },
  body: Buffer.from(
    JSON.stringify({
      type: "about:blank",
      title: TITLES[status] ?? "",
      status,
      ...defined({ detail }),
    }),
  ),
});
