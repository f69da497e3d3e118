/** Tells the workspace from which a request comes, among those in which the app is installed. */
import { webApi } from "@slack/bolt";
import QuickLRU from "quick-lru";
import { z } from "zod";
import type { Installation, InstallationStore } from "../../installations/installation.ts";
import type { InstallationTokens } from "../../installations/tokens.ts";
import type { Log } from "../../support/log.ts";

/** A workspace in which the app is installed, as far as its requests need it. */
export interface SlackWorkspace {
  /** Slack's id of the workspace; undefined where the app has but one. */
  readonly id?: string;
  readonly botId: string;
  readonly botUser: string;
  /** The scopes that were granted; undefined where Slack does not list them. */
  readonly scopes: readonly string[] | undefined;
  readonly client: webApi.WebClient;
}

/** Finds the workspace of a request; undefined where the app is not installed there. */
export type FindWorkspace = (body: unknown) => Promise<SlackWorkspace | undefined>;

/** An id of a workspace or an organization; anything else is taken for none. */
const TeamId = z
  .string()
  .regex(/^[TE][A-Z0-9]{2,20}$/)
  .nullish()
  .catch(undefined);
const Team = z.object({ id: TeamId, enterprise_id: TeamId, team_id: TeamId }).nullish().catch(undefined);
const Visibility = z.object({
  ...{ team_id: TeamId, enterprise_id: TeamId },
  is_enterprise_install: z.boolean().nullish().catch(undefined),
});

/** Where Slack's payloads say from which workspace they come. */
const Origin = z.object({
  ...{ team_id: TeamId, enterprise_id: TeamId, context_team_id: TeamId, context_enterprise_id: TeamId },
  ...{ team: Team, enterprise: Team, user: Team },
  view: z.object({ app_installed_team_id: TeamId }).nullish().catch(undefined),
  // The installation for which an event is sent; the others that may see it are listed by a call.
  authorizations: z.tuple([Visibility], z.unknown()).nullish().catch(undefined),
  is_enterprise_install: z.union([z.boolean(), z.string()]).nullish().catch(undefined),
});

/** The workspace and the organization that a request comes from, and for whose installation it is sent. */
export interface SlackOrigin {
  readonly team?: string;
  readonly organization?: string;
  readonly isOrganizationWide: boolean;
}

/**
 * Reads where a request comes from. In a channel that organizations share, `team_id` of an event is the workspace in
 * which it happened, and the authorization the one whose installation sees it:
 * https://docs.slack.dev/apis/events-api/#authorizations
 */
export function originOf(body: unknown): SlackOrigin {
  const { data: said } = Origin.safeParse(body);
  if (!said) return { isOrganizationWide: false };
  const seen = said.authorizations?.[0];
  const team =
    said.view?.app_installed_team_id ??
    seen?.team_id ??
    said.context_team_id ??
    said.team_id ??
    said.team?.id ??
    said.user?.team_id;
  const organization =
    seen?.enterprise_id ??
    said.context_enterprise_id ??
    said.enterprise_id ??
    said.enterprise?.id ??
    said.team?.enterprise_id;
  return {
    isOrganizationWide: String(seen?.is_enterprise_install ?? said.is_enterprise_install) === "true",
    ...(team ? { team } : {}),
    ...(organization ? { organization } : {}),
  };
}

/** Slack's error codes for a token that another may have replaced. */
const REPLACED = ["invalid_auth", "token_expired", "token_revoked"];

/** A client whose token may be replaced at any time: each call is made with the current one. */
class WorkspaceClient extends webApi.WebClient {
  readonly #tokenOf: (refused?: string) => Promise<string>;

  constructor(tokenOf: (refused?: string) => Promise<string>, options: webApi.WebClientOptions) {
    super(undefined, options);
    this.#tokenOf = tokenOf;
  }

