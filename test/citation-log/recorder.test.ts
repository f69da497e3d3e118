/** The recorder never waits for the database, never fails with it, and logs what was lost. */
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { CitationStore } from "../../src/citation-log/citation-log.ts";
import { createMemoryLog } from "../../src/citation-log/memory-log.ts";
import { createRecorder, type RecorderOptions } from "../../src/citation-log/recorder.ts";
import { keptLog } from "../desks.ts";

/** Creates a store that can become unavailable. */
function fickle(away = false) {
  const memory = createMemoryLog();
  const state = { away, refused: 0, opened: 0, closed: 0, recorded: 0 };
  const here = () => {
    if (!state.away) return;
    state.refused += 1;
    throw new Error("the database is away");
  };
  const store: CitationStore = {
    async record(...given) {
      here();
      state.recorded += 1;
      await memory.record(...given);
    },
    async citedIn(...given) {
      here();
      return memory.citedIn(...given);
    },
    async close() {
      state.closed += 1;
    },
  };
  const open = async () => {
    here();
    state.opened += 1;
    return store;
  };
  return { state, open };
}

function made(away = false, pace: RecorderOptions = {}) {
  const { state, open } = fickle(away);
  const log = keptLog();
  const recorder = createRecorder(open, log, { pauses: [5, 10], ...pace });
  const sources = async () => (await recorder.citedIn("here")).map(({ source }) => source);
  return { state, log, recorder, sources };
}

it("opens nothing before there is a need", async () => {
  const { state, recorder } = made();
  recorder.record("here", []);
  await recorder.close();
  expect(state).toMatchObject({ opened: 0, closed: 0 });
});

it("opens once, keeps in order, and shows at once what was just noted", async () => {
  const { state, recorder, sources } = made();
  recorder.record("here", ["b"]);
  recorder.record("here", ["a", "b"]);
  expect(await sources()).toEqual(["b", "a"]);
  expect(state).toMatchObject({ opened: 1, recorded: 2 });
  await recorder.close();
  expect(state.closed).toBe(1);
});

it("writes the same on the same day once, and again on the next", async () => {
  let now = new Date("2026-11-22T23:59:00Z");
  const { state, recorder, sources } = made(false, { now: () => now });
  for (let asked = 0; asked < 3; asked += 1) {
    recorder.record("here", ["a", "b"]);
    expect(await sources()).toEqual(["a", "b"]);
  }
  expect(state.recorded).toBe(1);
  now = new Date("2026-11-23T00:01:00Z");
  recorder.record("here", ["a", "b"]);
  recorder.record("there", ["a", "b"]);
  await sources();
  expect(state.recorded).toBe(3);
  await recorder.close();
});

it("opens anew a database that failed, and writes again what it had", async () => {
  const { state, recorder, sources } = made();
  recorder.record("here", ["a"]);
  expect(await sources()).toEqual(["a"]);
  state.away = true;
  await expect(recorder.citedIn("here")).rejects.toThrow("away");
  state.away = false;
  recorder.record("here", ["a"]);
  expect(await sources()).toEqual(["a"]);
  // The connection that failed is closed: it would stay open for as long as the program runs.
  expect(state).toMatchObject({ opened: 2, closed: 1, recorded: 2 });
  await recorder.close();
  expect(state.closed).toBe(2);
});

