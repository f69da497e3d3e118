/** Starts the configured chat platforms. Each adapter is imported only when it is configured. */
import type { RecordCitations } from "../citation-log/citation-log.ts";
import type { DiscordConfig, ServerConfig } from "../config/config.ts";
import { type BasicSettings, DEFAULT_DATA_FOLDER } from "../config/environment.ts";
import type { SlackConfig } from "../config/slack-config.ts";
import type { Coordination } from "../coordination/coordination.ts";
import { ASKS_PER_MINUTE, createMemoryLimit, TYPED_PER_ASK } from "../delivery/ask-limit.ts";
import { memoizePicture } from "../delivery/attachments.ts";
import type { DeliveryPolicy } from "../delivery/policy.ts";
import type { BotFactory } from "../desk/bot.ts";
import type { LinkPreview } from "../desk/record-summary.ts";
import type { RouteRegistry } from "../http/server.ts";
import { localeFromTag } from "../language/messages.ts";
import type { LibraryEdition, LibraryHolder } from "../library/library.ts";
import type { PlatformAdapter } from "../platforms/adapter.ts";
import type { DiscordPolicy } from "../platforms/discord/policy.ts";
import { defined } from "../support/defined.ts";
import { sha256 } from "../support/disk-cache.ts";
import { lazy } from "../support/lazy.ts";
import type { Log } from "../support/log.ts";
import { memoizeByKey } from "../support/memoize.ts";
import { openOnce } from "../support/open-once.ts";
import { publicDomain } from "../support/public-address.ts";
import type { WorkQueue } from "../support/work-queue.ts";
import type { RunningCuration } from "./curation.ts";
import { createMessageHub } from "./message-hub.ts";
import type { OwnShelf } from "./own-shelf.ts";
import { type SupervisedPlatform, supervisePlatform } from "./supervise.ts";

/** Dependencies of the platforms. */
export interface PlatformParts {
  readonly holder: LibraryHolder;
  readonly botFor: BotFactory;
  readonly recordCitations: RecordCitations;
  readonly curation: RunningCuration;
  /** Opens a shelf that one workspace has of its own. */
  readonly openShelf: (folder: string) => Promise<OwnShelf>;
  /** What this process shares with others; without it, there are none. */
  readonly coordination?: Coordination;
  readonly log: Log;
  readonly workFirst: WorkQueue["first"];
  /** Receives the routes of platforms that are reached over HTTP. */
  readonly routes: RouteRegistry;
}

/** Returns previews of links to the pages; undefined without a public URL that has a domain name. */
function currentLinkPreview(publicUrl: string | undefined, holder: LibraryHolder): LinkPreview | undefined {
  if (publicUrl === undefined || publicDomain(publicUrl) === undefined) return undefined;
  const previewOf = memoizeByKey(async ({ library }: LibraryEdition) =>
    (await import("../desk/link-preview.ts")).createLinkPreview(publicUrl, library),
  );
  return async (address, messages) => (await previewOf(holder.current()))(address, messages);
}

/** Platforms that are kept going. */
export interface RunningPlatforms {
  readonly all: readonly SupervisedPlatform[];
  /** Resolves with what to do, one line for each platform, once every one of them refuses what is configured. */
  readonly refused: Promise<string>;
}

