/** Sends the reply to an interaction: its response, then edits of that message. */
import { type APIInteractionResponse, InteractionResponseType, MessageFlags } from "discord.js";
import type { AttachedFile } from "../../delivery/attachments.ts";
import type { MessageTransport } from "../../delivery/transport.ts";
import { type PackedDiscordMessage, packMessage, postResponse, unpackMessage } from "./packed.ts";
import { type DiscordMessage, discordNotice, withoutEphemeral } from "./render.ts";

/** Answers one interaction, over the gateway or over HTTP. */
export interface InteractionExchange {
  /** Sends the one response; resolves once it has arrived. */
  respond(response: APIInteractionResponse): Promise<void>;
  /** Edits the message of the response. */
  edit(message: DiscordMessage, files: readonly AttachedFile[]): Promise<void>;
  /** Deletes the message of the response. */
  remove(): Promise<void>;
  /** Posts another message, on another way than the response took. */
  followUp(message: DiscordMessage): Promise<void>;
  /** Fetches what somebody wrote in the channel; undefined where it cannot be read. Never rejects. */
  fetchText(message: string): Promise<string | undefined>;
}

const { UpdateMessage, DeferredMessageUpdate, DeferredChannelMessageWithSource } = InteractionResponseType;

const postNotice = (line: string) => postResponse(packMessage(discordNotice(line)));

/** Creates the transport of one interaction. @param owner of the pressed message, where Discord does not say it */
export function discordTransport(
  { respond, edit, remove, followUp }: InteractionExchange,
  owner?: string,
): MessageTransport<PackedDiscordMessage> {
  let isPromised = false;
  let isLost = false;
  /** Sends the reply. A failure of it is told on another way: the same one would fail again. */
  const deliver = async (sending: Promise<void>): Promise<void> => {
    try {
      await sending;
    } catch (error) {
      isLost = true;
      throw error;
    }
  };
  /** An edit cannot carry the ephemeral flag. */
  const editTo = (message: DiscordMessage, files: readonly AttachedFile[] = []) =>
    edit(withoutEphemeral(message), files);
  return {
    async send(message, effect) {
      if (isPromised) return deliver(editTo(unpackMessage(message)));
      if (effect === "post") return deliver(respond(postResponse(message)));
      // Turning a page drops the previous page's files; the first page's picture is attached again afterwards.
      const data = { ...unpackMessage(message, owner), attachments: [] };
      return deliver(respond({ type: UpdateMessage, data }));
    },
    notify(line) {
      if (isLost) return followUp(discordNotice(line));
      return isPromised ? editTo(discordNotice(line)) : respond(postNotice(line));
    },
    async promise() {
      // Discord's own line says that the bot is thinking. What is ephemeral now stays so.
      const data = { flags: MessageFlags.Ephemeral };
      await deliver(respond({ type: DeferredChannelMessageWithSource, data }));
      isPromised = true;
    },
    async remove() {
      await deliver(respond({ type: DeferredMessageUpdate }));
      await deliver(remove());
    },
    attach: (file, redrawn) => editTo(unpackMessage(redrawn(), owner), [file]),
  };
}
