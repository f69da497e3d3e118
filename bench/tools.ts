/** Measures the tools over HTTP: throughput beside a server of the same package that gives the same results as constants. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ASKS, type Asked, PROJECT } from "./bot.ts";
import { median } from "./measure.ts";
import type { LoadedRequest, PageLoaded, PageRound } from "./page-load.ts";
import type { Line } from "./report.ts";
import { freePort, listening, type Serving, serve, serveProgram } from "./serving.ts";

export const TOOL_ROUND = { connections: 16, count: 1_500 } as const;
export const TOOL_PLAN = { warmUp: 3, rounds: 15 } as const;

/** Minimum throughput of the tools relative to the server of constants. */
const LEAST = 0.7;

const PATIENCE = 60_000;

const VERSION = "2026-07-28";

/** Returns an ask as a call of its tool. */
function toolCall({ command, option, words }: Asked): LoadedRequest {
  const params = {
    ...{ name: command, arguments: { [option]: words } },
    _meta: {
      "io.modelcontextprotocol/protocolVersion": VERSION,
      "io.modelcontextprotocol/clientInfo": { name: "bench", version: "1.0.0" },
      "io.modelcontextprotocol/clientCapabilities": {},
    },
  };
  return {
    path: "/mcp",
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params }),
    headers: {
      ...{ "content-type": "application/json", accept: "application/json, text/event-stream" },
      ...{ "mcp-protocol-version": VERSION, "mcp-method": "tools/call", "mcp-name": command },
    },
  };
}

const REQUESTS = ASKS.map(toolCall);

async function heard(child: ChildProcess): Promise<PageLoaded> {
  const [said] = await once(child, "message", { signal: AbortSignal.timeout(PATIENCE) });
  if (said.failed !== undefined) throw new Error(`the load failed: ${said.failed}`);
  return said;
}

/** Starts Refdesk with its tools and its pages only. */
async function toolsServed(cache: string): Promise<Serving> {
  const port = await freePort();
  const variables = { PORT: String(port), MCP: "yes", LOG_LEVEL: "warn", CACHE_DIR: cache };
  const serving = await serve([join(PROJECT, "bin/refdesk.js")], variables, []);
  await listening(port);
  return { ...serving, port };
}

/** Returns the result of a call, as a handler gives it. */
async function resultOf(port: number, { path, body = "", headers = {} }: LoadedRequest): Promise<string> {
  const reply = await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body, headers });
  const { content, structuredContent, isError } = (
    (await reply.json()) as { result: Record<string, unknown> }
  ).result;
  if (isError) throw new Error(`not an answer: ${JSON.stringify(content)}`);
  return JSON.stringify({ content, structuredContent });
}

export async function measureTools(): Promise<Line[]> {
  const cache = mkdtempSync(join(tmpdir(), "refdesk-bench-"));
  const load = fork(join(PROJECT, "bench/run.js"), ["./page-load.ts"], { execArgv: [] });
  await heard(load);
  const refdesk = await toolsServed(cache);
  const answers: string[] = [];
  for (const request of REQUESTS) answers.push(await resultOf(refdesk.port, request));
  const orders = { platform: "discord", publicKey: "", secret: "", answers } as const;
  const constant = await serveProgram("constant-tools.ts", orders);
  const round = async ({ port }: Serving) => {
    load.send({ ...TOOL_ROUND, port, requests: REQUESTS } satisfies PageRound);
    return heard(load);
  };
  const [ours, its]: [PageLoaded[], PageLoaded[]] = [[], []];
  for (let turn = -TOOL_PLAN.warmUp; turn < TOOL_PLAN.rounds; turn++) {
    const each = [await round(refdesk), await round(constant)] as const;
    if (turn < 0) continue;
    ours.push(each[0]);
    its.push(each[1]);
  }
  load.disconnect();
  await Promise.all([refdesk.stop(), constant.stop()]);
  rmSync(cache, { recursive: true });

  const busy = median([...ours, ...its].map((one) => one.busy));
  process.stderr.write(`the load was busy ${Math.round(busy * 100)} % of the time\n`);
  const line = (what: string, unit: string, of: (one: PageLoaded) => number, least?: number): Line => ({
    ...{ what: `Assistants over HTTP: ${what}`, unit, values: ours.map(of) },
    besides: [
      { what: "constants, same package", values: its.map(of), ...(least === undefined ? {} : { least }) },
    ],
  });
  return [
    line(`${REQUESTS.length} asks in turn`, "requests/s", ({ perSecond }) => perSecond, LEAST),
    line("99th percentile", "ms", ({ p99 }) => p99),
  ];
}
