/** Serves the desk as an assistant's tools over HTTP: what everyone may read, and with a key what is for the desk. */
import { commands } from "../../commands/index.ts";
import { createMemoryLog } from "../citation-log/memory-log.ts";
import { projectVersion } from "../config/project-folder.ts";
import { createBotFactory } from "../desk/bot.ts";
import { placelessCommands } from "../desk/command.ts";
import { sourcePath } from "../desk/page-links.ts";
import type { RouteHandler } from "../http/server.ts";
import { negotiateLocale } from "../language/accept-language.ts";
import type { Locale } from "../language/messages.ts";
import { createAnswerLibrary } from "../library/answer-library.ts";
import { limitToRights } from "../library/excerpts.ts";
import type { Library, LibraryEdition, LibraryHolder } from "../library/library.ts";
import { localizeLibrary } from "../library/localized-library.ts";
import { publicViewOf } from "../library/public-view.ts";
import type { ToolAccess } from "../platforms/mcp/access.ts";
import { createToolRoute } from "../platforms/mcp/http-route.ts";
import { createToolCalls } from "../platforms/mcp/tool-calls.ts";
import type { LinkSigner } from "../platforms/web/link-signer.ts";
import { lazy } from "../support/lazy.ts";
import type { Log } from "../support/log.ts";
import { memoizeByKey } from "../support/memoize.ts";
import type { WorkQueue } from "../support/work-queue.ts";
import { openPageUrls, signedPageUrls } from "./source-pages.ts";

/** What the tools are served from. */
export interface HttpToolParts {
  readonly holder: LibraryHolder;
  readonly log: Log;
  /** Signs links to pages that only they open. */
  readonly links: LinkSigner;
  readonly workLater: WorkQueue["later"];
  /** Where the pages are, without a trailing slash. */
  readonly pagesUrl: () => string;
  /** The keys that open what is for the desk. */
  readonly keys: readonly string[];
  /** The names by which the server is reached, beside those of the machine itself. */
  readonly hosts: readonly string[];
  /** The language of clients that ask for none. */
  readonly locale: Locale;
}

/** Creates the handler of `POST /mcp`. */
export function createHttpTools({
  holder,
  log,
  links,
  workLater,
  pagesUrl,
  keys,
  hosts,
  locale: ownLocale,
}: HttpToolParts): RouteHandler {
  /** Returns the desk over a library in each language; its answers show no more of a text than its rights allow. */
  function deskOver(library: Library, url: (path: string) => string, key: string) {
    const botFor = createBotFactory(limitToRights(library), placelessCommands(commands), log, {
      citationLog: createMemoryLog(),
      sourcePageUrl: (source) => url(sourcePath(source)),
    });
    return async (locale: Locale) => {
      const bot = await botFor(locale);
      return {
        bot,
        url,
        key: `${key} ${locale}`,
        library: createAnswerLibrary(localizeLibrary(library, bot.messages)),
      };
    };
  }

  const desksOf = memoizeByKey(({ library, version }: LibraryEdition) => ({
    public: lazy(async () => {
      const view = await publicViewOf(library);
      return deskOver(view.library, (path) => pagesUrl() + path, `${version} public`);
    }),
    desk: lazy(async () =>
      deskOver(
        library,
        await openPageUrls(pagesUrl(), library, signedPageUrls(pagesUrl(), links)),
        `${version} desk`,
      ),
    ),
  }));

  return createToolRoute({
    rules: { keys, hosts },
    workLater,
    version: projectVersion(),
    answerCall: createToolCalls(log),
    async deskFor(access: ToolAccess, acceptLanguage) {
      const desk = await desksOf(holder.current())[access]();
      return desk(negotiateLocale(acceptLanguage, ownLocale));
    },
  });
}
