/** Gives each workspace what it has of its own: a shelf, a language, reviewers, a limit, whether citations are kept. */
import QuickLRU from "quick-lru";
import type { Curation } from "../curation/curation.ts";
import { withSettings } from "../curation/settings.ts";
import { type AskLimit, createMemoryLimit, type MakeLimit } from "../delivery/ask-limit.ts";
import type { DeliveryPolicy } from "../delivery/policy.ts";
import type { BotFactory } from "../desk/bot.ts";
import type { CurrentSettings } from "../installations/current-settings.ts";
import { shelfOf, type WorkspaceSettings } from "../installations/workspace-settings.ts";
import { localeFromTag } from "../language/messages.ts";
import { defined } from "../support/defined.ts";
import type { RunningCuration } from "./curation.ts";
import type { OwnShelf } from "./own-shelf.ts";
import type { ShelfPool } from "./shelf-pool.ts";

/** What answers in a workspace, and how. */
export interface WorkspaceSurroundings<Policy extends DeliveryPolicy> {
  readonly botFor: BotFactory;
  readonly policy: Policy;
  /** The platform's id of the workspace. */
  readonly workspace: string;
}

/** What the surroundings are made from. */
export interface SurroundingParts<Policy extends DeliveryPolicy>
  extends Omit<WorkspaceSurroundings<Policy>, "workspace"> {
  readonly platform: string;
  readonly settings: Pick<CurrentSettings, "of" | "stored" | "change">;
  readonly shelves: Pick<ShelfPool<OwnShelf>, "get">;
  readonly curation: Pick<RunningCuration, "curationFor">;
  /** Makes the limit of a workspace; without it, this process counts by itself. */
  readonly makeLimit?: MakeLimit;
  /** How many asks a whole workspace has in a minute where its settings do not say; without it, any number. */
  readonly asksPerWorkspace?: number;
  /** Takes away what shows the deployment's own shelf. */
  readonly withoutPages: (policy: Policy) => Policy;
}

/** The most workspaces whose surroundings are remembered; those of another are made anew. */
const MOST = 2_000;

/** Creates a function that returns the surroundings of a workspace: the same object until its settings are changed. */
export function createSurroundings<Policy extends DeliveryPolicy>({
  platform,
  settings,
  shelves,
  curation,
  withoutPages,
  makeLimit = createMemoryLimit,
  asksPerWorkspace = 0,
  ...deployment
}: SurroundingParts<Policy>): (workspace: string) => Promise<WorkspaceSurroundings<Policy>> {
  const known = new QuickLRU<string, { own: WorkspaceSettings; made: WorkspaceSurroundings<Policy> }>({
    maxSize: MOST,
  });

  /** What workspaces have in a minute, by how many asks that is: a change of other settings ends no count. */
  const limits = new Map<number, AskLimit>();
  function limitOf(asks: number): AskLimit {
    const limit = limits.get(asks) ?? makeLimit("workspace", asks);
    limits.set(asks, limit);
    return limit;
  }

  function curationOf(
    shelf: string | undefined,
    reviewers: readonly string[] | undefined,
  ): Curation | undefined {
    if (shelf === undefined) return reviewers ? curation.curationFor(reviewers) : deployment.policy.curation;
    const current = async () => (await shelves.get(shelf)).curation.curationFor(reviewers ?? []);
    return {
      open: async (...request) => (await current()).open(...request),
      submit: async (...request) => (await current()).submit(...request),
    };
  }

  /** Returns the curation of a workspace, with the settings that its admins change. */
  function curationIn(workspace: string, own: Curation | undefined): Curation | undefined {
    return (
      own &&
      withSettings(own, {
        stored: () => settings.stored(workspace),
        change: (next) => settings.change(workspace, next),
      })
    );
  }

  function make(workspace: string, own: WorkspaceSettings): WorkspaceSurroundings<Policy> {
    const shelf = shelfOf(own);
    const { language, visibility, reviewers, citations, asks } = own;
    const all = deployment.policy;
    const limit = limitOf(asks ?? asksPerWorkspace);
    // Discord's ids are nobody else's anywhere; those of Slack's users are their workspace's.
    const named = reviewers?.map((one) => `${platform}:${platform === "slack" ? `${workspace}/` : ""}${one}`);
    const locale = language === undefined ? undefined : localeFromTag(language);
    const speaking = (bots: BotFactory): BotFactory =>
      locale === undefined ? bots : (_, naming) => bots(locale, naming);
    const { recordCitations, ...unrecorded } = all;
    const policy = {
      ...(citations === "no" ? unrecorded : all),
      ...defined({ locale }),
      ...(visibility === undefined ? {} : { defaultAudience: visibility === "asker" ? "asker" : "room" }),
      askLimit: async (person: string) => (await all.askLimit?.(person)) ?? limit(`${platform} ${workspace}`),
      curation: curationIn(workspace, curationOf(shelf, named)),
    } as Policy;
    if (shelf === undefined) return { workspace, botFor: speaking(deployment.botFor), policy };
    const botFor: BotFactory = async (...bot) => (await shelves.get(shelf)).botFor(...bot);
    return { workspace, botFor: speaking(botFor), policy: withoutPages(policy) };
  }

  return async (workspace) => {
    const own = settings.of(workspace);
    const shelf = shelfOf(own);
    if (shelf !== undefined) await shelves.get(shelf);
    const before = known.get(workspace);
    if (before?.own === own) return before.made;
    const made = make(workspace, own);
    known.set(workspace, { own, made });
    return made;
  };
}
