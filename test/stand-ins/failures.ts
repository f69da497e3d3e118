/** Makes the next calls of a stand-in fail. */
import type { Reply } from "./loopback.ts";

/** Creates a queue of failures per called method: an HTTP status, or one of Slack's error codes. */
export function createFailures() {
  const coming = new Map<string, { left: number; how: string | number }>();
  return {
    fail(what: string, times: number, how: string | number = "internal_error"): void {
      coming.set(what, { left: times, how });
    },
    next(what: string): Reply | undefined {
      const found = coming.get(what);
      if (!found || found.left-- <= 0) return undefined;
      const { how } = found;
      if (typeof how === "number") return { status: how, headers: { "retry-after": "0" }, body: {} };
      return { status: 200, body: { ok: false, error: how } };
    },
  };
}
