/** Judges addresses of networks: only those of the public internet are fetched from. */
import ipaddr from "ipaddr.js";

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Tells whether an IP address is one of the public internet: no private, local, shared, reserved or translated one. An
 * IPv4 address inside an IPv6 one counts as itself.
 */
export function isPublicIp(ip: string): boolean {
  // A zone, as in fe80::1%eth0, belongs to this machine alone.
  if (ip.includes("%") || !ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  if (address.range() !== "unicast") return false;
  // Of IPv6 only 2000::/3 is handed out; outside it, ::127.0.0.1 would be taken for any other address.
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST);
}

/** Returns the IP address that the host of a URL is, or undefined when it is a name. */
export function literalIp(hostname: string): string | undefined {
  const host = hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(host) ? host : undefined;
}
