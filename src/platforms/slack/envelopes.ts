/** Acks what Slack sends over one socket, and knows what has arrived there and is not acked yet. */
import { lazy } from "../../support/lazy.ts";
import { createUnderWay } from "../../support/under-way.ts";
import { EVENT_ACK_MS } from "./redelivery.ts";

/** A listener of the socket client. */
export type SocketListener = (...given: unknown[]) => unknown;

/** What Bolt is given of an envelope, as far as it matters here. */
interface Envelope {
  readonly ack: (response?: unknown) => Promise<void>;
  readonly type?: string;
  readonly body?: unknown;
}

/** The envelopes of one socket. */
export interface SocketEnvelopes {
  /** Wraps Bolt's listener for envelopes. */
  readonly around: (hear: SocketListener) => SocketListener;
  /** Says that an event is not to be acked, by its body: Slack sends it again, to this process or another. */
  readonly sendAgain: (body: unknown) => void;
  /** Says that the socket has been opened anew: what came over the one before cannot be acked over this one. */
  readonly opened: () => void;
  /** From now on a command is acked as it arrives, and answered by its response URL, so that none is left unacked. */
  readonly leave: () => void;
  /** From now on nothing can be acked. What still arrives is answered by calls, or sent again by Slack. */
  readonly close: () => void;
  /** Waits until everything that has arrived is acked, for so many milliseconds at most. */
  readonly acked: (milliseconds: number) => Promise<unknown>;
}

/**
 * Creates the envelopes of a socket.
 * @param isRead resolves once Slack has read what was sent before; a write alone fails on no broken connection
 */
export function createEnvelopes(isRead: () => Promise<void>): SocketEnvelopes {
  const unacked = createUnderWay();
  let connection = 0;
  let isLeaving = false;
  let isClosed = false;
  const unwanted = new Set<unknown>();

  /** Hears an event, and acks it once it is answered or EVENT_ACK_MS have passed. */
  async function hearEvent(hear: SocketListener, { ack, ...rest }: Envelope): Promise<void> {
    const from = connection;
    let isTaken = false;
    const send = lazy(async () => {
      const isWanted = isTaken && !unwanted.has(rest.body);
      if (isWanted && !isClosed && from === connection) await ack().catch(() => {});
    });
    const late = setTimeout(send, EVENT_ACK_MS);
    const take = async () => {
      isTaken = true;
    };
    try {
      await hear({ ack: take, ...rest });
      await send();
    } finally {
      clearTimeout(late);
      unwanted.delete(rest.body);
    }
  }

  return {
    around: (hear) => (given) => {
      const { ack, ...rest } = given as Envelope;
      if (rest.type === "events_api") return unacked.track(hearEvent(hear, given as Envelope));
      const from = connection;
      const isEarly = isLeaving && !isClosed && rest.type === "slash_commands";
      let settle = () => {};
      void unacked.track(
        new Promise<void>((resolve) => {
          settle = resolve;
        }),
      );
      if (isEarly) void ack().then(settle, settle);
      const heard = hear({
        async ack(response?: unknown) {
          // Slack does not document whether it accepts an ack over another socket than the request's, nor what it makes
          // of a second one. Then only an empty ack is tried, and the error makes the caller answer by a call.
          if (isEarly && response === undefined) return;
          if (isEarly || isClosed || from !== connection) {
            if (!isEarly && !isClosed) await ack().catch(() => {});
            if (isClosed || response !== undefined)
              throw new Error("the socket over which this was asked is gone");
            return;
          }
          const isAnswer = rest.type === "slash_commands" && response !== undefined;
          await ack(response)
            .then(() => (isAnswer ? isRead() : undefined))
            .finally(settle);
        },
        ...rest,
      });
      // What Bolt does not ack has no ack to wait for.
      void Promise.resolve(heard)
        .catch(() => {})
        .then(() => settle());
      return heard;
    },
    sendAgain: (body) => void unwanted.add(body),
    opened() {
      connection += 1;
    },
    leave() {
      isLeaving = true;
    },
    close() {
      isClosed = true;
    },
    acked: unacked.finished,
  };
}
