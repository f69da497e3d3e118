/** Starts what takes commands over HTTP: the program with both platforms, and a plain bot on Bolt. */
import { startCallBacks } from "../../test/stand-ins/http.ts";
import { startSlack } from "../../test/stand-ins/slack.ts";
import { PROGRAMS, READY, type Started, startProcess, temporaryFolder } from "./processes.ts";
import { slackVariables } from "./ways.ts";

/** A program over HTTP, and how to end it with what it calls. */
export interface HttpTarget extends Started {
  close(): Promise<void>;
}

/**
 * A preloaded file that answers `heap` on the channel to the parent with the heap's size after collection. Compiled code is
 * kept: such collections would have V8 throw away what is seldom run, and compile it again, which leaves more each time.
 */
const PROBE = [
  "--no-flush-bytecode",
  "--expose-gc",
  "--import",
  new URL("./heap-probe.js", import.meta.url).href,
] as const;

const BOTH = [...READY.discordHttp, ...READY.slackHttp];

/**
 * Starts the program with both platforms over HTTP.
 * @param publicKey verifies Discord's requests @param secret verifies Slack's @param more other variables
 */
export async function startRefdesk(
  publicKey: string,
  secret: string,
  more: Readonly<Record<string, string>> = {},
): Promise<HttpTarget> {
  const [discord, slack] = await Promise.all([startCallBacks(publicKey), startSlack({ checks: false })]);
  const { folder, remove } = temporaryFolder();
  const token = [Buffer.from(discord.applicationId).toString("base64url"), "Stand1", "in".repeat(19)];
  const onDiscord = { DISCORD_TOKEN: token.join("."), DISCORD_PUBLIC_KEY: publicKey };
  const onSlack = { ...slackVariables(slack), SLACK_SIGNING_SECRET: secret };
  const variables = { ...onDiscord, ...onSlack, DISCORD_API_URL: discord.apiUrl, PORT: "0", ...more };
  const started = await startProcess(PROGRAMS.refdesk, variables, BOTH, folder, PROBE);
  return {
    ...started,
    async close() {
      if (started.isAlive()) await started.stop("SIGKILL");
      await Promise.all([discord.close(), slack.close()]);
      remove();
    },
  };
}

/** Starts a bot on Bolt's HTTPReceiver. There is none for Discord: discord.js takes no requests. */
export async function startBolt(secret: string): Promise<HttpTarget> {
  const slack = await startSlack({ checks: false });
  const { folder, remove } = temporaryFolder();
  const variables = { ...slackVariables(slack), SLACK_SIGNING_SECRET: secret };
  const started = await startProcess(PROGRAMS.plain, variables, READY.slackHttp, folder, PROBE);
  return {
    ...started,
    async close() {
      if (started.isAlive()) await started.stop("SIGKILL");
      await slack.close();
      remove();
    },
  };
}
