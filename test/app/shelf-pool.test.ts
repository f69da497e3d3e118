/** Tests that shelves are opened when they are first asked, and closed when nobody has asked them for long. */
import { expect, it } from "vitest";
import { createShelfPool } from "../../src/app/shelf-pool.ts";
import { keptLog } from "../desks.ts";

function made(timing = {}) {
  const log = keptLog();
  const opened: string[] = [];
  const closed: string[] = [];
  let isBroken = false;
  const pool = createShelfPool(
    async (folder) => {
      opened.push(folder);
      if (isBroken) throw new Error("it has a fault");
      return { folder, close: async () => void closed.push(folder) };
    },
    log,
    timing,
  );
  const breaks = (broken: boolean): void => {
    isBroken = broken;
  };
  return { pool, log, opened, closed, breaks };
}

it("opens a shelf once for all who ask, and each by itself", async () => {
  const { pool, opened, closed } = made();
  expect(opened).toEqual([]);
  const [one, same, other] = await Promise.all([pool.get("a"), pool.get("a"), pool.get("b")]);
  expect(one).toBe(same);
  expect([other.folder, opened]).toEqual(["b", ["a", "b"]]);
  await pool.close();
  expect(closed).toEqual(["a", "b"]);
});

it("closes what nobody has asked for long, and opens it again", async () => {
  const { pool, opened, closed } = made({ unusedMs: 0, lookMs: 5 });
  await pool.get("a");
  await expect.poll(() => closed).toEqual(["a"]);
  expect((await pool.get("a")).folder).toBe("a");
  expect(opened).toEqual(["a", "a"]);
  await pool.close();
});

it("says in the log why a shelf cannot be read, and tries it again with the next request", async () => {
  const { pool, log, breaks } = made();
  breaks(true);
  await expect(pool.get("a")).rejects.toThrow("it has a fault");
  await expect.poll(() => log.lines.at(-1)?.data).toEqual({ shelf: "a", reason: "it has a fault" });
  breaks(false);
  expect((await pool.get("a")).folder).toBe("a");
  await pool.close();
});
