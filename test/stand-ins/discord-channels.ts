/** Stands in for Discord's channels: what people write there, and what the bot posts, edits and reads. */
import type { DiscordKind } from "./discord-checks.ts";
import {
  botUser,
  type Message,
  type MessageBody,
  numbered,
  snowflake,
  type Writing,
  written,
} from "./discord-payloads.ts";
import type { Json } from "./json.ts";
import { type Asked, type Reply, refusal, type Waiting, waitFor } from "./loopback.ts";
import { partsOf, type Upload } from "./multipart.ts";

/** What the bot posts in a channel, or makes of it later. */
export type Posted = {
  kind: "post" | "edit";
  /** The message as Discord keeps it, for a press. */
  message: Message;
  body: MessageBody & { message_reference?: { message_id: string }; nonce?: string };
  files: readonly Upload[];
};

/** The intents under which messages come: those of servers, and direct ones. */
const [GUILD_MESSAGES, DIRECT_MESSAGES] = [1 << 9, 1 << 12];

const unknownMessage: Reply = { status: 404, body: { message: "Unknown Message", code: 10008 } };

/** The channels of one application. */
export type Channels = {
  readonly posts: readonly Posted[];
  /** Returns the channel of the bot with one person, as Discord gives it. */
  withOne(user: string): Json & { id: string };
  /** Writes a message. Returns its payload, which is sent only under the intents for it. */
  say(content: string, writing?: Writing): Json & { id: string };
  /** Writes a message, and resolves with the reply to it. */
  write(content: string, writing?: Writing): Promise<Posted>;
  /** Removes a message that somebody wrote. */
  forget(id: string): void;
  /** Answers a call to `/channels/…`. */
  answer(asked: Asked, path: readonly string[]): Reply;
};

/** Opens the channels. @param dispatch sends an event to the client, which has identified with `intents` */
export function openChannels(
  applicationId: string,
  {
    timeout,
    dispatch,
    intents,
    faultsOf,
    refuse,
  }: {
    readonly timeout: number;
    readonly dispatch: (t: string, d: unknown) => void;
    readonly intents: () => number;
    readonly faultsOf: (kind: DiscordKind, body: unknown) => string[];
    readonly refuse: (faults: string[]) => Reply;
  },
): Channels {
  const people = new Map<string, Json>();
  const own = new Map<string, Message>();
  const byNonce = new Map<string, Message>();
  const posts: Posted[] = [];
  const waiting = new Map<string, Waiting<Posted>>();
  const withPeople = new Map<string, string>();

  function say(content: string, writing: Writing = {}) {
    const payload = written(applicationId, content, writing);
    people.set(payload.id, payload);
    if (intents() & (writing.guildId === null ? DIRECT_MESSAGES : GUILD_MESSAGES))
      dispatch("MESSAGE_CREATE", payload);
    return payload;
  }

  function create(channel: string, body: Posted["body"]): Reply {
    const known = byNonce.get(body.nonce ?? "");
    if (known) return { status: 200, body: known };
    const reference = body.message_reference;
    const problems = faultsOf("message", body);
    const settle = waiting.get(reference?.message_id ?? "") ?? waiting.get(channel);
    if (problems.length > 0) {
      settle?.reject(refusal("this message", problems, body));
      return refuse(problems);
    }
    const message: Message = {
      ...{ id: snowflake(), channel_id: channel, type: reference ? 19 : 0, content: body.content ?? "" },
      ...{ flags: body.flags ?? 0, embeds: [], components: numbered(body.components ?? []), attachments: [] },
      ...{ mentions: [], mention_roles: [], mention_everyone: false, pinned: false, tts: false },
      ...{ author: botUser(applicationId), timestamp: new Date().toISOString(), edited_timestamp: null },
      ...(reference ? { message_reference: { type: 0, ...reference } } : {}),
    };
    own.set(message.id, message);
    if (body.nonce !== undefined) byNonce.set(body.nonce, message);
    const posted: Posted = { kind: "post", message, body, files: [] };
    posts.push(posted);
    settle?.resolve(posted);
    return { status: 200, body: message };
  }

  function edit(message: Message, asked: Asked): Reply {
    const parts = partsOf(asked.headers, asked.raw);
    const body = JSON.parse(parts?.fields.payload_json ?? asked.body) as MessageBody;
    const problems = faultsOf("edit", body);
    if (problems.length > 0) return refuse(problems);
    const edited = { ...message, components: numbered(body.components ?? message.components) };
    own.set(message.id, edited);
    posts.push({ kind: "edit", message: edited, body, files: parts?.files ?? [] });
    return { status: 200, body: edited };
  }

  return {
    posts,
    withOne(user) {
      const id = withPeople.get(user) ?? snowflake();
      withPeople.set(user, id);
      return { id, type: 1, recipients: [{ id: user, username: "reader" }], last_message_id: null };
    },
    say,
    write(content, writing) {
      const payload = say(content, writing);
      const reply = waitFor<Posted>(`the reply to “${content.slice(0, 40)}”`, timeout);
      waiting.set(payload.id, reply);
      if (writing?.guildId === null) waiting.set(String(payload.channel_id), reply);
      return reply.promise;
    },
    forget: (id) => void people.delete(id),
    answer(asked, [channel = "", , id]) {
      if (asked.method === "POST" && id === undefined) return create(channel, JSON.parse(asked.body));
      const message = own.get(id ?? "");
      if (asked.method === "PATCH" && message) return edit(message, asked);
      const found = message ?? people.get(id ?? "");
      if (asked.method === "GET" && found?.channel_id === channel) return { status: 200, body: found };
      return unknownMessage;
    },
  };
}
