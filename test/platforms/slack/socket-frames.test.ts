/** What is known of an ack from what comes back of a ping that is sent after it. */
import { channel } from "node:diagnostics_channel";
import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  createReadReceipts,
  requestClose,
  UncertainAck,
} from "../../../src/platforms/slack/socket-frames.ts";
import { replyByAck } from "../../../src/platforms/slack/transports.ts";
import { keptLog } from "../../desks.ts";

const pongs = channel("undici:websocket:pong");

/** Reads the frames that a client has written: the opcode, and the payload without its mask. */
const readFrame = (frame: Buffer): readonly [number, string] => {
  const mask = frame.subarray(2, 6);
  const payload = frame.subarray(6).map((byte, index) => byte ^ mask[index % 4]!);
  return [frame[0]! & 0x0f, Buffer.from(payload).toString("latin1")];
};

/** Creates a socket client with a connection that keeps what is written. */
function connected() {
  const written: Buffer[] = [];
  const connection = { destroyed: false, writable: true, write: (frame: Buffer) => written.push(frame) };
  const websocket = {};
  const client = Object.assign(new EventEmitter(), {
    websocket: { websocket, defaultSocket: connection },
  });
  const echo = (payload: string, from: object = websocket) =>
    pongs.publish({ websocket: from, payload: Buffer.from(payload) });
  return { client: client as never, emitter: client, connection, written, echo };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Says what became of a promise so far. */
async function stateOf(promise: Promise<void>): Promise<string> {
  let state = "pending";
  promise.then(
    () => {
      state = "read";
    },
    (error) => {
      state = error instanceof UncertainAck ? "uncertain" : String(error);
    },
  );
  await vi.advanceTimersByTimeAsync(1);
  return state;
}

it("is read once the ping after it comes back, over the same socket", async () => {
  const { client, written, echo } = connected();
  const receipt = createReadReceipts(client)();
  expect(await stateOf(receipt)).toBe("pending");
  expect(written.map(readFrame)).toEqual([[0x9, "read 1"]]);
  echo("Ping from client (1)");
  echo("read 1", {});
  expect(await stateOf(receipt)).toBe("pending");
  echo("read 1");
  expect(await stateOf(receipt)).toBe("read");
  expect(pongs.hasSubscribers).toBe(false);
});

it("is uncertain where the socket breaks before, or has broken", async () => {
  const { client, emitter, connection } = connected();
  const isRead = createReadReceipts(client);
  const receipt = isRead();
  emitter.emit("disconnected");
  expect(await stateOf(receipt)).toBe("uncertain");
  connection.destroyed = true;
  expect(await stateOf(isRead())).toBe("uncertain");
  expect(pongs.hasSubscribers).toBe(false);
});

it("is uncertain in silence only where such a ping has come back before", async () => {
  const { client, echo } = connected();
  const isRead = createReadReceipts(client);
  const first = isRead();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await stateOf(first)).toBe("read");
  const second = isRead();
  expect(await stateOf(second)).toBe("pending");
  echo("read 2");
  expect(await stateOf(second)).toBe("read");
  const third = isRead();
  const became = stateOf(third);
  await vi.advanceTimersByTimeAsync(3_000);
  await became;
  expect(await stateOf(third)).toBe("uncertain");
});

it("asks to close with the code of a normal close, unless there is no connection", () => {
  const { client, connection, written } = connected();
  requestClose(client);
  connection.writable = false;
  requestClose(client);
  expect(written.map(readFrame)).toEqual([[0x8, "\u0003\u00e8"]]);
});

it.each([
  ["may have been read", new UncertainAck("broke"), "ephemeral"],
  ["was not taken", new Error("is gone"), "in_channel"],
])(
  "an ack that %s is followed by a call, in which only the asker sees twice what all may have seen",
  async (_, error, type) => {
    const sent: unknown[] = [];
    const respond = async (message: unknown) => void sent.push(message);
    const send = replyByAck(() => Promise.reject(error), respond as never, keptLog());
    await send({ response_type: "in_channel", text: "It came." });
    await send({ response_type: "in_channel", text: "Its chart." });
    expect(sent).toEqual([
      { response_type: type, text: "It came." },
      { response_type: type, text: "Its chart." },
    ]);
  },
);
