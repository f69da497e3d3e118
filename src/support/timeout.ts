/** Waits for a promise no longer than a given time. */

/**
 * Gives what `promise` resolves to, or `late` after `milliseconds` without it. The promise itself goes on, and one
 * that rejects in time rejects here too.
 */
export async function withTimeout<Value>(
  promise: Promise<Value>,
  milliseconds: number,
): Promise<{ readonly value: Value } | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), milliseconds);
  });
  try {
    return await Promise.race([promise.then((value) => ({ value })), late]);
  } finally {
    clearTimeout(timer);
  }
}
