/** Carries the bot onto Discord over the gateway, with no intent and no privilege. */
import { Client, Events, Routes } from "discord.js";
import type { Adapter, Bot } from "../bot.ts";
import type { DiscordConfig } from "../config.ts";
import type { Log } from "../log.ts";
import { Interaction } from "./interaction.ts";
import { isRegistered, registrationOf } from "./register.ts";
import { respond } from "./respond.ts";

/** Registers the commands if Discord does not have them as they are. A day has 200 creations: none is spent in vain. */
async function register({ rest }: Client, applicationId: string, bot: Bot, log: Log): Promise<void> {
  const ours = registrationOf(bot.commands);
  const there = (await rest.get(Routes.applicationCommands(applicationId))) as object[];
  if (isRegistered(there, ours)) return;
  await rest.put(Routes.applicationCommands(applicationId), { body: ours });
  log.info({ commands: ours.map(({ name }) => name) }, "registered the commands with Discord");
}

/** The adapter for Discord. It is ready when the gateway is, with the commands registered. */
export const discord =
  ({ token, apiUrl }: DiscordConfig, log: Log): Adapter =>
  async (bot) => {
    const client = new Client({
      intents: [],
      allowedMentions: { parse: [] },
      ...(apiUrl ? { rest: { api: apiUrl } } : {}),
    });
    client.on(Events.Error, (error) => log.error({ err: error }, "Discord's gateway reported an error"));
    client.on(Events.ShardDisconnect, ({ code }) =>
      log.warn({ code }, "Discord's gateway has closed for good"),
    );

    async function take(payload: unknown): Promise<void> {
      const parsed = Interaction.safeParse(payload);
      if (!parsed.success) {
        log.warn({ issues: parsed.error.issues.slice(0, 3) }, "an interaction was not of the expected form");
        return;
      }
      const { id, token: reply } = parsed.data;
      const started = performance.now();
      try {
        const body = await respond(bot, parsed.data);
        await client.rest.post(Routes.interactionCallback(id, reply), { body, auth: false });
        log.info({ id, type: parsed.data.type, ms: Math.round(performance.now() - started) }, "answered");
      } catch (error) {
        log.error({ id, err: error }, "an answer could not be delivered to Discord");
      }
    }
    // The client emits each dispatch under its own name with its raw payload; its types know only the events it parses.
    (client.ws as unknown as NodeJS.EventEmitter).on(
      "INTERACTION_CREATE",
      (payload: unknown) => void take(payload),
    );

    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    try {
      await client.login(token);
    } catch (error) {
      await client.destroy();
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(
        `DISCORD_TOKEN: Discord did not take it (${reason}). A new one is made in the developer portal under Bot, Reset Token.`,
      );
    }
    const { application } = await ready;
    await register(client, application.id, bot, log);
    log.info({ application: application.id }, "connected to Discord");
    return async () => {
      await client.destroy();
    };
  };