describe("a database that is away", () => {
  it("is said in the log, and what waited is kept when it is back", async () => {
    const { state, log, recorder, sources } = made(true);
    expect(recorder.record("here", ["a"])).toBeUndefined();
    recorder.record("here", ["b"]);
    await expect.poll(() => log.lines.length).toBeGreaterThan(1);
    expect(log.lines[0]).toMatchObject({ level: "warn", message: "what was cited could not be kept" });
    expect(log.lines[0]!.data).toMatchObject({ waiting: 2, lost: 0 });
    await expect(recorder.citedIn("here")).rejects.toThrow("away");
    state.away = false;
    expect(await sources()).toEqual(["a", "b"]);
    await expect.poll(() => log.lines.at(-1)?.message).toBe("what is cited is kept again");
    await recorder.close();
  });

  it("goes away between two answers, and what was cited then is kept when it is back", async () => {
    const { state, log, recorder, sources } = made();
    recorder.record("here", ["a"]);
    expect(await sources()).toEqual(["a"]);
    state.away = true;
    for (const source of ["b", "c"]) recorder.record("here", [source]);
    await expect.poll(() => log.lines.length).toBeGreaterThan(0);
    state.away = false;
    expect(await sources()).toEqual(["a", "b", "c"]);
    await recorder.close();
  });

  it("is tried again by itself", async () => {
    const { state, log, recorder } = made(true);
    recorder.record("here", ["a"]);
    await expect.poll(() => log.lines.length).toBeGreaterThan(0);
    state.away = false;
    await expect.poll(() => state.recorded).toBe(1);
    await recorder.close();
  });

  it("costs the oldest where more waits than may, and the log says how many", async () => {
    const { state, log, recorder, sources } = made(true, { most: 3 });
    for (const source of ["a", "b", "c", "d", "e"]) recorder.record("here", [source]);
    await expect.poll(() => log.lines.some(({ data }) => (data as { lost?: number }).lost === 2)).toBe(true);
    state.away = false;
    expect(await sources()).toEqual(["c", "d", "e"]);
    await recorder.close();
  });

  it("does not keep the process from its end, and what is lost then is said", async () => {
    const { log, recorder } = made(true);
    recorder.record("here", ["a"]);
    await recorder.close();
    expect(log.lines.at(-1)).toMatchObject({
      message: "what was cited last was not kept",
      data: { lost: 1 },
    });
    recorder.record("here", ["b"]);
    expect(log.lines.filter(({ message }) => message.includes("last"))).toHaveLength(1);
  });

  it("that never answers is waited for no longer than an end may take", async () => {
    const log = keptLog();
    const recorder = createRecorder(() => new Promise(() => {}), log, { end: 20 });
    recorder.record("here", ["a"]);
    await recorder.close();
    expect(log.lines.map(({ data }) => data)).toEqual([{ lost: 1 }]);
  });

  it("is tried again every second at most, and what waited is written in order", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const { state, open } = fickle(true);
    const log = keptLog();
    const tries: number[] = [];
    const recorder = createRecorder(() => {
      tries.push(performance.now());
      return open();
    }, log);
    for (let number = 0; number < 30; number++) recorder.record("here", [`s${number}`]);
    await vi.advanceTimersByTimeAsync(3_200);
    const pauses = tries.slice(1).map((at, index) => at - tries[index]!);
    expect(pauses.length).toBeGreaterThan(3);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(1_000);
    // Each pause is longer than the one before it, until they are as long as they may be.
    expect(pauses.slice(0, 3)).toEqual(pauses.slice(0, 3).toSorted((a, b) => a - b));
    expect(pauses.length).toBeLessThan(8);
    state.away = false;
    await vi.advanceTimersByTimeAsync(1_000);
    await expect.poll(() => state.recorded).toBe(30);
    expect((await recorder.citedIn("here")).map(({ source }) => source)).toEqual(
      Array.from({ length: 30 }, (_, number) => `s${number}`),
    );
    expect(log.lines.filter(({ level }) => level === "warn")).toHaveLength(3);
    await recorder.close();
  });

  it("that is back within the time of an end has what waited", async () => {
    const { state, recorder } = made(true);
    recorder.record("here", ["a"]);
    const closing = recorder.close(60_000);
    // For longer than it waits for a database that is closed.
    await expect.poll(() => state.refused).toBeGreaterThan(8);
    state.away = false;
    await closing;
    expect(state.recorded).toBe(1);
  });
});
