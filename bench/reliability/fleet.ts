/** Starts several processes of the program over HTTP, with one database that holds their shelf, and asks them as Slack does. */
import { setTimeout } from "node:timers/promises";
import { openDatabase } from "../../src/database/connection.ts";
import { publishFolder } from "../../src/library/database/publish-folder.ts";
import { type Postgres, startPostgres } from "../../test/citation-log/postgres.ts";
import { asForm, send, slackSigner } from "../../test/stand-ins/http.ts";
import type { Json } from "../../test/stand-ins/json.ts";
import { type SlackStandIn, startSlack } from "../../test/stand-ins/slack.ts";
import { commandPayload } from "../../test/stand-ins/slack-payloads.ts";
import { PROJECT } from "../bot.ts";
import { PROGRAMS, READY, type Started, startProcess, temporaryFolder } from "./processes.ts";
import { allowedTime, type Scale } from "./row.ts";
import { slackPerson, slackVariables } from "./ways.ts";

const SECRET = "a-signing-secret-of-these-processes";
const signed = slackSigner(SECRET);

/** How long an answer may take that was promised, in milliseconds. */
const promisedMs = (scale: Scale): number => allowedTime(scale, 10_000);

/** What came of a command, and after how many milliseconds. */
export interface AskedCommand {
  readonly isAnswered: boolean;
  readonly text: string;
  readonly ms: number;
}

/** Several processes of the program, one database and one workspace. */
export interface Fleet {
  readonly postgres: Postgres;
  /** The database's address. */
  readonly url: string;
  readonly slack: SlackStandIn;
  readonly processes: readonly Started[];
  /** Kills a process, and starts another in its place. */
  replace(number: number): Promise<void>;
  /** Types a command, and waits for its answer. */
  ask(process: number, command: string, text: string): Promise<AskedCommand>;
  /** Delivers an event to a process. Resolves to the status; 0 where the connection broke. */
  deliver(process: number, envelope: Json): Promise<number>;
  /** Has several people ask, each once the ask before is answered, a process in turn, until it is over. */
  askInTurn(ask: (process: number) => Promise<void>, isOver: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** How many people ask at once, and the pause of each after an answer, in milliseconds. */
const [ASKERS, PAUSE] = [4, 50];

/**
 * Starts processes that answer from a shelf in a database.
 * @param programs PostgreSQL's folder @param more other variables
 */
export async function startFleet(
  scale: Scale,
  size: number,
  programs: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Fleet> {
  const [postgres, slack] = await Promise.all([startPostgres(programs), startSlack({ checks: false })]);
  const url = await postgres.database();
  const database = await openDatabase(url, { most: 2 });
  await publishFolder(database, PROJECT);
  await database.close();
  const folders = Array.from({ length: size }, temporaryFolder);
  const variables = {
    ...{ ...slackVariables(slack), SLACK_SIGNING_SECRET: SECRET, PORT: "0" },
    ...{ DATABASE_URL: url, SHELF: "database", ASKS_PER_MINUTE: "0", ...more },
  };
  const start = (number: number) =>
    startProcess(PROGRAMS.refdesk, variables, READY.slackHttp, folders[number]!.folder);
  const processes = await Promise.all(folders.map((_, number) => start(number)));
  const down = new Set<number>();
  /** The port of a process, or of the next one that is up, as a load balancer finds it. */
  function portOf(number: number): number {
    const turns = Array.from({ length: size }, (_, turn) => (number + turn) % size);
    return processes[turns.find((turn) => !down.has(turn)) ?? number % size]!.port;
  }

  async function postedTo(responseUrl: string): Promise<string> {
    const { pathname } = new URL(responseUrl);
    for (
      const until = performance.now() + promisedMs(scale);
      performance.now() < until;
      await setTimeout(10)
    ) {
      const post = slack.posts.find((one) => one.url === pathname);
      if (post) return JSON.stringify(post.body);
    }
    return "";
  }

  return {
    ...{ postgres, url, slack, processes },
    async replace(number) {
      await processes[number]!.stop("SIGKILL");
      down.add(number);
      processes[number] = await start(number);
      down.delete(number);
    },
    async ask(number, command, text) {
      const responseUrl = slack.responseUrl();
      const body = asForm(commandPayload(command, text, responseUrl, slackPerson()));
      const since = performance.now();
      const reply = await send(portOf(number), {
        ...{ path: "/slack/events", headers: signed(body), body },
      }).catch(() => undefined);
      const isPromised = reply?.status === 200 && !reply.body.includes('"blocks"');
      const said = isPromised ? await postedTo(responseUrl) : (reply?.body ?? "");
      const isAnswered = said.includes('"blocks"') && !said.includes("Reference ");
      return { isAnswered, text: said, ms: performance.now() - since };
    },
    async deliver(number, envelope) {
      const body = JSON.stringify(envelope.payload);
      const reply = await send(portOf(number), {
        ...{ path: "/slack/events", headers: signed(body), body },
      }).catch(() => undefined);
      return reply?.status ?? 0;
    },
    async askInTurn(ask, isOver) {
      let turn = 0;
      const asker = async () => {
        for (; !isOver(); await setTimeout(PAUSE)) await ask(turn++);
      };
      await Promise.all(Array.from({ length: ASKERS }, asker));
    },
    async close() {
      await Promise.all(processes.filter(({ isAlive }) => isAlive()).map(({ stop }) => stop("SIGKILL")));
      await Promise.all([postgres.close(), slack.close()]);
      for (const { remove } of folders) remove();
    },
  };
}
