/** Limits how much one person in chat asks. */
import { createRequire } from "node:module";

/** Loaded by its file: the package's entry loads the clients of a dozen databases. */
const RateLimiterMemory: typeof import("rate-limiter-flexible").RateLimiterMemory = createRequire(
  import.meta.url,
)("rate-limiter-flexible/lib/RateLimiterMemory.js");

/**
 * Counts an ask of a person. Resolves to undefined while they may ask, else to the seconds after which they may again.
 * A person is known by their id for a minute at most.
 */
export type AskLimit = (person: string) => Promise<number | undefined>;

/** How long asks are counted together, in seconds. */
const WINDOW = 60;

/**
 * Creates the limit of a deployment.
 * @param perMinute how many asks a person has in a minute, also all at once; 0 for any number
 */
export function createAskLimit(perMinute = 60): AskLimit {
  if (perMinute === 0) return async () => undefined;
  const limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW });
  return async (person) => {
    try {
      await limiter.consume(person);
      return undefined;
    } catch (refusal) {
      return Math.ceil((refusal as { readonly msBeforeNext: number }).msBeforeNext / 1_000);
    }
  };
}