  override async apiCall(
    method: string,
    options: Record<string, unknown> = {},
  ): Promise<webApi.WebAPICallResult> {
    // An upload consists of calls, each of which comes here.
    if (method === "files.uploadV2") return super.apiCall(method, options);
    const token = await this.#tokenOf();
    try {
      return await super.apiCall(method, { ...options, token });
    } catch (error) {
      const code = (error as { data?: { error?: string } }).data?.error ?? "";
      if (!REPLACED.includes(code)) throw error;
      const other = await this.#tokenOf(token).catch(() => token);
      if (other === token) throw error;
      return super.apiCall(method, { ...options, token: other });
    }
  }
}

/** How long an installation is remembered without a look at the database, in milliseconds. */
const KEPT_MS = 30_000;

/** The most workspaces that are remembered. */
const MOST = 2_000;

interface KnownWorkspace {
  readonly owner: string;
  readonly installedAt: number;
  readonly scopes: string;
  readonly workspace: SlackWorkspace;
  readonly readAt: number;
}

/** The workspaces in which the app is installed. */
export interface InstalledWorkspaces {
  /** Finds the workspace of a request, from memory or by one query. @throws when neither can tell */
  readonly find: FindWorkspace;
  /** Forgets what is remembered: something was installed or ended. */
  readonly forget: () => void;
}

/** What the workspaces are found with. */
export interface WorkspaceParts {
  readonly store: Pick<InstallationStore, "find">;
  readonly tokens: InstallationTokens;
  readonly clientOptions: webApi.WebClientOptions;
  readonly log: Log;
}

/** Creates the workspaces over a store. A workspace's own installation goes before its organization's. */
export function createInstalledWorkspaces({
  store,
  tokens,
  clientOptions,
  log,
}: WorkspaceParts): InstalledWorkspaces {
  const known = new QuickLRU<string, KnownWorkspace>({ maxSize: MOST });
  const readings = new Map<string, Promise<SlackWorkspace | undefined>>();

  function workspaceOf(id: string, { owner, organization, ...installation }: Installation): SlackWorkspace {
    const { botId, botUser, scopes } = installation;
    // An organization's token says with each call which workspace is meant.
    const teamId = owner === organization ? { teamId: id } : {};
    const client = new WorkspaceClient((refused) => tokens.tokenOf(owner, refused), {
      ...clientOptions,
      ...teamId,
    });
    return { id, botId, botUser, scopes, client };
  }

  async function read(key: string, owners: readonly string[]): Promise<SlackWorkspace | undefined> {
    const found = await store.find(owners);
    if (found?.type !== "installed") {
      known.delete(key);
      if (found) log.warn({ workspace: found.owner, reason: found.reason }, "an installation cannot be read");
      return undefined;
    }
    const { installation } = found;
    const [id = installation.owner] = owners;
    tokens.know(installation);
    const before = known.get(key);
    const told = {
      owner: installation.owner,
      installedAt: installation.installedAt.getTime(),
      scopes: installation.scopes.join(","),
    };
    // The same workspace stays the same object, with what is kept for it.
    const isSame =
      before?.owner === told.owner &&
      before.installedAt === told.installedAt &&
      before.scopes === told.scopes;
    const workspace = isSame ? before.workspace : workspaceOf(id, installation);
    known.set(key, { workspace, ...told, readAt: performance.now() });
    return workspace;
  }

  return {
    async find(body) {
      const { team, organization } = originOf(body);
      const owners = [team, organization].filter((owner) => owner !== undefined);
      if (owners.length === 0) return undefined;
      const key = owners.join(" ");
      const before = known.get(key);
      if (before && performance.now() - before.readAt < KEPT_MS) return before.workspace;
      const reading = readings.get(key) ?? read(key, owners).finally(() => readings.delete(key));
      readings.set(key, reading);
      try {
        return await reading;
      } catch (error) {
        // A database that is away takes nobody's answers, as long as it is known who they are.
        if (!before) throw error;
        known.set(key, { ...before, readAt: performance.now() });
        return before.workspace;
      }
    },
    forget: () => known.clear(),
  };
}
