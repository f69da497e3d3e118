/** `runInSlices` does all work in order and yields to the event loop. */
import { expect, it } from "vitest";
import { runInSlices } from "../../src/support/time-slices.ts";

/** Busy-waits for some milliseconds. */
function work(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

it("goes through all in their order, and short work at once", async () => {
  const [seen, told]: [number[], number[]] = [[], []];
  await runInSlices(
    [1, 2, 3],
    (item) => void seen.push(item),
    (done) => told.push(done),
  );
  expect(seen).toEqual([1, 2, 3]);
  expect(told).toEqual([]);
});

it("lets others have their turn while long work goes on, and says how far it is", async () => {
  const told: number[] = [];
  let turns = 0;
  const other = setInterval(() => turns++, 1);
  await runInSlices(
    Array.from({ length: 20 }, (_, at) => at),
    () => work(6),
    (done) => told.push(done),
  );
  clearInterval(other);
  expect(turns).toBeGreaterThan(3);
  expect(told.length).toBeGreaterThan(3);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});

it("fails as its work fails", async () => {
  await expect(
    runInSlices([1], () => {
      throw new Error("it failed");
    }),
  ).rejects.toThrow("it failed");
});
