/** Brings addresses of one page into one form, so that it is not added twice. */

/** Parameters that say where a reader came from, and nothing about the page. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|xtor|amp|mc_cid|mc_eid|igshid|spm)$/i;

/** Returns an address without what does not tell pages apart; undefined for what is no address of the web. */
export function normalAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort();
  const path = url.pathname.replace(/\/amp\/?$/, "").replace(/\/+$/, "");
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : "";
  const port = url.port === "" ? "" : `:${url.port}`;
  return `https://${url.hostname.replace(/^(?:www|amp|m)\./, "")}${port}${path}${search}`;
}

/** Returns the host of an address without what does not tell sites apart, to say whose page it is. */
export const siteOf = (address: string): string => new URL(address).hostname.replace(/^(?:www|m|amp)\./, "");
