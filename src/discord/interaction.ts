/** The part of an interaction that the bot reads, strictly: everything in it comes from outside. */
import { z } from "zod";

const Snowflake = z.string().regex(/^\d{15,22}$/);
const User = z.object({ id: Snowflake });

const Option = z.object({
  name: z.string().max(32),
  value: z.union([z.string().max(6000), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});

/** Who pressed or typed: in a server under `member`, in a direct message under `user`. */
const common = {
  id: Snowflake,
  token: z.string().min(1),
  user: User.optional(),
  member: z.object({ user: User }).optional(),
};

const data = z.object({ name: z.string().max(32), options: z.array(Option).default([]) });

/** https://docs.discord.com/developers/interactions/receiving-and-responding: types 1 to 4. */
export const Interaction = z.discriminatedUnion("type", [
  z.object({ ...common, type: z.literal(1) }),
  z.object({ ...common, type: z.literal(2), data }),
  z.object({
    ...common,
    type: z.literal(3),
    data: z.object({ custom_id: z.string().max(100), values: z.array(z.string()).default([]) }),
    message: z.object({ interaction_metadata: z.object({ user: User }).optional() }),
  }),
  z.object({ ...common, type: z.literal(4), data }),
]);
export type Interaction = z.infer<typeof Interaction>;
