/**
 * Plain bots on discord.js and Bolt, to be tested beside the program. Each answers every command with a constant, handles
 * its errors as the package's own guide shows, and stops in the way that the package offers.
 */
import { setTimeout } from "node:timers/promises";
import { App, HTTPReceiver, type RespondArguments, SocketModeReceiver } from "@slack/bolt";
import { type ChatInputCommandInteraction, Client, Events, MessageFlags } from "discord.js";
import type { StopFunction } from "../../src/support/stop-function.ts";
import { silentLogger as logger } from "../silent.ts";

/** The name of the command that takes longer than the three seconds of a first reply would allow. */
export const SLOW = "slow";

/** How long it takes, in milliseconds; a plain bot defers it from the start. */
const SLOW_MS = 500;

export const ANSWER = "What was asked for.";
export const APOLOGY = "There was an error.";

export interface PlainDiscord {
  readonly token: string;
  readonly apiUrl: string;
}

async function answerInteraction(interaction: ChatInputCommandInteraction): Promise<void> {
  if (interaction.commandName !== SLOW) {
    await interaction.reply(ANSWER);
    return;
  }
  await interaction.deferReply();
  await setTimeout(SLOW_MS);
  await interaction.editReply(ANSWER);
}

/** Starts a bot on discord.js's Client. Resolves once it is ready. */
export async function startPlainDiscord({ token, apiUrl }: PlainDiscord): Promise<StopFunction> {
  const client = new Client({ intents: [], rest: { api: apiUrl } });
  client.on(Events.Error, () => {});
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    try {
      await answerInteraction(interaction);
    } catch {
      const apology = { content: APOLOGY, flags: MessageFlags.Ephemeral } as const;
      const isSent = interaction.replied || interaction.deferred;
      await (isSent ? interaction.followUp(apology) : interaction.reply(apology)).catch(() => {});
    }
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
  return () => client.destroy();
}

export interface PlainSlack {
  readonly botToken: string;
  readonly apiUrl: string;
  /** For Socket Mode. */
  readonly appToken?: string;
  /** For HTTP. */
  readonly signingSecret?: string;
}

const MESSAGE = {
  response_type: "in_channel" as const,
  text: ANSWER,
  blocks: [{ type: "section" as const, text: { type: "plain_text" as const, text: ANSWER } }],
} satisfies RespondArguments;

/** Starts a bot on Bolt. Resolves with the port of its server, which is 0 for Socket Mode. */
export async function startPlainSlack(given: PlainSlack): Promise<{ port: number; stop: StopFunction }> {
  const { botToken, apiUrl, appToken = "", signingSecret } = given;
  const clientOptions = { slackApiUrl: apiUrl, logger };
  const receiver =
    signingSecret === undefined
      ? new SocketModeReceiver({ appToken, logger, installerOptions: { clientOptions } })
      : new HTTPReceiver({ signingSecret, logger });
  const app = new App({ token: botToken, receiver, logger, clientOptions });
  app.command(/^\/(?!slow)/, ({ ack }) => ack(MESSAGE));
  app.command(`/${SLOW}`, async ({ ack, respond }) => {
    await ack();
    await setTimeout(SLOW_MS);
    await respond(MESSAGE);
  });
  app.event("app_mention", async ({ say }) => {
    await say(MESSAGE);
  });
  app.event("app_home_opened", async ({ client, event }) => {
    await client.views.publish({ user_id: event.user, view: { type: "home", blocks: [...MESSAGE.blocks] } });
  });
  app.shortcut("ask", async ({ ack, client, shortcut }) => {
    await ack();
    const title = { type: "plain_text", text: "Ask" } as const;
    const view = { type: "modal" as const, title, blocks: [...MESSAGE.blocks] };
    await client.views.open({ trigger_id: shortcut.trigger_id, view });
  });
  app.error(async () => {});
  if (receiver instanceof HTTPReceiver) {
    const server = await receiver.start({ port: 0, host: "127.0.0.1" });
    const place = server.address();
    return {
      port: typeof place === "object" && place ? place.port : 0,
      stop: async () => {
        await receiver.stop();
      },
    };
  }
  await app.start();
  return {
    port: 0,
    stop: async () => {
      await app.stop();
    },
  };
}
