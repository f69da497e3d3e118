/** Tests `withRetries`. */
import { expect, it } from "vitest";
import { withRetries } from "../../src/support/retry.ts";

/** Returns a function that throws each of the errors in turn, then returns how often it was called. */
function failing(...errors: readonly string[]) {
  let calls = 0;
  return async () => {
    const error = errors[calls];
    calls += 1;
    if (error !== undefined) throw new Error(error);
    return calls;
  };
}

const isBusy = (error: unknown) => error instanceof Error && error.message === "busy";

it("gives what the first attempt that succeeds gives", async () => {
  expect(await withRetries(failing(), [1, 1], isBusy)).toBe(1);
  expect(await withRetries(failing("busy", "busy"), [1, 1], isBusy)).toBe(3);
});

it("throws the last error, and at once an error that does not pass", async () => {
  await expect(withRetries(failing("busy", "busy", "busy"), [1, 1], isBusy)).rejects.toThrow("busy");
  await expect(withRetries(failing("gone"), [60_000], isBusy)).rejects.toThrow("gone");
  await expect(withRetries(failing("busy"), [], isBusy)).rejects.toThrow("busy");
});
