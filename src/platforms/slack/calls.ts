/** Calls Slack's Web API for people who wait. Where Slack asks to wait, one line of calls waits and no other does. */
import { setTimeout } from "node:timers/promises";
import { webApi } from "@slack/bolt";
import type { PostOutcome } from "../../delivery/transport.ts";
import { createCallLines } from "../../support/call-lines.ts";
import { withTimeout } from "../../support/timeout.ts";

const { ErrorCode } = webApi;

/** How long one try may take, how long all of them may, how many there are, and the pause between two, in milliseconds. */
const TRY_MS = 1_200;
const TRIES_MS = 2_400;
const TRIES = 3;
const PAUSE_MS = 100;

/** The longest wait that Slack may ask for, in seconds. */
const LONGEST_WAIT = 300;

/** Slack's error codes for what may be over with the next try: https://docs.slack.dev/reference/methods/chat.postMessage */
const PASSING = [
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "team_added_to_org",
];

/** Slack's error codes that retrying cannot fix: the token is wrong or was revoked. */
const REFUSED = [
  ...["not_authed", "invalid_auth", "account_inactive", "user_removed_from_team", "team_disabled"],
  ...["token_revoked", "token_expired", "not_allowed_token_type", "missing_scope", "no_permission"],
];

/** Whether Slack has refused a token. */
export const isRefusal = (error: unknown): boolean =>
  REFUSED.includes((error as CallError | undefined)?.data?.error ?? "");

/** How a call is made. */
export interface SlackTries {
  /** How long one try may take, in milliseconds. */
  readonly tryMs?: number;
  /** Whether a call may be made again when nothing tells whether Slack has taken it. */
  readonly isRepeatable: boolean;
  /** Called when Slack asks to wait, with the seconds. */
  readonly onWait?: (seconds: number) => void;
}

/** Makes calls, each after those before it in its line. */
export interface SlackCalls {
  /** Makes a call in its turn, and waits where Slack asks for it. @throws the error of the last try */
  inLine<Value>(line: string, call: () => Promise<Value>, tries: SlackTries): Promise<Value>;
  /** Makes a call at once, and does not wait for a rate limit. @throws the error of the last try */
  atOnce<Value>(call: () => Promise<Value>, tries: SlackTries): Promise<Value>;
}

interface CallError {
  readonly code?: string;
  readonly statusCode?: number;
  readonly retryAfter?: number;
  readonly data?: { readonly error?: string };
}

/** What may be done about an error: wait so many seconds, try again, or nothing. `unknown` is whether it was taken. */
function readError(error: unknown): { wait: number } | "again" | "unknown" | "refused" {
  const { code, retryAfter, data } = error as CallError;
  if (code === ErrorCode.RateLimitedError) return { wait: retryAfter ?? 1 };
  if (code === ErrorCode.HTTPError) return "again";
  if (code === ErrorCode.PlatformError) return PASSING.includes(data?.error ?? "") ? "again" : "refused";
  return code === ErrorCode.RequestError || error === LATE ? "unknown" : "refused";
}

const LATE = new Error("Slack did not answer in time");

/** Makes one call a few times, for a few seconds. Rejects at once where Slack asks to wait. */
async function tryCall<Value>(
  call: () => Promise<Value>,
  { tryMs = TRY_MS, isRepeatable }: SlackTries,
): Promise<Value> {
  const until = performance.now() + Math.max(TRIES_MS, tryMs);
  for (let left = TRIES - 1; ; left--)
    try {
      const given = await withTimeout(call(), Math.min(tryMs, until - performance.now()));
      if (given === "late") throw LATE;
      return given.value;
    } catch (error) {
      const about = readError(error);
      const mayRepeat = about === "again" || (about === "unknown" && isRepeatable);
      if (!mayRepeat || left === 0 || performance.now() + PAUSE_MS >= until) throw error;
      await setTimeout(PAUSE_MS);
    }
}

/** Resolves to what became of a message that was posted by a call. Never rejects. */
export const callOutcome = (posted: Promise<unknown>): Promise<PostOutcome> =>
  posted.then(
    () => ({ type: "shown" }),
    (error: unknown) => ({ type: readError(error) === "unknown" ? "unknown" : "refused", error }),
  );

/** Creates the calls of one app. */
export function createSlackCalls(): SlackCalls {
  const inLine = createCallLines();

  async function inTurn<Value>(call: () => Promise<Value>, tries: SlackTries): Promise<Value> {
    for (;;)
      try {
        return await tryCall(call, tries);
      } catch (error) {
        const about = readError(error);
        if (typeof about !== "object" || about.wait > LONGEST_WAIT) throw error;
        tries.onWait?.(about.wait);
        await setTimeout(about.wait * 1_000 + PAUSE_MS);
      }
  }

  return { atOnce: tryCall, inLine: (line, call, tries) => inLine(line, () => inTurn(call, tries)) };
}
