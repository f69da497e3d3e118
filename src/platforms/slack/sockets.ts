/** Receives Slack's requests over two Socket Mode connections, reconnecting each until stopped. */

import { type App, type Logger, type Receiver, SocketModeReceiver, type webApi } from "@slack/bolt";
import { errorMessage } from "../../support/error-message.ts";
import type { Log } from "../../support/log.ts";
import { withTimeout } from "../../support/timeout.ts";

/** Options of both connections. */
export interface SocketOptions {
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: Logger;
  readonly log: Log;
  readonly pauses?: ReconnectPauses;
}

/** Pauses before a socket is reopened, in milliseconds. */
export interface ReconnectPauses {
  /** The first pause; each further one is twice as long. */
  readonly first: number;
  readonly longest: number;
  /** After a socket has been open for this long, pauses start from the first again. */
  readonly settled: number;
}

const PAUSES: ReconnectPauses = { first: 100, longest: 30_000, settled: 10_000 };

/** Two, so that one stays open while Slack refreshes the other, every few hours. */
const SOCKETS = 2;

/** How long a socket may be silent, and how long opening it may take, in milliseconds. */
const SILENCE = 5_000;
const OPENING = 15_000;

/** How long stopping waits for events under way, and for a socket to close, in milliseconds. */
const FINISHING = 7_000;
const CLOSING = 1_000;

/** Slack's error codes that retrying cannot fix: the token is wrong or was revoked. */
const REFUSED = ["not_authed", "invalid_auth", "account_inactive", "user_removed_from_team", "team_disabled"];
const REFUSED_TOKEN = [
  "token_revoked",
  "token_expired",
  "not_allowed_token_type",
  "missing_scope",
  "no_permission",
];

/** Returns the pause after consecutive failures: exponential, with jitter so that sockets do not reconnect at once. */
export const reconnectPause = (
  failures: number,
  { first, longest }: ReconnectPauses,
  random = Math.random(),
): number => Math.min(longest, first * 2 ** Math.min(failures - 1, 30)) * (0.5 + random / 2);

/** Resolves with `promise`. @throws {Error} naming `what` if it takes longer than `milliseconds` */
async function timely<Value>(promise: Promise<Value>, milliseconds: number, what: string): Promise<Value> {
  const result = await withTimeout(promise, milliseconds);
  if (result === "late") throw new Error(`${what}: nothing within ${milliseconds} ms`);
  return result.value;
}

const isRefusal = (error: unknown): boolean => {
  const code = (error as { data?: { error?: string } } | undefined)?.data?.error ?? "";
  return [...REFUSED, ...REFUSED_TOKEN].includes(code);
};

type Hear = (...given: unknown[]) => unknown;

/** Wraps each of Bolt's listeners for an event. */
function rewrap({ client }: SocketModeReceiver, event: string, around: (hear: Hear) => Hear): void {
  for (const hear of client.listeners(event) as Hear[]) {
    client.off(event, hear);
    client.on(event, around(hear));
  }
}

interface Socket {
  readonly receiver: SocketModeReceiver;
  /** Resolves once the socket first opens. Rejects if Slack refuses the token while `isFatal` returns true. */
  open(isFatal: () => boolean): Promise<void>;
  close(): Promise<void>;
}

