/** `lazy` and `memoizeByKey` make each value once. */
import { expect, it } from "vitest";
import { lazy } from "../../src/support/lazy.ts";
import { memoizeByKey } from "../../src/support/memoize.ts";

it("is made when it is first asked for, and no more", () => {
  let made = 0;
  const get = lazy(() => ({ number: ++made }));
  expect(made).toBe(0);
  expect([get().number, get().number]).toEqual([1, 1]);
});

it("is made once for each", () => {
  const made: string[] = [];
  const get = memoizeByKey(({ name }: { name: string }) => ({ place: made.push(name) }));
  const [a, b] = [{ name: "a" }, { name: "b" }];
  expect([get(a), get(b), get(a), get({ name: "a" })].map(({ place }) => place)).toEqual([1, 2, 1, 3]);
  expect(made).toEqual(["a", "b", "a"]);
});
