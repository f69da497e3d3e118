/** Signs links that open a hidden page for a limited time, and verifies them. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Query parameters of a signed link. */
const EXPIRES_PARAM = "expires";
export const SIGNATURE_PARAM = "signature";

/** Signs paths with HMAC-SHA256 over path and expiry. */
export interface LinkSigner {
  /**
   * Returns the path with expiry and signature added to its query.
   * @param expires after which the link opens no more than the path alone does
   */
  readonly sign: (path: string, expires: Date) => string;
  /** Returns the expiry of a signed path; undefined when the signature is invalid or the link has expired. */
  readonly opensUntil: (path: string, query: URLSearchParams, now?: Date) => Date | undefined;
}

/** Format of the expiry: seconds since 1970, without leading zeros. */
const MOMENT = /^[1-9]\d{0,10}$/;

/**
 * Creates a link signer.
 * @param secret the signing key; without one, a random key is used, and links become invalid when the process ends
 */
export function createLinkSigner(secret?: string): LinkSigner {
  const key = secret ?? randomBytes(32);
  const sign = (path: string, expires: string): Buffer =>
    createHmac("sha256", key).update(`${path}\n${expires}`).digest();
  return {
    sign(path, expires) {
      const [bare = "", anchor] = path.split("#", 2);
      const moment = String(Math.floor(expires.getTime() / 1000));
      const query = `${EXPIRES_PARAM}=${moment}&${SIGNATURE_PARAM}=${sign(bare, moment).toString("base64url")}`;
      return `${bare}?${query}${anchor === undefined ? "" : `#${anchor}`}`;
    },
    opensUntil(path, query, now = new Date()) {
      const moment = query.get(EXPIRES_PARAM) ?? "";
      const actual = Buffer.from(query.get(SIGNATURE_PARAM) ?? "", "base64url");
      const expected = sign(path, moment);
      // Compare signatures first and in constant time, so that response times reveal nothing.
      const isAuthentic = actual.length === expected.length && timingSafeEqual(actual, expected);
      if (!isAuthentic || !MOMENT.test(moment)) return undefined;
      const until = new Date(Number(moment) * 1000);
      return until > now ? until : undefined;
    },
  };
}
