/** Makes the next calls of a stand-in fail. */
import type { Reply } from "./loopback.ts";

/**
 * How a call fails: an HTTP status, one of Slack's error codes, `reset` or `hang` before it is taken, `cut` once it is
 * taken, a 429 that says for how many seconds, or a status with one of Discord's error codes.
 */
export type Failure =
  | string
  | number
  | { readonly retryAfter: number }
  | { readonly status: number; readonly code: number };

/** Creates a queue of failures per called method. */
export function createFailures() {
  const coming = new Map<string, { left: number; how: Failure }>();
  return {
    fail(what: string, times: number, how: Failure = "internal_error"): void {
      coming.set(what, { left: times, how });
    },
    /** @param take takes the call as if it did not fail */
    next(what: string, take: () => unknown = () => undefined): Reply | undefined {
      const found = coming.get(what);
      if (!found || found.left-- <= 0) return undefined;
      const { how } = found;
      if (how === "cut") take();
      if (how === "cut" || how === "reset") return { status: 0, lost: "reset" };
      if (how === "hang") return { status: 0, lost: "hang" };
      if (typeof how === "object" && "code" in how)
        return { status: how.status, body: { message: "Refused", code: how.code } };
      if (typeof how === "object") {
        const seconds = how.retryAfter;
        const body = { message: "You are being rate limited.", retry_after: seconds, global: false };
        return { status: 429, headers: { "retry-after": String(seconds) }, body };
      }
      if (typeof how === "number") return { status: how, headers: { "retry-after": "0" }, body: {} };
      return { status: 200, body: { ok: false, error: how } };
    },
  };
}
