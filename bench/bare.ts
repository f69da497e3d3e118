/**
 * Answers commands with constants on plain `node:http`, after reading the body and verifying the signature with
 * `node:crypto`: the minimum that any server of commands over HTTP must do.
 */

import { createPublicKey, verify } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { slackVerifier } from "../src/platforms/slack/receiver.ts";
import { ordersGiven } from "./serving.ts";

const { platform, publicKey, secret, answers } = ordersGiven();
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

const [verified, signature, timestamp] =
  platform === "discord"
    ? [ofDiscord(publicKey), "x-signature-ed25519", "x-signature-timestamp"]
    : [slackVerifier([secret]), "x-slack-signature", "x-slack-request-timestamp"];

const replies = answers.map((answer) => ({
  answer,
  headers: { "content-type": "application/json", "content-length": Buffer.byteLength(answer) },
}));
let turn = 0;

const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const good = verified(request.headers[signature], request.headers[timestamp], Buffer.concat(chunks));
    const { answer, headers } = replies[turn++ % replies.length]!;
    if (good) response.writeHead(200, headers).end(answer);
    else response.writeHead(401).end();
  });
});
server.listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ port: (server.address() as AddressInfo).port }));
});
