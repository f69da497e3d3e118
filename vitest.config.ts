import { defineConfig } from "vitest/config";

const common = { testTimeout: 20_000, hookTimeout: 20_000 };

/** What reads the shelf must not care whether the library hands out one object twice: its tests run over both. */
const OVER_BOTH_LIBRARIES = [
  "test/commands/**/*.test.ts",
  "test/desk/**/*.test.ts",
  "test/claims/**/*.test.ts",
];

export default defineConfig({
  test: {
    projects: [
      { test: { ...common, name: "all", include: ["test/**/*.test.ts"] } },
      {
        test: {
          ...common,
          name: "cloning library",
          include: OVER_BOTH_LIBRARIES,
          env: { LIBRARY: "cloning" },
        },
      },
    ],
  },
});
