/** Posts to the response URL of a request: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
import type { RespondArguments } from "@slack/bolt";
import { z } from "zod";
import type { PostOutcome } from "../../delivery/transport.ts";
import { withRetries } from "../../support/retry.ts";
import { ResponseUrlPayload } from "./payloads.ts";

/** Sends one message in reply to a request. */
export type SendReply = (message: RespondArguments) => Promise<void>;

/** How long a post may take, and the delays before it is made again, in milliseconds. */
const RESPONSE_MS = 3_000;
const RETRY_DELAYS_MS = [200, 1000];

/** The most characters of Slack's reply that are read. */
const REPLY = 10_000;

/** Codes of errors before a connection stood, over which nothing can have been sent. */
const UNCONNECTED = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"];

/** Slack's word that it has not taken a post, which names no URL: whoever has one can post. */
class PostRefusal extends Error {
  readonly statusCode: number;
  /** @param code Slack's error code, where it gave one */
  constructor(statusCode: number, code?: string) {
    super(`Slack did not take a post to a response URL: ${code ?? `status ${statusCode}`}`);
    this.statusCode = statusCode;
  }
}

const RefusedReply = z.object({ ok: z.literal(false), error: z.string().max(100) });

/** Returns the error code in Slack's reply to a post; undefined where it has none. */
function errorCode(reply: string): string | undefined {
  if (!reply.startsWith("{") || reply.length > REPLY) return undefined;
  try {
    return RefusedReply.safeParse(JSON.parse(reply)).data?.error;
  } catch {
    return undefined;
  }
}

/** Posts one message once. @throws {PostRefusal} where Slack says that it has not taken it */
async function postOnce(url: string, message: RespondArguments): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(RESPONSE_MS),
  });
  const code = errorCode(await response.text());
  if (!response.ok || code !== undefined) throw new PostRefusal(response.status, code);
}

const isUnconnected = (error: unknown): boolean =>
  UNCONNECTED.includes((error as { cause?: { code?: string } }).cause?.code ?? "");

/**
 * Whether a post that failed may be made again. After a 429, a 5xx, or without a connection it was not taken. Of any other
 * it cannot be known, and a response URL has no means to find out: only what changes or removes a message is sent again.
 */
function mayRepeat(error: unknown, { replace_original, delete_original }: RespondArguments): boolean {
  if (error instanceof PostRefusal) return error.statusCode >= 500 || error.statusCode === 429;
  return replace_original || delete_original || isUnconnected(error);
}

/** Creates a sender to the response URL of a request, which rejects where the request has none. */
export function replyByUrl(body: unknown): SendReply {
  return async (message) => {
    const url = ResponseUrlPayload.safeParse(body).data?.response_url;
    if (url === undefined) throw new Error("a request has no response URL");
    await withRetries(
      () => postOnce(url, message),
      RETRY_DELAYS_MS,
      (error) => mayRepeat(error, message),
    );
  };
}

/** Resolves to what became of a post to a response URL. Never rejects. */
export const urlOutcome = (posted: Promise<void>): Promise<PostOutcome> =>
  posted.then(
    () => ({ type: "shown" }),
    (error: unknown) => ({
      type: error instanceof PostRefusal || isUnconnected(error) ? "refused" : "unknown",
      error,
    }),
  );
