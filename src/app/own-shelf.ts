/** Opens a shelf that one workspace has of its own, with its bots and its curation. */
import type { ServerConfig } from "../config/config.ts";
import type { BasicSettings } from "../config/environment.ts";
import type { BotDependencies, BotFactory } from "../desk/bot.ts";
import { defined } from "../support/defined.ts";
import type { Log } from "../support/log.ts";
import { assembleDesk } from "./assemble.ts";
import { createRunningCuration, type RunningCuration } from "./curation.ts";
import { logProgress } from "./progress.ts";
import { startRefreshing } from "./refresh-triggers.ts";
import type { OpenedShelf } from "./shelf-pool.ts";

/** A shelf of a workspace's own. */
export interface OwnShelf extends OpenedShelf {
  readonly botFor: BotFactory;
  readonly curation: RunningCuration;
}

/** Returns what opens a shelf in a folder. No page shows it, so that its answers link to none. */
export const ownShelfOpener =
  (
    { citations }: Pick<ServerConfig, "citations">,
    { cache, locale, colour, dumb, isUtf8, refresh }: BasicSettings,
    citationLog: NonNullable<BotDependencies["citationLog"]>,
    log: Log,
  ) =>
  async (folder: string): Promise<OwnShelf> => {
    const settings = { cache, colour, dumb, isUtf8, shelf: folder, ...defined({ locale }) };
    const { holder, refresher, botsWith } = await assembleDesk(settings, {
      log,
      progress: logProgress(log),
      eager: true,
    });
    const config = { citations, reviewers: [], reviewShelf: folder };
    const curation = createRunningCuration(config, settings, { holder, refresher, log });
    const stopRefreshing =
      refresh === "watch"
        ? await startRefreshing({ trigger: refresh, root: folder, refresher, log, hasSignal: false })
        : undefined;
    return {
      botFor: botsWith(citationLog),
      curation,
      async close() {
        await stopRefreshing?.();
        await curation.close();
        holder.current().library.close?.();
      },
    };
  };
