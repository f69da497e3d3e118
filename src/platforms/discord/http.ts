/** Connects the bot to Discord over HTTP: Discord posts each interaction and reads the reply from the response. */
import type { DiscordConfig } from "../../config/config.ts";
import type { HttpReply, RouteHandler, RouteRegistry } from "../../http/server.ts";
import { type Clock, createReplayGuard } from "../../http/signed-requests.ts";
import type { Log } from "../../support/log.ts";
import type { PlatformAdapter } from "../adapter.ts";
import { createCallRest } from "./calls.ts";
import { discordDirectSender } from "./direct-messages.ts";
import { interactionExchange } from "./exchange.ts";
import { Interaction, issuePlaces } from "./interaction.ts";
import { JSON_TYPE, responseJson } from "./packed.ts";
import type { DiscordPolicy } from "./policy.ts";
import { createResponder } from "./respond.ts";
import { createRest, fetchApplication, registerBotCommands, startError } from "./rest.ts";
import { discordVerifier } from "./verify.ts";

/** The route of the interactions endpoint, whose URL is entered in the developer portal. */
export const DISCORD_ROUTE = "POST /discord/interactions";

/** Delays between attempts to edit a new message, in milliseconds: Discord creates it shortly after the response. */
const RETRY_DELAYS_MS = [200, 500, 1_000, 2_000];

/** Returns a response as an HTTP reply. */
const json = (response: object): HttpReply => ({
  status: 200,
  headers: JSON_TYPE,
  body: responseJson(response),
});

/**
 * Resolves with the reply that `work` sends, or with an empty one if it sends none. The work goes on once the reply has
 * been written, and the server waits for it when it stops.
 */
function earlyReply(work: (send: (reply: HttpReply) => Promise<void>) => Promise<void>): Promise<HttpReply> {
  return new Promise((resolve) => {
    let markWritten = () => {};
    const written = new Promise<void>((done) => {
      markWritten = done;
    });
    const sent = () => {
      markWritten();
      return working;
    };
    const working = work((reply) => {
      resolve({ ...reply, sent });
      return written;
    });
    void working.then(() => resolve({ status: 500 }));
  });
}

/** Parses a request body; returns undefined when it is not JSON. */
function read(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** Whether a payload is a PING, with which Discord checks the endpoint. Nothing but its type is validated. */
const isPing = (payload: unknown): boolean =>
  typeof payload === "object" && payload !== null && "type" in payload && payload.type === 1;

/**
 * Creates the HTTP adapter for Discord. Starting it adds a handler to `routes` at once and registers the commands: what
 * Discord posts is answered also while its API is away, since the token is used only for registration and edits. An
 * adapter that is started again goes on refusing what it has taken. The handler replies 401 to every request with an
 * invalid signature; Discord sends such requests as a test (https://docs.discord.com/developers/interactions/overview#preparing-for-interactions).
 */
export const discordHttp = (
  config: DiscordConfig & { readonly publicKey: string },
  policy: DiscordPolicy,
  log: Log,
  routes: RouteRegistry,
  now?: Clock,
): PlatformAdapter => {
  const verified = discordVerifier(config.publicKey, now);
  const guard = createReplayGuard();
  const rest = createRest(config);
  const callRest = createCallRest(config);
  return async (botFor) => {
    const respond = createResponder(botFor, policy, log);

    const handle: RouteHandler = async ({ headers, body }) => {
      const signature = headers["x-signature-ed25519"];
      const timestamp = headers["x-signature-timestamp"];
      if (!(await verified(signature, timestamp, body))) return { status: 401 };
      const use = guard(String(signature), String(timestamp), (now ?? Date.now)());
      if (use !== "new") return { status: use === "seen" ? 401 : 503 };
      const payload = read(body);
      if (isPing(payload)) return json({ type: 1 });
      const parsed = Interaction.safeParse(payload);
      if (!parsed.success) {
        log.warn({ issues: issuePlaces(parsed.error) }, "an interaction was not of the expected form");
        return { status: 400 };
      }
      const interaction = parsed.data;
      return earlyReply((send) => {
        const sendJson = (response: object) => send(json(response));
        return respond(interaction, interactionExchange(interaction, callRest, sendJson, RETRY_DELAYS_MS));
      });
    };
    routes.set(DISCORD_ROUTE, handle);

    const application = await fetchApplication(rest).catch((error: unknown) => {
      throw startError(error);
    });
    if (application.verify_key !== config.publicKey.toLowerCase())
      log.warn(
        { application: application.id },
        "DISCORD_PUBLIC_KEY is not the key of the application that DISCORD_TOKEN belongs to",
      );
    const endRegistration = await registerBotCommands(
      rest,
      application.id,
      botFor,
      log,
      policy.registerInTurn,
    );
    const disconnect = policy.directMessages?.connect("discord", discordDirectSender(callRest));

    log.info({ application: application.id }, "registered with Discord");
    return async () => {
      endRegistration();
      disconnect?.();
    };
  };
};
