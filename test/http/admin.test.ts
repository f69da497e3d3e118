/** The admin server: health, readiness, and metrics without anything that was typed. */
import { afterEach, expect, it } from "vitest";
import { type AdminServer, serveAdmin } from "../../src/http/admin.ts";
import { formatMetrics } from "../../src/http/metrics.ts";
import { keptLog, library } from "../desks.ts";
import { send } from "../stand-ins/http.ts";

let admin: AdminServer | undefined;
afterEach(() => admin?.stop());

async function watched() {
  const log = keptLog();
  const made = await serveAdmin({ host: "127.0.0.1", port: 0 }, ["pledge", "quote"], log);
  admin = made;
  const get = (path: string) => send(made.port, { method: "GET", path });
  return { admin: made, get, log };
}

it("lives at once, is ready once everything is, and no more when it stops", async () => {
  const { admin, get } = await watched();
  expect((await get("/healthz")).status).toBe(200);
  expect((await get("/readyz")).status).toBe(503);
  let state: "starting" | "ready" = "starting";
  admin.started(() => ({ ...library, state: async () => state }));
  expect((await get("/readyz")).status).toBe(503);
  state = "ready";
  expect((await get("/readyz")).status).toBe(200);
  admin.stopping();
  expect((await get("/readyz")).status).toBe(503);
  expect((await get("/healthz")).status).toBe(200);
});

it("counts answers from the log's own lines, and lets nothing that was typed into a label", async () => {
  const { admin, get, log } = await watched();
  const seen = admin.observed(log);
  seen.info({ command: "pledge", outcome: "found", ms: 4 }, "answered");
  seen.info({ command: "pledge", outcome: "found", ms: 40 }, "answered");
  seen.info({ command: "typed by somebody", outcome: "mistake", ms: 1 }, "answered");
  seen.info({ id: 7, type: 4 }, "answered");
  admin.served({ route: "/sources/:id", status: 200, seconds: 0.002 });
  admin.started(() => library);
  const { body, headers } = await get("/metrics");
  expect(headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(body).not.toContain("typed by somebody");
  const lines = body.split("\n").filter((line) => /^refdesk_(?!shelf)/.test(line) && !/_bucket/.test(line));
  expect(lines.join("\n")).toMatchInlineSnapshot(`
    "refdesk_answers_total{command="pledge",outcome="found"} 2
    refdesk_answers_total{command="none",outcome="mistake"} 1
    refdesk_answer_duration_seconds_sum{command="pledge"} 0.044
    refdesk_answer_duration_seconds_count{command="pledge"} 2
    refdesk_answer_duration_seconds_sum{command="none"} 0.001
    refdesk_answer_duration_seconds_count{command="none"} 1
    refdesk_http_requests_total{route="/sources/:id",status="200"} 1
    refdesk_http_request_duration_seconds_sum{route="/sources/:id"} 0.002
    refdesk_http_request_duration_seconds_count{route="/sources/:id"} 1"
  `);
  expect(body).toContain('refdesk_answer_duration_seconds_bucket{command="pledge",le="0.005"} 1');
  expect(body).toContain('refdesk_answer_duration_seconds_bucket{command="pledge",le="+Inf"} 2');
  expect(body).toContain("refdesk_shelf_sources 2");
  expect(log.lines.filter(({ message }) => message === "answered")).toHaveLength(4);
});

it("counts a platform's requests by their route", async () => {
  const { admin, get } = await watched();
  const handler = admin.counted("POST /slack/events", async () => ({ status: 401 }));
  await handler({ headers: {}, body: Buffer.from(""), query: "" });
  expect((await get("/metrics")).body).toContain(
    'refdesk_http_requests_total{route="POST /slack/events",status="401"} 1',
  );
});

it("writes what Prometheus reads", async () => {
  const { get } = await watched();
  for (const line of (await get("/metrics")).body.trimEnd().split("\n"))
    expect(line).toMatch(
      /^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\})? [\d.e+-]+)$/,
    );
  expect(
    formatMetrics([
      { name: "x", help: "y", type: "gauge", samples: [{ labels: { a: 'q"\\\n' }, value: 1 }] },
    ]),
  ).toBe('# HELP x y\n# TYPE x gauge\nx{a="q\\"\\\\\\n"} 1\n');
});

it("says which shelf is asked, and why a changed one is not", async () => {
  const { admin, get } = await watched();
  expect(await get("/status")).toMatchObject({ status: 503, body: "the shelf is being read\n" });
  const about = { version: "0123456789ab", sources: 2, counts: { pledges: 3, quotes: 4 } };
  const watchedLibrary = { state: async () => "ready" as const, about: async () => about };
  const since = new Date("2026-11-30T09:00:00Z");
  const faults = ["data/people/a.json /label: expected a text"];
  let state = { taken: 2, refused: 1, since, faults: [] as string[] };
  admin.started(
    () => watchedLibrary,
    [],
    () => state,
  );
  expect((await get("/status")).body).toBe(
    "shelf: 0123456789ab, sources: 2, records: 7\nsince: 2026-11-30T09:00:00.000Z\n",
  );
  state = { ...state, faults };
  expect((await get("/status")).body).toMatchInlineSnapshot(`
    "shelf: 0123456789ab, sources: 2, records: 7
    since: 2026-11-30T09:00:00.000Z
    its files have changed and were not taken:
    data/people/a.json /label: expected a text
    "
  `);
  const { body } = await get("/metrics");
  expect(body.split("\n").filter((line) => /^refdesk_shelf/.test(line))).toEqual([
    'refdesk_shelf_info{version="0123456789ab"} 1',
    'refdesk_shelf_refreshes_total{outcome="taken"} 2',
    'refdesk_shelf_refreshes_total{outcome="refused"} 1',
    "refdesk_shelf_sources 2",
    'refdesk_shelf_records{kind="pledges"} 3',
    'refdesk_shelf_records{kind="quotes"} 4',
  ]);
});
