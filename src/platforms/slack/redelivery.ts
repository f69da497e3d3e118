/** Acks an event once it is answered, so that Slack sends it again, to whichever process, where this one ends before. */

/** When an event is acked at the latest, in milliseconds after it came: Slack waits for three seconds. */
export const EVENT_ACK_MS = 2_500;

/** Thrown where another process has claimed an event and may have ended: it is not acked, so that Slack sends it again. */
export class EventHeldError extends Error {
  override readonly name = "EventHeldError";
  /** Bolt wraps errors that have none. */
  readonly code = "refdesk_event_held";
  constructor() {
    super("another process has claimed the event and may still answer it");
  }
}
