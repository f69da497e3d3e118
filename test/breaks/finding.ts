/** Breaks of what a search finds first. */
import type { Break } from "./break.ts";

const FILE = "src/search/ranking.ts";
const TESTS = ["test/search/golden-order.test.ts"];

export const finding: readonly Break[] = [
  {
    name: "a word in a title counts a tenth",
    ...{ file: FILE, tests: TESTS },
    find: "  title: 0.4,",
    replace: "  title: 0.04,",
  },
  {
    name: "that words stand near each other counts a tenth",
    ...{ file: FILE, tests: TESTS },
    find: "  near: 1,",
    replace: "  near: 0.1,",
  },
  {
    name: "what the best share counts a tenth",
    ...{ file: FILE, tests: TESTS },
    find: "  like: 1,",
    replace: "  like: 0.1,",
  },
  {
    name: "what the best share is that of the first alone",
    ...{ file: FILE, tests: TESTS },
    find: "  best: 10,",
    replace: "  best: 1,",
  },
  {
    name: "the best count alike",
    ...{ file: FILE, tests: TESTS },
    find: "  sharpness: 8,",
    replace: "  sharpness: 0.8,",
  },
  {
    name: "the best share eight words",
    ...{ file: FILE, tests: TESTS },
    find: "  shared: 80,",
    replace: "  shared: 8,",
  },
];
