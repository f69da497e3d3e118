/** Measures the pages: throughput beside a plain server that sends the same bytes, and how a browser loads one. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ASKS, PROJECT } from "./bot.ts";
import { median } from "./measure.ts";
import type { PageLoaded, PageRound } from "./page-load.ts";
import type { Line } from "./report.ts";
import { freePort, listening, type Serving, serve, serveProgram } from "./serving.ts";

/** The measured page: a record with two accounts that differ. */
export const PAGE = "/records/pledges/alibaba-common-prosperity";

export const PAGE_ROUND = { connections: 16, count: 4_000 } as const;
export const PAGE_PLAN = { warmUp: 3, rounds: 11 } as const;

/** Minimum throughput of the pages relative to the plain server. */
const LEAST = 0.5;

const PATIENCE = 30_000;

async function heard(child: ChildProcess): Promise<PageLoaded> {
  const [said] = await once(child, "message", { signal: AbortSignal.timeout(PATIENCE) });
  if (said.failed !== undefined) throw new Error(`the load failed: ${said.failed}`);
  return said;
}

/** Starts Refdesk with its pages only. */
async function pagesServed(cache: string): Promise<Serving> {
  const port = await freePort();
  const variables = { PORT: String(port), LOG_LEVEL: "warn", CACHE_DIR: cache };
  const serving = await serve([join(PROJECT, "bin/refdesk.js")], variables, []);
  await listening(port);
  return { ...serving, port };
}

/** Loads the page in a browser and measures bytes, requests and layout shift. */
async function seen(address: string): Promise<Line[]> {
  const [{ chromium }, { findChromium }] = await Promise.all([
    import("playwright-core"),
    import("../preview/pictures.ts"),
  ]);
  const program = findChromium(process.env);
  if (program === undefined) {
    process.stderr.write("no Chromium was found: what a browser makes of a page is left out\n");
    return [];
  }
  const browser = await chromium.launch({
    executablePath: program,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(address, { waitUntil: "networkidle" });
    const found = (await page.evaluate(`new Promise((resolve) => {
      let shift = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value; })
        .observe({ type: "layout-shift", buffered: true });
      const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      setTimeout(() => resolve([
        all.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000,
        all.length,
        shift,
        performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
      ]), 500);
    })`)) as number[];
    const [size, requests, shift, paint] = found as [number, number, number, number];
    const line = (what: string, unit: string, value: number): Line => ({
      ...{ what: `A record’s page in a browser: ${what}`, unit, values: [value] },
    });
    return [
      line("all that is sent", "kB", size),
      line("requests", "", requests),
      line("layout shift", "", shift),
      line("first paint", "ms", paint),
    ];
  } finally {
    await browser.close();
  }
}

export async function measurePages(): Promise<Line[]> {
  const cache = mkdtempSync(join(tmpdir(), "refdesk-bench-"));
  const load = fork(join(PROJECT, "bench/run.js"), ["./page-load.ts"], { execArgv: [] });
  await heard(load);
  const refdesk = await pagesServed(cache);
  const reply = await fetch(`http://127.0.0.1:${refdesk.port}${PAGE}`);
  const page = await reply.text();
  const { connection: _, "keep-alive": __, date: ___, ...headers } = Object.fromEntries(reply.headers);
  const orders = { platform: "discord", publicKey: "", secret: "" } as const;
  const bare = await serveProgram("bare-page.ts", { ...orders, answers: [page, JSON.stringify(headers)] });
  const round = async ({ port }: Serving, paths: readonly string[], times: Partial<PageRound> = {}) => {
    const requests = paths.map((path) => ({ path }));
    load.send({ ...PAGE_ROUND, port, requests, ...times } satisfies PageRound);
    return heard(load);
  };

  const rounds: Record<"ours" | "bare" | "searched" | "one" | "bareOne", PageLoaded[]> = {
    ...{ ours: [], bare: [], searched: [], one: [], bareOne: [] },
  };
  const searches = ASKS.map(({ words }) => `/search?q=${encodeURIComponent(words.replaceAll("-", " "))}`);
  for (let turn = -PAGE_PLAN.warmUp; turn < PAGE_PLAN.rounds; turn++) {
    const each = {
      ours: await round(refdesk, [PAGE]),
      bare: await round(bare, [PAGE]),
      searched: await round(refdesk, searches, { count: 300 }),
      one: await round(refdesk, [PAGE], { connections: 1, count: 200 }),
      bareOne: await round(bare, [PAGE], { connections: 1, count: 200 }),
    };
    if (turn >= 0)
      for (const name of Object.keys(rounds) as (keyof typeof rounds)[]) rounds[name].push(each[name]);
  }
  const browser = await seen(`http://127.0.0.1:${refdesk.port}${PAGE}`);
  load.disconnect();
  await Promise.all([refdesk.stop(), bare.stop()]);
  rmSync(cache, { recursive: true });

  const busy = median([...rounds.ours, ...rounds.bare].map((one) => one.busy));
  process.stderr.write(`the load was busy ${Math.round(busy * 100)} % of the time\n`);
  const of = (name: keyof typeof rounds, what: keyof PageLoaded) => rounds[name].map((one) => one[what]);
  const besides = (name: keyof typeof rounds, what: keyof PageLoaded, least?: number) => [
    { what: "bare `node:http`", values: of(name, what), ...(least === undefined ? {} : { least }) },
  ];
  return [
    {
      ...{ what: "Pages: a record’s page", unit: "requests/s", values: of("ours", "perSecond") },
      besides: besides("bare", "perSecond", LEAST),
    },
    {
      ...{ what: "Pages: a record’s page, 99th percentile", unit: "ms", values: of("ours", "p99") },
      besides: besides("bare", "p99"),
    },
    {
      ...{ what: "Pages: to the first byte, one at a time", unit: "ms", values: of("one", "first") },
      besides: besides("bareOne", "first"),
    },
    {
      ...{ what: "Pages: search, each question drawn anew", unit: "requests/s" },
      values: of("searched", "perSecond"),
    },
    ...browser,
  ];
}
