/** Decides what an HTTP request may read: by its key, its host and the site that makes it. */
import { createHash, timingSafeEqual } from "node:crypto";
import {
  localhostAllowedHostnames,
  validateHostHeader,
  validateOriginHeader,
} from "@modelcontextprotocol/server";
import type { HttpRequest } from "../../http/server.ts";

/** What a request may read: what everyone may, or what is for the desk too. */
export type ToolAccess = "public" | "desk";

/** Why a request is refused. */
export type AccessRefusal = "host" | "origin" | "key";

/** Which requests are taken. */
export interface AccessRules {
  /** The keys that open what is for the desk. */
  readonly keys: readonly string[];
  /** The names by which the server is reached, beside those of the machine itself. */
  readonly hosts: readonly string[];
}

const digest = (key: string): Buffer => createHash("sha256").update(key).digest();

/** Creates what decides. All keys are compared, each in constant time, so that a reply's time tells nothing of them. */
export function createAccessCheck({ keys, hosts }: AccessRules) {
  const known = keys.map(digest);
  const allowed = [...localhostAllowedHostnames(), ...hosts];

  function isKnown(key: string): boolean {
    const given = digest(key);
    return known.filter((one) => timingSafeEqual(one, given)).length > 0;
  }

  return ({ headers }: Pick<HttpRequest, "headers">): ToolAccess | { readonly refused: AccessRefusal } => {
    if (!validateHostHeader(headers.host, allowed).ok) return { refused: "host" };
    if (!validateOriginHeader(headers.origin, allowed).ok) return { refused: "origin" };
    const { authorization } = headers;
    if (authorization === undefined) return "public";
    // However long: the server takes no header of more than 16 kB.
    const [, key] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
    return key !== undefined && isKnown(key) ? "desk" : { refused: "key" };
  };
}
