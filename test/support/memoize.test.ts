import { expect, it, vi } from "vitest";
import { memoizeByKey } from "../../src/support/memoize.ts";

it("makes a value once for each key", () => {
  const make = vi.fn((key: { name: string }) => ({ of: key.name }));
  const memoized = memoizeByKey(make);
  const [one, other] = [{ name: "one" }, { name: "other" }];
  expect(memoized(one)).toBe(memoized(one));
  expect(memoized(other)).toEqual({ of: "other" });
  expect(make).toHaveBeenCalledTimes(2);
});

it("tries again after a failure", async () => {
  let tries = 0;
  const memoized = memoizeByKey(async (_: object) => {
    tries += 1;
    if (tries === 1) throw new Error("not yet");
    return "there";
  });
  const key = {};
  await expect(memoized(key)).rejects.toThrow("not yet");
  expect(await memoized(key)).toBe("there");
});
