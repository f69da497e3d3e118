/** Draws messages that are the same for every asker as the bytes that are sent, and addresses them to one. */
import type { DrawMessage } from "../../delivery/deliver.ts";
import { renderSlack, type SlackMessage } from "./render.ts";

/**
 * Placeholder for the asker's id in a drawn message. It occurs only in action ids, since no text, ask or URL contains
 * a control character; JSON does not escape this one.
 */
const ASKER_PLACEHOLDER = "\u007f";

/** A message as JSON, split where the asker's id goes. */
export interface PackedSlackMessage {
  readonly parts: readonly Buffer[];
}

/** Returns the size of a packed message in bytes. */
export const packedSlackSize = ({ parts }: PackedSlackMessage): number =>
  parts.reduce((sum, part) => sum + part.length, 0);

/** Draws an answer for whoever will be its asker. */
export const drawSlack: DrawMessage<PackedSlackMessage> = (answer, messages, visibility) => {
  const addressed = { ...visibility, asker: ASKER_PLACEHOLDER };
  const { message, ...rest } = renderSlack(answer, messages, addressed);
  const parts = JSON.stringify(message)
    .split(ASKER_PLACEHOLDER)
    .map((part) => Buffer.from(part));
  return { ...rest, message: { parts } };
};

/** Returns a drawn message as JSON, addressed to an asker. */
export function addressedJson({ parts }: PackedSlackMessage, asker: string): Buffer {
  const id = Buffer.from(asker);
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [id, part])));
}

/** Returns a drawn message, addressed to an asker. */
export const addressMessage = (message: PackedSlackMessage, asker: string): SlackMessage =>
  JSON.parse(addressedJson(message, asker).toString());
