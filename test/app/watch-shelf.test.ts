/** The watch of a shelf’s folders, over real files. */
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startRefreshing } from "../../src/app/refresh-triggers.ts";
import { watchShelf } from "../../src/app/watch-shelf.ts";
import { keptLog } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

function watched() {
  const root = temporaryFolder();
  for (const folder of ["seeds", "data/facts"]) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "data/facts/a.json"), "{}");
  const changed = vi.fn();
  const failed = vi.fn();
  stop = watchShelf(root, { changed, failed, quietMs: 50 });
  // What changed before anybody watched is read too.
  expect(changed).toHaveBeenCalledTimes(1);
  changed.mockClear();
  const told = () => expect.poll(() => changed).toHaveBeenCalled();
  return { root, changed, failed, told };
}

describe("a watch tells of", () => {
  it.each<[string, (root: string) => void]>([
    ["a new file", (root) => writeFileSync(join(root, "data/facts/b.json"), "{}")],
    ["a changed file", (root) => writeFileSync(join(root, "data/facts/a.json"), "[]")],
    ["a file that is gone", (root) => rmSync(join(root, "data/facts/a.json"))],
    ["a source", (root) => writeFileSync(join(root, "seeds/a.txt"), "A text.")],
    [
      "a file that another takes the place of",
      (root) => {
        writeFileSync(join(root, ".draft"), "[]");
        renameSync(join(root, ".draft"), join(root, "data/facts/a.json"));
      },
    ],
    ["a new kind", (root) => mkdirSync(join(root, "data/quotes"))],
    [
      "data that other data take the place of",
      (root) => {
        cpSync(join(root, "data"), join(root, "next"), { recursive: true });
        renameSync(join(root, "data"), join(root, "last"));
        renameSync(join(root, "next"), join(root, "data"));
      },
    ],
  ])("%s", async (_, act) => {
    const { root, told, failed } = watched();
    act(root);
    await told();
    expect(failed).not.toHaveBeenCalled();
  });

  it("what changes in a folder that came later, or anew", async () => {
    const { root, changed, told } = watched();
    for (const folder of ["data/quotes", "data/facts"]) {
      rmSync(join(root, folder), { recursive: true, force: true });
      mkdirSync(join(root, folder));
      await told();
      changed.mockClear();
      writeFileSync(join(root, folder, "new.json"), "{}");
      await told();
      changed.mockClear();
    }
  });

  it("many changes once", async () => {
    const { root, changed, told } = watched();
    for (let file = 0; file < 50; file++) writeFileSync(join(root, `data/facts/f${file}.json`), "{}");
    await told();
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

describe("a signal", () => {
  const program = (platform: NodeJS.Platform) => {
    const listeners = new Set<() => void>();
    return {
      platform,
      listeners,
      pid: 1,
      stdin: {},
      kill: vi.fn(),
      removeAllListeners: vi.fn(),
      on: (_: "SIGHUP", listener: () => void) => listeners.add(listener),
      off: (_: "SIGHUP", listener: () => void) => listeners.delete(listener),
    };
  };
  const start = async (on: ReturnType<typeof program>, hasSignal: boolean) => {
    const refresh = vi.fn(async () => {});
    const refresher = { refresh, state: () => ({ taken: 0, refused: 0, since: new Date(), faults: [] }) };
    const root = temporaryFolder();
    const options = { trigger: "signal", root, refresher, log: keptLog(), hasSignal } as const;
    stop = await startRefreshing(options, on);
    return refresh;
  };

  it("has the shelf read, until the program ends", async () => {
    const here = program("linux");
    const refresh = await start(here, true);
    // What changed while the program started is read too.
    expect(refresh).toHaveBeenCalledTimes(1);
    for (const listener of here.listeners) listener();
    expect(refresh).toHaveBeenCalledTimes(2);
    await stop?.();
    expect(here.listeners.size).toBe(0);
  });

  it.each([
    ["on Windows", "win32", true],
    ["in a prompt, where the terminal is gone with it", "linux", false],
  ] as const)("is not listened for %s", async (_, platform, hasSignal) => {
    const here = program(platform);
    await start(here, hasSignal);
    expect(here.listeners.size).toBe(0);
  });
});
