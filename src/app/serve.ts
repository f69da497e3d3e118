/** Runs the server: all configured platforms, the web pages and the admin port, until SIGINT or SIGTERM. */
import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { commands } from "../../commands/index.ts";
import { createMemoryLog } from "../citation-log/memory-log.ts";
import { createRecorder } from "../citation-log/recorder.ts";
import type { ServerConfig } from "../config/config.ts";
import { type BasicSettings, ENV_FILE, isOpenToOthers } from "../config/environment.ts";
import { PROJECT_FOLDER } from "../config/project-folder.ts";
import { deprecationText } from "../config/renamed-variables.ts";
import type { Coordination } from "../coordination/coordination.ts";
import { createBotFactory } from "../desk/bot.ts";
import { placelessCommands } from "../desk/command.ts";
import { STATUS_PATH, sourcePath } from "../desk/page-links.ts";
import type { AdminServer } from "../http/admin.ts";
import { localUrl } from "../http/local-url.ts";
import { securityHeaders } from "../http/security-headers.ts";
import type { HttpServer, PageHandler, RouteHandler, RouteTable } from "../http/server.ts";
import { localeFromTag } from "../language/messages.ts";
import type { Library, LibraryHolder } from "../library/library.ts";
import type { LinkSigner } from "../platforms/web/link-signer.ts";
import type { ReviewOverview } from "../review/review-desk.ts";
import { defined } from "../support/defined.ts";
import { lazy } from "../support/lazy.ts";
import type { Log } from "../support/log.ts";
import type { StopFunction } from "../support/stop-function.ts";
import { withTimeout } from "../support/timeout.ts";
import { createWorkQueue, type WorkQueue } from "../support/work-queue.ts";
import { assembleDesk } from "./assemble.ts";
import { createRunningCuration } from "./curation.ts";
import { onEndSignal } from "./end-signals.ts";
import { HEAP_OPTIONS } from "./heap-options.ts";
import { ownShelfOpener } from "./own-shelf.ts";
import { startPlatforms } from "./platforms.ts";
import { logProgress } from "./progress.ts";
import { startRefreshing } from "./refresh-triggers.ts";
import { rehearse } from "./rehearse.ts";

/** The exit status where no platform takes what is configured. */
const REFUSED_STATUS = 2;

/** How long the server waits for the first attempt to start each platform, in milliseconds. */
const FIRST_ATTEMPT_MS = 3_000;

/** How long a signed link opens the page of what waits, in milliseconds: long enough to read it. */
const STATUS_LIFETIME_MS = 3_600_000;

/** How long an end takes at most, in milliseconds: whoever ends a process commonly kills it after ten seconds. */
const END_MS = 9_500;

/** Starts the admin server if its port is configured. Readiness fails until `started` is called. */
async function startAdmin({ admin }: ServerConfig, log: Log): Promise<AdminServer | undefined> {
  if (!admin) return undefined;
  const { serveAdmin } = await import("../http/admin.ts");
  return serveAdmin(
    admin,
    commands.map(({ name }) => name),
    log,
  );
}

/** Says where the pages are, to whoever started them: the log is for programs. */
const pagesLine = (ownUrl: string, publicUrl: string | undefined): string =>
  `Pages: ${publicUrl === undefined ? ownUrl : `${publicUrl}, here ${ownUrl}`}\n`;

/** The name of the secret that signs links, where processes share it. */
const LINKS = "links";

/** Creates the signer of links to hidden pages, by the same secret in all processes. */
async function createSigner(
  { linkSecret }: ServerConfig,
  coordination: Coordination | undefined,
  log: Log,
): Promise<LinkSigner> {
  const shared =
    linkSecret === undefined
      ? coordination?.secret(LINKS).catch((error: unknown) => {
          log.warn({ err: error }, "links that are signed open at this process alone, until it starts anew");
          return undefined;
        })
      : undefined;
  return (await import("../platforms/web/link-signer.ts")).createLinkSigner(linkSecret ?? (await shared));
}

/**
 * Opens what this process shares with others: a database, or a folder that it has for itself.
 * @throws {Error} where another process has the folder, or a newer program has made the tables
 */
