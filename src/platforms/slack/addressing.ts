/** Draws messages that are the same for every asker as the bytes that are sent, and addresses them to one. */
import type { DrawMessage, DrawPosts } from "../../delivery/deliver.ts";
import type { Visibility } from "../../delivery/visibility.ts";
import { renderPosts } from "./posts.ts";
import { renderSlack, type SlackMessage } from "./render.ts";

/**
 * Placeholder for the asker's id in a drawn message. It occurs only in action ids, since no text, ask or URL contains
 * a control character; JSON does not escape this one.
 */
const ASKER_PLACEHOLDER = "\u007f";
const PLACEHOLDER_BYTE = 0x7f;

/** A message as JSON, with the places of the asker's id. */
export interface PackedSlackMessage {
  readonly json: Buffer;
  /** The offsets of the placeholders, in bytes. */
  readonly places: readonly number[];
}

/** Returns the size of a packed message in bytes. */
export const packedSlackSize = ({ json }: PackedSlackMessage): number => json.length;

/** Packs a message that was drawn with the placeholder as its asker. */
function pack(message: SlackMessage): PackedSlackMessage {
  const json = Buffer.from(JSON.stringify(message));
  const places: number[] = [];
  for (let at = json.indexOf(PLACEHOLDER_BYTE); at >= 0; at = json.indexOf(PLACEHOLDER_BYTE, at + 1))
    places.push(at);
  return { json, places };
}

const addressed = <Shown extends Visibility>(visibility: Shown) => ({
  ...visibility,
  asker: ASKER_PLACEHOLDER,
});

/** Draws an answer for whoever will be its asker. */
export const drawSlack: DrawMessage<PackedSlackMessage> = (answer, messages, visibility) => {
  const { message, ...rest } = renderSlack(answer, messages, addressed(visibility));
  return { message: pack(message), ...rest };
};

/** Draws what is posted below an answer, for whoever will be its asker. */
export const drawSlackPosts: DrawPosts<PackedSlackMessage> = (answer, messages, visibility) =>
  renderPosts(answer, messages, addressed(visibility)).map(({ message, ...post }) => ({
    message: pack(message),
    ...post,
  }));

/** Returns a drawn message as JSON, addressed to an asker. */
export function addressedJson({ json, places }: PackedSlackMessage, asker: string): Buffer {
  const id = Buffer.from(asker);
  const written = Buffer.allocUnsafe(json.length + places.length * (id.length - 1));
  let [from, at] = [0, 0];
  for (const place of places) {
    at += json.copy(written, at, from, place);
    at += id.copy(written, at);
    from = place + 1;
  }
  json.copy(written, at, from);
  return written;
}

/** Returns a drawn message, addressed to an asker. */
export const addressMessage = (message: PackedSlackMessage, asker: string): SlackMessage =>
  JSON.parse(addressedJson(message, asker).toString());
