/** Cuts the sockets under commands that have just been read, and counts those that are never answered. */
import { setTimeout } from "node:timers/promises";
import { startDiscord } from "../../test/stand-ins/discord.ts";
import { startSlack } from "../../test/stand-ins/slack.ts";
import { PROGRAMS, type ProgramName, READY, startProcess, temporaryFolder } from "./processes.ts";
import { count, holdsWithin, type Row, some } from "./row.ts";
import {
  askOverSocket,
  discordPerson,
  discordVariables,
  type Fate,
  patienceOf,
  slackVariables,
} from "./ways.ts";

/**
 * How many cuts a platform, and over how many programs at once: a socket that is cut again within ten seconds is opened
 * after growing pauses, so that each program is cut every ten seconds alone.
 */
const TRIED = {
  full: { cuts: 100, programs: 5, settled: 10_200 },
  small: { cuts: 3, programs: 1, settled: 0 },
} as const;

/** How many commands are under way at a cut, and how long a socket may take to be back, in milliseconds. */
const BURST = 12;
/** After how many answers to them every other cut comes, and how long these are waited for at most, in milliseconds. */
const SEEN = 8;
const LONGEST = 1_000;
const BACK = 60_000;

/** What became of the commands under the cuts. */
interface Cuts {
  readonly cuts: number;
  readonly answered: number;
  readonly lost: number;
  /** How often no socket came back in time. */
  readonly away: number;
  /** How long no socket was open at most, in milliseconds. */
  readonly longest: number;
}

/** A stand-in whose sockets can be cut. */
interface Cuttable {
  readonly variables: Readonly<Record<string, string>>;
  readonly ready: readonly RegExp[];
  /** How many sockets are open and greeted. */
  open(): number;
  ask(): Promise<Fate>;
  /** Resolves once the program has read what must be read before a cut, or nobody could know of it. */
  read(): Promise<void>;
  cut(): void;
  close(): Promise<void>;
}

async function onDiscord(patience: number): Promise<Cuttable> {
  const stand = await startDiscord({ checks: false, timeout: patience });
  let cuts = 0;
  return {
    variables: discordVariables(stand),
    ready: READY.discordGateway,
    // Each cut is followed by a session that is resumed, or by a new one.
    open: () => (stand.resumes + stand.identified.length > cuts ? 1 : 0),
    ask: () =>
      stand.command("pledge", { subject: "alibaba" }, discordPerson()).then(
        () => "answered" as const,
        () => "lost" as const,
      ),
    // A session that is resumed is told again what it has not acknowledged.
    read: async () => {},
    cut() {
      cuts = stand.resumes + stand.identified.length;
      stand.drop();
    },
    close: stand.close,
  };
}

async function onSlack(patience: number): Promise<Cuttable> {
  const stand = await startSlack({ checks: false, timeout: patience });
  return {
    variables: { ...slackVariables(stand), SLACK_APP_TOKEN: stand.appToken },
    ready: READY.slackSocket,
    open: () => stand.open,
    ask: () => askOverSocket(stand, patience),
    // What lies unread in a connection that is reset was never taken.
    read: stand.read,
    cut: () => stand.drop(),
    close: stand.close,
  };
}

/** Resolves once so many of some promises have. */
const settled = (all: readonly Promise<unknown>[], many: number): Promise<void> =>
  new Promise((resolve) => {
    let left = many;
    for (const one of all)
      void one.then(() => {
        left -= 1;
        if (left === 0) resolve();
      });
  });

/** Cuts one program's sockets so many times. */
async function cutOne(
  make: () => Promise<Cuttable>,
  program: ProgramName,
  cuts: number,
  pause: number,
): Promise<Cuts> {
  const stand = await make();
  const { folder, remove } = temporaryFolder();
  const { stop } = await startProcess(PROGRAMS[program], stand.variables, stand.ready, folder);
  const fates: Promise<Fate>[] = [];
  let [away, longest] = [0, 0];
  // The first answer loads what answers, which is no part of this.
  await stand.ask();
  for (let cut = 0; cut < cuts; cut++) {
    const burst = Array.from({ length: BURST }, () => stand.ask());
    fates.push(...burst);
    await stand.read();
    // Half of the cuts come before most answers are sent, and half come among them.
    if (cut % 2 === 0) await Promise.race([settled(burst, SEEN), setTimeout(LONGEST)]);
    const since = performance.now();
    stand.cut();
    // The end of the connection must be seen before another can be open.
    await setTimeout(20);
    if (!(await holdsWithin(() => stand.open() > 0, BACK))) away += 1;
    longest = Math.max(longest, performance.now() - since);
    await setTimeout(pause);
  }
  const became = await Promise.all(fates);
  await stop("SIGKILL");
  await stand.close();
  remove();
  const answered = became.filter((fate) => fate === "answered").length;
  return { cuts, answered, lost: became.length - answered, away, longest };
}

/** Cuts several programs at once, so many times in all. */
async function cutAll(
  make: () => Promise<Cuttable>,
  program: ProgramName,
  { cuts, programs, settled }: { cuts: number; programs: number; settled: number },
): Promise<Cuts> {
  const all = await Promise.all(
    Array.from({ length: programs }, () => cutOne(make, program, cuts / programs, settled)),
  );
  return all.reduce((sum, one) => ({
    cuts: sum.cuts + one.cuts,
    answered: sum.answered + one.answered,
    lost: sum.lost + one.lost,
    away: sum.away + one.away,
    longest: Math.max(sum.longest, one.longest),
  }));
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;

export const cuts: Row = async (scale, hasPlain) => {
  const [tried, patience] = [TRIED[scale], patienceOf(scale)];
  const [discordHere, slackHere] = [() => onDiscord(patience), () => onSlack(patience)];
  // Discord's sessions are resumed at once, however often they are cut.
  const atOnce = { cuts: tried.cuts, programs: 1, settled: 0 };
  const [discord, slack, plainDiscord, plainSlack] = await Promise.all([
    cutAll(discordHere, "refdesk", atOnce),
    cutAll(slackHere, "refdesk", tried),
    ...(hasPlain ? [cutAll(discordHere, "plain", atOnce), cutAll(slackHere, "plain", tried)] : []),
  ]);
  const told = ({ lost, answered, longest }: Cuts) =>
    `${count(lost)} of ${count(lost + answered)} unanswered, ${seconds(longest)} without a socket at most`;
  const all = { Discord: discord, Slack: slack };
  return {
    what: "all sockets cut while commands are answered: Discord's gateway, Slack's Socket Mode",
    tried: `${tried.cuts} cuts a platform; ${Object.entries(all)
      .map(
        ([name, { answered, longest }]) =>
          `${count(answered)} commands answered on ${name}, ${seconds(longest)} without a socket at most`,
      )
      .join("; ")}`,
    lost: Object.entries(all).flatMap(([name, { lost, away }]) => [
      ...some(lost, `unanswered (${name})`),
      ...some(away, `times no socket came back (${name})`),
    ]),
    ...(plainDiscord && plainSlack
      ? { beside: `discord.js: ${told(plainDiscord)}; Bolt: ${told(plainSlack)}` }
      : {}),
  };
};
