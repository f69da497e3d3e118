/**
 * `npm run bench:workspaces`: measures a desk that a thousand Slack workspaces have installed, each with a shelf of its own, beside
 * one that a single workspace has: its start, its answers, the renewal of a token, and what a limit costs.
 *
 * Each desk is a process of the package, as a host runs it. They are asked in turn, one after the other, so that a slow phase of the machine affects both alike.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { CONNECTIONS } from "../../src/config/environment.ts";
import { COORDINATION_SCHEMA } from "../../src/coordination/coordination-schema.ts";
import { createDatabaseLimits } from "../../src/coordination/database-limits.ts";
import { openDatabase } from "../../src/database/connection.ts";
import { makeSteps } from "../../src/database/schema-steps.ts";
import { type AskLimit, createMemoryLimit, noLimit } from "../../src/delivery/ask-limit.ts";
import { createLog } from "../../src/support/log.ts";
import { programsOf, startPostgres } from "../../test/citation-log/postgres.ts";
import { mention } from "../../test/platforms/slack/many-workspaces.ts";
import { installPackage, PACKAGE } from "../../test/programs/installed.ts";
import { asForm, type Posted, send, slackSigner } from "../../test/stand-ins/http.ts";
import type { Json } from "../../test/stand-ins/json.ts";
import { startSlackOAuth } from "../../test/stand-ins/slack-oauth.ts";
import { commandPayload } from "../../test/stand-ins/slack-payloads.ts";
import { SPELLINGS } from "../bot.ts";
import { interleave, median, quantile } from "../measure.ts";
import { type Line, machine, tableOf } from "../report.ts";
import { type Serving, serve } from "../serving.ts";
import { type MadeApp, type MadeInstallations, makeInstallations } from "./making.ts";

const USAGE = "npm run bench:workspaces -- [number of installations]";

const MANY = 1_000;
/** How many workspaces of the many are asked, each with its shelf open. */
const ASKED = 20;
const PLANS = {
  starts: { warmUp: 1, rounds: 9, rest: 0 },
  kept: { warmUp: 1_500, rounds: 1_500, rest: 0 },
  anew: { warmUp: 500, rounds: 500, rest: 0 },
  limits: { warmUp: 2_000, rounds: 5_000, rest: 0 },
} as const;
/** How many answers are counted together, and how many times each desk gives them twice. */
const WORK = { asks: 400, turns: 8 } as const;
/** The most that a start may take, in milliseconds; the ratio of an answer; and the most that a limit may cost. */
const TARGETS = { start: 2_000, answer: 1.05, limit: 1 } as const;
/** More than anybody asks; and a limit that waits for the database, however late it is, and counts nothing elsewhere. */
const ASKS = 1_000_000;
const PATIENT = { patience: 60_000, alone: 0 } as const;
const EVENTS = 50;
/** How long a token holds that is about to end, in seconds. */
const ENDING_S = 30;

const SIGNS = [/connected to Slack/, /"port":\d+,.*"msg":"listening"/];

const say = (what: string): void => void process.stderr.write(`${what} …\n`);

const app: MadeApp & { readonly clientSecret: string; readonly signingSecret: string } = {
  ...{ clientId: "1234567890.9876543210", key: randomBytes(32).toString("base64") },
  ...{ clientSecret: randomBytes(16).toString("hex"), signingSecret: randomBytes(16).toString("hex") },
};
const signed = slackSigner(app.signingSecret);
const nowhere = "http://127.0.0.1:9/responses/1";

/** Starts a desk: `program` is the package's, `cache` a folder for what it keeps. */
function startDesk(
  made: MadeInstallations,
  { program, apiUrl, cache }: { readonly program: string; readonly apiUrl: string; readonly cache: string },
): Promise<Serving> {
  return serve(
    [program],
    {
      ...{ SLACK_CLIENT_ID: app.clientId, SLACK_CLIENT_SECRET: app.clientSecret, INSTALL_KEYS: app.key },
      ...{ SLACK_SIGNING_SECRET: app.signingSecret, PUBLIC_URL: "https://refdesk.example.org", PORT: "0" },
      ...{ SLACK_API_URL: apiUrl, DATA_DIR: made.dataFolder, CACHE_DIR: cache, ASKS_PER_MINUTE: "0" },
    },
    SIGNS,
  );
}

/** Types a command in a workspace. */
function typed(port: number, team: string, command: string, text: string): Promise<Posted> {
  const body = asForm({ ...commandPayload(command, text, nowhere), team_id: team });
  return send(port, { path: "/slack/events", headers: signed(body), body });
}

