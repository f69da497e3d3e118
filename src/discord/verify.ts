/** Whether an interaction that came over HTTP is Discord's. */
import { createPublicKey, verify } from "node:crypto";
import { type Clock, isCurrent } from "../http/signed.ts";

export type Verify = (signature: unknown, timestamp: unknown, body: Buffer) => boolean;

/**
 * Ed25519 over the timestamp and the raw body, with one key that is made once. Never throws: whatever is absent,
 * malformed, stale, from the future or wrong is simply not Discord's.
 * https://docs.discord.com/developers/interactions/overview#validating-security-request-headers
 */
export function verifier(publicKey: string, now: Clock = Date.now): Verify {
  const x = Buffer.from(publicKey, "hex").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return (signature, timestamp, body) =>
    isCurrent(timestamp, now()) &&
    typeof signature === "string" &&
    /^[\da-f]{128}$/i.test(signature) &&
    verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex"));
}
