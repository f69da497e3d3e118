/** What is remembered between requests, and that it is bounded. */
import { expect, it } from "vitest";
import { createDeduplicator } from "../../src/delivery/deduplicator.ts";
import { createReplyCache } from "../../src/delivery/reply-cache.ts";

it("knows what was seen, and forgets the oldest, not the latest", () => {
  const isFresh = createDeduplicator(10);
  expect(isFresh("one")).toBe(true);
  expect(isFresh("one")).toBe(false);
  for (let sent = 0; sent < 100; sent += 1) expect(isFresh(`${sent}`)).toBe(true);
  expect(isFresh("99")).toBe(false);
  expect(isFresh("one")).toBe(true);
});

it("keeps what was asked for last", () => {
  const kept = createReplyCache<number>(10);
  kept.set("often", 0);
  for (let asked = 1; asked < 100; asked += 1) {
    expect(kept.get("often")).toBe(0);
    kept.set(`${asked}`, asked);
  }
  expect(kept.get("99")).toBe(99);
  expect(kept.get("1")).toBeUndefined();
});

it("keeps so many bytes in all, and nothing that is larger", () => {
  const kept = createReplyCache<string>(100, (_, value) => value.length);
  kept.set("a", "x".repeat(60));
  kept.set("b", "x".repeat(40));
  expect([kept.get("a"), kept.get("b")].map(Boolean)).toEqual([true, true]);
  kept.set("c", "x".repeat(50));
  expect(["a", "b", "c"].map((key) => Boolean(kept.get(key)))).toEqual([false, true, true]);
  kept.set("d", "x".repeat(101));
  expect(["b", "c", "d"].map((key) => Boolean(kept.get(key)))).toEqual([true, true, false]);
  kept.set("b", "y");
  kept.set("e", "x".repeat(49));
  expect(["b", "c", "e"].map((key) => Boolean(kept.get(key)))).toEqual([true, true, true]);
});