/** Asks until the shelf of a workspace is open. */
async function open(port: number, team: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const { body } = await typed(port, team, "/pledge", "alibaba");
    if (body.includes("15.5 billion")) return;
    await pause(100);
  }
  throw new Error(`the shelf of ${team} was not opened`);
}

/** How many spellings were used: none is asked twice. */
let spelt = 0;

/** Returns rounds that ask in one workspace after the other, the same each time or never the same. */
function askingIn(port: number, teams: readonly string[], isAnew: boolean) {
  let turn = 0;
  return async () => {
    const number = turn++;
    const text = isAnew ? SPELLINGS[spelt++ % SPELLINGS.length]!.words : "alibaba";
    const { status, body } = await typed(port, teams[number % teams.length]!, "/pledge", text);
    if (status !== 200 || body.length < 1_000) throw new Error(`${status}: ${body.slice(0, 300)}`);
  };
}

async function measureStarts(desks: readonly (() => Promise<Serving>)[]): Promise<Line> {
  const times = desks.map((): number[] => []);
  const rounds = desks.map((start, index) => async () => {
    const serving = await start();
    times[index]!.push(serving.ready);
    await serving.stop();
  });
  await interleave(rounds, PLANS.starts);
  const [many, one] = times.map((all) => all.slice(PLANS.starts.warmUp));
  return {
    ...{ what: "Start, until it listens", unit: "ms", values: many! },
    besides: [{ what: "one installation", values: one! }],
  };
}

/** Measures answers in some of the many workspaces, beside those of the one. */
async function measureAnswers(
  many: Serving,
  one: Serving,
  {
    where,
    asked,
    only,
  }: { readonly where: string; readonly asked: readonly string[]; readonly only: string },
): Promise<Line[]> {
  const lines: Line[] = [];
  // What is collected of a heap that holds twenty shelves costs more than of one that holds one.
  const target = asked.length === 1 ? { most: TARGETS.answer } : {};
  for (const [what, isAnew] of [
    ["sent before", false],
    ["drawn anew", true],
  ] as const) {
    say(`asking what was ${what}, ${where}`);
    const [ours, its] = [askingIn(many.port, asked, isAnew), askingIn(one.port, [only], isAnew)];
    // Whoever comes second finds this process warm: each comes first as often.
    const [first, second, third, fourth] = await interleave(
      [ours, its, its, ours],
      PLANS[isAnew ? "anew" : "kept"],
    );
    lines.push({
      ...{ what: `Answer that was ${what}, ${where}`, unit: "ms", values: [...first!, ...fourth!] },
      besides: [{ what: "one installation", values: [...second!, ...third!], ...target }],
    });
  }
  return lines;
}

/**
 * Measures how long the processor works for an answer, over some hundreds of them at a time: other work of the machine
 * changes that less than how long one waits.
 */
async function measureWork(many: Serving, one: Serving, team: string, only: string): Promise<Line[]> {
  const values: number[][] = [[], []];
  const asking = [askingIn(many.port, [team], false), askingIn(one.port, [only], false)] as const;
  const desks = [many, one] as const;
  for (const index of Array.from({ length: WORK.turns }, () => [0, 1, 1, 0] as const).flat()) {
    const before = desks[index].processorTime();
    if (before === undefined) return [];
    for (let asked = 0; asked < WORK.asks; asked++) await asking[index]();
    values[index]!.push((desks[index].processorTime()! - before) / WORK.asks);
  }
  return [
    {
      ...{ what: "Processor time of an answer that was sent before", unit: "ms", values: values[0]! },
      besides: [{ what: "one installation", values: values[1]!, most: TARGETS.answer }],
    },
  ];
}

/** Installs the app with a token that is about to end, and sends events at once. */
async function measureRenewal(port: number, slack: Awaited<ReturnType<typeof startSlackOAuth>>) {
  const get = (path: string, headers: Record<string, string> = {}) =>
    send(port, { method: "GET", path, headers });
  const team = "T0RENEWING1";
  const { headers } = await get("/slack/install");
  const [cookie = ""] = [headers["set-cookie"]].flat() as string[];
  const state = new URL(String(headers.location)).searchParams.get("state") ?? "";
  const query = new URLSearchParams({ code: slack.allow({ team, endsIn: ENDING_S }), state });
  await get(`/slack/oauth_redirect?${query}`, { cookie: cookie.split(";")[0] ?? "" });
  const event = (number: number): Json => ({
    ...{ type: "event_callback", event_id: `Ev0BENCH${number}`, api_app_id: "A1", team_id: team },
    ...{ event_time: Math.floor(Date.now() / 1_000), event: mention("pledge alibaba") },
  });
  const posts = () => slack.calls.filter((call) => call.team === team && call.method.startsWith("chat."));
  const began = performance.now();
  await Promise.all(
    Array.from({ length: EVENTS }, (_, number) => {
      const body = JSON.stringify(event(number));
      return send(port, { path: "/slack/events", headers: signed(body), body });
    }),
  );
  while (posts().length < EVENTS && performance.now() - began < 30_000) await pause(5);
  return { renewals: slack.exchanges, answered: posts().length, ms: performance.now() - began };
}

