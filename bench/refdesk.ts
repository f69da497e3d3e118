/** Starts Refdesk as a process with both adapters, against the stand-ins of both platforms. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDiscord } from "../test/stand-ins/discord.ts";
import { startCallBacks } from "../test/stand-ins/http.ts";
import { startSlack } from "../test/stand-ins/slack.ts";
import { PROJECT } from "./bot.ts";
import { freePort, listening, type Serving, serve } from "./serving.ts";

const BIN = [join(PROJECT, "bin/refdesk.js")];

/**
 * Signs of readiness in the log. The HTTP server listens last; over sockets, both are connected and commands
 * registered.
 */
const LISTENING = [/"port":\d+,.*"msg":"listening"/];
const CONNECTED = [/connected to Discord/, /connected to Slack/];

/** Ways of starting Refdesk. */
export interface Starts {
  /** Starts it with both platforms posting over HTTP. */
  readonly http: () => Promise<Serving>;
  /** The same, logging only warnings. */
  readonly quiet: () => Promise<Serving>;
  /** Starts it with Discord's gateway and Slack's sockets. */
  readonly sockets: () => Promise<Serving>;
  readonly close: () => Promise<void>;
}

/**
 * Starts the stand-ins.
 * @param publicKey verifies requests from Discord
 * @param secret verifies requests from Slack
 */
export async function refdeskOver(publicKey: string, secret: string): Promise<Starts> {
  const cache = mkdtempSync(join(tmpdir(), "refdesk-bench-"));
  const [posting, discord, slack] = await Promise.all([
    startCallBacks(publicKey),
    startDiscord({ checks: false }),
    startSlack({ checks: false }),
  ]);
  const both = { CACHE_DIR: cache, DISCORD_TOKEN: discord.token, SLACK_BOT_TOKEN: slack.botToken };
  const atSlack = { SLACK_API_URL: slack.apiUrl };
  const secrets = { DISCORD_PUBLIC_KEY: publicKey, SLACK_SIGNING_SECRET: secret };
  const http = { ...both, ...atSlack, ...secrets, DISCORD_API_URL: posting.apiUrl };
  const sockets = {
    ...{ ...both, ...atSlack, DISCORD_API_URL: discord.apiUrl },
    SLACK_APP_TOKEN: slack.appToken,
  };
  return {
    http: () => serve(BIN, { ...http, PORT: "0" }, LISTENING),
    async quiet() {
      const port = await freePort();
      const serving = await serve(BIN, { ...http, PORT: String(port), LOG_LEVEL: "warn" }, []);
      await listening(port);
      return { ...serving, port };
    },
    sockets: () => serve(BIN, sockets, CONNECTED),
    async close() {
      await Promise.all([posting.close(), discord.close(), slack.close()]);
      rmSync(cache, { recursive: true });
    },
  };
}
