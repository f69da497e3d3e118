/** Packs messages into the bytes that are sent, which take a tenth of the memory of their objects. */
import { type APIInteractionResponse, InteractionResponseType } from "discord.js";
import type { DrawMessage } from "../../delivery/deliver.ts";
import { DISMISS_ID, dismissId } from "./controls.ts";
import { type DiscordMessage, renderDiscord } from "./render.ts";

/** A message as the JSON of the response that posts it. */
export interface PackedDiscordMessage {
  readonly response: Buffer;
}

const POST = InteractionResponseType.ChannelMessageWithSource;
const [BEFORE, AFTER] = [`{"type":${POST},"data":`, "}"];

/** Packs a message. */
export const packMessage = (message: DiscordMessage): PackedDiscordMessage => ({
  response: Buffer.from(BEFORE + JSON.stringify(message) + AFTER),
});

/** Unpacks a message. @param owner who may remove it, where Discord will not say who asked for it */
export const unpackMessage = ({ response }: PackedDiscordMessage, owner?: string): DiscordMessage =>
  JSON.parse(response.toString("utf8", BEFORE.length, response.length - AFTER.length), (key, value) =>
    key === "custom_id" && value === DISMISS_ID && owner !== undefined ? dismissId(owner) : value,
  );

/** Returns the size of a packed message in bytes. */
export const packedDiscordSize = ({ response }: PackedDiscordMessage): number => response.length;

/** Draws an answer as the bytes that are sent. */
export const drawPacked: DrawMessage<PackedDiscordMessage> = (answer, messages, visibility) => {
  const { message, ...rest } = renderDiscord(answer, messages, visibility);
  return { message: packMessage(message), ...rest };
};

const responseBytes = new WeakMap<object, Buffer>();

/** Returns the response that posts a message. Its data is read from the bytes by whoever needs more than these. */
export function postResponse(message: PackedDiscordMessage): APIInteractionResponse {
  const response: APIInteractionResponse = {
    type: POST,
    get data() {
      return unpackMessage(message);
    },
  };
  responseBytes.set(response, message.response);
  return response;
}

/** The header of what is sent as JSON. */
export const JSON_TYPE = { "content-type": "application/json" };

/** Returns a response as JSON. */
export const responseJson = (response: object): Buffer =>
  responseBytes.get(response) ?? Buffer.from(JSON.stringify(response));
