/** Carries the bot onto Discord over the gateway, with no intent and no privilege. */
import { REST } from "@discordjs/rest";
import { WebSocketManager, WebSocketShardEvents } from "@discordjs/ws";
import { type APIApplicationCommand, GatewayDispatchEvents, Routes } from "discord-api-types/v10";
import type { Adapter, Bot } from "../bot.ts";
import type { DiscordConfig } from "../config.ts";
import type { Log } from "../log.ts";
import { Interaction } from "./interaction.ts";
import { isRegistered, registrationOf } from "./register.ts";
import { respond } from "./respond.ts";

/** Registers the commands if Discord does not have them as they are. A day has 200 creations: none is spent in vain. */
async function register(rest: REST, applicationId: string, bot: Bot, log: Log): Promise<void> {
  const ours = registrationOf(bot.commands);
  const there = (await rest.get(Routes.applicationCommands(applicationId))) as APIApplicationCommand[];
  if (isRegistered(there, ours)) return;
  await rest.put(Routes.applicationCommands(applicationId), { body: ours });
  log.info({ commands: ours.map(({ name }) => name) }, "registered the commands with Discord");
}

/** Answers one dispatched interaction; whatever is wrong with it, or with the way back, goes no further than the log. */
async function take(payload: unknown, rest: REST, bot: Bot, log: Log): Promise<void> {
  const parsed = Interaction.safeParse(payload);
  if (!parsed.success) {
    log.warn({ issues: parsed.error.issues.slice(0, 3) }, "an interaction was not of the expected form");
    return;
  }
  const { id, token, type } = parsed.data;
  const started = performance.now();
  try {
    const body = await respond(bot, parsed.data);
    await rest.post(Routes.interactionCallback(id, token), { body, auth: false });
    log.info({ id, type, ms: Math.round(performance.now() - started) }, "answered");
  } catch (error) {
    log.error({ id, err: error }, "an answer could not be delivered to Discord");
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * The adapter for Discord, on discord.js's own REST and gateway packages: its client would build objects
 * that nobody reads, and fall over payloads that are not as it expects. It is ready when the gateway is,
 * with the commands registered.
 */
export const discord =
  ({ token, apiUrl }: DiscordConfig, log: Log): Adapter =>
  async (bot) => {
    const rest = new REST({ version: "10", ...(apiUrl ? { api: apiUrl } : {}) }).setToken(token);
    const gateway = new WebSocketManager({ token, intents: 0, rest });
    gateway.on(WebSocketShardEvents.Error, ({ error }) =>
      log.error({ err: error }, "Discord's gateway failed"),
    );
    gateway.on(WebSocketShardEvents.Closed, ({ code }) =>
      log.warn({ code }, "Discord's gateway closed a socket"),
    );
    gateway.on(WebSocketShardEvents.Dispatch, ({ data }) => {
      if (data.t === GatewayDispatchEvents.InteractionCreate) void take(data.d, rest, bot, log);
    });
    const ready = new Promise<string>((resolve) =>
      gateway.once(WebSocketShardEvents.Ready, ({ data }) => resolve(data.application.id)),
    );
    try {
      await gateway.connect();
    } catch (error) {
      await gateway.destroy();
      throw new Error(
        `DISCORD_TOKEN: Discord did not take it (${reason(error)}). A new one is made in the developer portal under Bot, Reset Token.`,
      );
    }
    const application = await ready;
    await register(rest, application, bot, log);
    log.info({ application }, "connected to Discord");
    return async () => {
      await gateway.destroy();
    };
  };
