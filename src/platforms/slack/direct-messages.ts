/** Writes to one person, in the messages of the app's home. */
import { randomUUID } from "node:crypto";
import type { webApi } from "@slack/bolt";
import type { SendDirectly } from "../../curation/direct-messages.ts";
import { createSlackCalls } from "./calls.ts";
import { escapeMrkdwn, UNFURLS_NOTHING } from "./render.ts";

/** Returns the client that writes to a person, and Slack's id of them. @throws where the app is not in their workspace */
export type ClientOfPerson = (
  person: string,
) => Promise<Pick<webApi.WebClient, "chat"> & { readonly user: string }>;

/**
 * Creates what writes to one person. The scope `chat:write` is enough: a user's id as the channel is the conversation of
 * that user with the app (https://docs.slack.dev/reference/methods/chat.postMessage).
 */
export function slackDirectSender(clientOf: ClientOfPerson): SendDirectly {
  const calls = createSlackCalls();
  return async (person, line) => {
    const { chat, user } = await clientOf(person);
    const message = {
      channel: user,
      ...UNFURLS_NOTHING,
      text: escapeMrkdwn(line),
      client_msg_id: randomUUID(),
    };
    await calls.inLine(`user ${user}`, () => chat.postMessage(message), { isRepeatable: true });
  };
}
