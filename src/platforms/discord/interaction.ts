/** Validates the parts of Discord's interactions that the bot reads: all of it is untrusted input. */
import { z } from "zod";
import { Content, Snowflake } from "./message.ts";

const User = z.object({
  id: Snowflake,
  username: z.string().optional(),
  global_name: z.string().nullish(),
});

const Option = z.object({
  name: z.string().max(32),
  value: z.union([z.string().max(6000), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});

/** A field of a form: a text, or what was chosen in a menu. */
const Field = z.object({
  custom_id: z.string().max(100).default(""),
  value: Content.optional(),
  values: z.array(z.string().max(100)).max(25).optional(),
});

/** Installations in a server, among those that an interaction comes by. */
const GUILD_INSTALL = "0";

/** Fields of every interaction. The user is under `member` in a server, under `user` in a direct message. */
const common = {
  id: Snowflake,
  application_id: Snowflake,
  token: z.string().min(1).max(1_000),
  channel_id: Snowflake.optional(),
  guild_id: Snowflake.optional(),
  /** Who has installed the app that is used, by how: the server, or the user alone. */
  authorizing_integration_owners: z.record(z.string(), z.string()).optional().catch(undefined),
  locale: z.string().max(20).optional(),
  user: User.optional(),
  member: z
    .object({
      user: User,
      nick: z.string().nullish(),
      roles: z.array(Snowflake).max(1_000).default([]),
      permissions: z
        .string()
        .regex(/^\d{1,30}$/)
        .catch("0"),
    })
    .optional(),
};

/** A message of the bot's own, under which something was pressed or a form was opened. */
const Message = z.object({
  flags: z.number().default(0),
  components: z.unknown(),
  interaction_metadata: z.object({ user: User }).optional(),
});

/** Data of a slash command or a message command; the latter's message is in `resolved`, under `target_id`. */
const data = z.object({
  type: z.number().default(1),
  name: z.string().max(32),
  options: z.array(Option).default([]),
  target_id: Snowflake.optional(),
  resolved: z
    .object({ messages: z.record(z.string(), z.object({ content: Content })).optional() })
    .optional(),
});

/** Interaction types 1 to 5: https://docs.discord.com/developers/interactions/receiving-and-responding */
export const Interaction = z.discriminatedUnion("type", [
  z.object({ ...common, type: z.literal(1) }),
  z.object({ ...common, type: z.literal(2), data }),
  z.object({
    ...common,
    type: z.literal(3),
    data: z.object({
      custom_id: z.string().max(100),
      values: z.array(z.string().max(100)).max(25).default([]),
    }),
    message: Message,
  }),
  z.object({ ...common, type: z.literal(4), data }),
  z.object({
    ...common,
    type: z.literal(5),
    data: z.object({
      custom_id: z.string().max(100),
      components: z
        .array(z.object({ component: Field }))
        .min(1)
        .max(5),
      resolved: z.object({ roles: z.record(z.string(), z.unknown()).optional() }).optional(),
    }),
    message: Message.optional(),
  }),
]);
export type Interaction = z.infer<typeof Interaction>;

/** Returns the id of the user who sent the interaction. */
export const interactionUserId = ({
  member,
  user,
}: Pick<Interaction, "member" | "user">): string | undefined => member?.user.id ?? user?.id;

/**
 * Returns the server in which the app is installed that an interaction is for; undefined in a direct message, and where the
 * user alone has it: then the server is none of ours.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
 */
export const serverOf = ({
  guild_id: server,
  authorizing_integration_owners: owners,
}: Pick<Interaction, "guild_id" | "authorizing_integration_owners">): string | undefined =>
  owners === undefined || owners[GUILD_INSTALL] === server ? server : undefined;

/** The permissions of whoever looks after a server: https://docs.discord.com/developers/topics/permissions */
const [ADMINISTRATOR, MANAGE_GUILD] = [1n << 3n, 1n << 5n];

/** Whether the user may manage the server, as Discord says it with this very interaction. */
export const managesServer = ({ member }: Pick<Interaction, "member">): boolean =>
  (BigInt(member?.permissions ?? "0") & (ADMINISTRATOR | MANAGE_GUILD)) !== 0n;

/** Returns the user's name as others see it: nickname, display name or username. */
export const interactionUserName = ({ member, user }: Pick<Interaction, "member" | "user">): string => {
  const who = member?.user ?? user;
  return member?.nick ?? who?.global_name ?? who?.username ?? "someone";
};

/** Returns where a payload is not of the expected form, and how, without anything that it holds. */
export const issuePlaces = ({ issues }: z.ZodError): { code: string; path: string }[] =>
  issues.slice(0, 3).map(({ code, path }) => ({ code, path: path.map(String).join(".").slice(0, 100) }));