async function openShared(
  { citations }: ServerConfig,
  log: Log,
): Promise<{ readonly coordination?: Coordination; readonly letGo: () => void }> {
  if ("url" in citations) {
    const { openCoordination } = await import("../coordination/coordination.ts");
    return { coordination: await openCoordination(citations.url, log), letGo: () => {} };
  }
  const { holdDataFolder } = await import("./data-folder.ts");
  return { letGo: await holdDataFolder(citations.folder) };
}

/** Where assistants ask. */
const TOOL_ROUTE = "POST /mcp";

/** Returns the routes at which assistants ask; a proxy may keep the path of the public URL, or strip it. */
function toolRoutes(publicUrl: string | undefined): readonly string[] {
  const base = publicUrl === undefined ? "" : new URL(publicUrl).pathname.replace(/\/$/, "");
  return [...new Set([TOOL_ROUTE, TOOL_ROUTE.replace("/", `${base}/`)])];
}

/** Dependencies of the web pages. */
interface SiteParts {
  /** Where they are on this machine. */
  readonly ownUrl: () => string;
  readonly holder: LibraryHolder;
  readonly log: Log;
  readonly links: LinkSigner;
  readonly admin: AdminServer | undefined;
  /** Gives the pages their turn. */
  readonly workLater: WorkQueue["later"];
  /** Returns what waits for a review. */
  readonly overview: () => Promise<ReviewOverview>;
}

/** Returns the web pages, loaded on first use: platforms need not wait for them, early requests do. */
function lazySite(
  config: ServerConfig,
  { locale }: BasicSettings,
  { holder, log, links, admin, workLater, ownUrl, overview }: SiteParts,
) {
  const { publicUrl, allowIndexing: index = false } = config;
  // For the API's answers: pages link to passages themselves.
  const sourcePageUrl = (source: string) => `${publicUrl ?? ownUrl()}${sourcePath(source)}`;
  const botsOver = (of: Library) =>
    createBotFactory(of, placelessCommands(commands), log, { citationLog: createMemoryLog(), sourcePageUrl });
  const load = lazy(async () => {
    const { createSite } = await import("../platforms/web/site.ts");
    return createSite(
      { index, locale: localeFromTag(locale), localUrl: ownUrl(), ...defined({ publicUrl }) },
      { holder, botsOver, log, links, workLater, overview, ...defined({ served: admin?.served }) },
    );
  });
  const pages: PageHandler = async (request) => (await load()).pages(request);
  return { load, pages };
}

/** Returns an address to listen on as a request's Host header has it. */
const hostName = (host: string): string => (host.includes(":") ? `[${host}]` : host);

/** Returns the handler of the assistants' tools, loaded on first use, as the pages are. */
function lazyTools(
  { publicUrl, http, mcp }: ServerConfig,
  { locale }: BasicSettings,
  parts: SiteParts,
): RouteHandler {
  const { holder, log, links, workLater, ownUrl } = parts;
  const load = lazy(async () => {
    const { createHttpTools } = await import("./tools-over-http.ts");
    return createHttpTools({
      ...{ holder, log, links, workLater, keys: mcp?.keys ?? [], locale: localeFromTag(locale) },
      pagesUrl: () => publicUrl ?? ownUrl(),
      hosts: [...(publicUrl ? [new URL(publicUrl).hostname] : []), ...(http ? [hostName(http.host)] : [])],
    });
  });
  return async (request) => (await load())(request);
}

/**
 * Starts everything that is configured, and stops it on SIGINT or SIGTERM. Resolves once everything is started, but for
 * platforms that are away, which are waited for. Ends the process when every platform refuses what is configured.
 * @throws {ShelfError} when the shelf is not valid
 * @throws {Error} when a port is taken
 */
