/** Validates the parts of Slack's payloads that the bot reads: all of it is untrusted input. */
import { z } from "zod";

const UserId = z.string().regex(/^[UW][A-Z0-9]{2,20}$/);
const User = z.object({
  id: UserId,
  username: z.string().max(200).optional(),
  name: z.string().max(200).optional(),
});
const Line = z.string().max(2000);
const Chosen = z.object({ value: Line }).nullish();

/** Where a request can be answered for half an hour, five times. */
export const ResponseUrlPayload = z.object({ response_url: z.url({ protocol: /^https?$/ }).max(2000) });

/** A slash command: https://docs.slack.dev/interactivity/implementing-slash-commands */
export const SlashCommandPayload = z.object({
  command: z.string().max(40),
  text: z.string().max(12_000).default(""),
  user_id: UserId,
  user_name: z.string().max(200).optional(),
  channel_id: z.string().max(40).optional(),
});
export type SlashCommandPayload = z.infer<typeof SlashCommandPayload>;

/** The id that Slack gives to one action of a user. */
export const TriggerPayload = z.object({ trigger_id: z.string().min(1).max(200) });

/** A press on a button or a menu: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export const BlockActionsPayload = z.object({
  user: User,
  trigger_id: z.string().max(200).default(""),
  actions: z
    .array(
      z.object({
        action_id: z.string().max(255),
        block_id: z.string().max(255).default(""),
        value: Line.optional(),
        selected_option: Chosen,
      }),
    )
    .min(1),
  message: z.object({ text: z.string().optional() }).optional(),
  container: z
    .object({
      is_ephemeral: z.boolean().optional(),
      channel_id: z.string().max(40).optional(),
      thread_ts: z.string().max(40).optional(),
    })
    .optional(),
});

/** A shortcut used on a message. */
export const MessageShortcutPayload = z.object({
  callback_id: z.string().max(255),
  trigger_id: z.string().max(200).default(""),
  user: User,
  message: z.object({ text: z.string().max(40_000).default("") }),
});

/** Decodes `&lt;`, `&gt;` and `&amp;`, the only entities in Slack's texts. */
export const unescapeText = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/**
 * Converts a message's text to what people read: labels in place of `<…>`, without mentions of users. Slack escapes every
 * other `<`, so none stands within one, and the text is read once.
 */
export const readableText = (text: string): string =>
  unescapeText(
    text.replace(/<([^<>]*)>/g, (_, inner: string) => {
      if (inner.startsWith("@")) return " ";
      const bar = inner.indexOf("|");
      if (bar >= 0) return inner.slice(bar + 1);
      return /^[#!]/.test(inner) ? " " : inner;
    }),
  );

/** A mention of the bot or a direct message to it: https://docs.slack.dev/reference/events/app_mention */
export const MessageEvent = z.object({
  event_id: z.string().max(100),
  event: z.object({
    type: z.string(),
    user: UserId,
    text: z.string().max(40_000).default(""),
    channel: z.string().max(40),
    channel_type: z.string().optional(),
    ts: z.string().max(40),
    thread_ts: z.string().max(40).optional(),
    bot_id: z.string().nullish(),
    subtype: z.string().optional(),
    edited: z.unknown().optional(),
  }),
});

/**
 * Links to the app's domain in a message: https://docs.slack.dev/reference/events/link_shared
 * While the message is being composed, `channel` and `message_ts` are placeholders.
 */
export const LinkSharedEvent = z.object({
  event_id: z.string().max(100),
  event: z.object({
    user: UserId,
    channel: z.string().max(40),
    message_ts: z.string().max(200),
    unfurl_id: z.string().max(400).optional(),
    source: z.enum(["composer", "conversations_history"]).optional(),
    user_locale: z.string().max(40).optional(),
    bot_id: z.string().nullish(),
    links: z.array(z.object({ url: z.string().max(40_000) })).max(100),
  }),
});
export type LinkSharedEvent = z.infer<typeof LinkSharedEvent>["event"];

/** A user opened the app's home, or the messages beside it: https://docs.slack.dev/reference/events/app_home_opened */
export const AppHomeOpenedEvent = z.object({
  event: z.object({
    user: UserId,
    channel: z.string().max(40).optional(),
    tab: z.string().default("home"),
  }),
});

/** A press in the home or in a form, or a choice there. */
export const ViewActionPayload = z.object({
  trigger_id: z.string().max(200),
  user: z.object({ id: UserId }),
  view: z.object({ id: z.string().max(100) }),
  actions: z.tuple(
    [z.object({ action_id: z.string().max(255), value: Line.optional(), selected_option: Chosen })],
    z.unknown(),
  ),
});

/** The fields of a form by block and action: a choice, people, or a text. */
const ViewState = z.object({
  values: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        selected_option: Chosen,
        selected_users: z.array(z.string().max(40)).max(1_000).nullish(),
        value: z.string().max(3000).nullish(),
      }),
    ),
  ),
});
export type ViewState = z.infer<typeof ViewState>;

/** A global shortcut: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export const GlobalShortcutPayload = z.object({
  trigger_id: z.string().max(200),
  callback_id: z.string().max(255),
});

/** Text typed into a select whose options the bot provides. */
export const OptionsPayload = z.object({
  user: z.object({ id: UserId }).optional(),
  action_id: z.string().max(255),
  value: z.string().max(3000).default(""),
});

/** A submitted form: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export const ViewSubmissionPayload = z.object({
  user: User,
  view: z.object({
    id: z.string().max(100),
    state: ViewState,
    private_metadata: z.string().max(3000).default(""),
  }),
});
