/** Limits how long to wait for a promise. */

/**
 * Resolves to the value of `promise`, or to `late` when it takes longer than `milliseconds`. The promise is not
 * cancelled; if it rejects in time, the result rejects too.
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
