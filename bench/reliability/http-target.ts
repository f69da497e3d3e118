/** Starts what takes commands over HTTP: the program with both platforms, and a plain bot on Bolt. */
import { startCallBacks } from "../../test/stand-ins/http.ts";
import { startSlack } from "../../test/stand-ins/slack.ts";
import { PROGRAMS, READY, type Started, startProcess, temporaryFolder } from "./processes.ts";
import { slackVariables } from "./ways.ts";

/** Programs over HTTP, and how to end them with what they call. */
export interface HttpTargets {
  readonly refdesk: Started;
  /** A bot on Bolt's HTTPReceiver, for Slack alone: discord.js takes no requests. */
  readonly bolt: Started;
  close(): Promise<void>;
}

/** A preloaded file that answers `heap` on the channel to the parent with the heap's size after collection. */
const PROBE = ["--expose-gc", "--import", new URL("./heap-probe.js", import.meta.url).href] as const;

/**
 * Starts both.
 * @param publicKey verifies Discord's requests @param secret verifies Slack's @param more the program's other variables
 */
export async function startHttpTargets(
  publicKey: string,
  secret: string,
  more: Readonly<Record<string, string>> = {},
): Promise<HttpTargets> {
  const [discord, slack] = await Promise.all([startCallBacks(publicKey), startSlack({ checks: false })]);
  const [own, plain] = [temporaryFolder(), temporaryFolder()];
  const onSlack = { ...slackVariables(slack), SLACK_SIGNING_SECRET: secret };
  const token = [Buffer.from(discord.applicationId).toString("base64url"), "Stand1", "in".repeat(19)];
  const onDiscord = { DISCORD_TOKEN: token.join("."), DISCORD_PUBLIC_KEY: publicKey };
  const variables = { ...onDiscord, ...onSlack, DISCORD_API_URL: discord.apiUrl, PORT: "0", ...more };
  const [refdesk, bolt] = await Promise.all([
    startProcess(PROGRAMS.refdesk, variables, [READY.http], own.folder, PROBE),
    startProcess(PROGRAMS.plain, onSlack, [READY.http], plain.folder, PROBE),
  ]);
  return {
    refdesk,
    bolt,
    async close() {
      await Promise.all([refdesk, bolt].map(({ isAlive, stop }) => isAlive() && stop("SIGKILL")));
      await Promise.all([discord.close(), slack.close()]);
      own.remove();
      plain.remove();
    },
  };
}
