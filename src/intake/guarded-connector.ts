/**
 * Connects sockets to public addresses alone. An address is judged three times: as it is written, as the name is
 * resolved, and as the socket is really connected. A lookup alone would not do, since an address that is written as a
 * number is never looked up.
 */
import { lookup as lookUpName } from "node:dns/promises";
import type { Socket } from "node:net";
import { buildConnector } from "undici";
import { isPublicIp, literalIp } from "./network-addresses.ts";

/** Decides on connections; tests put their own in the place of the real ones. */
export interface ConnectionGuard {
  /** Tells whether an IP address may be connected to. */
  readonly isAllowed: (ip: string) => boolean;
  /** Returns all addresses of a name. */
  readonly lookup: (name: string) => Promise<readonly string[]>;
  /** Whether other ports than 80 and 443 may be used. */
  readonly allowsAnyPort: boolean;
}

/** Thrown before or after a connection, when the address is none of the public internet. */
export class PrivateAddress extends Error {
  override readonly name = "PrivateAddress";
  readonly ip: string;
  constructor(ip: string) {
    super(`${ip} is no public address`);
    this.ip = ip;
  }
}

const lookUpAll = async (name: string): Promise<readonly string[]> =>
  (await lookUpName(name, { all: true })).map(({ address }) => address);

/** Allows what is public, on the ports of the web. */
export const publicGuard: ConnectionGuard = {
  isAllowed: isPublicIp,
  lookup: lookUpAll,
  allowsAnyPort: false,
};

/** Allows every address and port, as the person at the terminal may ask for. */
export const openGuard: ConnectionGuard = { isAllowed: () => true, lookup: lookUpAll, allowsAnyPort: true };

/** Returns the addresses of a host. @throws {PrivateAddress} when any of them is not allowed */
export async function resolveHost(hostname: string, guard: ConnectionGuard): Promise<readonly string[]> {
  const literal = literalIp(hostname);
  const addresses = literal === undefined ? await guard.lookup(hostname) : [literal];
  for (const ip of addresses) if (!guard.isAllowed(ip)) throw new PrivateAddress(ip);
  return addresses;
}

type Connected = Parameters<buildConnector.connector>[1];

/** Creates a connector of undici that connects to judged addresses alone. */
export function createGuardedConnector(guard: ConnectionGuard, timeoutMs: number): buildConnector.connector {
  const connectTo = buildConnector({ timeout: timeoutMs });

  /** Connects to one address; the name stays what the certificate is compared with. */
  const attempt = (options: buildConnector.Options, ip: string): Promise<Socket> =>
    new Promise((resolve, reject) => {
      const servername = literalIp(options.hostname) === undefined ? options.hostname : undefined;
      connectTo({ ...options, hostname: ip, ...(servername ? { servername } : {}) }, (error, socket) => {
        if (error) return reject(error);
        // What the socket is connected to is what counts, whatever was resolved before.
        const remote = socket!.remoteAddress;
        if (remote !== undefined && guard.isAllowed(remote)) return resolve(socket!);
        socket!.destroy();
        return reject(new PrivateAddress(remote ?? ip));
      });
    });

  async function connect(options: buildConnector.Options): Promise<Socket> {
    let failure: unknown = new Error(`${options.hostname} has no address`);
    for (const ip of await resolveHost(options.hostname, guard)) {
      try {
        return await attempt(options, ip);
      } catch (error) {
        failure = error;
        if (error instanceof PrivateAddress) break;
      }
    }
    throw failure;
  }

  return (options, callback: Connected) => {
    connect(options).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}
