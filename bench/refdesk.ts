/** Refdesk itself as a process, with both adapters, over the stand-ins of both platforms. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDiscord } from "../test/stand-ins/discord.ts";
import { startCallBacks } from "../test/stand-ins/http.ts";
import { startSlack } from "../test/stand-ins/slack.ts";
import { PROJECT } from "./bot.ts";
import { freePort, listening, type Serving, serve } from "./serving.ts";

const BIN = [join(PROJECT, "bin/refdesk.js")];

/** Ready over HTTP: the one server listens, which it does last. Over sockets: both are open, commands registered. */
const LISTENING = [/"port":\d+,.*"msg":"listening"/];
const CONNECTED = [/connected to Discord/, /connected to Slack/];

export interface Starts {
  /** Starts it with both platforms posting to it. */
  readonly http: () => Promise<Serving>;
  /** The same, with a log that shows warnings alone. */
  readonly quiet: () => Promise<Serving>;
  /** Starts it with a gateway and sockets. */
  readonly sockets: () => Promise<Serving>;
  readonly close: () => Promise<void>;
}

/** @param publicKey by which what comes from Discord is verified, with the secret for what comes from Slack */
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
