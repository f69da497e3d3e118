/** Creates the exchange that answers one interaction, over the gateway or over HTTP. */
import { DiscordAPIError, type REST, Routes } from "discord.js";
import { withRetries } from "../../support/retry.ts";
import { tryCall } from "./calls.ts";
import type { Interaction } from "./interaction.ts";
import { MessageText, readableContent } from "./message.ts";
import { JSON_TYPE, responseJson } from "./packed.ts";
import type { InteractionExchange } from "./transport.ts";

/** A response is due within three seconds, an edit within fifteen minutes: how long either waits for a rate limit. */
const RESPONSE = { longestWaitMs: 1_000 };
const EDIT = { longestWaitMs: 60_000 };

/** What a response waits for is fetched once, and soon. */
const FETCH = { most: 1, longestWaitMs: 0 };

/** A file takes its time to be uploaded. */
const UPLOAD = { ...EDIT, tryMs: 15_000 };

/** Whether Discord does not know a message, perhaps because it has not created it yet. */
const isUnknownMessage = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.status === 404;

/**
 * Creates the exchange that answers an interaction by `respond`, and edits or deletes the message afterwards.
 * @param delaysMs the delays after each of which a call is made again while Discord does not know the message yet
 */
export function interactionExchange(
  { application_id, token, channel_id = "" }: Interaction,
  rest: REST,
  respond: InteractionExchange["respond"],
  delaysMs: readonly number[] = [],
): InteractionExchange {
  // Most responses are all that is sent.
  const original = () => Routes.webhookMessage(application_id, token, "@original");
  const send = async (call: () => Promise<unknown>): Promise<void> => {
    await withRetries(call, delaysMs, isUnknownMessage);
  };
  return {
    respond,
    edit: (body, files) => {
      const named = files.map(({ name, bytes }) => ({ name, data: bytes }));
      const tries = named.length > 0 ? UPLOAD : EDIT;
      return send(() =>
        tryCall((signal) => rest.patch(original(), { body, files: named, auth: false, signal }), tries),
      );
    },
    remove: () => send(() => tryCall((signal) => rest.delete(original(), { auth: false, signal }), EDIT)),
    async followUp(body) {
      // Made once: nothing tells whether a try that failed has been taken all the same.
      const signal = AbortSignal.timeout(UPLOAD.tryMs);
      await rest.post(Routes.webhook(application_id, token), { body, auth: false, signal });
    },
    async fetchText(message) {
      const route = Routes.channelMessage(channel_id, message);
      const found = await tryCall((signal) => rest.get(route, { signal }), FETCH).catch(() => undefined);
      const { data } = MessageText.safeParse(found);
      return data && readableContent(data.content);
    },
  };
}

/** Creates the exchange that answers an interaction of the gateway by a call. */
export function callbackExchange(interaction: Interaction, rest: REST): InteractionExchange {
  const { id, application_id, token } = interaction;
  const callback = Routes.interactionCallback(id, token);
  const original = Routes.webhookMessage(application_id, token, "@original");

  /** Whether the response has arrived although no try of it came back. */
  const hasArrived = async (): Promise<boolean> => {
    const signal = AbortSignal.timeout(RESPONSE.longestWaitMs);
    return rest.get(original, { auth: false, signal }).then(
      () => true,
      () => false,
    );
  };

  return interactionExchange(interaction, rest, async (body) => {
    const sent = { body: responseJson(body), passThroughBody: true, headers: JSON_TYPE, auth: false };
    try {
      await tryCall((signal) => rest.post(callback, { signal, ...sent }), RESPONSE);
    } catch (error) {
      if (error instanceof DiscordAPIError || !(await hasArrived())) throw error;
    }
  });
}
