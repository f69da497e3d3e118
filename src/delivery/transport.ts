/** Defines how the reply to one request travels on a chat platform. */
import type { AttachedFile } from "./attachments.ts";

/** What became of a post: the platform shows it, has refused it, or nothing tells which. */
export type PostOutcome =
  | { readonly type: "shown" }
  | { readonly type: "refused" | "unknown"; readonly error: unknown };

/** The part of a transport that adds to a message that was sent; empty where nothing can be added. */
export interface FileTransport<Message> {
  /** Posts a message below the one that was sent, for those who see that one. Never rejects. */
  post?(message: Message): Promise<PostOutcome>;
  /** Adds a file to the message that was sent. @param redrawn draws that message with a place for the file */
  attach?(file: AttachedFile, redrawn: () => Message): Promise<void>;
  /** Whether a file is seen by the whole channel, so that a private answer goes without. */
  readonly hasPublicFiles?: boolean;
}

/**
 * Carries the reply to one request. Each function resolves once the platform has taken what was sent.
 *
 * @example
 * const printingTransport: MessageTransport<string> = {
 *   async send(message) {
 *     console.log(message);
 *   },
 *   async notify(line) {
 *     console.error(line);
 *   },
 * };
 */
export interface MessageTransport<Message> extends FileTransport<Message> {
  /** Sends a message, as a new one or in place of the one that was pressed. */
  send(message: Message, effect: "post" | "replace"): Promise<void>;
  /** Shows a line to whoever sent the request, and to nobody else. */
  notify(line: string): Promise<void>;
  /** Tells them that the answer follows; `send` then brings it. Set where the platform waits for a first reply. */
  promise?(line: string): Promise<void>;
  /** Removes the message that was pressed. */
  remove?(): Promise<void>;
}
