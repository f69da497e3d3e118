/** The parts of Slack's payloads that the bot reads, strictly: everything in them comes from outside. */
import { z } from "zod";

const UserId = z.string().regex(/^[UW][A-Z0-9]{2,20}$/);
const Line = z.string().max(2000);

/** A slash command: https://docs.slack.dev/interactivity/implementing-slash-commands */
export const Typed = z.object({
  command: z.string().max(40),
  text: z.string().max(12_000).default(""),
  user_id: UserId,
});

/** A button's line or a menu's choice, and who pressed it. */
export const Pressed = z.object({
  user: z.object({ id: UserId, username: z.string().optional(), name: z.string().optional() }),
  actions: z
    .array(
      z.object({
        action_id: z.string().max(255),
        value: Line.optional(),
        selected_option: z.object({ value: Line }).nullish(),
      }),
    )
    .min(1),
  message: z.object({ text: z.string().optional() }).optional(),
  container: z.object({ is_ephemeral: z.boolean().optional() }).optional(),
});

/** A shortcut used on a message. */
export const OnMessage = z.object({
  user: z.object({ id: UserId }),
  message: z.object({ text: z.string().max(40_000).default("") }),
});

/** Slack sends these three letters of what people type as entities. */
export const unescapeText = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
