/** Connects the bot to Discord over the gateway, without any privileged intents. */
import type { SessionInfo } from "@discordjs/ws";
import {
  GatewayDispatchEvents,
  GatewayIntentBits,
  type REST,
  type RESTGetCurrentApplicationResult,
} from "discord.js";
import type { DiscordConfig } from "../../config/config.ts";
import { createDeduplicator } from "../../delivery/deduplicator.ts";
import { answerInTurn } from "../../delivery/delivery-claims.ts";
import { createMemoryClaims } from "../../delivery/memory-claims.ts";
import type { Log } from "../../support/log.ts";
import { withTimeout } from "../../support/timeout.ts";
import { createUnderWay } from "../../support/under-way.ts";
import { type PlatformAdapter, PlatformRefusal } from "../adapter.ts";
import { createCallRest } from "./calls.ts";
import { discordDirectSender } from "./direct-messages.ts";
import { callbackExchange } from "./exchange.ts";
import { WebSocketManager, WebSocketShardEvents } from "./gateway-package.ts";
import { Interaction, issuePlaces } from "./interaction.ts";
import { createMessageResponder } from "./mentions.ts";
import { readWritten } from "./message.ts";
import type { DiscordPolicy } from "./policy.ts";
import { createReplies } from "./reply.ts";
import { createResponder, type InteractionResponder } from "./respond.ts";
import { createRest, fetchApplication, registerBotCommands, startError, tokenRefusal } from "./rest.ts";
import type { SessionStore } from "./session-store.ts";

/** Answers one dispatched interaction. Never throws: malformed payloads and failed deliveries are logged. */
async function answerInteraction(
  payload: unknown,
  rest: REST,
  respond: InteractionResponder,
  isFirstDelivery: (id: string) => boolean,
  log: Log,
): Promise<void> {
  const { success, data, error } = Interaction.safeParse(payload);
  if (!success) {
    log.warn({ issues: issuePlaces(error) }, "an interaction was not of the expected form");
    return;
  }
  // A resumed session may replay events that were already handled.
  if (!isFirstDelivery(data.id)) return;
  await respond(data, callbackExchange(data, rest));
}

/** How long an end waits for the sockets to close, and for the answers under way, in milliseconds. */
const CLOSING_MS = 1_500;
const FINISHING_MS = 6_000;

/** Resumable, unlike a normal close: Discord keeps the session, and what comes for it, for about a minute. */
const RESUMABLE_CLOSE = 4200;

/** Why Discord closes a gateway for good: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
const FINAL_CLOSES: Readonly<Record<number, string>> = {
  4010: "it took the shard for none of this bot's",
  4012: "it no longer has this version of the API",
  4013: "it did not understand the intents",
  4014: "it did not allow the intents",
};

/** Returns the refusal behind a close after which nothing connects again, or undefined for any other close. */
function closeRefusal(code: number): PlatformRefusal | undefined {
  if (code === 4004) return tokenRefusal("4004: it is no longer valid");
  if (code === 4011)
    return new PlatformRefusal(
      "Discord asks for more shards (4011). Start again: a start takes as many as Discord recommends.",
    );
  const why = FINAL_CLOSES[code];
  return why === undefined
    ? undefined
    : new PlatformRefusal(`Discord closed the gateway for good (${code}): ${why}. Update Refdesk.`);
}

/**
 * Returns the intents of a gateway: with mentions, all messages of the channels that the bot can view, of which those that
 * are for the bot come with their text; without, none.
 */
export const gatewayIntents = ({ mentions }: Pick<DiscordConfig, "mentions">): number =>
  mentions === false ? 0 : GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;

/** A store in which nothing is kept. */
const NO_STORE: SessionStore = { claim: async () => [], keep: async () => {} };

/**
 * Creates the gateway adapter for Discord. Starting it resolves once the gateway is ready and the commands are
 * registered. Stopping it closes the sockets so that the next process can resume the session from `store`. It uses the
 * gateway package of discord.js without its `Client`: that never becomes ready on a session which another process began,
 * and rejects on malformed payloads where nobody can catch it.
 */
