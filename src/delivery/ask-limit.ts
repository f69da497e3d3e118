/** Limits how much one person in chat, or a whole workspace, does in a minute. */
import { createRequire } from "node:module";

/** Loaded by its file: the package's entry loads the clients of a dozen databases. */
const RateLimiterMemory: typeof import("rate-limiter-flexible").RateLimiterMemory = createRequire(
  import.meta.url,
)("rate-limiter-flexible/lib/RateLimiterMemory.js");

/**
 * Counts one thing that somebody does. Resolves to undefined while they may, else to the seconds after which they may again.
 * They are known by their id for a minute at most. Never rejects.
 */
export type AskLimit = (who: string) => Promise<number | undefined>;

/** What is counted, each apart: what is asked, what is sent to the desk, what is typed, and what a whole workspace asks. */
export type Counted = "ask" | "send" | "type" | "workspace";

/**
 * Makes a limit.
 * @param perMinute how many of these somebody has in a minute, also all at once; 0 for any number
 */
export type MakeLimit = (counted: Counted, perMinute: number) => AskLimit;

/** How long is counted together, in seconds. */
export const LIMIT_SECONDS = 60;

/** How many asks a person has in a minute, and how many suggestions while typing for each of these. */
export const ASKS_PER_MINUTE = 60;
export const TYPED_PER_ASK = 10;

/** Nobody is limited. */
export const noLimit: AskLimit = async () => undefined;

/** Counts by a limiter of rate-limiter-flexible. @throws what the limiter itself fails with */
export async function consumeOne(
  limiter: Pick<InstanceType<typeof RateLimiterMemory>, "consume">,
  who: string,
): Promise<number | undefined> {
  try {
    await limiter.consume(who);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return Math.ceil((refusal as { readonly msBeforeNext: number }).msBeforeNext / 1_000);
  }
}

/** Makes limits that this process counts by itself. */
export const createMemoryLimit: MakeLimit = (_, perMinute) => {
  if (perMinute === 0) return noLimit;
  const limiter = new RateLimiterMemory({ points: perMinute, duration: LIMIT_SECONDS });
  return (who) => consumeOne(limiter, who);
};
