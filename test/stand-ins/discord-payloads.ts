/** Builds the payloads that Discord sends to an app. */
import { type Json, walk } from "./json.ts";

/** The user, and where they act. A `guildId` of null means a direct message with the bot. */
export type Who = {
  userId?: string;
  username?: string;
  locale?: string;
  guildId?: string | null;
  channel?: string;
  /** The roles that the user has on the server. */
  roles?: string[];
  /** What the user may do there, as Discord's bits. */
  permissions?: string;
  /** Who has installed the app, where it is not the server; see Discord's authorizing_integration_owners. */
  owners?: Record<string, string>;
};

export type Component = {
  type: number;
  id?: number;
  custom_id?: string;
  label?: string;
  content?: string;
  url?: string;
  style?: number;
  disabled?: boolean;
  components?: Component[];
  accessory?: Component;
  options?: { label: string; value: string; description?: string; default?: boolean }[];
};

/** The client's response to an interaction, as it was sent. */
export type InteractionResponse = {
  type: number;
  data?: MessageBody & { choices?: { name: string; value: string | number }[]; title?: string };
};

/** A message as the client sends it: the data of a response, an edit or a follow-up. */
export type MessageBody = {
  content?: string;
  flags?: number;
  embeds?: Json[];
  components?: Component[];
  custom_id?: string;
  allowed_mentions?: Json;
};

export type User = { id: string; username: string };
export type Interaction = Json & {
  id: string;
  type: number;
  token: string;
  channel_id: string;
  application_id: string;
  authorizing_integration_owners: Json;
  message?: Message;
  user?: User;
  member?: { user: User };
};

/** A message as Discord includes it with a press. */
export type Message = Json & {
  id: string;
  content: string;
  flags: number;
  components: Component[];
  /** Absent where the message is no response to an interaction. */
  interaction_metadata?: Json & { user: User };
};

export type OptionValue = string | number | boolean;
export type Part = { type: number; data: Json; message?: Message };

const DISCORD_EPOCH = 1_420_070_400_000;
let last = BigInt(Date.now() - DISCORD_EPOCH) << 22n;

/** Returns an id in Discord's format: 19 digits, ascending. */
export function snowflake(): string {
  last += 1n << 12n;
  return String(last);
}

const GUILD = "1100000000000000101";
const CHANNEL = "1100000000000000102";
const DIRECT = "1100000000000000103";
export const ASKER = "1100000000000000201";

const person = (id: string, username: string): User & Json => ({
  ...{ id, username, global_name: username, discriminator: "0", avatar: null },
  ...{ public_flags: 0, primary_guild: null, avatar_decoration_data: null, collectibles: null, clan: null },
});

/** Builds the whole payload of INTERACTION_CREATE for a user's action. */
export function interaction(applicationId: string, part: Part, who: Who = {}): Interaction {
  const { userId = ASKER, username = "reader", locale = "en-US", guildId = GUILD, roles = [] } = who;
  const { permissions = "2248473465835073" } = who;
  const direct = guildId === null;
  const user = person(userId, username);
  const channelId = who.channel ?? (direct ? DIRECT : CHANNEL);
  const member = {
    ...{ user, nick: null, avatar: null, banner: null, roles, permissions, flags: 0 },
    ...{ joined_at: "2024-05-01T09:00:00.000000+00:00", premium_since: null, deaf: false, mute: false },
    ...{ pending: false, communication_disabled_until: null, unusual_dm_activity_until: null },
  };
  const asker = direct ? { user } : { member, guild_id: guildId, guild_locale: "en-US" };
  return {
    id: snowflake(),
    token: Buffer.from(`interaction:${snowflake()}:${crypto.randomUUID()}`).toString("base64url"),
    application_id: applicationId,
    version: 1,
    ...part,
    ...asker,
    ...(direct ? {} : { guild: { id: guildId, locale: "en-US", features: [] } }),
    channel_id: channelId,
    channel: direct
      ? { id: channelId, type: 1, flags: 0, last_message_id: null }
      : { id: channelId, type: 0, guild_id: guildId, name: "library", permissions: "2248473465835073" },
    locale,
    app_permissions: "2248473465835073",
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: who.owners ?? (direct ? { "1": userId } : { "0": guildId }),
    context: direct ? 1 : 0,
    attachment_size_limit: 10_485_760,
  };
}

/** Who writes, and where. `to` is the message that it replies to, `rest` any other fields. */
export type Writing = Who & { to?: Message; rest?: Json };

/** Builds the payload of MESSAGE_CREATE. As without the message-content intent, only what is for the bot has its text. */
export function written(
  applicationId: string,
  content: string,
  writing: Writing = {},
): Json & { id: string } {
  const { userId = ASKER, username = "reader", guildId = GUILD, to, rest = {} } = writing;
  const isDirect = guildId === null;
  const mentioned = new Set([...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id!));
  const replied = (to?.author as User | undefined)?.id;
  if (replied !== undefined) mentioned.add(replied);
  const isForBot = isDirect || mentioned.has(applicationId);
  const reference = to && { type: 0, message_id: to.id, channel_id: to.channel_id };
  return {
    ...{ id: snowflake(), channel_id: writing.channel ?? (isDirect ? DIRECT : CHANNEL) },
    author: person(userId, username),
    ...(isDirect ? {} : { guild_id: guildId, member: { roles: [], joined_at: null, deaf: false } }),
    ...{ type: to ? 19 : 0, content: isForBot ? content : "", flags: 0, embeds: [], components: [] },
    mentions: [...mentioned].map((id) => (id === applicationId ? botUser(id) : person(id, "someone"))),
    ...{ mention_roles: [], mention_everyone: false, attachments: [], pinned: false, tts: false },
    ...{ timestamp: new Date().toISOString(), edited_timestamp: null, nonce: snowflake() },
    ...(reference ? { message_reference: reference, referenced_message: to } : {}),
    ...rest,
  };
}

