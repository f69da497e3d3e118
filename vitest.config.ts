import { readdirSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { failWhenSkipped } from "./test/fail-when-skipped.ts";

/** Folders of pure functions: no test there starts a process, listens on a port, or changes what others see. */
const PURE = [
  ...[
    "ask",
    "breaks",
    "citation",
    "claims",
    "commands",
    "delivery",
    "desk",
    "language",
    "library",
    "picture",
  ],
  ...["search", "shelf", "support"],
];
const OTHERS = readdirSync(new URL("test", import.meta.url)).filter(
  (name) => !name.includes(".") && !PURE.includes(name),
);
const filesIn = (folders: readonly string[]) => folders.map((folder) => `test/${folder}/**/*.test.ts`);

/** What stands in those folders and needs a process of its own all the same. */
const ALONE = [
  // They replace modules that others import.
  ...["test/shelf/reading-again.test.ts", "test/shelf/snapshot.test.ts"],
  // It counts the threads of its process.
  "test/library/idle-thread.test.ts",
  // It starts processes.
  "test/support/log.test.ts",
];

/** What reads the shelf must not care whether the library hands out one object twice: its tests run over both. */
const OVER_BOTH_LIBRARIES = ["commands", "desk", "claims"];

/** Nothing waits for a time: these limits tell what hangs, and are far beyond what a loaded machine takes. */
const common = {
  ...{ testTimeout: 300_000, hookTimeout: 300_000 },
  expect: { requireAssertions: true, poll: { timeout: 120_000, interval: 10 } },
  setupFiles: ["test/each-file.ts"],
};

/** Files take turns in threads that go on, so that each thread imports the modules and reads the shelf once. */
const shared = { ...common, pool: "threads", isolate: false } as const;

export default defineConfig({
  test: {
    // The first of two processors waits for the second otherwise.
    maxWorkers: "100%",
    reporters: ["default", failWhenSkipped],
    projects: [
      {
        test: {
          ...{ ...common, name: "isolated", pool: "forks", globalSetup: "test/made-once.ts" },
          include: ["test/*.test.ts", ...filesIn(OTHERS), ...ALONE],
        },
      },
      {
        test: {
          ...{ ...shared, name: "shared" },
          include: filesIn(PURE),
          exclude: ALONE,
        },
      },
      {
        test: {
          ...{ ...shared, name: "cloning" },
          include: filesIn(OVER_BOTH_LIBRARIES),
          // A third of the desk’s sentences in test/claims/sentences.tsv is checked over it.
          exclude: ["test/commands/check-sentences.test.ts"],
          env: { LIBRARY: "cloning" },
        },
      },
    ],
  },
});
