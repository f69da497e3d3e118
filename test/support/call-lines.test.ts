/** Tests that calls of one line are made in turn, and those of others are not kept waiting. */
import { expect, it } from "vitest";
import { createCallLines } from "../../src/support/call-lines.ts";

/** A call that ends when it is told to. */
function held<Value>(value: Value) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, call: () => ended.then(() => value) };
}

it("makes the calls of one line one after the other, also after one that fails", async () => {
  const inLine = createCallLines();
  const first = held("first");
  const made: string[] = [];
  const calls = [
    inLine("a", first.call),
    inLine("a", () => Promise.reject(new Error("no"))).catch(String),
    inLine("a", async () => made.push("third")),
  ];
  expect(await inLine("b", async () => "other")).toBe("other");
  expect(made).toEqual([]);
  first.end();
  expect(await Promise.all(calls)).toEqual(["first", "Error: no", 1]);
});

it("takes no more calls than a line holds, and again once they are made", async () => {
  const inLine = createCallLines(2);
  const first = held(1);
  const calls = [inLine("a", first.call), inLine("a", async () => 2)];
  await expect(inLine("a", async () => 3)).rejects.toThrow("too many calls wait in one line");
  first.end();
  expect(await Promise.all(calls)).toEqual([1, 2]);
  expect(await inLine("a", async () => 3)).toBe(3);
});