/** Measures limits beside none, each for one of a thousand people in turn. */
async function measureLimits(): Promise<Line[]> {
  const counting = (limit: AskLimit) => {
    let turn = 0;
    return () => limit(`slack T0/${turn++ % 1_000}`);
  };
  const programs = programsOf();
  const postgres = programs === undefined ? undefined : await startPostgres(programs);
  const database =
    postgres && (await openDatabase(await postgres.database(), { most: CONNECTIONS.coordination }));
  if (database) await makeSteps(database, COORDINATION_SCHEMA);
  const shared = database && createDatabaseLimits(database, createLog("error", []), PATIENT);
  const limits = [createMemoryLimit("ask", ASKS), shared?.("ask", ASKS)];
  const names = ["A limit in memory", "A limit in PostgreSQL, over all processes"];
  const [none, ...counted] = await interleave(
    [noLimit, ...limits.filter((limit) => limit !== undefined)].map(counting),
    PLANS.limits,
  );
  await database?.close();
  await postgres?.close();
  return counted.map((values, index) => ({
    ...{ what: names[index]!, unit: "ms", values },
    besides: [{ what: "no limit", values: none! }],
  }));
}

async function bench(count: number, root: string): Promise<void> {
  const slack = await startSlackOAuth(app.clientId, app.clientSecret);
  const program = join(installPackage(root), PACKAGE.bin.refdesk);
  const surroundings = { program, apiUrl: slack.apiUrl, cache: join(root, "cache") };
  say(`making ${count} installations`);
  const [thousand, single] = [
    await makeInstallations(root, count, app),
    await makeInstallations(root, 1, app),
  ];
  const start = (made: MadeInstallations) => () => startDesk(made, surroundings);
  say("starting again and again");
  const starts = await measureStarts([start(thousand), start(single)]);
  const [many, one] = [await start(thousand)(), await start(single)()];
  say("opening shelves");
  const teams = thousand.teams.slice(0, ASKED);
  const [[only = ""], [team = ""]] = [single.teams, teams];
  await open(many.port, team);
  await open(one.port, only);
  const inOne = await measureAnswers(many, one, { where: "in one of them", asked: [team], only });
  say("measuring how long the processor works");
  const work = await measureWork(many, one, team, only);
  // Each holds its shelf in memory from here on.
  for (const other of teams) await open(many.port, other);
  const where = `in ${ASKED} of them in turn, with their shelves open`;
  const answers = [...inOne, ...work, ...(await measureAnswers(many, one, { where, asked: teams, only }))];
  say("renewing a token");
  const renewal = await measureRenewal(many.port, slack);
  await Promise.all([many.stop(), one.stop()]);
  await slack.close();
  say("counting by limits");
  const limits = await measureLimits();

  console.log(`${machine()}; ${count.toLocaleString("en")} installations with a shelf each.\n`);
  console.log(tableOf([starts, ...answers, ...limits]));
  const { renewals, answered, ms } = renewal;
  console.log(
    `\n${EVENTS} events at once for a token that ends in ${ENDING_S} s: ${answered} answered in ${Math.round(ms)} ms, ${renewals} renewal.`,
  );
  const costs = limits.map(({ values }) => median(values));
  const faults = [
    ...(quantile(starts.values, 0.95) < TARGETS.start ? [] : ["a start takes too long"]),
    ...(answered === EVENTS && renewals === 1 ? [] : ["the token was not renewed once"]),
    ...(Math.max(...costs) < TARGETS.limit ? [] : ["a limit costs too much"]),
  ];
  for (const fault of faults) console.log(`Missed: ${fault}.`);
}

const { positionals } = parseArgs({ allowPositionals: true });
const count = Number(positionals[0] ?? MANY);
if (!(positionals.length <= 1 && Number.isInteger(count) && count >= ASKED))
  throw new Error(`${USAGE}, from ${ASKED} on`);
const root = mkdtempSync(join(tmpdir(), "refdesk-bench-"));
try {
  await bench(count, root);
  // The connections to the desks are kept alive, and would keep the process so.
  process.exitCode = 0;
} finally {
  rmSync(root, { recursive: true });
}
process.exit();