export async function serve(config: ServerConfig, settings: BasicSettings, ownLog: Log): Promise<void> {
  HEAP_OPTIONS.forEach(setFlagsFromString);
  // Start the admin port first: health checks pass, and readiness fails, while the shelf loads.
  const admin = await startAdmin(config, ownLog);
  const log = admin ? admin.observed(ownLog) : ownLog;
  for (const variable of config.deprecated)
    log.warn({ variable: variable.old }, `${variable.old} ${deprecationText(variable)}`);
  if (isOpenToOthers(ENV_FILE))
    log.warn({ file: ENV_FILE }, `others on this machine can read the tokens: chmod 600 ${ENV_FILE}`);
  // One that comes while the shelf is first read must not end the program; the shelf is read again at the end of this.
  if (settings.refresh && process.platform !== "win32") process.on("SIGHUP", () => {});
  const { http, publicUrl } = config;
  const { coordination, letGo } = await openShared(config, log);
  const links = http && (await createSigner(config, coordination, log));
  const { holder, refresher, follow, botsWith } = await assembleDesk(settings, {
    ...{ log, progress: logProgress(log), eager: true, reportsIndexing: true },
    ...defined({ links }),
  });
  const citationLog = createRecorder(
    async () => (await import("../citation-log/open-log.ts")).openCitationLog(config.citations),
    log,
  );
  const { pages: pagesUrl } = settings;
  const curation = createRunningCuration(config, settings, {
    ...{ holder, refresher, log },
    statusUrl: () =>
      links && pagesUrl && pagesUrl + links.sign(STATUS_PATH, new Date(Date.now() + STATUS_LIFETIME_MS)),
  });
  const routes: RouteTable = new Map();
  const work = createWorkQueue();
  const counted = admin?.counted ?? ((_, handler) => handler);
  const botFor = botsWith(citationLog);
  const platforms = startPlatforms(config, settings, {
    ...{ holder, log, botFor, recordCitations: citationLog.record, curation },
    openShelf: ownShelfOpener(config, settings, citationLog, log),
    ...defined({ coordination }),
    workFirst: work.first,
    routes: {
      set: (route, handler) =>
        routes.set(
          route,
          counted(route, (request) => work.first(() => handler(request))),
        ),
    },
  });
  let server: HttpServer | undefined;
  let stopRefreshing: StopFunction | undefined;
  const end = lazy(async (): Promise<void> => {
    admin?.stopping();
    // Another process may begin with the folder while this one ends.
    letGo();
    const until = performance.now() + END_MS;
    await stopRefreshing?.();
    await Promise.all([server?.stop(), ...platforms.all.map(({ stop }) => stop())]);
    await Promise.all([
      citationLog.close(until - performance.now()),
      curation.close(),
      coordination?.close(),
    ]);
    await admin?.stop();
  });
  const endOn = async (signal: string) => {
    log.info({ signal }, "stopping");
    await end();
    process.exit(0);
  };
  // From here on somebody may be told that it is there, and end it.
  onEndSignal(endOn);
  // An unexpected failure of one answer must not end the process, which has others to give.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a failure that nothing handled"));
  // With port 0, the port is known once the server listens.
  let listening = http;
  const ownUrl = (): string => (listening ? localUrl(listening) : "");
  const siteParts = links && {
    holder,
    log,
    links,
    admin,
    workLater: work.later,
    ownUrl,
    overview: curation.overview,
  };
  const site = siteParts && lazySite(config, settings, siteParts);
  if (config.mcp && siteParts) {
    const tools = lazyTools(config, settings, siteParts);
    for (const route of toolRoutes(publicUrl)) routes.set(route, counted(TOOL_ROUTE, tools));
  }
  // What comes over HTTP finds its platform there, unless that is away: the pages do not wait for it any longer.
  await withTimeout(Promise.all(platforms.all.map(({ attempted }) => attempted)), FIRST_ATTEMPT_MS);
  if (http) {
    const { serveHttp } = await import("../http/server.ts");
    server = await serveHttp({ ...http, headers: securityHeaders(publicUrl) }, routes, log, site?.pages);
    listening = { ...http, port: server.port };
    process.stdout.write(pagesLine(localUrl(listening), publicUrl));
  }
  void platforms.refused.then(async (lines) => {
    process.stderr.write(`${lines}\n`);
    await end();
    process.exit(REFUSED_STATUS);
  });
  await site?.load();
  const root = settings.shelf ?? PROJECT_FOLDER;
  const { version } = holder.current();
  const from = follow ? { shelf: "database" } : { shelf: resolve(root), refresh: settings.refresh ?? "no" };
  log.info({ ...from, version }, "the shelf is read");
  admin?.started(() => holder.current().library, platforms.all, refresher.state);
  void botFor("en").then((bot) => rehearse(bot, holder.current().library, work.later));
  if (follow) stopRefreshing = follow();
  else if (settings.refresh)
    stopRefreshing = await startRefreshing({
      ...{ trigger: settings.refresh, root, refresher, log, hasSignal: true },
    });
}
