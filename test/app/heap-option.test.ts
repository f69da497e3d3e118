/** The option that a server sets for its heap must be one that this Node knows: V8 passes over others in silence. */
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { COLLECT_SOONER } from "../../src/app/heap-option.ts";

it("is known to V8", () => {
  const known = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
  expect(known).toContain(`${COLLECT_SOONER.split("=")[0]} `);
});
