/** Admin server on its own port: health, readiness and Prometheus metrics. */

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

/** The part of the library that readiness and metrics need; a structural type, since this room imports no library. */
export interface WatchedLibrary {
  state(): Promise<"starting" | "ready">;
  about(): Promise<{
    readonly version: string;
    readonly sources: number;
    /** Number of records by kind. */
    readonly counts: Readonly<Record<string, number>>;
  }>;
}

/** What has come of changed shelves so far. */
export interface WatchedRefreshes {
  readonly taken: number;
  readonly refused: number;
  /** When the current shelf was taken. */
  readonly since: Date;
  /** Why the shelf as it is now is not the current one. */
  readonly faults: readonly string[];
}

/** A platform as readiness sees it; a structural type, since this room knows no platform. */
export interface WatchedPlatform {
  readonly name: string;
  readonly state: () => { readonly is: string; readonly reason?: string };
}

const FORMAT = "text/plain; version=0.0.4; charset=utf-8";

export interface AdminServer {
  readonly port: number;
  /** Wraps a log so that the answers logged through it are counted. */
  readonly observed: (log: Log) => Log;
  /** Counts a request. */
  readonly served: (what: ServedRequest) => void;
  /** Wraps a route's handler so that its requests are counted. */
  readonly counted: (route: string, handler: RouteHandler) => RouteHandler;
  /**
   * Marks start-up as complete: from now on, readiness is that of the current library, and of the platforms: one of them
   * that can be answered is enough.
   */
  readonly started: (
    current: () => WatchedLibrary,
    platforms?: readonly WatchedPlatform[],
    refreshes?: () => WatchedRefreshes,
  ) => void;
  /** Makes readiness fail from now on; called before the other servers stop. */
  readonly stopping: () => void;
  readonly stop: StopFunction;
}

const said = (status: number, text: string): HttpReply => ({
  status,
  headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  body: `${text}\n`,
});

/** Returns metrics of the process, named as in Prometheus's own client libraries. */
function processFamilies(): MetricFamily[] {
  const { user, system } = process.cpuUsage();
  const gauge = (name: string, help: string, value: number): MetricFamily => ({
    name,
    help,
    type: "gauge",
    samples: [{ value }],
  });
  return [
    {
      name: "process_cpu_seconds_total",
      help: "User and system time in seconds.",
      type: "counter",
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

const refreshFamily = ({ taken, refused }: WatchedRefreshes): MetricFamily => ({
  name: "refdesk_shelf_refreshes_total",
  help: "Changed shelves, by whether they were taken.",
  type: "counter",
  samples: [
    { labels: { outcome: "taken" }, value: taken },
    { labels: { outcome: "refused" }, value: refused },
  ],
});

async function shelfFamilies(
  library: WatchedLibrary | undefined,
  refreshes: WatchedRefreshes | undefined,
): Promise<MetricFamily[]> {
  if (!library) return [];
  const { version, sources, counts } = await library.about();
  return [
    {
      name: "refdesk_shelf_info",
      help: "The version of the shelf that is asked.",
      type: "gauge",
      samples: [{ labels: { version }, value: 1 }],
    },
    ...(refreshes ? [refreshFamily(refreshes)] : []),
    {
      name: "refdesk_shelf_sources",
      help: "Sources on the shelf.",
      type: "gauge",
      samples: [{ value: sources }],
    },
    {
      name: "refdesk_shelf_records",
      help: "Records on the shelf by kind.",
      type: "gauge",
      samples: Object.entries(counts).map(([kind, value]) => ({ labels: { kind }, value })),
    },
  ];
}

/**
 * Starts the admin server.
 * @param commands names allowed as labels of answers; any other is counted as "none"
 * @throws {Error} when the address cannot be listened on
 */
export async function serveAdmin(
  place: ListenAddress,
  commands: readonly string[],
  log: Log,
): Promise<AdminServer> {
  const answers = createCounter("refdesk_answers_total", "Answers by command and what came of them.");
  const answerDurations = createHistogram(
    "refdesk_answer_duration_seconds",
    "How long answers took, by command.",
  );
  const requests = createCounter(
    "refdesk_http_requests_total",
    "HTTP requests by the pattern of their path and by status.",
  );
  const requestDurations = createHistogram(
    "refdesk_http_request_duration_seconds",
    "How long HTTP requests took.",
  );
  let current: () => WatchedLibrary | undefined = () => undefined;
  let platforms: readonly WatchedPlatform[] = [];
  let refreshes: (() => WatchedRefreshes) | undefined;
  let isStopping = false;

  const served = ({ route, status, seconds }: ServedRequest): void => {
    requests.add({ route, status: String(status) });
    requestDurations.add({ route }, seconds);
  };
  const isShelfReady = async (): Promise<boolean> => !isStopping && (await current()?.state()) === "ready";
  const isAnswered = ({ state }: WatchedPlatform): boolean => ["ready", "standby"].includes(state().is);

  /** Says whether the desk, or one of its platforms, can be asked, with a line for each platform. */
  async function readiness(asked: readonly WatchedPlatform[]): Promise<HttpReply> {
    const isReady = (await isShelfReady()) && (asked.length === 0 || asked.some(isAnswered));
    const lines = asked.map(({ name, state }) => {
      const { is, reason } = state();
      return `${name}: ${is}${reason === undefined ? "" : ` (${reason})`}`;
    });
    return said(isReady ? 200 : 503, [isReady ? "ready" : "not ready", ...lines].join("\n"));
  }

  /** Says which shelf is asked, and why a changed one is not. */
  async function status(): Promise<HttpReply> {
    const about = await current()?.about();
    if (!about) return said(503, "the shelf is being read");
    const { version, sources, counts } = about;
    const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const { since, faults = [] } = refreshes?.() ?? {};
    return said(
      200,
      [
        `shelf: ${version}, sources: ${sources}, records: ${records}`,
        ...(since ? [`since: ${since.toISOString()}`] : []),
        ...(faults.length > 0 ? ["its files have changed and were not taken:", ...faults] : []),
      ].join("\n"),
    );
  }

  const routes: RouteTable = new Map([
    ["GET /healthz", async () => said(200, "ok")],
    ["GET /readyz", () => readiness(platforms)],
    ["GET /status", status],
    [
      "GET /metrics",
      async () => ({
        status: 200,
        headers: { "content-type": FORMAT, "cache-control": "no-store" },
        body: formatMetrics([
          ...[answers, answerDurations, requests, requestDurations].map((metric) => metric.family()),
          ...(await shelfFamilies(current(), refreshes?.())),
          ...processFamilies(),
        ]),
      }),
    ],
  ]);
  const server = await serveHttp(place, routes, log);

  return {
    port: server.port,
    observed: (original) =>
      observeAnswers(original, ({ command, outcome, ms }) => {
        const name = commands.find((known) => known === command) ?? "none";
        answers.add({ command: name, outcome: String(outcome) });
        if (typeof ms === "number") answerDurations.add({ command: name }, ms / 1_000);
      }),
    served,
    counted: (route, handler) => async (request) => {
      const since = performance.now();
      const reply = await handler(request);
      served({ route, status: reply.status, seconds: (performance.now() - since) / 1_000 });
      return reply;
    },
    started(given, watched = [], refreshed = undefined) {
      current = given;
      refreshes = refreshed;
      platforms = watched;
      for (const platform of watched) routes.set(`GET /readyz/${platform.name}`, () => readiness([platform]));
    },
    stopping() {
      isStopping = true;
    },
    stop: () => server.stop(),
  };
}
