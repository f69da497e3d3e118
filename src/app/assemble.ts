/** Puts the desk together: the shelf, the library over it, and the bots over both. It knows every command and no platform. */
import { fileURLToPath } from "node:url";
import { commands } from "../../commands/index.ts";
import type { BasicSettings } from "../config/environment.ts";
import { type BotDependencies, type BotFactory, createBotFactory } from "../desk/bot.ts";
import { createLibrary } from "../library/embedded-library.ts";
import type { Library } from "../library/library.ts";
import type { LinkSigner } from "../platforms/web/link-signer.ts";
import { readShelf } from "../shelf/shelf.ts";
import { defined } from "../support/defined.ts";
import type { Log } from "../support/log.ts";
import type { ProgressReporter } from "./progress.ts";
import { sourcePageUrls } from "./source-pages.ts";

/** The folder that holds seeds/ and data/ where none is set. */
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

export interface AssemblyOptions {
  readonly log: Log;
  /** Told how far the reading of the shelf is, and when it is done. */
  readonly progress: ProgressReporter;
  /** Index a large shelf at once, instead of with the first search. */
  readonly eager: boolean;
  /** Tell `progress` about that indexing too, which goes on after the desk is assembled. */
  readonly reportsIndexing?: boolean;
  /** Signs links to sources that are not public; without it, they have none. */
  readonly links?: LinkSigner;
}

/** The library, and the way to bots over it. */
export interface AssembledDesk {
  readonly library: Library;
  readonly botsWith: (citationLog: NonNullable<BotDependencies["citationLog"]>) => BotFactory;
}

/**
 * Reads the shelf and makes what answers from it.
 * @throws {ShelfError} with every fault, where the shelf does not hold
 */
export async function assembleDesk(
  settings: BasicSettings,
  { log, progress, eager, reportsIndexing = false, links }: AssemblyOptions,
): Promise<AssembledDesk> {
  const root = settings.shelf ?? PROJECT;
  const shelf = await readShelf(root, settings.cache, progress.report).finally(progress.done);
  const library = createLibrary(shelf, {
    location: { cache: settings.cache, root },
    eager,
    ...defined({ report: reportsIndexing ? progress.report : undefined }),
  });
  const sourcePageUrl = await sourcePageUrls(settings.pages, library, links);
  return {
    library,
    botsWith: (citationLog) =>
      createBotFactory(library, commands, log, { citationLog, ...defined({ sourcePageUrl }) }),
  };
}
