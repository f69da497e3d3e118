/** Serves the desk as an assistant's tools, over standard input and output. */
import { commands } from "../../commands/index.ts";
import { createMemoryLog } from "../citation-log/memory-log.ts";
import type { BasicSettings } from "../config/environment.ts";
import { PROJECT_FOLDER, projectVersion } from "../config/project-folder.ts";
import { placelessCommands } from "../desk/command.ts";
import { localeFromTag } from "../language/messages.ts";
import { createAnswerLibrary } from "../library/answer-library.ts";
import type { LibraryEdition } from "../library/library.ts";
import { localizeLibrary } from "../library/localized-library.ts";
import { resourceAddress } from "../platforms/mcp/resource-addresses.ts";
import { serveOverStdio } from "../platforms/mcp/stdio.ts";
import { createToolCalls } from "../platforms/mcp/tool-calls.ts";
import type { Log } from "../support/log.ts";
import { memoizeByKey } from "../support/memoize.ts";
import type { StopFunction } from "../support/stop-function.ts";
import { assembleDesk } from "./assemble.ts";
import { logProgress } from "./progress.ts";
import { openPageUrls } from "./source-pages.ts";

/**
 * Serves until the client closes standard input. Whoever starts the process may read the shelf, so everything on it is open.
 * @throws {ShelfError} with every fault, when the shelf is not valid
 */
export async function answerOverStdio(settings: BasicSettings, log: Log): Promise<void> {
  const { holder, refresher, follow, botsWith } = await assembleDesk(settings, {
    log,
    progress: logProgress(log),
    eager: true,
    commands: placelessCommands(commands),
  });
  const botFor = botsWith(createMemoryLog());
  const locale = localeFromTag(settings.locale ?? settings.system);
  const { pages, refresh, shelf: root = PROJECT_FOLDER } = settings;
  // What no page shows, or no page at all, is read as a resource.
  const urlsOf = memoizeByKey(async ({ library }: LibraryEdition) =>
    pages === undefined ? resourceAddress : openPageUrls(pages, library, resourceAddress),
  );
  async function currentDesk() {
    const edition = holder.current();
    const { library, version } = edition;
    const bot = await botFor(locale);
    return {
      bot,
      key: `${version} ${locale}`,
      library: createAnswerLibrary(localizeLibrary(library, bot.messages)),
      url: await urlsOf(edition),
    };
  }
  let stopRefreshing: StopFunction | undefined;
  if (follow) stopRefreshing = follow();
  else if (refresh === "watch") {
    const { startRefreshing } = await import("./refresh-triggers.ts");
    stopRefreshing = await startRefreshing({ trigger: refresh, root, refresher, log, hasSignal: false });
  }
  await serveOverStdio(
    {
      currentDesk,
      answerCall: createToolCalls(log),
      version: projectVersion(),
      takeTurn: (work) => work(),
    },
    process,
    log,
  );
  await stopRefreshing?.();
  holder.current().library.close?.();
}
