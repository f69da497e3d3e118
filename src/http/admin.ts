/** For those who watch over the program, on a port of their own: whether it lives, whether it is ready, and what it counts. */

import type { Log } from "../support/log.ts";
import type { StopFunction } from "../support/stop-function.ts";
import {
  createCounter,
  createHistogram,
  formatMetrics,
  type MetricFamily,
  observeAnswers,
} from "./metrics.ts";
import type { ServedRequest } from "./served-request.ts";
import {
  type HttpReply,
  type ListenAddress,
  type RouteHandler,
  type RouteTable,
  serveHttp,
} from "./server.ts";

/** What is watched of the library. */
export interface WatchedLibrary {
  state(): Promise<"starting" | "ready">;
  about(): Promise<{
    readonly sources: readonly unknown[];
    /** How many records there are of each kind. */
    readonly counts: Readonly<Record<string, number>>;
  }>;
}

const FORMAT = "text/plain; version=0.0.4; charset=utf-8";

export interface AdminServer {
  readonly port: number;
  /** The same log, from whose lines answers are counted. */
  readonly observed: (log: Log) => Log;
  readonly served: (what: ServedRequest) => void;
  /** A route's handler whose requests are counted. */
  readonly counted: (route: string, handler: RouteHandler) => RouteHandler;
  /** Everything is started: from now on it is ready whenever the library is. */
  readonly started: (library: WatchedLibrary) => void;
  /** It is about to stop: from now on it is not ready. */
  readonly stopping: () => void;
  readonly stop: StopFunction;
}

const said = (status: number, text: string): HttpReply => ({
  status,
  headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  body: `${text}\n`,
});

/** The process itself, by the names that Prometheus's own clients use. */
function processFamilies(): MetricFamily[] {
  const { user, system } = process.cpuUsage();
  const gauge = (name: string, help: string, value: number): MetricFamily => ({
    ...{ name, help, type: "gauge" },
    samples: [{ value }],
  });
  return [
    {
      ...{ name: "process_cpu_seconds_total", help: "User and system time in seconds.", type: "counter" },
      samples: [{ value: (user + system) / 1_000_000 }],
    },
    gauge("process_resident_memory_bytes", "Resident memory in bytes.", process.memoryUsage.rss()),
    gauge(
      "process_start_time_seconds",
      "When the process started, in seconds since 1970.",
      performance.timeOrigin / 1_000,
    ),
  ];
}

async function shelfFamilies(library: WatchedLibrary | undefined): Promise<MetricFamily[]> {
  if (!library) return [];
  const { sources, counts } = await library.about();
  return [
    {
      ...{ name: "refdesk_shelf_sources", help: "Sources on the shelf.", type: "gauge" },
      samples: [{ value: sources.length }],
    },
    {
      ...{ name: "refdesk_shelf_records", help: "Records on the shelf by kind.", type: "gauge" },
      samples: Object.entries(counts).map(([kind, value]) => ({ labels: { kind }, value })),
    },
  ];
}

/**
 * Listens for those who watch.
 * @param commands the names by which answers may be counted
 */
export async function serveAdmin(
  place: ListenAddress,
  commands: readonly string[],
  log: Log,
): Promise<AdminServer> {
  const answers = createCounter("refdesk_answers_total", "Answers by command and what came of them.");
  const took = createHistogram("refdesk_answer_duration_seconds", "How long answers took, by command.");
  const requests = createCounter(
    "refdesk_http_requests_total",
    "HTTP requests by the pattern of their path and by status.",
  );
  const lasted = createHistogram("refdesk_http_request_duration_seconds", "How long HTTP requests took.");
  let library: WatchedLibrary | undefined;
  let isStopping = false;

  const served = ({ route, status, seconds }: ServedRequest): void => {
    requests.add({ route, status: String(status) });
    lasted.add({ route }, seconds);
  };
  const isReady = async (): Promise<boolean> => !isStopping && (await library?.state()) === "ready";

  const routes: RouteTable = new Map([
    ["GET /healthz", async () => said(200, "ok")],
    ["GET /readyz", async () => ((await isReady()) ? said(200, "ready") : said(503, "not ready"))],
    [
      "GET /metrics",
      async () => ({
        status: 200,
        headers: { "content-type": FORMAT, "cache-control": "no-store" },
        body: formatMetrics([
          ...[answers, took, requests, lasted].map((one) => one.family()),
          ...(await shelfFamilies(library)),
          ...processFamilies(),
        ]),
      }),
    ],
  ]);
  const server = await serveHttp(place, routes, log);

  return {
    port: server.port,
    observed: (whole) =>
      observeAnswers(whole, ({ command, outcome, ms }) => {
        const name = commands.find((known) => known === command) ?? "none";
        answers.add({ command: name, outcome: String(outcome) });
        if (typeof ms === "number") took.add({ command: name }, ms / 1_000);
      }),
    served,
    counted: (route, handler) => async (request) => {
      const since = performance.now();
      const reply = await handler(request);
      served({ route, status: reply.status, seconds: (performance.now() - since) / 1_000 });
      return reply;
    },
    started(of) {
      library = of;
    },
    stopping() {
      isStopping = true;
    },
    stop: () => server.stop(),
  };
}
