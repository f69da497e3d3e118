/** Takes the body out of the bytes of a reply, whichever way its length is told. */

const LINE_END = Buffer.from("\r\n");
const END = Buffer.from("\r\n\r\n");
const LAST = Buffer.from("0\r\n\r\n");

/** Decodes a chunked body. Returns undefined while it is incomplete. */
function unchunked(body: Buffer): Buffer | undefined {
  if (!body.subarray(-LAST.length).equals(LAST)) return undefined;
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const start = body.indexOf(LINE_END, at) + LINE_END.length;
    const size = Number.parseInt(body.toString("latin1", at, start), 16);
    if (!(size > 0)) return Buffer.concat(chunks);
    chunks.push(body.subarray(start, start + size));
    at = start + size + LINE_END.length;
  }
}

/** Returns the body of a reply, or undefined while it is incomplete. */
export function replyBody(reply: Buffer): Buffer | undefined {
  const end = reply.indexOf(END);
  if (end < 0) return undefined;
  const head = reply.toString("latin1", 0, end);
  if (!head.startsWith("HTTP/1.1 200 ")) throw new Error(`not an answer: ${head}`);
  const body = reply.subarray(end + END.length);
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  return length === undefined ? unchunked(body) : body.length < Number(length) ? undefined : body;
}
