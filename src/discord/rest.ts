/** What the bot asks of Discord's REST API, whichever way interactions come in. */
import { setTimeout } from "node:timers/promises";
import { DiscordAPIError, REST } from "@discordjs/rest";
import { type APIApplicationCommand, Routes } from "discord-api-types/v10";
import type { Bots } from "../bot.ts";
import type { DiscordConfig } from "../config.ts";
import type { Log } from "../log.ts";
import type { Interaction } from "./interaction.ts";
import { isRegistered, registrationOf } from "./register.ts";
import type { Reply } from "./respond.ts";

export const restFor = ({ token, apiUrl }: DiscordConfig): REST =>
  new REST({ version: "10", ...(apiUrl ? { api: apiUrl } : {}) }).setToken(token);

/** What stops the start where Discord does not take the token; it does not show it. */
export function refusedToken(error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(
    `DISCORD_TOKEN: Discord did not take it (${reason}). A new one is made in the developer portal under Bot, Reset Token.`,
  );
}

/** Registers the commands if Discord does not have them as they are. A day has 200 creations: none is spent in vain. */
export async function register(rest: REST, applicationId: string, bots: Bots, log: Log): Promise<void> {
  const { commands } = await bots("en");
  const ours = await registrationOf(commands);
  const route = Routes.applicationCommands(applicationId);
  const there = await rest.get(route, { query: new URLSearchParams({ with_localizations: "true" }) });
  if (isRegistered(there as APIApplicationCommand[], ours)) return;
  await rest.put(route, { body: ours });
  log.info({ commands: ours.map(({ name }) => name) }, "registered the commands with Discord");
}

/**
 * Does what is left to do with a message once the response has arrived. `waits` says after how long to try
 * again, in milliseconds, where Discord does not know the message yet.
 */
export async function follow(
  after: NonNullable<Reply["after"]>,
  { application_id, token }: Interaction,
  rest: REST,
  waits: readonly number[] = [],
): Promise<void> {
  const route = Routes.webhookMessage(application_id, token, "@original");
  const edit = after === "delete" ? undefined : (await after).edit;
  for (let tried = 0; ; tried += 1)
    try {
      if (edit === undefined) await rest.delete(route, { auth: false });
      else await rest.patch(route, { body: edit, auth: false });
      return;
    } catch (error) {
      const wait = waits[tried];
      if (wait === undefined || !(error instanceof DiscordAPIError && error.status === 404)) throw error;
      await setTimeout(wait);
    }
}
