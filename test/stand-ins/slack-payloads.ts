/** Builds the payloads that Slack sends to an app for commands and actions. */
import { randomInt } from "node:crypto";
import { isJson, type Json, walk } from "./json.ts";
import type { Asked } from "./loopback.ts";

/** The user, and where they act. */
export type SlackWho = { userId?: string; userName?: string; channelId?: string; channelName?: string };

/** A message as the app sends it: in an ack, to a response URL, or to chat.postMessage. */
export type SlackMessage = {
  text?: string;
  blocks?: SlackBlock[];
  response_type?: "ephemeral" | "in_channel";
  replace_original?: boolean;
  delete_original?: boolean;
};

export type SlackBlock = Json & { type: string; block_id?: string };

/** A user's action on a message: a press on a button, or a choice of an option. */
export type SlackAction = {
  action_id: string;
  block_id?: string;
  value?: string;
  selected_option?: { text?: Json; value: string };
};

export const TEAM = "T0STANDIN01";
export const APP = "A0STANDIN01";
export const BOT = "B0STANDIN01";
export const BOT_USER = "U0STANDBOT1";
const VERIFICATION = "not-used-in-socket-mode";

export function timestamp(): string {
  return `${Math.floor(Date.now() / 1000)}.${String(randomInt(1_000_000)).padStart(6, "0")}`;
}

export const triggerId = () =>
  `${randomInt(2 ** 40)}.${randomInt(2 ** 40)}.${crypto.randomUUID().slice(0, 8)}`;

function defaults({ userId, userName, channelId, channelName }: SlackWho) {
  return {
    user: { id: userId ?? "U0READER001", name: userName ?? "reader" },
    channel: { id: channelId ?? "C0LIBRARY01", name: channelName ?? "library" },
  };
}

/** Builds the payload of a slash command. */
export function commandPayload(command: string, text: string, responseUrl: string, who: SlackWho = {}): Json {
  const { user, channel } = defaults(who);
  return {
    ...{ token: VERIFICATION, team_id: TEAM, team_domain: "reading-room" },
    ...{ channel_id: channel.id, channel_name: channel.name, user_id: user.id, user_name: user.name },
    command: command.startsWith("/") ? command : `/${command}`,
    text,
    api_app_id: APP,
    is_enterprise_install: "false",
    response_url: responseUrl,
    trigger_id: triggerId(),
  };
}

/**
 * Builds the payload of an action on a message. Like Slack's, it does not include the message if that is ephemeral
 * (any but `in_channel`).
 * @throws {Error} when the message has no such action
 */
export function actionPayload(
  given: SlackAction | string,
  message: SlackMessage | undefined,
  responseUrl: string,
  who: SlackWho = {},
): Json {
  const { user, channel } = defaults(who);
  const wanted = typeof given === "string" ? { action_id: given } : given;
  const ts = timestamp();
  const shown = message?.response_type === "in_channel";
  const container = { type: "message", message_ts: ts, channel_id: channel.id, is_ephemeral: !shown };
  return {
    type: "block_actions",
    user: { ...user, username: user.name, team_id: TEAM },
    ...{ api_app_id: APP, token: VERIFICATION, container, trigger_id: triggerId() },
    ...{ team: { id: TEAM, domain: "reading-room" }, enterprise: null, is_enterprise_install: false },
    channel,
    ...(shown ? { message: posted(message, ts) } : {}),
    state: { values: {} },
    response_url: responseUrl,
    actions: [{ ...(message ? offered(wanted, message) : {}), ...typed(wanted), action_ts: timestamp() }],
  };
}

/** Returns a message as Slack stores it. */
export function posted({ text = "", blocks = [] }: SlackMessage, ts: string): Json {
  const named = blocks.map((block, index) => ({ block_id: `blk${index}`, ...block }));
  const from = { user: BOT_USER, bot_id: BOT, app_id: APP, team: TEAM };
  return { type: "message", ...from, ts, text, blocks: named };
}

function typed(action: SlackAction): Json {
  return { ...action, ...(action.selected_option ? { type: "static_select" } : {}) };
}

function offered(wanted: SlackAction, message: SlackMessage): Json {
  for (const [index, block] of (message.blocks ?? []).entries()) {
    for (const [element] of walk(block)) {
      if (element.action_id !== wanted.action_id) continue;
      const { type, text, value, options } = element;
      const chosen = wanted.selected_option?.value;
      const option = [...walk(options)].find(([one]) => one.value === chosen && isJson(one.text))?.[0];
      if (type !== "button" && !option) throw new Error(`${wanted.action_id} has no option ${chosen}`);
      const extra = type === "button" ? { text, ...(value === undefined ? {} : { value }) } : {};
      return { block_id: block.block_id ?? `blk${index}`, type, ...extra };
    }
  }
  throw new Error(`the message has no action ${wanted.action_id}`);
}

/** Parses a call of the Web API: JSON, or a form whose objects are encoded as JSON. */
export function parseCall({ headers, body }: Asked): Json {
  if (headers["content-type"]?.startsWith("application/json")) return JSON.parse(body || "{}");
  const fields = [...new URLSearchParams(body)];
  return Object.fromEntries(
    fields.map(([key, value]) => [key, isEncoded(key, value) ? JSON.parse(value) : value]),
  );
}

function isEncoded(key: string, value: string): boolean {
  return key !== "text" && (/^[[{]/.test(value) || value === "true" || value === "false");
}
