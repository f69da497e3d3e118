/** Serves tools over standard input and output, to the one client that started the process. */
import type { Readable, Writable } from "node:stream";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Log } from "../../support/log.ts";
import { createProtocolServer, type ServedDesk } from "./protocol-server.ts";

/** The longest message that is read, in bytes: as over HTTP. */
const MAX_MESSAGE_BYTES = 2 ** 20;

/** Serves until the client closes its end. Whatever else the process writes must go to standard error. */
export async function serveOverStdio(
  desk: ServedDesk,
  { stdin, stdout }: { readonly stdin: Readable; readonly stdout: Writable },
  log: Log,
): Promise<void> {
  const transport = new StdioServerTransport(stdin, stdout, { maxBufferSize: MAX_MESSAGE_BYTES });
  const closeTransport = transport.close.bind(transport);
  await new Promise<void>((resolve) => {
    // Every end goes through it: that of the input, an output that is gone, and a message that is too long.
    transport.close = async () => {
      await closeTransport();
      resolve();
    };
    serveStdio(() => createProtocolServer(desk), {
      transport,
      // What the client wrote stands in such an error, and in no log.
      onerror: () => log.warn({ platform: "mcp" }, "a message could not be read"),
    });
  });
  // An input that its other end keeps open must not keep the process.
  stdin.destroy();
}
