/** Carries the bot onto Discord over HTTP: Discord posts each interaction, and the reply is its response. */
import { Routes as DiscordRoutes, type RESTGetCurrentApplicationResult } from "discord-api-types/v10";
import type { Adapter } from "../bot.ts";
import type { DiscordConfig } from "../config.ts";
import type { Handler, HttpReply, Routes } from "../http/server.ts";
import type { Clock } from "../http/signed.ts";
import type { Log } from "../log.ts";
import { Interaction } from "./interaction.ts";
import { type Manner, respond } from "./respond.ts";
import { follow, refusedToken, registerBot, restFor } from "./rest.ts";
import { verifier } from "./verify.ts";

/** The address behind the server's own, as it is entered in the developer portal. */
export const ROUTE = "POST /discord/interactions";

/** After a response has been written Discord needs a moment to make its message: when to try again, in milliseconds. */
const WAITS = [200, 500, 1_000, 2_000];

const json = (value: unknown): HttpReply => ({
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
});

/** What a body holds; nothing where it is not JSON. */
function read(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** Discord's PING, by which it tries the address: its type is all that it is looked at for. */
const isPing = (payload: unknown): boolean =>
  typeof payload === "object" && payload !== null && "type" in payload && payload.type === 1;

/**
 * The adapter for Discord without a gateway: it registers the commands, and leaves its handler with the routes.
 * The token is for registration and for edits alone. Discord wants 401 for every request that is not its own, and
 * sends some to see (https://docs.discord.com/developers/interactions/overview#preparing-for-interactions).
 */
export const discordHttp =
  (
    config: DiscordConfig & { readonly publicKey: string },
    manner: Manner,
    log: Log,
    routes: Routes,
    now?: Clock,
  ): Adapter =>
  async (bots) => {
    const verified = verifier(config.publicKey, now);
    const rest = restFor(config);
    const application = (await rest.get(DiscordRoutes.currentApplication()).catch((error: unknown) => {
      throw refusedToken(error);
    })) as RESTGetCurrentApplicationResult;
    if (application.verify_key !== config.publicKey.toLowerCase())
      log.warn(
        { application: application.id },
        "DISCORD_PUBLIC_KEY is not the key of the application that DISCORD_TOKEN belongs to",
      );
    await registerBot(rest, application.id, bots, log);

    const handle: Handler = async ({ headers, body }) => {
      if (!verified(headers["x-signature-ed25519"], headers["x-signature-timestamp"], body))
        return { status: 401 };
      const started = performance.now();
      const payload = read(body);
      if (isPing(payload)) return json({ type: 1 });
      const parsed = Interaction.safeParse(payload);
      if (!parsed.success) {
        log.warn({ issues: parsed.error.issues.slice(0, 3) }, "an interaction was not of the expected form");
        return { status: 400 };
      }
      const { id, type } = parsed.data;
      const { response, after } = await respond(bots, parsed.data, manner);
      const sent = async () => {
        try {
          if (after) await follow(after, parsed.data, rest, WAITS);
          log.info({ id, type, ms: Math.round(performance.now() - started) }, "answered");
        } catch (error) {
          log.error({ id, err: error }, "an answer could not be delivered to Discord");
        }
      };
      return { ...json(response), sent };
    };
    routes.set(ROUTE, handle);
    log.info({ application: application.id }, "registered with Discord");
    return async () => {};
  };
