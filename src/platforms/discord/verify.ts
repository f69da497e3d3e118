/** Whether an interaction that came over HTTP is Discord's. */
import { createPublicKey, verify } from "node:crypto";
import { type Clock, isCurrentTimestamp } from "../../http/signed-requests.ts";

export type VerifySignature = (signature: unknown, timestamp: unknown, body: Buffer) => Promise<boolean>;

const REFUSED = Promise.resolve(false);

/**
 * Ed25519 over the timestamp and the raw body, with one key that is made once. Never throws: whatever is absent,
 * malformed, stale, from the future or wrong is simply not Discord's. It is most of what a request costs, and is
 * done beside the thread that answers, so that whoever sends forged ones holds up nobody.
 * https://docs.discord.com/developers/interactions/overview#validating-security-request-headers
 */
export function discordVerifier(publicKey: string, now: Clock = Date.now): VerifySignature {
  const x = Buffer.from(publicKey, "hex").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return (signature, timestamp, body) => {
    if (!isCurrentTimestamp(timestamp, now())) return REFUSED;
    if (typeof signature !== "string" || !/^[\da-f]{128}$/i.test(signature)) return REFUSED;
    const signed = Buffer.concat([Buffer.from(timestamp), body]);
    return new Promise((resolve) => {
      verify(null, signed, key, Buffer.from(signature, "hex"), (error, good) => resolve(!error && good));
    });
  };
}
