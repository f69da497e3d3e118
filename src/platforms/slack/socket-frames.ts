/** Frames on the connection beneath one of Slack's sockets, which the socket client does not send by itself. */
import { randomBytes } from "node:crypto";
import { channel } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import type { SocketModeReceiver } from "@slack/bolt";

type SocketClient = SocketModeReceiver["client"];

/** Opcodes of control frames (RFC 6455, section 5.5). */
const [CLOSE, PING] = [0x8, 0x9];

/** The code of a normal close. */
const NORMAL = Buffer.from([0x03, 0xe8]);

/** How long Slack may take to answer a ping, in milliseconds: as long as a command may wait for its ack. */
const ECHO_MS = 3_000;

/** Where undici tells of every pong in the process. */
const pongs = channel("undici:websocket:pong");

/** The WebSocket of a client and its connection, where they are known. */
function innerSocket(client: SocketClient): { websocket?: object | null; defaultSocket?: Socket | null } {
  return (client as unknown as { websocket?: ReturnType<typeof innerSocket> }).websocket ?? {};
}

/** Sends a control frame, masked as a client's must be. @returns whether there was a connection to send it on */
function sendFrame(client: SocketClient, opcode: number, payload: Buffer): boolean {
  const { defaultSocket: connection } = innerSocket(client);
  if (!connection || connection.destroyed || !connection.writable) return false;
  const mask = randomBytes(4);
  const masked = payload.map((byte, index) => byte ^ mask[index % 4]!);
  connection.write(Buffer.from([0x80 | opcode, 0x80 | payload.length, ...mask, ...masked]));
  return true;
}

/**
 * Asks Slack to close a socket: a WebSocket that is closed by its own method no longer hands over what Slack has sent
 * before it closes in turn. Does nothing where the connection is not known.
 */
export const requestClose = (client: SocketClient): void => void sendFrame(client, CLOSE, NORMAL);

/** An ack that was written to a socket which broke before Slack showed that it had read so far. */
export class UncertainAck extends Error {}

/**
 * Creates a function that resolves once Slack has read what was sent over a client's socket before. It sends a ping, and
 * what comes back of it came after. Where nothing can be known, it resolves.
 * @throws {UncertainAck} when the socket breaks before, or is silent although it has answered such a ping
 */
export function createReadReceipts(client: SocketClient): () => Promise<void> {
  let number = 0;
  let hasEchoed = false;
  return () =>
    new Promise((resolve, reject) => {
      const name = `read ${++number}`;
      const { websocket } = innerSocket(client);
      const settle = (error?: UncertainAck): void => {
        clearTimeout(late);
        pongs.unsubscribe(hear);
        client.off("disconnected", broken);
        if (error) reject(error);
        else resolve();
      };
      const hear = (message: unknown): void => {
        const { payload, websocket: from } = message as { payload?: unknown; websocket?: object };
        if (from !== websocket || String(payload) !== name) return;
        hasEchoed = true;
        settle();
      };
      const broken = () =>
        settle(new UncertainAck("the socket broke before Slack showed that it read the ack"));
      const silent = () => settle(new UncertainAck("Slack did not show in time that it read the ack"));
      const late = setTimeout(() => (hasEchoed ? silent() : settle()), ECHO_MS);
      pongs.subscribe(hear);
      client.once("disconnected", broken);
      // Where the connection is cut already, a second write ends it with all that Slack has sent and nobody has read: the
      // ping waits for two turns of the event loop, in the second of which that is read.
      const ask = () => sendFrame(client, PING, Buffer.from(name)) || broken();
      setImmediate(() => setImmediate(ask));
    });
}
