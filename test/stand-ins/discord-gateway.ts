/** Stands in for Discord's gateway. */
import type { WebSocket } from "ws";
import { ready } from "./discord-payloads.ts";
import type { Json } from "./json.ts";

/** The gateway of one application, with one session at a time that can be resumed on a new socket. */
export type Gateway = {
  /** Serves a socket that has just connected. */
  greet(socket: WebSocket): void;
  /** Sends an event, at once or after the client has resumed. */
  dispatch(t: string, d: unknown): void;
  /** Sends any other opcode to the client, if it is connected. */
  send(op: unknown, d: unknown): void;
  identified: Json[];
  readonly resumes: number;
};

const [DISPATCH, HEARTBEAT, IDENTIFY, RESUME] = [0, 1, 2, 6];
const [INVALID_SESSION, HELLO, HEARTBEAT_ACK] = [9, 10, 11];
/** Number of events kept for a client that resumes. */
const HISTORY = 1_000;

/** Creates a gateway that accepts `token`. `url` is where clients resume. */
export function openGateway(applicationId: string, token: string, url: () => string): Gateway {
  const identified: Json[] = [];
  let current: WebSocket | undefined;
  let sessionId = "";
  let sequence = 0;
  let history: { s: number; json: string }[] = [];
  let resumes = 0;

  const write = (socket: WebSocket, op: unknown, d: unknown) =>
    socket.send(JSON.stringify({ op, d, s: null, t: null }));

  function dispatch(t: string, d: unknown): void {
    const s = ++sequence;
    const json = JSON.stringify({ op: DISPATCH, t, s, d });
    history.push({ s, json });
    if (history.length > HISTORY) history.shift();
    current?.send(json);
  }

  function identify(socket: WebSocket, d: Json): void {
    identified.push(d);
    current = socket;
    sessionId = crypto.randomUUID().replaceAll("-", "");
    sequence = 0;
    history = [];
    dispatch("READY", ready(applicationId, sessionId, url(), d.shard));
  }

  function resume(socket: WebSocket, d: Json): void {
    current = socket;
    resumes += 1;
    for (const { s, json } of history) if (s > Number(d.seq)) socket.send(json);
    dispatch("RESUMED", { _trace: [] });
  }

  function receive(socket: WebSocket, { op, d }: { op: number; d: Json }): void {
    if (op === HEARTBEAT) write(socket, HEARTBEAT_ACK, undefined);
    if (op !== IDENTIFY && op !== RESUME) return;
    if (d.token !== token) socket.close(4004, "Authentication failed.");
    else if (op === IDENTIFY) identify(socket, d);
    else if (d.session_id === sessionId) resume(socket, d);
    else write(socket, INVALID_SESSION, false);
  }

  return {
    greet(socket) {
      socket.on("message", (text) => receive(socket, JSON.parse(String(text))));
      socket.on("close", (code) => {
        if (current !== socket) return;
        current = undefined;
        // A normal close ends the session, which cannot be resumed then.
        if (code === 1000 || code === 1001) sessionId = "";
      });
      write(socket, HELLO, { heartbeat_interval: 41_250 });
    },
    dispatch,
    send: (op, d) => current && write(current, op, d),
    identified,
    get resumes() {
      return resumes;
    },
  };
}
