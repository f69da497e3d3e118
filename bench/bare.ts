/**
 * Answers commands with constants on plain `node:http`, after reading the body and verifying the signature with
 * `node:crypto`: the minimum that any server of commands over HTTP must do.
 */

import { createPublicKey, verify } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { slackVerifier } from "../src/platforms/slack/receiver.ts";
import { ordersGiven } from "./serving.ts";

const { publicKey, secret, answers } = ordersGiven();
/** Verifies Discord's Ed25519 signatures with `node:crypto`, creating the key once. */
function ofDiscord(given: string) {
  const x = Buffer.from(given, "hex").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return (signature: unknown, timestamp: unknown, body: Buffer): boolean =>
    verify(
      null,
      Buffer.concat([Buffer.from(String(timestamp)), body]),
      key,
      Buffer.from(String(signature), "hex"),
    );
}

/** How each platform's requests are verified, by their path. */
const WAYS: Readonly<Record<string, (headers: IncomingHttpHeaders, body: Buffer) => boolean>> = (() => {
  const [ed25519, hmac] = [ofDiscord(publicKey), slackVerifier([secret])];
  return {
    "/discord/interactions": (headers, body) =>
      ed25519(headers["x-signature-ed25519"], headers["x-signature-timestamp"], body),
    "/slack/events": (headers, body) =>
      hmac(headers["x-slack-signature"], headers["x-slack-request-timestamp"], body),
  };
})();

const replies = answers.map((answer) => ({
  answer,
  headers: { "content-type": "application/json", "content-length": Buffer.byteLength(answer) },
}));
let turn = 0;

const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const good = WAYS[request.url ?? ""]?.(request.headers, Buffer.concat(chunks));
    const { answer, headers } = replies[turn++ % replies.length]!;
    if (good) response.writeHead(200, headers).end(answer);
    else response.writeHead(401).end();
  });
});
server.listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ port: (server.address() as AddressInfo).port }));
});
