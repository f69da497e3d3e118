/** Reads multipart bodies, as far as the apps' uploads need. */
import type { IncomingHttpHeaders } from "node:http";

export type Upload = { readonly filename: string; readonly bytes: Buffer };
export type Parts = {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly Upload[];
};

/** Reads a multipart/form-data body (RFC 7578). Returns undefined for any other content type. */
export function partsOf(headers: IncomingHttpHeaders, raw: Buffer): Parts | undefined {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(headers["content-type"] ?? "")?.[1];
  if (boundary === undefined) return undefined;
  const fields: Record<string, string> = {};
  const files: Upload[] = [];
  for (const part of raw.toString("latin1").split(`--${boundary}`)) {
    const end = part.indexOf("\r\n\r\n");
    const head = part.slice(0, end);
    const name = /name="([^"]*)"/.exec(head)?.[1];
    if (end < 0 || name === undefined) continue;
    const bytes = Buffer.from(part.slice(end + 4, -2), "latin1");
    const filename = /filename="([^"]*)"/.exec(head)?.[1];
    if (filename === undefined) fields[name] = bytes.toString("utf8");
    else files.push({ filename, bytes });
  }
  return { fields, files };
}
