/** Validates the public address at which platforms reach the bot. Strict, because platforms send requests to it. */

/** Maximum length of an address. */
const LONGEST = 200;

const EXAMPLE = "https://refdesk.example.org";

/** A valid address without a trailing slash, or what is wrong with it and how to correct it. */
export type AddressResult = { readonly address: string } | { readonly fault: string };

/** Shortens what was typed for an error message: one line, without a user name or password. */
const shown = (text: string): string => {
  const plain = text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "�").replace(/^.*@/, "…@");
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
};

/** Tells whether a host name or IPv4 address belongs to this machine or to a private network. */
const isInside = (host: string): boolean =>
  !host.includes(".") || /^(?:0|10|127|169\.254|192\.168)\.|\.(?:localhost|local|internal)\.?$/.test(host);

/**
 * Returns the domain of an address, or undefined when it has none that is public, as for IP addresses and local
 * names.
 */
export function publicDomain(address: string): string | undefined {
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  return isInside(host) || /^[\d.]+$/.test(host) ? undefined : host;
}

/** Returns why an address is not accepted and what to do, or undefined when it is valid. */
function faultIn(text: string): string | undefined {
  if (text === "") return "is missing: give the one at which your proxy takes requests";
  if (text.length > LONGEST) return `is longer than ${LONGEST} characters: give the one that your proxy has`;
  if (!/^https:\/\//i.test(text))
    return "does not begin with “https://”: put a proxy before the bot that speaks https";
  if (/^https:\/\/[^/]*@/i.test(text))
    return "holds a name or a password: leave out all that is before the @, and the @";
  if (/[?#]/.test(text)) return "holds a query or a fragment: leave out the ? or the #, and all behind it";
  // The URL parser would rewrite any other characters, and the result would differ from what was typed.
  if (!/^https:\/\/[\p{L}\p{M}\p{N}.:[\]-]*(?:\/[\w./~-]*)?$/iu.test(text))
    return "holds characters that it has no need of: type it anew";
  if (/.\/\/.*\/\/|\/\.{1,2}(?:\/|$)/.test(text))
    return "has an empty part, or one of dots alone, in its path: leave it out";
  if (!URL.canParse(text)) return "is no address: type it anew";
  if (isInside(new URL(text).hostname))
    return "is one that only your own network knows: give one that Discord and Slack can reach";
  return undefined;
}

/** Validates an address that a person typed. */
export function parsePublicAddress(typed: string): AddressResult {
  const text = typed.trim();
  const fault = faultIn(text);
  if (fault)
    return {
      fault: `The public address${text ? ` “${shown(text)}”` : ""} ${fault}. Expected is an https address such as ${EXAMPLE}.`,
    };
  const { origin, pathname } = new URL(text);
  return { address: `${origin}${pathname}`.replace(/\/+$/, "") };
}

/** Returns the URL of a route such as “POST /discord”. */
export const routeUrl = (address: string, route: string): string => `${address}${route.replace(/^\S+ /, "")}`;
