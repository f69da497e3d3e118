/** Retries what failed for a passing reason. */
import { setTimeout } from "node:timers/promises";

/**
 * Gives what `attempt` resolves to, retried after each of the delays in turn.
 * @param isTransient whether an error is worth another attempt; any other is thrown at once
 * @throws the error of the last attempt, where none succeeds
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
