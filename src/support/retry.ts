/** Retries operations after transient errors. */
import { setTimeout } from "node:timers/promises";

/**
 * Calls `attempt` until it resolves, waiting for each of the delays in turn, and returns what it resolves to.
 * @param isTransient tells whether an error is worth a retry; any other is thrown at once
 * @throws the error of the last attempt, when none succeeds
 */
export async function withRetries<Value>(
  attempt: () => Promise<Value>,
  delaysMs: readonly number[],
  isTransient: (error: unknown) => boolean,
): Promise<Value> {
  for (const delay of delaysMs)
    try {
      return await attempt();
    } catch (error) {
      if (!isTransient(error)) throw error;
      await setTimeout(delay);
    }
  return attempt();
}
