/** Tests `withTimeout`. */
import { expect, it } from "vitest";
import { withTimeout } from "../../src/support/timeout.ts";

it("gives the value in time, and otherwise says that it is late", async () => {
  expect(await withTimeout(Promise.resolve(1), 60_000)).toEqual({ value: 1 });
  expect(await withTimeout(new Promise(() => {}), 1)).toBe("late");
});

it("rejects as the promise does", async () => {
  await expect(withTimeout(Promise.reject(new Error("gone")), 60_000)).rejects.toThrow("gone");
});
