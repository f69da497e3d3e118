/**
 * `npm run breaks`: makes each break of the list in a copy of the checkout, one after another in as many copies as there are
 * processors, and says whether the tests that must notice it do. With words, only the breaks that have one of them in their name or their file. Ends with 1 where any is not noticed
 * or does not apply.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { applyBreak, type Break } from "./break.ts";
import { copyCheckout } from "./copy.ts";
import { BREAKS } from "./list.ts";
import { runTests } from "./run-tests.ts";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

const words = process.argv.slice(2);
const isChosen = ({ name, file }: Break) => words.some((word) => name.includes(word) || file.includes(word));
const chosen = words.length === 0 ? BREAKS : BREAKS.filter(isChosen);
if (chosen.length === 0) {
  console.error(
    `No break has “${words.join("” or “")}” in its name or file; test/breaks/list.ts has them all.`,
  );
  process.exit(1);
}

const started = performance.now();
const seconds = (since: number): string => `${((performance.now() - since) / 1_000).toFixed(1)} s`;
const copies = Array.from({ length: Math.min(availableParallelism(), chosen.length) }, () =>
  copyCheckout(PROJECT),
);

const whole = await runTests(copies[0]!, [...new Set(chosen.flatMap(({ tests }) => tests))]);
if (whole.is !== "passed") {
  console.error(`The tests do not pass as it is: ${whole.is === "failed" ? whole.test : whole.why}`);
  process.exit(1);
}
console.log(`unbroken, the tests pass, ${seconds(started)}`);

/** Makes a break in a copy, runs its tests and takes it back. @returns what came of it, in words */
async function tryBreak(
  folder: string,
  one: Break,
): Promise<{ readonly isNoticed: boolean; readonly said: string }> {
  const path = join(folder, one.file);
  const text = readFileSync(path, "utf8");
  const broken = applyBreak(text, one);
  if (broken === undefined) return { isNoticed: false, said: "does NOT apply" };
  writeFileSync(path, broken);
  try {
    const run = await runTests(folder, one.tests);
    if (run.is === "failed") return { isNoticed: true, said: `noticed (${run.test})` };
    return { isNoticed: false, said: run.is === "passed" ? "NOT noticed" : `NOT noticed: ${run.why}` };
  } finally {
    writeFileSync(path, text);
  }
}

let noticed = 0;
const left = [...chosen];
async function tryInTurn(folder: string): Promise<void> {
  for (let one = left.shift(); one !== undefined; one = left.shift()) {
    const since = performance.now();
    const { isNoticed, said } = await tryBreak(folder, one);
    if (isNoticed) noticed += 1;
    console.log(`${one.name}: ${said}, ${seconds(since)}`);
  }
}
await Promise.all(copies.map(tryInTurn));
console.log(`${noticed} of ${chosen.length} breaks are noticed, ${seconds(started)}`);
process.exitCode = noticed === chosen.length ? 0 : 1;
