/** Tests what goes first, what waits, and how much of it. */
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { createWorkQueue } from "../../src/support/work-queue.ts";
import { holdWork } from "../held-work.ts";

const LIMITS = { atOnce: 2, waiting: 3, patienceMs: 200 };

it("lets other work wait while work that goes first is under way, but not for ever", async () => {
  const patient = createWorkQueue({ ...LIMITS, patienceMs: 1e9 });
  const chat = holdWork();
  const order: string[] = [];
  const chatting = patient.first(chat.work).then(() => order.push("chat"));
  const page = patient.later(async () => ({ at: order.push("page") }));
  await setTimeout(50);
  chat.end();
  await Promise.all([chatting, page]);
  expect(order).toEqual(["chat", "page"]);

  const { first, later } = createWorkQueue(LIMITS);
  const since = performance.now();
  void first(holdWork().work);
  expect(await later(async () => ({ done: true }))).toEqual({ done: true });
  expect(performance.now() - since).toBeGreaterThan(150);
});

it("does no more at once than it may, and refuses what is too much", async () => {
  const { later } = createWorkQueue(LIMITS);
  const pages = Array.from({ length: 7 }, holdWork);
  let underWay = 0;
  const results = pages.map(({ work }) =>
    later(() => {
      underWay += 1;
      return work();
    }),
  );
  await expect.poll(() => underWay).toBe(2);
  expect(await Promise.all(results.slice(3))).toEqual(Array(4).fill(undefined));
  for (const { end } of pages) end();
  expect(await Promise.all(results.slice(0, 3))).toEqual([{}, {}, {}]);
  expect(await later(async () => ({}))).toEqual({});
});

it("goes on after work that fails", async () => {
  // Were what failed still counted, others would wait for ever.
  const { first, later } = createWorkQueue({ ...LIMITS, atOnce: 1, patienceMs: 1e9 });
  const fail = () => Promise.reject(new Error("it broke"));
  for (let turn = 0; turn < 3; turn++) await expect(later(fail)).rejects.toThrow("it broke");
  await expect(first(fail)).rejects.toThrow("it broke");
  expect(await later(async () => ({}))).toEqual({});
});

it("lets the event loop take what has arrived between two turns", async () => {
  const { later } = createWorkQueue({ atOnce: 4, waiting: 50, patienceMs: 200 });
  let turns = 0;
  const count = setInterval(() => turns++, 0);
  const busy = async () => {
    const until = performance.now() + 5;
    while (performance.now() < until);
    return {};
  };
  await Promise.all(Array.from({ length: 10 }, () => later(busy)));
  clearInterval(count);
  expect(turns).toBeGreaterThan(5);
});
