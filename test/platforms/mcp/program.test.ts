/** The whole program: over standard input and output, and on the one server with MCP=yes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { describe, expect, it, onTestFinished } from "vitest";
import { MISSING, programsOf, startPostgres } from "../../citation-log/postgres.ts";
import { shelf } from "../../desks.ts";
import { PROGRAM } from "../../programs/compiled.ts";
import { printedBy, startProgram } from "../../programs/running.ts";
import { setting, shelfWith, temporaryFolder } from "../../shelves.ts";
import { send } from "../../stand-ins/http.ts";
import { clientOf, KEY, textOf, VERSIONS } from "./serving.ts";

const [hiddenId = "", openId = ""] = shelf.sources.keys();

const environment = (variables: Readonly<Record<string, string>> = {}) => {
  const { PATH = "", HOME = "" } = process.env;
  return { PATH, HOME, CACHE_DIR: temporaryFolder(), ...variables };
};

describe.each(VERSIONS)("over standard input and output, in version %s", (version) => {
  it("answers every tool, opens what is for the desk, and ends with its client", async () => {
    const SHELF_DIR = shelfWith({ [`seeds/${hiddenId}.json`]: setting("/visibility", "desk") });
    const transport = new StdioClientTransport({
      ...{ command: process.execPath, args: [PROGRAM, "mcp"], cwd: temporaryFolder(), stderr: "pipe" },
      env: environment({ SHELF_DIR, PUBLIC_URL: "https://desk.test" }),
    });
    let errors = "";
    transport.stderr?.on("data", (chunk) => {
      errors += chunk;
    });
    const client = clientOf(version);
    await client.connect(transport);
    onTestFinished(() => client.close());
    expect(client.getServerVersion()).toMatchObject({ name: "refdesk", title: "Refdesk" });
    const { tools } = await client.listTools();
    for (const { name } of tools) {
      const result = await client.callTool({ name, arguments: {} });
      expect(result.isError, name).toBeUndefined();
    }
    const result = await client.callTool({ name: "source", arguments: { source: hiddenId } });
    expect(textOf(result)).toContain(shelf.sources.get(hiddenId)!.title.text);
    const { contents } = await client.readResource({ uri: `refdesk://sources/${hiddenId}` });
    // No page shows it to everyone, so its address is that of the resource.
    expect(JSON.stringify(contents)).toContain(`\\"page\\":\\"refdesk://sources/${hiddenId}\\"`);
    const open = await client.readResource({ uri: `refdesk://sources/${openId}` });
    expect(JSON.stringify(open)).toContain(`\\"page\\":\\"https://desk.test/sources/${openId}\\"`);
    expect(errors).toBe("");
  });
});

const initialize = {
  ...{ jsonrpc: "2.0", id: 1, method: "initialize" },
  params: { protocolVersion: VERSIONS[1], capabilities: {}, clientInfo: { name: "tests", version: "1" } },
};

it("answers what was piped in before it ends", async () => {
  const child = spawn(process.execPath, [PROGRAM, "mcp"], { cwd: temporaryFolder(), env: environment() });
  onTestFinished(() => void child.kill("SIGKILL"));
  const calls = [
    initialize,
    { jsonrpc: "2.0", method: "notifications/initialized" },
    {
      jsonrpc: "2.0",
      id: 2,
      method: "tools/call",
      params: { name: "pledge", arguments: { subject: "alibaba" } },
    },
  ];
  child.stdin.end(calls.map((call) => `${JSON.stringify(call)}\n`).join(""));
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  expect(await once(child, "close")).toEqual([0, null]);
  const replies = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(replies.map(({ id }) => id)).toEqual([1, 2]);
  expect(JSON.stringify(replies[1])).toContain("$15.5 billion");
});

it("ends with status 0 when its standard input does, and goes on after what is no message", async () => {
  const child = spawn(process.execPath, [PROGRAM, "mcp"], { cwd: temporaryFolder(), env: environment() });
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  for (const line of ["no JSON", "[]", '{"jsonrpc":"2.0"}', JSON.stringify(initialize)])
    child.stdin.write(`${line}\n`);
  await expect.poll(() => out).toContain('"serverInfo"');
  const ended = once(child, "close");
  child.stdin.end();
  expect(await ended).toEqual([0, null]);
  for (const line of out.trim().split("\n")) expect(JSON.parse(line)).toMatchObject({ jsonrpc: "2.0" });
});

it("ends at a message that is longer than any may be", async () => {
  const child = spawn(process.execPath, [PROGRAM, "mcp"], { cwd: temporaryFolder(), env: environment() });
  onTestFinished(() => void child.kill("SIGKILL"));
  child.stdin.on("error", () => {});
  child.stdin.write("x".repeat(2 ** 20 + 1));
  expect(await once(child, "exit")).toEqual([0, null]);
});

it("says what is wrong with the shelf on standard error, and starts nothing", async () => {
  const child = spawn(process.execPath, [PROGRAM, "mcp"], {
    env: environment({ SHELF_DIR: join(temporaryFolder(), "nothing") }),
  });
  let [out, errors] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  expect(await once(child, "close")).toEqual([2, null]);
  expect(out).toBe("");
  expect(errors).not.toBe("");
});

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);

it.skipIf(programs === undefined)(
  "answers from a shelf in a database what it answers from files",
  async () => {
    const postgres = await startPostgres(programs!);
    onTestFinished(() => postgres.close());
    const inDatabase = environment({ DATABASE_URL: await postgres.database(), SHELF: "database" });
    await printedBy(["shelf", "publish"], { cwd: temporaryFolder(), env: inDatabase });
    const answers = async (env: Record<string, string>) => {
      const client = clientOf(VERSIONS[0]);
      const command = { command: process.execPath, args: [PROGRAM, "mcp"], cwd: temporaryFolder(), env };
      await client.connect(new StdioClientTransport(command));
      const called = await Promise.all([
        client.callTool({ name: "pledge", arguments: { subject: "alibaba" } }),
        client.callTool({ name: "check", arguments: { text: "Alibaba committed $16 billion." } }),
        client.callTool({ name: "search", arguments: { words: "third distribution" } }),
        client.readResource({ uri: `refdesk://sources/${hiddenId}` }),
        client.listResources(),
      ]);
      await client.close();
      return called;
    };
    expect(await answers(inDatabase)).toEqual(await answers(environment()));
  },
);

describe("on the one server", () => {
  it.each(VERSIONS)("answers beside the pages with MCP=yes, in version %s", async (version) => {
    const program = startProgram({
      ...{ PORT: "0", MCP: "yes", MCP_KEYS: `${KEY}, ${KEY}-2`, PUBLIC_URL: "https://desk.test/refdesk" },
    });
    onTestFinished(() => program.kill());
    const port = await program.port(0);
    const client = clientOf(version);
    await client.connect(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`)));
    const result = await client.callTool({ name: "pledge", arguments: { subject: "alibaba" } });
    expect(textOf(result)).toContain("https://desk.test/refdesk/sources/voa-common-prosperity");
    expect((await send(port, { method: "GET", path: "/mcp" })).status).toBe(405);
    expect((await send(port, { path: "/refdesk/mcp", body: "{}" })).status).not.toBe(405);
    const refused = await send(port, { path: "/mcp", headers: { authorization: "Bearer no" }, body: "{}" });
    expect(refused.status).toBe(401);
    expect(program.errors()).not.toContain(KEY);
  });

  it("is off without it", async () => {
    const program = startProgram({ PORT: "0" });
    onTestFinished(() => program.kill());
    const port = await program.port(0);
    expect((await send(port, { path: "/mcp", body: "{}" })).status).toBe(405);
    expect((await send(port, { method: "GET", path: "/mcp" })).status).toBe(404);
  });
});
