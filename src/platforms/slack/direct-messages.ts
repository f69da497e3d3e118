/** Writes to one person, in the messages of the app's home. */
import { randomUUID } from "node:crypto";
import type { webApi } from "@slack/bolt";
import type { SendDirectly } from "../../curation/direct-messages.ts";
import { createSlackCalls } from "./calls.ts";
import { escapeMrkdwn, UNFURLS_NOTHING } from "./render.ts";

/**
 * Creates what writes to one person. The scope `chat:write` is enough: a user's id as the channel is the conversation of
 * that user with the app (https://docs.slack.dev/reference/methods/chat.postMessage).
 */
export function slackDirectSender({ chat }: Pick<webApi.WebClient, "chat">): SendDirectly {
  const calls = createSlackCalls();
  return async (user, line) => {
    const message = {
      ...UNFURLS_NOTHING,
      ...{ channel: user, text: escapeMrkdwn(line), client_msg_id: randomUUID() },
    };
    await calls.inLine(`user ${user}`, () => chat.postMessage(message), { isRepeatable: true });
  };
}
