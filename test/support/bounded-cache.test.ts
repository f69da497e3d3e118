/** Tests what keeps what was wanted last. */
import { expect, it } from "vitest";
import { createBoundedCache } from "../../src/support/bounded-cache.ts";

it("keeps what was wanted last, as far as it fits", () => {
  const cache = createBoundedCache<string, string>(10, ({ length }) => length);
  cache.set("a", "aaaa");
  cache.set("b", "bbbb");
  expect(cache.get("a")).toBe("aaaa");
  cache.set("c", "cccc");
  expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual(["aaaa", undefined, "cccc"]);
  cache.set("c", "c");
  cache.set("d", "ddddd");
  expect([cache.get("a"), cache.get("c"), cache.get("d")]).toEqual(["aaaa", "c", "ddddd"]);
});

it("keeps what is longer than all it holds until something else comes", () => {
  const cache = createBoundedCache<string, string>(3, ({ length }) => length);
  cache.set("long", "longer");
  expect(cache.get("long")).toBe("longer");
  cache.set("a", "a");
  expect([cache.get("long"), cache.get("a")]).toEqual([undefined, "a"]);
});
