/** The options that a server sets for its heap must be such as this Node knows: V8 passes over others in silence. */
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { HEAP_OPTIONS } from "../../src/app/heap-options.ts";

it.each(HEAP_OPTIONS)("%s is known to V8", (option) => {
  const known = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
  expect(known).toContain(`  ${option.split("=")[0]!.replace("--no-", "--")} `);
});