export const discordGateway =
  (config: DiscordConfig, policy: DiscordPolicy, log: Log, store: SessionStore = NO_STORE): PlatformAdapter =>
  async (botFor, report = () => {}) => {
    const rest = createRest(config);
    const callRest = createCallRest(config);
    const respond = createResponder(botFor, policy, log);
    const answerMessage = createMessageResponder(botFor, policy, createReplies(callRest), log);
    const isFirstDelivery = createDeduplicator();
    const { claims = createMemoryClaims() } = policy;
    const underWay = createUnderWay();
    const kept = await store.claim();
    const sessions = new Map<number, SessionInfo | null>(kept.map((session) => [session.shardId, session]));
    let leaving = false;
    const gateway = new WebSocketManager({
      token: config.token,
      intents: gatewayIntents(config),
      rest,
      // By default all gateways of a process share their sessions; these belong to this gateway only.
      retrieveSessionInfo: (shard) => sessions.get(shard) ?? null,
      updateSessionInfo(shard, session) {
        // Destroying a socket forgets its session, which the next process resumes.
        if (session !== null || !leaving) sessions.set(shard, session);
      },
    });
    const open = new Set<number>();
    let refusal: PlatformRefusal | undefined;
    gateway.on(WebSocketShardEvents.Error, ({ error }) =>
      log.error({ err: error }, "Discord's gateway failed"),
    );
    gateway.on(WebSocketShardEvents.Closed, ({ code, shardId }) => {
      open.delete(shardId);
      if (leaving) return;
      log.warn({ code }, "Discord's gateway closed a socket");
      refusal = closeRefusal(code);
      if (refusal) sessions.clear();
      if (refusal) report({ is: "refused", reason: refusal.message });
      else if (open.size === 0)
        report({
          is: "away",
          reason: `Discord closed the gateway's socket (${code}), which is opened again`,
        });
    });
    const isOpen = ({ shardId }: { readonly shardId: number }) => {
      open.add(shardId);
      report({ is: "ready" });
    };
    gateway.on(WebSocketShardEvents.Ready, isOpen);
    gateway.on(WebSocketShardEvents.Resumed, isOpen);
    const listen = ({ id, bot }: RESTGetCurrentApplicationResult) =>
      gateway.on(WebSocketShardEvents.Dispatch, ({ data }) => {
        if (data.t === GatewayDispatchEvents.InteractionCreate)
          void underWay.track(answerInteraction(data.d, callRest, respond, isFirstDelivery, log));
        if (data.t !== GatewayDispatchEvents.MessageCreate) return;
        const message = readWritten(data.d, bot?.id ?? id);
        if (!message) return;
        const answer = () => answerMessage(message);
        void underWay.track(answerInTurn(claims, `discord ${message.id}`, answer, () => leaving));
      });
    let keeping = Promise.resolve();
    const keepSessions = (): Promise<void> => {
      keeping = keeping.then(() => store.keep([...sessions.values()].filter((session) => session !== null)));
      return keeping;
    };
    let keepTimer: NodeJS.Timeout | undefined;
    // The application is asked for, since a session that is resumed sends no READY, which would name it.
    const connect = async (): Promise<string> => {
      const application = await fetchApplication(rest);
      listen(application);
      await gateway.connect();
      return application.id;
    };
    const application = await connect().catch(async (error: unknown) => {
      leaving = true;
      await gateway.destroy({ code: RESUMABLE_CLOSE });
      await keepSessions();
      throw refusal ?? startError(error);
    });
    if (store.keepEvery !== undefined) {
      // At once, too: a process may be killed in its first second.
      void keepSessions();
      keepTimer = setInterval(() => void keepSessions(), store.keepEvery).unref();
    }
    const endRegistration = await registerBotCommands(rest, application, botFor, log, policy.registerInTurn);
    const disconnect = policy.directMessages?.connect("discord", discordDirectSender(callRest));
    log.info({ application }, "connected to Discord");
    return async () => {
      leaving = true;
      clearInterval(keepTimer);
      endRegistration();
      disconnect?.();
      // From here on Discord keeps what comes. What has come before is answered, over calls of its own.
      await withTimeout(Promise.resolve(gateway.destroy({ code: RESUMABLE_CLOSE })), CLOSING_MS);
      await keepSessions();
      const left = await underWay.finished(FINISHING_MS);
      if (left > 0) log.warn({ interactions: left }, "stopped before every interaction was answered");
    };
  };
