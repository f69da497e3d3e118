/** Makes the calls that somebody waits for: each is tried a few times, for a short time, and what failed is known. */
import { setTimeout } from "node:timers/promises";
import { DiscordAPIError, RateLimitError, REST } from "discord.js";
import type { DiscordConfig } from "../../config/config.ts";
import { withTimeout } from "../../support/timeout.ts";

/** How long one try may take, how many there are, and the pause between two, in milliseconds. */
const TRY_MS = 1_000;
const TRIES = 3;
const PAUSE_MS = 100;

/** Discord's code for an interaction that has its response: an earlier try arrived, whatever came back of it. */
const ALREADY_ANSWERED = 40060;

/**
 * Creates a client for calls that are tried by `tryCall`. discord.js's own client tries a call again for a minute and
 * more, waits for a rate limit as long as it takes, and gives up at once on most cut connections.
 */
export const createCallRest = ({ token, apiUrl }: Pick<DiscordConfig, "token" | "apiUrl">): REST =>
  new REST({
    version: "10",
    ...(apiUrl ? { api: apiUrl } : {}),
    retries: 0,
    rejectOnRateLimit: () => true,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  }).setToken(token);

/** How a call is tried. */
export interface DiscordTries {
  /** How long one try may take, in milliseconds. */
  readonly tryMs?: number;
  /** How many tries there are. */
  readonly most?: number;
  /** The longest wait for a rate limit, in milliseconds. */
  readonly longestWaitMs: number;
}

/** Whether Discord has taken an earlier try of a call that cannot be made twice. */
const isTaken = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === ALREADY_ANSWERED;

/** Whether Discord has refused a call for good. Everything else may be over with the next try. */
export const isFinalRefusal = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.status < 500;

/**
 * Tries a call until it is taken. @param call makes it; the signal ends a try that takes too long
 * @returns what Discord returned, or undefined where it has taken an earlier try
 * @throws the error of the last try
 */
export async function tryCall<Value>(
  call: (signal: AbortSignal) => Promise<Value>,
  { tryMs = TRY_MS, most = TRIES, longestWaitMs }: DiscordTries,
): Promise<Value | undefined> {
  for (let left = most - 1; ; left--)
    try {
      const given = await withTimeout(call(AbortSignal.timeout(tryMs)), tryMs + PAUSE_MS);
      if (given === "late") throw new Error(`Discord did not answer within ${tryMs} ms`);
      return given.value;
    } catch (error) {
      if (isTaken(error)) return undefined;
      if (left === 0 || isFinalRefusal(error)) throw error;
      const asked = error instanceof RateLimitError ? error.retryAfter : 0;
      await setTimeout(Math.min(Math.max(asked, PAUSE_MS), longestWaitMs));
    }
}