/** Starts Discord and Slack concurrently, as far as they are configured, and keeps them going. */
export function startPlatforms(
  config: ServerConfig,
  { locale, data = DEFAULT_DATA_FOLDER }: BasicSettings,
  parts: PlatformParts,
): RunningPlatforms {
  const { discord, slack, citations, defaultAudience, commandPrefix, publicUrl } = config;
  const { asksPerMinute = ASKS_PER_MINUTE, asksPerWorkspace = 0 } = config;
  const { holder, botFor, recordCitations, curation: running, openShelf, coordination } = parts;
  const { log, workFirst, routes } = parts;
  const drawPicture = memoizePicture(async (picture, locale) =>
    (await import("../picture/png.ts")).drawPng(picture, locale),
  );
  const makeLimit = coordination?.makeLimit ?? createMemoryLimit;
  const limits = {
    askLimit: makeLimit("ask", asksPerMinute),
    sendLimit: makeLimit("send", asksPerMinute),
    // Each letter that is typed would be a query.
    typeLimit: createMemoryLimit("type", asksPerMinute * TYPED_PER_ASK),
  };
  const ownLocale = locale === undefined ? undefined : localeFromTag(locale);
  const delivery: DeliveryPolicy = {
    ...limits,
    defaultAudience,
    workFirst,
    drawPicture,
    recordCitations,
    curation: running.curation,
    directMessages: running.directMessages,
    ...defined({ locale: ownLocale, claims: coordination?.claims }),
  };
  const shared = { makeLimit, asksPerWorkspace };
  const servers = discord?.hasSettings ? lazyServers() : undefined;
  const onDiscord: DiscordPolicy = {
    ...delivery,
    ...defined({ registerInTurn: coordination?.registerInTurn, surroundingsOf: servers?.surroundingsOf }),
    ...defined({ directMessages: servers?.directMessages ?? running.directMessages }),
  };

  /** Opens what Discord's servers have of their own, at once, and anew with the next request where it could not be. */
  function lazyServers() {
    const hub = createMessageHub(running.directMessages);
    const own = {
      platform: "discord",
      place: citations,
      botFor,
      policy: delivery,
      curation: running,
      ...shared,
    };
    const open = openOnce(async () =>
      (await import("./own-desks.ts")).openOwnDesks({
        ...own,
        openShelf,
        hub,
        log,
        withoutPages: (policy) => policy,
      }),
    );
    void open().catch((error: unknown) =>
      log.warn({ err: error }, "what servers have of their own could not be read"),
    );
    return {
      surroundingsOf: async (server: string) => (await open()).surroundingsOf(server),
      directMessages: hub.directMessages,
    };
  }

  async function discordAdapter(config: DiscordConfig): Promise<PlatformAdapter> {
    const { publicKey, token } = config;
    if (publicKey === undefined) {
      const { discordGateway, gatewayIntents } = await import("../platforms/discord/gateway.ts");
      const owner = { token, intents: gatewayIntents(config) };
      const { createSessionStore } = await import("../platforms/discord/session-store.ts");
      const sessions = coordination?.sessions(owner) ?? createSessionStore(data, owner, log);
      return discordGateway(config, onDiscord, log, sessions);
    }
    const { discordHttp } = await import("../platforms/discord/http.ts");
    return discordHttp({ ...config, publicKey }, onDiscord, log, routes);
  }

  async function slackAdapter(config: SlackConfig): Promise<PlatformAdapter> {
    const adapter = await import("../platforms/slack/adapter.ts");
    const linkPreview = currentLinkPreview(publicUrl, holder);
    const options = { ...delivery, commandPrefix, ...defined({ linkPreview }) };
    if (!("install" in config)) return adapter.slackAdapter(config, options, log, routes);
    const { install } = config;
    const { manyWorkspaces } = await import("../platforms/slack/many-workspaces.ts");
    const { openSlackWorkspaces } = await import("./slack-workspaces.ts");
    const own = { place: citations, install, botFor, policy: options, curation: running, openShelf, log };
    const open = () => openSlackWorkspaces({ ...own, ...shared });
    return adapter.slackAdapter(config, options, log, routes, manyWorkspaces(install, open));
  }

  let refuse: (lines: string) => void = () => {};
  const refused = new Promise<string>((resolve) => {
    refuse = resolve;
  });
  const changed = () => {
    const states = all.map(({ state }) => state());
    const reasons = states.flatMap((state) => (state.is === "refused" ? [state.reason] : []));
    if (reasons.length === all.length) refuse(reasons.join("\n"));
  };
  const supervision = { botFor, log, changed };
  // Discord sends what it has to one process alone, but for what it posts over HTTP.
  const office =
    discord && discord.publicKey === undefined
      ? coordination?.lease(`discord ${sha256(discord.token).slice(0, 16)}`)
      : undefined;
  const all: readonly SupervisedPlatform[] = [
    ...(discord
      ? [
          supervisePlatform(
            "discord",
            lazy(() => discordAdapter(discord)),
            { ...supervision, ...defined({ office }) },
          ),
        ]
      : []),
    ...(slack ? [supervisePlatform("slack", () => slackAdapter(slack), supervision)] : []),
  ];
  return { all, refused };
}
