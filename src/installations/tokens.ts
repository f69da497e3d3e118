/** Gives out the tokens of installations, and has those that end renewed ahead of it, by one process at a time. */
import { setTimeout as sleep } from "node:timers/promises";
import QuickLRU from "quick-lru";
import { errorMessage } from "../support/error-message.ts";
import type { Log } from "../support/log.ts";
import { withRetries } from "../support/retry.ts";
import type { Installation, InstallationStore, InstallationToken } from "./installation.ts";

/** The tokens of installations. */
export interface InstallationTokens {
  /** Takes note of an installation that was read. */
  know(installation: Installation): void;
  /**
   * Returns a token that can be used. Waits for its renewal only where it has ended or is about to.
   * @param refused the token that the platform has just refused
   * @throws where there is no installation, or its token has ended and cannot be renewed
   */
  tokenOf(owner: string, refused?: string): Promise<string>;
  /** Renews all that end soon, one after another. Never rejects. */
  renewAll(): Promise<void>;
}

/** What the tokens stand on. */
export interface TokenParts {
  readonly store: Pick<InstallationStore, "find" | "endingBefore" | "claimRefresh">;
  /** Has the platform exchange what renews a token for a new one. */
  readonly exchange: (refreshToken: string) => Promise<InstallationToken>;
  readonly log: Log;
  readonly now?: () => Date;
}

/** How long before its end a token is renewed, and how long before it is waited for, in milliseconds. */
const AHEAD_MS = 7_200_000;
const LAST_MS = 60_000;

/** How long one process may renew a token alone; after a failure nobody tries again before that, in milliseconds. */
const CLAIM_MS = 30_000;

/** How long another process's renewal is waited for, and how often it is looked at, in milliseconds. */
const WAIT_MS = 12_000;
const LOOK_MS = 200;

/** Pauses before a new token is written again: what it has replaced may be worth nothing any more, in milliseconds. */
const KEEP_PAUSES = [200, 1_000, 5_000] as const;

/** The most installations whose tokens are remembered. */
const MOST = 5_000;

/** Creates the tokens of an app's installations. */
export function createInstallationTokens({
  store,
  exchange,
  log,
  now = () => new Date(),
}: TokenParts): InstallationTokens {
  const known = new QuickLRU<string, Installation>({ maxSize: MOST });
  const renewals = new Map<string, Promise<void>>();

  const know = (installation: Installation): Installation => {
    known.set(installation.owner, installation);
    return installation;
  };
  const left = ({ endsAt }: InstallationToken): number =>
    endsAt === undefined ? Number.POSITIVE_INFINITY : endsAt.getTime() - now().getTime();

  /** Reads an installation anew. @throws where there is none that can be read */
  async function read(owner: string): Promise<Installation> {
    const found = await store.find([owner]);
    if (found?.type === "installed") return know(found.installation);
    known.delete(owner);
    throw new Error(found ? `${owner}: ${found.reason}` : `${owner}: the app is not installed any more`);
  }

  /** Renews a token, unless another process has done so or is doing so while it can still be used. */
  async function renew(owner: string): Promise<void> {
    const until = performance.now() + WAIT_MS;
    for (;;) {
      const claim = await store.claimRefresh(owner, new Date(now().getTime() + CLAIM_MS));
      if (!claim) {
        // Another process has it.
        if (left(await read(owner)) > LAST_MS) return;
        if (performance.now() > until) throw new Error(`${owner}: its token has ended and was not renewed`);
        await sleep(LOOK_MS);
        continue;
      }
      const { installation } = claim;
      if (left(know(installation)) > AHEAD_MS || installation.refreshToken === undefined)
        return claim.leave();
      const token = await exchange(installation.refreshToken);
      know({ ...installation, ...token });
      await withRetries(
        () => claim.keep(token),
        KEEP_PAUSES,
        () => true,
      );
      await read(owner);
      return;
    }
  }

  /** Renews a token once for all who ask meanwhile. */
  function renewOnce(owner: string): Promise<void> {
    const renewal =
      renewals.get(owner) ??
      renew(owner)
        .catch((error: unknown) => {
          log.warn({ workspace: owner, reason: errorMessage(error) }, "a workspace's token was not renewed");
          throw error;
        })
        .finally(() => renewals.delete(owner));
    renewals.set(owner, renewal);
    return renewal;
  }

  async function tokenOf(owner: string, refused?: string): Promise<string> {
    let installation = known.get(owner) ?? (await read(owner));
    if (installation.token === refused) installation = await read(owner);
    const isRefused = installation.token === refused;
    if (!isRefused && left(installation) > AHEAD_MS) return installation.token;
    const renewal = renewOnce(owner);
    if (!isRefused && left(installation) > LAST_MS) {
      renewal.catch(() => {});
      return installation.token;
    }
    await renewal;
    return known.get(owner)?.token ?? installation.token;
  }

  return {
    know,
    tokenOf,
    async renewAll() {
      try {
        const owners = await store.endingBefore(new Date(now().getTime() + AHEAD_MS));
        for (const owner of owners) await renewOnce(owner).catch(() => {});
      } catch (error) {
        log.warn({ err: error }, "the tokens that end could not be read");
      }
    },
  };
}