function createSocket(
  number: number,
  { appToken, clientOptions, logger, log, pauses = PAUSES }: SocketOptions,
): Socket {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // Bolt's own reconnection ends the process when a socket cannot be reopened.
    autoReconnectEnabled: false,
    clientPingTimeout: SILENCE,
    installerOptions: {
      clientOptions: { ...clientOptions, retryConfig: { retries: 0 }, timeout: OPENING },
    },
  });
  const { client } = receiver;
  let ended = false;
  let opened = 0;
  let wake = () => {};

  // Bolt's listener rejects on an unexpected envelope, and nobody would handle the rejection.
  rewrap(receiver, "ws_message", (hear) => async (...given) => {
    try {
      await hear(...given);
    } catch (error) {
      log.warn({ socket: number, reason: errorMessage(error) }, "Slack sent what could not be read");
    }
  });

  client.on("connected", () => {
    opened += 1;
  });

  // Slack does not document whether it accepts an ack over another socket than the request's. When that one is
  // gone, only an empty ack is tried, and the error makes the caller answer by a call.
  rewrap(receiver, "slack_event", (hear) => (given) => {
    const { ack, ...rest } = given as { ack: (response?: unknown) => Promise<void> };
    const from = opened;
    return hear({
      ...rest,
      async ack(response?: unknown) {
        if (from === opened) return ack(response);
        await ack().catch(() => {});
        if (response !== undefined) throw new Error("the socket over which this was asked is gone");
      },
    });
  });

  const disconnect = () => timely(client.disconnect(), CLOSING, "closing").catch(() => {});

  /** Opens the socket and waits until it is closed. */
  async function once(greeted: () => void): Promise<void> {
    let left = () => {};
    const gone = new Promise<void>((resolve) => {
      left = resolve;
    });
    client.once("disconnected", left);
    try {
      await timely(client.start(), OPENING, "Slack’s greeting");
      if (ended) throw new Error("opened too late");
      greeted();
      await gone;
    } catch (error) {
      await disconnect();
      throw error;
    } finally {
      client.off("disconnected", left);
    }
  }

  async function keep(ready: () => void, refused: (error: unknown) => void, isFatal: () => boolean) {
    let failures = 0;
    while (!ended) {
      let since: number | undefined;
      let why = "closed";
      try {
        await once(() => {
          since = performance.now();
          if (failures > 0) log.info({ socket: number }, "a socket to Slack is open again");
          ready();
        });
      } catch (error) {
        if (isFatal() && isRefusal(error)) return refused(error);
        why = errorMessage(error);
      }
      if (ended) return;
      failures = since !== undefined && performance.now() - since > pauses.settled ? 1 : failures + 1;
      const wait = Math.round(reconnectPause(failures, pauses));
      log[failures > 1 ? "warn" : "info"](
        { socket: number, failures, wait, reason: why },
        "a socket to Slack is away and is opened again",
      );
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  return {
    receiver,
    open: (isFatal) => new Promise((resolve, reject) => void keep(resolve, reject, isFatal)),
    async close() {
      ended = true;
      wake();
      await disconnect();
    },
  };
}

/**
 * Creates a receiver for Bolt. Starting it resolves once one socket is open, and rejects if Slack refuses the token
 * before that; every other failure is retried. Stopping first waits for events under way.
 */
export function socketReceiver(options: SocketOptions): Receiver {
  const all = Array.from({ length: SOCKETS }, (_, index) => createSocket(index + 1, options));
  const underWay = new Set<Promise<void>>();
  const finished = (within: number) =>
    timely(Promise.all(underWay), within, "what was under way").catch((error: unknown) =>
      options.log.warn({ reason: errorMessage(error) }, "not all was finished"),
    );
  return {
    init(app) {
      const watched: Pick<App, "processEvent"> = {
        processEvent(event) {
          const work = app.processEvent(event);
          const done = work.then(
            () => {},
            () => {},
          );
          underWay.add(done);
          void done.then(() => underWay.delete(done));
          return work;
        },
      };
      for (const { receiver } of all) receiver.init(watched as App);
    },
    async start() {
      let started = false;
      const opening = all.map((socket) => socket.open(() => !started));
      try {
        await Promise.race(opening);
        started = true;
      } catch (error) {
        await Promise.all(all.map((socket) => socket.close()));
        throw error;
      } finally {
        for (const one of opening) one.catch(() => {});
      }
    },
    async stop() {
      await finished(FINISHING);
      await Promise.all(all.map((socket) => socket.close()));
      // Events that arrived in between cannot be acked any more and are answered by a call.
      await finished(CLOSING);
    },
  };
}
