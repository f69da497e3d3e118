/** Assembles shelf, library and bots. Knows every command and no platform. */
import { commands as allCommands } from "../../commands/index.ts";
import type { BasicSettings } from "../config/environment.ts";
import { PROJECT_FOLDER } from "../config/project-folder.ts";
import { type BotDependencies, type BotFactory, createBotFactory } from "../desk/bot.ts";
import type { Command } from "../desk/command.ts";
import { createLibrary } from "../library/embedded-library.ts";
import type { Library, LibraryHolder } from "../library/library.ts";
import type { LinkSigner } from "../platforms/web/link-signer.ts";
import { createShelfReader } from "../shelf/shelf.ts";
import { defined } from "../support/defined.ts";
import type { Log } from "../support/log.ts";
import type { StopFunction } from "../support/stop-function.ts";
import { createCurrentBots } from "./current-bots.ts";
import { createCurrentLibrary } from "./current-library.ts";
import type { ProgressReporter } from "./progress.ts";
import { createRefresher, type ShelfRefresher } from "./refresh.ts";

export interface AssemblyOptions {
  readonly log: Log;
  /** Receives the progress of loading the shelf. */
  readonly progress: ProgressReporter;
  /** Whether to index a large shelf at once instead of with the first search. */
  readonly eager: boolean;
  /** Whether to report the indexing to `progress` too; it continues after assembly. */
  readonly reportsIndexing?: boolean;
  /** Is told what comes of changed shelves; without it, the log is. */
  readonly refreshLog?: Log;
  /** Signs links to hidden sources; without it, these sources are not linked. */
  readonly links?: LinkSigner;
  /** What can be asked, when it is not everything. */
  readonly commands?: readonly Command[];
}

/** Returns the URLs of source pages under the address of the pages; loaded only where there are pages. */
const pageUrls = async (base: string, library: Library, links?: LinkSigner) =>
  (await import("./source-pages.ts")).sourcePageUrls(base, library, links);

/** A shelf that is read: the holder of its library, and what replaces the library when it changes. */
export interface OpenShelf {
  readonly holder: LibraryHolder;
  readonly refresher: ShelfRefresher;
  /** Begins to take changes as they come, where that does not depend on REFRESH; returns how to stop. */
  readonly follow?: () => StopFunction;
}

/** A shelf, and a function that creates bots over whatever its holder holds. */
export interface AssembledDesk extends OpenShelf {
  readonly botsWith: (citationLog: NonNullable<BotDependencies["citationLog"]>) => BotFactory;
}

async function openFolder(
  settings: BasicSettings,
  { log, progress, eager, reportsIndexing = false, refreshLog = log }: AssemblyOptions,
): Promise<OpenShelf> {
  const root = settings.shelf ?? PROJECT_FOLDER;
  const reader = createShelfReader(root, settings.cache);
  const shelf = await reader.read(progress.report).finally(progress.done);
  const library = createLibrary(shelf, {
    location: { cache: settings.cache, root },
    eager,
    ...defined({ report: reportsIndexing ? progress.report : undefined }),
  });
  const holder = await createCurrentLibrary(library);
  const refresher = createRefresher({
    readShelf: () => reader.read(),
    holder,
    shelf,
    library,
    log: refreshLog,
  });
  return { holder, refresher };
}

/**
 * Reads the shelf, and creates the library and the bots over it.
 * @throws {ShelfError} with every fault, when the shelf is not valid
 */
export async function assembleDesk(
  settings: BasicSettings,
  options: AssemblyOptions,
): Promise<AssembledDesk> {
  const { log, refreshLog = log, links, commands = allCommands } = options;
  const shelf =
    settings.database === undefined
      ? await openFolder(settings, options)
      : await (await import("./database-shelf.ts")).openDatabaseShelf(
          settings.database,
          refreshLog,
          settings,
        );
  return {
    ...shelf,
    botsWith: (citationLog) =>
      createCurrentBots(shelf.holder, async ({ library, version }) => {
        const { pages } = settings;
        const sourcePageUrl = pages === undefined ? undefined : await pageUrls(pages, library, links);
        const dependencies = { citationLog, shelfVersion: version, ...defined({ sourcePageUrl }) };
        return createBotFactory(library, commands, log, dependencies);
      }),
  };
}
