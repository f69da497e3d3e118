/** Answers what is the desk's own on Discord: `/refdesk`, its buttons and forms, and “Suggest a record” on a message. */
import { InteractionResponseType, MessageFlags } from "discord.js";
import type { CurationReply, FormValues } from "../../curation/form.ts";
import { isDeskLine, replacesMessage, reportLine } from "../../curation/lines.ts";
import type { Requester } from "../../curation/requester.ts";
import { withApology } from "../../delivery/deliver.ts";
import type { DeliveryPolicy } from "../../delivery/policy.ts";
import { REPLY_TIMEOUT_MS } from "../../delivery/timing.ts";
import type { Bot } from "../../desk/bot.ts";
import { englishMessages } from "../../language/en/messages.ts";
import type { Log } from "../../support/log.ts";
import { withTimeout } from "../../support/timeout.ts";
import { CHOOSE_ID, MORE_ID } from "./controls.ts";
import { drawModal, readModal } from "./curation-form.ts";
import {
  type Interaction,
  interactionUserId,
  interactionUserName,
  managesServer,
  serverOf,
} from "./interaction.ts";
import { readableContent } from "./message.ts";
import { askInMessage } from "./message-ask.ts";
import { discordNotice, isEphemeral, renderDiscord, withoutEphemeral } from "./render.ts";
import type { InteractionExchange } from "./transport.ts";

/** The command of the desk's own, whose subcommands are what it has. */
export const DESK_COMMAND = "refdesk";

/** What was asked of the desk's own: a line, or a form that was filled in; and whether its reply replaces its message. */
type DeskRequest = (
  | { readonly line: string; readonly passage?: string }
  | { readonly form: string; readonly values: FormValues }
) & { readonly replaces: boolean };

/** Reads what is asked of the desk's own; undefined where something else is. */
function readRequest(interaction: Interaction): DeskRequest | undefined {
  switch (interaction.type) {
    case 2: {
      const { name, options, target_id, resolved } = interaction.data;
      const content = target_id && resolved?.messages?.[target_id]?.content;
      if (target_id && name === englishMessages.curation.suggest)
        return { line: "/suggest", passage: readableContent(content ?? ""), replaces: false };
      return name === DESK_COMMAND
        ? { line: `/${options[0]?.name ?? "status"}`, replaces: false }
        : undefined;
    }
    case 3: {
      const { data, message } = interaction;
      const isMenu = [CHOOSE_ID, MORE_ID].includes(data.custom_id.split(":")[0] ?? "");
      const line = isMenu ? (data.values[0] ?? "") : data.custom_id;
      if (!isDeskLine(line)) return undefined;
      const isOpen = line === reportLine();
      return {
        line: isOpen ? reportLine(askInMessage(message.components)) : line,
        replaces: replacesMessage(line) && isEphemeral(message),
      };
    }
    case 5: {
      const read = readModal(interaction);
      const { message } = interaction;
      return (
        read && {
          replaces: replacesMessage(read.form) && message !== undefined && isEphemeral(message),
          ...read,
        }
      );
    }
    default:
      return undefined;
  }
}

/** Returns who sent an interaction, with the roles that they have now. */
const requesterOf = (interaction: Interaction): Requester => ({
  platform: "discord",
  user: interactionUserId(interaction) ?? "",
  name: interactionUserName(interaction),
  roles: interaction.member?.roles ?? [],
  ...(serverOf(interaction) === undefined
    ? {}
    : { standing: async () => (managesServer(interaction) ? "admin" : "member") }),
});

const { ChannelMessageWithSource, UpdateMessage, DeferredMessageUpdate, DeferredChannelMessageWithSource } =
  InteractionResponseType;

/** Sends a reply in time, or promises it. A form cannot follow a promise, so one that is late is asked for again. */
async function sendReply(
  pending: Promise<CurationReply>,
  { messages }: Bot,
  replaces: boolean,
  { respond, edit, followUp }: InteractionExchange,
  timeoutMs: number,
): Promise<void> {
  const first = await withTimeout(pending, timeoutMs);
  if (first === "late")
    await respond(
      replaces
        ? { type: DeferredMessageUpdate }
        : { type: DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } },
    );
  const reply = await pending;
  if (reply.type === "form") {
    if (first !== "late") return respond(drawModal(reply.form));
    const notice = discordNotice(messages.curation.formLate);
    return replaces ? followUp(notice) : edit(withoutEphemeral(notice), []);
  }
  const { message } = renderDiscord(reply.answer, messages, { isPrivate: true });
  if (first === "late") return edit(withoutEphemeral(message), []);
  return respond({ type: replaces ? UpdateMessage : ChannelMessageWithSource, data: message });
}

/** Answers an interaction if it is for the desk's own. @returns whether it was */
export type Curator = (bot: Bot, interaction: Interaction, exchange: InteractionExchange) => Promise<boolean>;

/** Creates what answers for the desk's own. Without a curation, nothing is. */
export function createCurator({ curation, sendLimit, replyTimeoutMs }: DeliveryPolicy, log: Log): Curator {
  return async (bot, interaction, exchange) => {
    const request = curation && readRequest(interaction);
    if (!curation || !request) return false;
    const from = requesterOf(interaction);
    const notify = (line: string) =>
      exchange
        .respond({ type: ChannelMessageWithSource, data: discordNotice(line) })
        .catch(() => exchange.followUp(discordNotice(line)));
    await withApology(bot, { notify }, log, async () => {
      const seconds = "form" in request ? await sendLimit?.(`discord ${from.user}`) : undefined;
      if (seconds !== undefined) return notify(bot.messages.delivery.tooMany(seconds));
      const pending =
        "form" in request
          ? curation.submit(request.form, request.values, from, bot)
          : curation.open(request.line, from, bot, request.passage);
      await sendReply(pending, bot, request.replaces, exchange, replyTimeoutMs ?? REPLY_TIMEOUT_MS);
    });
    log.info({ id: interaction.id, type: interaction.type }, "answered for the desk");
    return true;
  };
}
