/** Verifies that an interaction received over HTTP was sent by Discord. */
import { createPublicKey, verify } from "node:crypto";
import { type Clock, isCurrentTimestamp } from "../../http/signed-requests.ts";

/** Resolves to whether the signature of a request is valid. */
export type VerifySignature = (signature: unknown, timestamp: unknown, body: Buffer) => Promise<boolean>;

const REFUSED = Promise.resolve(false);

/**
 * Creates a verifier of Ed25519 signatures over the timestamp and the raw body. It never throws: it resolves to false
 * for a signature or timestamp that is missing, malformed, stale, in the future or wrong. Verification runs in the
 * thread pool, so that a flood of forged requests does not block the event loop.
 * https://docs.discord.com/developers/interactions/overview#validating-security-request-headers
 * @param publicKey the application's key, in hexadecimal
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