/** Builds the data of a typed command: "cite" or, with a subcommand, "refdesk cite". */
export function commandData(
  id: string,
  typed: string,
  options: Record<string, OptionValue>,
  focused?: string,
): Json {
  const [name, ...inner] = typed.split(" ");
  let given: Json[] = Object.entries(options).map(([option, value]) => ({
    name: option,
    type: typeof value === "string" ? 3 : typeof value === "boolean" ? 5 : Number.isInteger(value) ? 4 : 10,
    value,
    ...(option === focused ? { focused: true } : {}),
  }));
  for (const [depth, sub] of inner.reverse().entries())
    given = [{ name: sub, type: depth + 1, options: given }];
  return { id, name, type: 1, options: given };
}

/** Builds the data of a press or a choice. @throws {Error} when the message has no such component or option */
export function pressData(pressed: string | Component, message: Message, values: string[] | undefined): Json {
  const customId = typeof pressed === "string" ? pressed : pressed.custom_id;
  const found = [...walk(message.components)].find(([item]) => "type" in item && item.custom_id === customId);
  if (customId === undefined || !found)
    throw new Error(`the message has no component with custom_id ${customId}`);
  const component = found[0] as Component;
  if (component.disabled) throw new Error(`${customId} is disabled`);
  const stray = values?.find((value) => component.options?.every((option) => option.value !== value));
  if (stray !== undefined) throw new Error(`${customId} has no option ${stray}`);
  const chosen = component.type === 2 ? {} : { values: values ?? [] };
  return { custom_id: customId, component_type: component.type, id: component.id, ...chosen };
}

type Answered = { interaction: Interaction; body: MessageBody; previous: Message | undefined; id: string };
const answered = new WeakMap<object, Answered>();

/** Stores what `messageOf` needs to know about a response. */
export function remember(answer: object, from: Interaction, body: MessageBody, previous?: Message): void {
  answered.set(answer, { interaction: from, body, previous, id: previous?.id ?? snowflake() });
}

/** Returns the message that a response, an edit or a follow-up shows, ready for the next press. */
export function messageOf(answer: object): Message {
  const known = answered.get(answer);
  if (!known) throw new Error("messageOf: not an answer that came from this stand-in");
  const { interaction: from, body, previous, id } = known;
  const visible = {
    ...(body.content === undefined ? {} : { content: body.content }),
    ...(body.flags === undefined ? {} : { flags: body.flags | (previous?.flags ?? 0) }),
    ...(body.embeds === undefined ? {} : { embeds: body.embeds }),
    ...(body.components === undefined ? {} : { components: numbered(body.components) }),
  };
  if (previous) return { ...previous, ...visible, edited_timestamp: new Date().toISOString() };
  const user = from.member?.user ?? from.user ?? { id: ASKER, username: "reader" };
  const owners = from.authorizing_integration_owners;
  return {
    ...{ id, channel_id: from.channel_id, type: from.type === 2 ? 20 : 19, content: "", flags: 0 },
    ...{ embeds: [], components: [], attachments: [], mentions: [], mention_roles: [] },
    ...{ mention_everyone: false, pinned: false, tts: false, edited_timestamp: null },
    author: botUser(from.application_id),
    application_id: from.application_id,
    webhook_id: from.application_id,
    timestamp: new Date().toISOString(),
    interaction_metadata: { id: from.id, type: from.type, user, authorizing_integration_owners: owners },
    ...visible,
  };
}

/** Gives an id to every component without one, as Discord does. */
export function numbered(components: Component[]): Component[] {
  const copy = structuredClone(components);
  let id = 0;
  for (const [item] of walk(copy)) if ("type" in item) item.id ??= ++id;
  return copy;
}

export function botUser(applicationId: string): Json & User {
  const flags = { public_flags: 0, flags: 0, verified: true, mfa_enabled: true, email: null };
  return {
    ...{ id: applicationId, username: "Refdesk", discriminator: "0001", global_name: null, avatar: null },
    ...{ bot: true, ...flags },
  };
}

export function application(applicationId: string): Json {
  return {
    ...{ id: applicationId, name: "Refdesk", icon: null, description: "", summary: "", type: null, flags: 0 },
    ...{ bot_public: true, bot_require_code_grant: false, verify_key: "0".repeat(64), team: null },
    bot: botUser(applicationId),
  };
}

export function ready(applicationId: string, sessionId: string, url: string, shard: unknown): Json {
  return {
    v: 10,
    user: botUser(applicationId),
    user_settings: {},
    ...{ guilds: [{ id: GUILD, unavailable: true }], private_channels: [], relationships: [], presences: [] },
    session_id: sessionId,
    session_type: "normal",
    resume_gateway_url: url,
    ...(shard === undefined ? {} : { shard }),
    application: { id: applicationId, flags: 0 },
    ...{ geo_ordered_rtc_regions: [], auth: {}, _trace: [] },
  };
}

/** Returns a command as Discord stores it: with ids, and without options at their defaults. */
export function registered(command: Json, applicationId: string): Json {
  const kept = JSON.parse(JSON.stringify(command), (key, value) =>
    (key === "required" || key === "autocomplete") && value === false ? undefined : value,
  ) as Json;
  return {
    ...{ default_member_permissions: null, dm_permission: true, nsfw: false, type: 1, description: "" },
    ...{ contexts: null, integration_types: [0], name_localizations: null, description_localizations: null },
    ...kept,
    ...{ id: snowflake(), application_id: applicationId, version: snowflake() },
  };
}
