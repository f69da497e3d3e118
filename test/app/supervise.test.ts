/** Keeps a platform going, whatever becomes of it, and knows whether it can be answered there. */
import { setTimeout } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { supervisePlatform } from "../../src/app/supervise.ts";
import { type PlatformAdapter, PlatformRefusal, type ReportState } from "../../src/platforms/adapter.ts";
import type { HeldTerm, TermOffice } from "../../src/support/term-office.ts";
import { botsWithLog } from "../desks.ts";

const PAUSES = { first: 20, longest: 80 };

/** Supervises a platform whose starts come to what `turns` says, in turn: an error, or a start for `undefined`. */
function supervised(turns: (Error | "never" | undefined)[], office?: TermOffice) {
  const { botFor, log } = botsWithLog();
  const events: string[] = [];
  let report: ReportState = () => {};
  let starts = 0;
  const adapter: PlatformAdapter = async (_, tell = () => {}) => {
    const turn = turns[Math.min(starts++, turns.length - 1)];
    events.push("start");
    if (turn === "never") await new Promise(() => {});
    if (turn instanceof Error) throw turn;
    report = tell;
    return async () => void events.push("stop");
  };
  const changes: string[] = [];
  const platform = supervisePlatform("slack", async () => adapter, {
    ...{ botFor, log, pauses: PAUSES, ...(office ? { office } : {}) },
    changed: () => void changes.push(platform.state().is),
  });
  onTestFinished(platform.stop);
  return { platform, log, events, changes, report: (state: Parameters<ReportState>[0]) => report(state) };
}

const AWAY = new Error("Slack cannot be reached (fetch failed)");
const REFUSED = new PlatformRefusal("SLACK_BOT_TOKEN: Slack did not take it");

it("waits for a platform that is away, with growing pauses, and says so once", async () => {
  const { platform, log, events } = supervised([AWAY, AWAY, AWAY, AWAY, undefined]);
  await platform.attempted;
  expect(platform.state()).toEqual({ is: "away", reason: AWAY.message });
  await expect.poll(() => platform.state().is).toBe("ready");
  expect(events).toHaveLength(5);
  expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
    ["warn", "a platform is away"],
    ["info", "a platform can be answered"],
  ]);
});

it("starts anew a platform that refuses, says what to do, and goes on where it takes it again", async () => {
  const { platform, log, events, report, changes } = supervised([undefined, REFUSED, undefined]);
  await platform.attempted;
  report({ is: "refused", reason: REFUSED.message });
  expect(platform.state()).toEqual({ is: "refused", reason: REFUSED.message });
  await expect.poll(() => platform.state().is).toBe("ready");
  expect(events).toEqual(["start", "stop", "start", "start"]);
  expect(changes).toEqual(["ready", "refused", "ready"]);
  expect(log.lines.find(({ level }) => level === "error")).toMatchObject({
    message: "a platform refuses what is configured",
    data: { platform: "slack", reason: REFUSED.message },
  });
});

it("leaves a platform alone that is away and comes back by itself", async () => {
  const { platform, events, report } = supervised([undefined]);
  await platform.attempted;
  report({ is: "away", reason: "its socket was cut" });
  expect(platform.state().is).toBe("away");
  report({ is: "ready" });
  expect(platform.state()).toEqual({ is: "ready" });
  await setTimeout(100);
  expect(events).toEqual(["start"]);
});

describe("a platform that one of several processes answers", () => {
  /** An office whose terms begin and end by hand. */
  function office() {
    const events: string[] = [];
    let begin: (term: HeldTerm | undefined) => void = () => {};
    let wait: (error?: Error) => void = () => {};
    let end = () => {};
    const own: TermOffice = {
      begin(waiting, signal) {
        wait = waiting;
        return new Promise((resolve) => {
          begin = resolve;
          signal.addEventListener("abort", () => resolve(undefined));
        });
      },
    };
    return {
      ...{ own, events },
      wait: (error?: Error) => wait(error),
      begin() {
        const over = new Promise<void>((resolve) => {
          end = resolve;
        });
        begin({ over, release: async () => void events.push("release") });
      },
      end: () => end(),
    };
  }

  it("is stood by for, then started, and stopped once another takes it over", async () => {
    const { own, events: terms, wait, begin, end } = office();
    const { platform, events, log } = supervised([undefined], own);
    wait();
    await platform.attempted;
    expect(platform.state()).toEqual({ is: "standby" });
    expect(events).toEqual([]);
    begin();
    await expect.poll(() => platform.state().is).toBe("ready");
    end();
    await expect.poll(() => terms).toEqual(["release"]);
    expect(events).toEqual(["start", "stop"]);
    expect(log.lines[0]?.message).toBe("another process answers a platform: this one stands by");
    await platform.stop();
  });

  it("is given back where it cannot be started, and at the end", async () => {
    const { own, events: terms, begin } = office();
    const { platform, events } = supervised([AWAY, undefined], own);
    begin();
    await expect.poll(() => terms).toEqual(["release"]);
    expect(platform.state()).toEqual({ is: "away", reason: AWAY.message });
    await expect
      .poll(() => {
        begin();
        return platform.state().is;
      })
      .toBe("ready");
    await platform.stop();
    expect(events).toEqual(["start", "start", "stop"]);
    expect(terms).toEqual(["release", "release"]);
  });

  it("is away where it is not known who answers it, and ends at once while it stands by", async () => {
    const { own, wait } = office();
    const { platform } = supervised([undefined], own);
    wait(new Error("connect ECONNREFUSED"));
    await platform.attempted;
    expect(platform.state()).toEqual({
      is: "away",
      reason: "it is not known whether another process answers it (connect ECONNREFUSED)",
    });
    await platform.stop();
  });
});

describe("an end", () => {
  it("stops what runs, also what is away", async () => {
    const { platform, events, report } = supervised([undefined]);
    await platform.attempted;
    report({ is: "away", reason: "its socket was cut" });
    await platform.stop();
    expect(events).toEqual(["start", "stop"]);
  });

  it("does not wait for the next start", async () => {
    const { platform, events } = supervised([AWAY]);
    await platform.attempted;
    await platform.stop();
    const before = events.length;
    await setTimeout(150);
    expect(events).toHaveLength(before);
  });

  it("does not wait for a start that never ends", async () => {
    const { platform, events } = supervised(["never"]);
    await expect.poll(() => events).toEqual(["start"]);
    await platform.stop();
    expect(events).toEqual(["start"]);
  });
});
