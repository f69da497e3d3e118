/** Finds what answers in a server, and says so where that takes long or fails. */
import { InteractionResponseType } from "discord.js";
import { loadMessages, localeFromTag } from "../../language/messages.ts";
import type { Log } from "../../support/log.ts";
import { withTimeout } from "../../support/timeout.ts";
import type { Interaction } from "./interaction.ts";
import type { ServerSurroundings } from "./policy.ts";
import { discordNotice } from "./render.ts";
import type { InteractionExchange } from "./transport.ts";

/** How long an interaction waits for the shelf of its server, in milliseconds. */
const SHELF_MS = 1_500;

/** Discord's type of an interaction that asks for suggestions. */
const AUTOCOMPLETE = 4;

/** Waits for what answers in a server; otherwise tells whoever asked to ask again. Never rejects. */
export async function openServer(
  opening: Promise<ServerSurroundings>,
  { id, type, locale }: Interaction,
  { respond }: InteractionExchange,
  log: Log,
): Promise<ServerSurroundings | undefined> {
  const opened = await withTimeout(opening, SHELF_MS).catch((error: unknown) => {
    log.warn({ id, err: error }, "what a server has of its own could not be read");
    return undefined;
  });
  if (opened !== undefined && opened !== "late") return opened.value;
  const { workspaces } = await loadMessages(localeFromTag(locale));
  const response =
    type === AUTOCOMPLETE
      ? { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } }
      : {
          type: InteractionResponseType.ChannelMessageWithSource,
          data: discordNotice(opened === "late" ? workspaces.opening : workspaces.away),
        };
  await respond(response as Parameters<typeof respond>[0]).catch((error: unknown) =>
    log.warn({ id, err: error }, "a notice could not be delivered"),
  );
  return undefined;
}
