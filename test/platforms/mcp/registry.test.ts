/** What the registry of servers is told is what the package is. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { VARIABLE_NAMES } from "../../../src/config/config.ts";
import { PROJECT } from "../../desks.ts";

const read = (file: string) => JSON.parse(readFileSync(join(PROJECT, file), "utf8"));

it("server.json describes this package, in this version, and starts its program", () => {
  const [server, ours] = [read("server.json"), read("package.json")];
  expect(server.name).toBe(ours.mcpName);
  // The registry's own limits of a name and a description.
  expect(server.name).toMatch(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/);
  expect(server.description.length).toBeLessThanOrEqual(100);
  expect(server.version).toBe(ours.version);
  const [npm, ...others] = server.packages;
  expect(others).toEqual([]);
  expect(npm).toMatchObject({
    ...{ registryType: "npm", identifier: ours.name, version: ours.version, transport: { type: "stdio" } },
    packageArguments: [{ type: "positional", value: "mcp" }],
  });
  for (const { name } of npm.environmentVariables) expect(VARIABLE_NAMES).toContain(name);
});
