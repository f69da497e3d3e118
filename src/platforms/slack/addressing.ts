/** Draws messages that are the same for every asker, and addresses them to one. */
import type { DrawMessage } from "../../delivery/deliver.ts";
import { memoizeByKey } from "../../support/memoize.ts";
import { renderSlack, type SlackMessage } from "./render.ts";

/**
 * Placeholder for the asker's id in a drawn message. It occurs only in action ids, since no text, ask or URL contains
 * a control character; JSON does not escape this one.
 */
const ASKER_PLACEHOLDER = "\u007f";

/** Draws an answer for whoever will be its asker. */
export const drawSlack: DrawMessage<SlackMessage> = (answer, messages, visibility) =>
  renderSlack(answer, messages, { ...visibility, asker: ASKER_PLACEHOLDER });

/** A message as JSON, split where the asker's id goes. */
const messageParts = memoizeByKey((message: SlackMessage): readonly string[] =>
  JSON.stringify(message).split(ASKER_PLACEHOLDER),
);

/** Returns a drawn message as JSON, addressed to an asker. */
export const addressedJson = (message: SlackMessage, asker: string): string =>
  messageParts(message).join(asker);

/** Returns a drawn message, addressed to an asker. */
export const addressMessage = (message: SlackMessage, asker: string): SlackMessage =>
  JSON.parse(addressedJson(message, asker));
