/** Receives Slack's requests over Socket Mode connections, reconnecting each until stopped. */
import {
  type App,
  type Logger,
  type Receiver,
  type ReceiverEvent,
  SocketModeReceiver,
  type webApi,
} from "@slack/bolt";
import { errorMessage } from "../../support/error-message.ts";
import type { Log } from "../../support/log.ts";
import { withTimeout } from "../../support/timeout.ts";
import { createUnderWay } from "../../support/under-way.ts";
import { PlatformRefusal, type ReportState } from "../adapter.ts";
import { isRefusal } from "./calls.ts";
import { createEnvelopes, type SocketListener } from "./envelopes.ts";
import { EventHeldError } from "./redelivery.ts";
import { createReadReceipts, requestClose } from "./socket-frames.ts";

/** Options of the connections. */
export interface SocketOptions {
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: Logger;
  readonly log: Log;
  readonly pauses?: ReconnectPauses;
  /** How many are kept open; by default two, so that one stays open while Slack refreshes the other, every few hours. */
  readonly sockets?: number;
  /** Is told whether a socket is open. */
  readonly report?: ReportState;
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

const SOCKETS = 2;

/** What Slack sends on a socket that is one too many: https://docs.slack.dev/apis/events-api/using-socket-mode */
const TOO_MANY = /^\{[^{]*"reason":\s*"too_many_websockets"/;
const TOO_MANY_TEXT =
  "Slack allows ten sockets for all processes of an app together: end some, set SLACK_SOCKETS=1, or receive Slack's requests over HTTP";

/** How long a socket may be silent, and how long opening it may take, in milliseconds. */
const SILENCE = 5_000;
const OPENING = 15_000;

/** How long stopping takes at most, and how long a socket may take to close, in milliseconds. */
const FINISHING = 7_000;
const CLOSING = 1_000;

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

/** Returns the refusal of an app-level token. */
const tokenRefusal = (error: unknown): PlatformRefusal =>
  new PlatformRefusal(
    `SLACK_APP_TOKEN: Slack opened no socket (${errorMessage(error)}). The token is made under Basic Information, App-Level Tokens, with the scope connections:write.`,
  );

/** Wraps each of Bolt's listeners for an event. */
function rewrap(
  { client }: SocketModeReceiver,
  event: string,
  around: (hear: SocketListener) => SocketListener,
): void {
  for (const hear of client.listeners(event) as SocketListener[]) {
    client.off(event, hear);
    client.on(event, around(hear));
  }
}

/** Whether a socket is open, or why it is not. */
type SocketState = "open" | { readonly reason: string; readonly refusal?: PlatformRefusal };

/** How long Slack must have refused a token, with no socket open, before that is said, in milliseconds: it may be a slip. */
const REFUSED_FOR = 60_000;

/** Creates a function that is told the state of each socket, and reports that of the platform. */
function watchSockets(report: ReportState): (number: number) => (state: SocketState) => void {
  const states = new Map<number, SocketState>();
  let awaySince = performance.now();
  return (number) => (state) => {
    const wasOpen = [...states.values()].includes("open");
    states.set(number, state);
    if ([...states.values()].includes("open")) return report({ is: "ready" });
    if (wasOpen) awaySince = performance.now();
    if (state === "open") return;
    const { reason, refusal } = state;
    if (refusal && performance.now() - awaySince > REFUSED_FOR)
      report({ is: "refused", reason: refusal.message });
    else report({ is: "away", reason: `no socket to Slack is open (${reason}): it is opened again` });
  };
}

interface Socket {
  /** Passes what comes over the socket to an app. */
  init(app: Pick<App, "processEvent">): void;
  /** Resolves once the socket first opens. Rejects if Slack refuses the token while `isFatal` returns true. */
  open(isFatal: () => boolean): Promise<void>;
  /** Acks what has arrived, for so many milliseconds at most, then closes the socket. */
  close(milliseconds: number): Promise<void>;
}

function createSocket(
  number: number,
  { appToken, clientOptions, logger, log, pauses = PAUSES }: SocketOptions,
  tell: (state: SocketState) => void,
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
  const envelopes = createEnvelopes(createReadReceipts(client));
  let ended = false;
  let isOpen = false;
  let isOneTooMany = false;
  let wake = () => {};

  // Bolt's listener rejects on an unexpected envelope, and nobody would handle the rejection.
  rewrap(receiver, "ws_message", (hear) => async (...given) => {
    try {
      await hear(...given);
    } catch (error) {
      log.warn({ socket: number, reason: errorMessage(error) }, "Slack sent what could not be read");
    }
  });

  client.on("ws_message", (data: unknown) => {
    if (typeof data === "string" && TOO_MANY.test(data)) isOneTooMany = true;
  });
  client.on("connected", () => {
    envelopes.opened();
    isOpen = true;
  });
  client.on("disconnected", () => {
    isOpen = false;
  });
  rewrap(receiver, "slack_event", envelopes.around);

  const disconnect = () => timely(client.disconnect(), CLOSING, "closing").catch(() => {});

  /** Acks what has arrived, then closes the socket. */
  async function leave(milliseconds: number): Promise<void> {
    if (isOpen) {
      const closed = new Promise<void>((resolve) => client.once("disconnected", resolve));
      envelopes.leave();
      await envelopes.acked(milliseconds);
      // Without a pause from here on: nothing must arrive between the last ack and the close.
      envelopes.close();
      requestClose(client);
      if ((await withTimeout(closed, CLOSING)) !== "late") return;
    }
    await disconnect();
  }

  /** Opens the socket and waits until it is closed. */
  async function once(greeted: () => void): Promise<void> {
    let left = () => {};
    const gone = new Promise<void>((resolve) => {
      left = resolve;
    });
    client.once("disconnected", left);
    try {
      await timely(client.start(), OPENING, "Slack’s greeting");
      if (ended) return await leave(0);
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
          tell("open");
          ready();
        });
        if (isOneTooMany) why = TOO_MANY_TEXT;
        tell({ reason: why });
      } catch (error) {
        if (isFatal() && isRefusal(error)) return refused(tokenRefusal(error));
        why = isOneTooMany ? TOO_MANY_TEXT : errorMessage(error);
        tell({ reason: why, ...(isRefusal(error) ? { refusal: tokenRefusal(error) } : {}) });
      }
      isOneTooMany = false;
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
    init: ({ processEvent }) =>
      receiver.init({
        processEvent: (event: ReceiverEvent) =>
          processEvent(event).catch((error: unknown) => {
            if (!(error instanceof EventHeldError)) throw error;
            envelopes.sendAgain(event.body);
          }),
      } as App),
    open: (isFatal) => new Promise((resolve, reject) => void keep(resolve, reject, isFatal)),
    close(milliseconds) {
      ended = true;
      wake();
      return leave(milliseconds);
    },
  };
}

/**
 * Creates a receiver for Bolt. Starting it resolves once one socket is open, and rejects if Slack refuses the token
 * before that; every other failure is retried. Stopping acks what has arrived, closes the sockets, and waits for the
 * answers under way.
 */
export function socketReceiver(options: SocketOptions): Receiver {
  const watched = watchSockets(options.report ?? (() => {}));
  const all = Array.from({ length: options.sockets ?? SOCKETS }, (_, index) =>
    createSocket(index + 1, options, watched(index + 1)),
  );
  const underWay = createUnderWay();
  return {
    init(app) {
      const tracked: Pick<App, "processEvent"> = {
        processEvent: (event) => underWay.track(app.processEvent(event)),
      };
      for (const socket of all) socket.init(tracked);
    },
    async start() {
      let started = false;
      const opening = all.map((socket) => socket.open(() => !started));
      try {
        await Promise.race(opening);
        started = true;
      } catch (error) {
        await Promise.all(all.map((socket) => socket.close(0)));
        throw error;
      } finally {
        for (const one of opening) one.catch(() => {});
      }
    },
    async stop() {
      const until = performance.now() + FINISHING;
      await Promise.all(all.map((socket) => socket.close(FINISHING - 2 * CLOSING)));
      const left = await underWay.finished(Math.max(CLOSING, until - performance.now()));
      if (left > 0) options.log.warn({ requests: left }, "stopped before everything was answered in Slack");
    },
  };
}
