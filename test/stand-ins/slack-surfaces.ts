/** Builds Slack's events, and acts in shortcuts and forms. */
import { isJson, type Json, walk } from "./json.ts";
import type { Ack, Post, SlackStandIn } from "./slack.ts";
import {
  APP,
  BOT_USER,
  type SlackMessage,
  type SlackWho,
  TEAM,
  timestamp,
  triggerId,
} from "./slack-payloads.ts";

let counted = 0;
export const eventId = (): string => `Ev0STAND${String(++counted).padStart(4, "0")}`;

const userOf = ({ userId = "U0READER001", userName = "reader" }: SlackWho = {}) => ({
  id: userId,
  username: userName,
  name: userName,
  team_id: TEAM,
});

const common = () => ({
  token: "not-used-in-socket-mode",
  team: { id: TEAM, domain: "reading-room" },
  enterprise: null,
  is_enterprise_install: false,
  api_app_id: APP,
});

/** Wraps an event in the envelope in which a socket delivers it. */
export function event(of: Json, id: string = eventId()): Json {
  const authorizations = [{ enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true }];
  return {
    type: "events_api",
    payload: {
      ...{ type: "event_callback", team_id: TEAM, api_app_id: APP, token: "not-used-in-socket-mode" },
      ...{ event_id: id, event_time: Math.floor(Date.now() / 1000), authorizations },
      event: of,
    },
  };
}

/** Builds a mention in a channel: `text` after a mention of the bot. */
export const mentioned = (text: string, more: Json = {}): Json => ({
  ...{ type: "app_mention", user: "U0READER001", channel: "C0LIBRARY01", ts: timestamp() },
  text: `<@${BOT_USER}> ${text}`,
  ...more,
});

/** Builds a direct message to the bot. */
export const written = (text: string, more: Json = {}): Json => ({
  ...{ type: "message", channel_type: "im", user: "U0READER001", channel: "D0READER001", ts: timestamp() },
  text,
  ...more,
});

/** Builds an event for links to the app's domain in a posted message. */
export const linked = (urls: readonly string[], more: Json = {}): Json => {
  const message_ts = timestamp();
  return {
    ...{ type: "link_shared", user: "U0READER001", channel: "C0LIBRARY01", is_bot_user_member: false },
    ...{
      message_ts,
      unfurl_id: `C0LIBRARY01.${message_ts}.1b90fa1278528ce6`,
      source: "conversations_history",
    },
    ...{ event_ts: timestamp(), user_locale: "en-GB" },
    links: urls.map((url) => ({ url, domain: /^[a-z]+:\/\/([^/:]+)/i.exec(url)?.[1] ?? "" })),
    ...more,
  };
};

/** Builds the same event for a message being composed, whose ids are all one placeholder. */
export function linkedInComposer(urls: readonly string[]): Json {
  const name = `U0READER001-${crypto.randomUUID()}-gryl3kb80b3wm49ihzoo35fyqoq08n2y`;
  return linked(urls, { channel: "COMPOSER", message_ts: name, unfurl_id: name, source: "composer" });
}

/** Uses a global shortcut. */
export const openShortcut = (stand: SlackStandIn, callback_id: string, who?: SlackWho): Promise<Ack> =>
  stand.raw({
    type: "interactive",
    payload: {
      ...common(),
      type: "shortcut",
      callback_id,
      user: userOf(who),
      trigger_id: triggerId(),
      action_ts: timestamp(),
    },
  });

/** Builds the envelope of a shortcut that is used on a message. */
export const messageShortcut = (
  callback_id: string,
  text: string,
  response_url: string,
  who?: SlackWho,
): Json => ({
  type: "interactive",
  payload: {
    ...common(),
    ...{ type: "message_action", callback_id, user: userOf(who), trigger_id: triggerId() },
    ...{ action_ts: timestamp(), message_ts: timestamp(), response_url },
    channel: { id: who?.channelId ?? "C0LIBRARY01", name: "library" },
    message: { type: "message", user: "U0OTHER0001", text, ts: timestamp() },
  },
});

/** Uses a shortcut on a message, and waits for the reply. */
export async function openOnMessage(
  stand: SlackStandIn,
  callback_id: string,
  text: string,
  who?: SlackWho,
): Promise<SlackMessage> {
  const post: Promise<Post> = stand.nextPost();
  await stand.raw(messageShortcut(callback_id, text, stand.responseUrl(), who));
  return (await post).body;
}

/** Returns the field of a form after its choice of a command. */
function fieldOf(view: Json): Json & { element: Json } {
  const field = (view.blocks as Json[]).find(({ block_id }) => String(block_id).startsWith("text:"));
  if (!isJson(field?.element)) throw new Error("the form has no field");
  return field as Json & { element: Json };
}

const VIEW_ID = "V0STANDIN01";

/** Presses a button of a view, or chooses in it, by the action's id. */
export function actIn(stand: SlackStandIn, view: Json, action_id: string, chosen?: string): Promise<Ack> {
  const found = [...walk(view)].map(([part]) => part).find((part) => part.action_id === action_id);
  if (!found) throw new Error(`the view has no action ${action_id}`);
  const option = [...walk(found.options)].find(([one]) => one.value === chosen && isJson(one.text))?.[0];
  if (chosen !== undefined && !option) throw new Error(`${action_id} has no option ${chosen}`);
  const pressed = {
    action_id,
    type: found.type,
    ...(found.value === undefined ? {} : { value: found.value }),
  };
  return stand.raw({
    type: "interactive",
    payload: {
      ...common(),
      ...{ type: "block_actions", user: userOf(), trigger_id: triggerId() },
      container: { type: "view", view_id: VIEW_ID },
      view: { ...view, id: VIEW_ID, team_id: TEAM, hash: "1.a", state: { values: {} } },
      actions: [{ ...pressed, ...(option ? { selected_option: option } : {}), action_ts: timestamp() }],
    },
  });
}

/** Types into the field of a form whose choices the app provides. */
export async function typeInto(stand: SlackStandIn, view: Json, value: string): Promise<Json[]> {
  const { block_id, element } = fieldOf(view);
  if (element.type !== "external_select") throw new Error("the field has no choices");
  const ack = await stand.raw({
    type: "interactive",
    payload: {
      ...common(),
      ...{ type: "block_suggestion", user: userOf(), container: { type: "view", view_id: VIEW_ID } },
      ...{ action_id: element.action_id, block_id, value, view },
    },
  });
  return ack.options as Json[];
}

/** Submits a form with a text in its field; with another command than the one shown, as if its field had not come yet. */
export function submit(stand: SlackStandIn, view: Json, text?: string, command?: string): Promise<Ack> {
  const state = Object.fromEntries(
    (view.blocks as Json[]).flatMap((block) => {
      if (block.type !== "input" || !isJson(block.element)) return [];
      const { type, action_id, initial_option } = block.element;
      const plain =
        text === undefined ? null : { text: { type: "plain_text", text, emoji: false }, value: text };
      const chosen = command === undefined ? initial_option : { value: command };
      const content =
        type === "static_select"
          ? { selected_option: chosen }
          : type === "plain_text_input"
            ? { value: text ?? null }
            : { selected_option: plain };
      return [[block.block_id, { [String(action_id)]: { type, ...content } }]];
    }),
  );
  return stand.raw({
    type: "interactive",
    payload: {
      ...common(),
      ...{ type: "view_submission", user: userOf(), trigger_id: triggerId(), response_urls: [] },
      view: { ...view, id: VIEW_ID, team_id: TEAM, hash: "1.a", state: { values: state } },
    },
  });
}
