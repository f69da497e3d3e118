/** Defines installations of the app in workspaces and organizations, and the store that keeps them. */

/** The token of an installation, and what renews it where it ends. */
export interface InstallationToken {
  readonly token: string;
  readonly refreshToken?: string;
  /** When the token ends; undefined for one that does not. */
  readonly endsAt?: Date;
}

/** An installation of the app: in a workspace, or in a whole organization, for all workspaces to which it adds the app. */
export interface Installation extends InstallationToken {
  /** The platform's id of the workspace or the organization: no two have the same. */
  readonly owner: string;
  /** The id of the organization; empty for a workspace that is in none. */
  readonly organization: string;
  /** The name of the workspace or the organization. */
  readonly name: string;
  readonly scopes: readonly string[];
  readonly botId: string;
  readonly botUser: string;
  readonly installedAt: Date;
}

/** An installation as it is listed: without its token. */
export interface InstallationSummary
  extends Pick<Installation, "owner" | "organization" | "name" | "scopes" | "installedAt"> {
  /** When the platform ended it. */
  readonly endedAt?: Date;
  /** Why its token cannot be read. */
  readonly fault?: string;
}

/** What a look-up finds: an installation, or one whose token cannot be read, and why. */
export type FoundInstallation =
  | { readonly type: "installed"; readonly installation: Installation }
  | { readonly type: "unreadable"; readonly owner: string; readonly reason: string };

/** The right to renew a token, for one process at a time. */
export interface RefreshClaim {
  /** The installation as it is now: another process may have renewed it meanwhile. */
  readonly installation: Installation;
  /** Keeps the new token, unless the app was installed anew or removed meanwhile, and ends the claim. */
  keep(token: InstallationToken): Promise<void>;
  /** Ends the claim without a new token. */
  leave(): Promise<void>;
}

/** What re-sealing came to. */
export interface ResealOutcome {
  /** How many tokens were sealed anew, with the first key. */
  readonly resealed: number;
  readonly unreadable: readonly { readonly owner: string; readonly reason: string }[];
}

/** Keeps the installations of one app, their tokens sealed. Each method may reject when the database is away. */
export interface InstallationStore {
  /** Keeps an installation, in place of the one before. */
  save(installation: Installation): Promise<void>;
  /** Finds the first of these owners that has an installation, by one query. */
  find(owners: readonly string[]): Promise<FoundInstallation | undefined>;
  /** All installations, also those that were ended, by owner. */
  list(): Promise<readonly InstallationSummary[]>;
  /** The owners of tokens that can be renewed and end before a time. */
  endingBefore(time: Date): Promise<readonly string[]>;
  /** Ends an installation and drops its token, unless it was made after `before`. @returns whether it did */
  end(owner: string, before: Date): Promise<boolean>;
  /** Removes all that is kept of an owner. @returns whether there was something */
  forget(owner: string): Promise<boolean>;
  /** The owners that were ended before a time. */
  endedBefore(time: Date): Promise<readonly string[]>;
  /** Claims the renewal of a token until a time; undefined while another process has it, or there is none to renew. */
  claimRefresh(owner: string, until: Date): Promise<RefreshClaim | undefined>;
  /** Uses the state of one installation under way. @returns false where it was used before */
  useState(state: string, until: Date): Promise<boolean>;
  /** Seals with the first key what an older one has sealed, and says what cannot be read. */
  reseal(): Promise<ResealOutcome>;
  close(): Promise<void>;
}
