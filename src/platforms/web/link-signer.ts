/** Signs links that open a page for a time. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** What a signed link carries in its query. */
const EXPIRES_PARAM = "expires";
export const SIGNATURE_PARAM = "signature";

export interface LinkSigner {
  /**
   * The path of a page with what opens it for a time, also where it opens for nobody otherwise.
   * @param expires the moment after which it is no more than any other path
   */
  readonly sign: (path: string, expires: Date) => string;
  /** The moment until which this path opens, where its query holds what `signed` put there. */
  readonly opensUntil: (path: string, query: URLSearchParams, now?: Date) => Date | undefined;
}

/** A moment in a link: whole seconds since 1970, as few digits as it takes. */
const MOMENT = /^[1-9]\d{0,10}$/;

/** @param secret by which links are signed; without one, links are good until the process ends */
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
      const given = Buffer.from(query.get(SIGNATURE_PARAM) ?? "", "base64url");
      const expected = sign(path, moment);
      // Compared whole before anything else is looked at, so that the time it takes tells nothing.
      const same = given.length === expected.length && timingSafeEqual(given, expected);
      if (!same || !MOMENT.test(moment)) return undefined;
      const until = new Date(Number(moment) * 1000);
      return until > now ? until : undefined;
    },
  };
}
