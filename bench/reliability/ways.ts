/** The five ways in which asks reach a program: how it is set up for each, and what becomes of one command. */
import { setTimeout } from "node:timers/promises";
import { startDiscord } from "../../test/stand-ins/discord.ts";
import { commandData, interaction } from "../../test/stand-ins/discord-payloads.ts";
import { asForm, discordSigner, send, slackSigner } from "../../test/stand-ins/http.ts";
import { type SlackStandIn, startSlack } from "../../test/stand-ins/slack.ts";
import { commandPayload } from "../../test/stand-ins/slack-payloads.ts";
import { nextPerson } from "../requests.ts";
import { READY } from "./processes.ts";
import { allowedTime, type Scale } from "./row.ts";

/** How long an answer is waited for, in milliseconds: it may come from the next process. */
export const patienceOf = (scale: Scale): number => allowedTime(scale, 15_000);

const PLEDGE = { subject: "alibaba" };
const SECRET = "a-signing-secret-of-these-restarts";

/** What became of one command. `gone` is that nobody took it, so that it was never asked. */
export type Fate = "answered" | "lost" | "gone";

/** A way in. */
export interface WayIn {
  readonly variables: Readonly<Record<string, string>>;
  /** Lines in the program's log, once it can be asked. */
  readonly ready: readonly RegExp[];
  /** Sends a command. `port` is that of the program's server. */
  ask(port: number, isLeaving: () => boolean): Promise<Fate>;
  close(): Promise<void>;
}

/**
 * Posts a request as a proxy does, which goes to another server once this one says that it is stopping. In a short run it has
 * a connection of its own: one that is kept open may be closed just before a busy machine sends, which a proxy sees.
 */
async function post(scale: Scale, port: number, path: string, headers: Record<string, string>, body: string) {
  try {
    const reply = await send(port, { path, headers, body, isAlone: scale === "small" });
    return { fate: reply.status === 200 ? ("answered" as const) : ("lost" as const), ...reply };
  } catch (error) {
    const isRefused = (error as NodeJS.ErrnoException).code === "ECONNREFUSED";
    return { fate: isRefused ? ("gone" as const) : ("lost" as const), headers: {} };
  }
}

/** Waits for a post to a response URL. Resolves to an empty ack, or to undefined when none came in time. */
async function posted(isPosted: () => boolean, until: number): Promise<object | undefined> {
  while (!isPosted()) {
    if (performance.now() > until) return undefined;
    await setTimeout(20);
  }
  return {};
}

/** Sends a command over one of Slack's sockets. It is answered by its ack or by a post to its response URL. */
export async function askOverSocket(stand: SlackStandIn, patience: number): Promise<Fate> {
  if (stand.open === 0) return "gone";
  const responseUrl = stand.responseUrl();
  const { pathname } = new URL(responseUrl);
  const payload = commandPayload("/pledge", PLEDGE.subject, responseUrl, slackPerson());
  const isPosted = () => stand.posts.some(({ url }) => url === pathname);
  const acked = stand.raw({ type: "slash_commands", payload }).catch(() => undefined);
  const until = performance.now() + patience;
  const ack = await Promise.race([acked, posted(isPosted, until)]);
  if (ack && "blocks" in ack) return "answered";
  return (await posted(isPosted, until)) ? "answered" : "lost";
}

export const discordVariables = ({ token, apiUrl }: { token: string; apiUrl: string }) => ({
  ...{ DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl },
});
export const slackVariables = ({ botToken, apiUrl }: { botToken: string; apiUrl: string }) => ({
  ...{ SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl },
});
export const discordPerson = () => ({ userId: `11000000000002${nextPerson()}` });
export const slackPerson = () => ({ userId: `U0BENCH${nextPerson()}` });

export const WAYS = {
  async "discord-http"(scale): Promise<WayIn> {
    const stand = await startDiscord({ checks: false });
    const { publicKey, signed } = discordSigner();
    const data = commandData("1100000000000000301", "pledge", PLEDGE);
    return {
      variables: { ...discordVariables(stand), PORT: "0", DISCORD_PUBLIC_KEY: publicKey },
      ready: READY.discordHttp,
      async ask(port, isLeaving) {
        const body = JSON.stringify(interaction(stand.applicationId, { type: 2, data }, discordPerson()));
        const { fate, headers } = await post(scale, port, "/discord/interactions", signed(body), body);
        return fate === "answered" && isLeaving() && headers.connection === "close" ? "gone" : fate;
      },
      close: stand.close,
    };
  },

  async "discord-gateway"(scale): Promise<WayIn> {
    const stand = await startDiscord({ checks: false, timeout: patienceOf(scale) });
    return {
      variables: discordVariables(stand),
      ready: READY.discordGateway,
      ask: async () =>
        stand.command("pledge", PLEDGE, discordPerson()).then(
          () => "answered",
          () => "lost",
        ),
      close: stand.close,
    };
  },

  async "discord-mentions"(scale): Promise<WayIn> {
    const stand = await startDiscord({ checks: false, timeout: patienceOf(scale) });
    return {
      variables: discordVariables(stand),
      ready: READY.discordGateway,
      ask: async () =>
        stand
          .write(`<@${stand.applicationId}> pledge ${PLEDGE.subject}`, {
            ...discordPerson(),
            channel: `12000000000002${nextPerson()}`,
          })
          .then(
            () => "answered",
            () => "lost",
          ),
      close: stand.close,
    };
  },

  async "slack-http"(scale): Promise<WayIn> {
    const stand = await startSlack({ checks: false });
    const signed = slackSigner(SECRET);
    return {
      variables: { ...slackVariables(stand), PORT: "0", SLACK_SIGNING_SECRET: SECRET },
      ready: READY.slackHttp,
      async ask(port, isLeaving) {
        const body = asForm(commandPayload("/pledge", PLEDGE.subject, stand.responseUrl(), slackPerson()));
        const { fate, headers } = await post(scale, port, "/slack/events", signed(body), body);
        return fate === "answered" && isLeaving() && headers.connection === "close" ? "gone" : fate;
      },
      close: stand.close,
    };
  },

  async "slack-socket"(scale): Promise<WayIn> {
    const stand = await startSlack({ checks: false, timeout: patienceOf(scale) });
    return {
      variables: { ...slackVariables(stand), SLACK_APP_TOKEN: stand.appToken },
      ready: READY.slackSocket,
      ask: () => askOverSocket(stand, patienceOf(scale)),
      close: stand.close,
    };
  },
} as const satisfies Readonly<Record<string, (scale: Scale) => Promise<WayIn>>>;

export type WayName = keyof typeof WAYS;
