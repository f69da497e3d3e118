/** Starts the configured chat platforms. Each adapter is imported only when it is configured. */
import type { RecordCitations } from "../citation-log/citation-log.ts";
import type { ServerConfig } from "../config/config.ts";
import { type BasicSettings, DEFAULT_DATA_FOLDER } from "../config/environment.ts";
import { createAskLimit } from "../delivery/ask-limit.ts";
import { memoizePicture } from "../delivery/attachments.ts";
import type { BotFactory } from "../desk/bot.ts";
import type { LinkPreview } from "../desk/record-summary.ts";
import type { RouteTable } from "../http/server.ts";
import { localeFromTag } from "../language/messages.ts";
import type { LibraryEdition, LibraryHolder } from "../library/library.ts";
import type { PlatformAdapter } from "../platforms/adapter.ts";
import { defined } from "../support/defined.ts";
import type { Log } from "../support/log.ts";
import { memoizeByKey } from "../support/memoize.ts";
import { publicDomain } from "../support/public-address.ts";
import type { StopFunction } from "../support/stop-function.ts";
import type { WorkQueue } from "../support/work-queue.ts";

/** Dependencies of the platforms. */
export interface PlatformParts {
  readonly holder: LibraryHolder;
  readonly botFor: BotFactory;
  readonly recordCitations: RecordCitations;
  readonly log: Log;
  readonly workFirst: WorkQueue["first"];
  /** Receives the routes of platforms that are reached over HTTP. */
  readonly routes: RouteTable;
}

/** Returns previews of links to the pages; undefined without a public URL that has a domain name. */
function currentLinkPreview(publicUrl: string | undefined, holder: LibraryHolder): LinkPreview | undefined {
  if (publicUrl === undefined || publicDomain(publicUrl) === undefined) return undefined;
  const previewOf = memoizeByKey(async ({ library }: LibraryEdition) =>
    (await import("../desk/link-preview.ts")).createLinkPreview(publicUrl, library),
  );
  return async (address, messages) => (await previewOf(holder.current()))(address, messages);
}

/**
 * Starts Discord and Slack concurrently, as far as they are configured.
 * @returns the stop function of each started platform
 * @throws {Error} naming the variable to correct when a platform refuses
 */
export async function startPlatforms(
  { discord, slack, defaultAudience, asksPerMinute, commandPrefix, publicUrl }: ServerConfig,
  { locale, data = DEFAULT_DATA_FOLDER }: BasicSettings,
  { holder, botFor, recordCitations, log, workFirst, routes }: PlatformParts,
): Promise<readonly StopFunction[]> {
  const drawPicture = memoizePicture(async (picture, locale) =>
    (await import("../picture/png.ts")).drawPng(picture, locale),
  );
  const askLimit = createAskLimit(asksPerMinute);
  const delivery = { defaultAudience, askLimit, workFirst, drawPicture, recordCitations };

  async function discordAdapter(): Promise<PlatformAdapter | undefined> {
    if (!discord) return undefined;
    const { publicKey } = discord;
    if (publicKey === undefined) {
      const { discordGateway } = await import("../platforms/discord/gateway.ts");
      const { createSessionStore } = await import("../platforms/discord/session-store.ts");
      return discordGateway(discord, delivery, log, createSessionStore(data, discord.token, log));
    }
    const { discordHttp } = await import("../platforms/discord/http.ts");
    return discordHttp({ ...discord, publicKey }, delivery, log, routes);
  }

  async function slackAdapter(): Promise<PlatformAdapter | undefined> {
    if (!slack) return undefined;
    const adapter = await import("../platforms/slack/adapter.ts");
    const ownLocale = locale === undefined ? undefined : localeFromTag(locale);
    const linkPreview = currentLinkPreview(publicUrl, holder);
    const options = { ...delivery, commandPrefix, ...defined({ locale: ownLocale, linkPreview }) };
    return adapter.slackAdapter(slack, options, log, routes);
  }

  const start = async (adapter: Promise<PlatformAdapter | undefined>) => (await adapter)?.(botFor);
  const stops = await Promise.all([start(discordAdapter()), start(slackAdapter())]);
  return stops.filter((stop) => stop !== undefined);
}
