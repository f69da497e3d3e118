/** What the registry of servers and the settings of assistants are told is what the package is. */
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

it.each(["Claude", "ChatGPT", "VS Code", "Cursor", "Slackbot"])(
  "the docs have at most five lines of settings for %s, which start or reach this server, and say that they were not tried",
  (product) => {
    const page = readFileSync(join(PROJECT, "docs/mcp.md"), "utf8");
    const [section = ""] = page.split(/^#{2,3} /m).filter((one) => one.startsWith(`${product}\n`));
    expect(section).toContain("Not tried.");
    const blocks = [...section.matchAll(/```(?:json|sh)\n([\s\S]*?)\n```/g)].map(([, block = ""]) => block);
    const steps = section.match(/^\d\. .*$/gm) ?? [];
    expect(blocks.length + steps.length).toBeGreaterThan(0);
    for (const lines of [...blocks.map((block) => block.split("\n")), steps])
      expect(lines.length).toBeLessThanOrEqual(5);
    for (const [, block = ""] of section.matchAll(/```json\n([\s\S]*?)\n```/g)) {
      const settings = JSON.parse(block);
      const servers: Record<string, { command?: string; args?: string[]; url?: string }> =
        settings.servers ?? settings.mcpServers ?? settings.mcp_servers;
      for (const { command, args, url } of Object.values(servers))
        if (url === undefined) expect([command, ...(args ?? [])]).toEqual(["npx", "refdesk", "mcp"]);
        else expect(url).toBe("https://refdesk.example.org/mcp");
    }
  },
);
