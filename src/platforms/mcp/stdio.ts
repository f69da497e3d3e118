/** Serves tools over standard input and output, to the one client that started the process. */
import type { Readable, Writable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Log } from "../../support/log.ts";
import { createProtocolServer, type ServedDesk } from "./protocol-server.ts";

/** The longest message that is read, in bytes: as over HTTP. */
const MAX_MESSAGE_BYTES = 2 ** 20;

/** How long answers that are under way are waited for after the input has ended. */
const MAX_WAIT_MS = 5_000;

/** Tracks which calls have come over a transport and are not answered yet, from `listen` on. */
function trackCalls(transport: StdioServerTransport) {
  const open = new Set<unknown>();
  let settle = (): void => {};
  const end = (message: object) => {
    if ("id" in message) open.delete(message.id);
    if (open.size === 0) settle();
  };
  const send = transport.send.bind(transport);
  transport.send = (message) => send(message).finally(() => end(message));
  return {
    listen() {
      const receive = transport.onmessage;
      transport.onmessage = (message) => {
        if ("id" in message && "method" in message) open.add(message.id);
        receive?.(message);
      };
    },
    answered: () =>
      new Promise<void>((resolve) => {
        settle = resolve;
        if (open.size === 0) resolve();
      }),
  };
}

/** Serves until the client closes its end. Whatever else the process writes must go to standard error. */
export async function serveOverStdio(
  desk: ServedDesk,
  { stdin, stdout }: { readonly stdin: Readable; readonly stdout: Writable },
  log: Log,
): Promise<void> {
  const transport = new StdioServerTransport(stdin, stdout, { maxBufferSize: MAX_MESSAGE_BYTES });
  const closeTransport = transport.close.bind(transport);
  const calls = trackCalls(transport);
  await new Promise<void>((resolve) => {
    // Every end goes through it: that of the input, an output that is gone, and a message that is too long.
    transport.close = async () => {
      // Whoever pipes calls in and ends the input at once is answered.
      await Promise.race([calls.answered(), setTimeout(MAX_WAIT_MS, undefined, { ref: false })]);
      await closeTransport();
      resolve();
    };
    serveStdio(() => createProtocolServer(desk), {
      transport,
      // What the client wrote stands in such an error, and in no log.
      onerror: () => log.warn({ platform: "mcp" }, "a message could not be read"),
    });
    calls.listen();
  });
  // An input that its other end keeps open must not keep the process.
  stdin.destroy();
}
