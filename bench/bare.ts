/**
 * The bare server: `node:http` alone, which reads the body, verifies the signature with Refdesk's own verifiers and
 * sends a constant. Whoever answers over HTTP pays for this much.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { verifier as ofDiscord } from "../src/discord/verify.ts";
import { verifier as ofSlack } from "../src/slack/receiver.ts";
import { ordersGiven } from "./serving.ts";

const { platform, publicKey, secret, answer } = ordersGiven();
const [verified, signature, timestamp] =
  platform === "discord"
    ? [ofDiscord(publicKey), "x-signature-ed25519", "x-signature-timestamp"]
    : [ofSlack([secret]), "x-slack-signature", "x-slack-request-timestamp"];

const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(answer) };

const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const good = verified(request.headers[signature], request.headers[timestamp], Buffer.concat(chunks));
    if (good) response.writeHead(200, headers).end(answer);
    else response.writeHead(401).end();
  });
});
server.listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ port: (server.address() as AddressInfo).port }));
});
