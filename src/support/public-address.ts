/** The address at which the platforms reach the bot: read strictly, since others are told to post to it. */

/** The longest address that is read; what the platforms take is longer than anyone's. */
const LONGEST = 200;

const EXAMPLE = "https://refdesk.example.org";

/** An address, without a slash at its end; or what is wrong with it, what is expected, and what to do. */
export type AddressResult = { readonly address: string } | { readonly fault: string };

/** What was typed, so that it can be shown: on one line, not too long, and without a password. */
const shown = (text: string): string => {
  const plain = text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "�").replace(/^.*@/, "…@");
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
};

/** Names and numbers that mean this machine or its own network, wherever they are asked. */
const isInside = (host: string): boolean =>
  !host.includes(".") || /^(?:0|10|127|169\.254|192\.168)\.|\.(?:localhost|local|internal)\.?$/.test(host);

/**
 * The domain of an address, for those who are told whose it is; nothing where it has none that they could know: a
 * number, or a name of its own network's.
 */
export function publicDomain(address: string): string | undefined {
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  return isInside(host) || /^[\d.]+$/.test(host) ? undefined : host;
}

/** Why an address will not do, and what to do about it; nothing where it will. */
function faultIn(text: string): string | undefined {
  if (text === "") return "is missing: give the one at which your proxy takes requests";
  if (text.length > LONGEST) return `is longer than ${LONGEST} characters: give the one that your proxy has`;
  if (!/^https:\/\//i.test(text))
    return "does not begin with “https://”: put a proxy before the bot that speaks https";
  if (/^https:\/\/[^/]*@/i.test(text))
    return "holds a name or a password: leave out all that is before the @, and the @";
  if (/[?#]/.test(text)) return "holds a query or a fragment: leave out the ? or the #, and all behind it";
  // Where these stand, an address is made of it that is not the one that was typed.
  if (!/^https:\/\/[\p{L}\p{M}\p{N}.:[\]-]*(?:\/[\w./~-]*)?$/iu.test(text))
    return "holds characters that it has no need of: type it anew";
  if (/.\/\/.*\/\/|\/\.{1,2}(?:\/|$)/.test(text))
    return "has an empty part, or one of dots alone, in its path: leave it out";
  if (!URL.canParse(text)) return "is no address: type it anew";
  if (isInside(new URL(text).hostname))
    return "is one that only your own network knows: give one that Discord and Slack can reach";
  return undefined;
}

/** Reads an address that a person typed. */
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

/** The address of a route, which is a method and a path. */
export const routeUrl = (address: string, route: string): string => `${address}${route.replace(/^\S+ /, "")}`;
