/** Refuses what no request handler sees: what is no HTTP, has too large a head, or comes too slowly. */
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

const statusOf = (code: string | undefined): number =>
  code === "HPE_HEADER_OVERFLOW" ? 431 : code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;

/** Returns a listener for `clientError` that answers as Node does by default, with the headers of every reply. */
export const refuseMalformed =
  (headers: Readonly<Record<string, string>> = {}) =>
  (error: NodeJS.ErrnoException, socket: Duplex): void => {
    // A sender that is gone, or has its answer already, gets none.
    if (
      error.code === "ECONNRESET" ||
      !socket.writable ||
      ("bytesWritten" in socket && socket.bytesWritten !== 0)
    ) {
      socket.destroy(error);
      return;
    }
    const status = statusOf(error.code);
    const lines = Object.entries({ ...headers, connection: "close" }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, "", ""].join("\r\n"));
  };
