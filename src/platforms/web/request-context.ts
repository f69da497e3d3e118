/** What a page is drawn with: the shelf as this visitor may see it, their language, and where things are. */

import { type Ask, printAsk } from "../../ask/ask.ts";
import type { Bot } from "../../desk/bot.ts";
import { askPath, sourcePath } from "../../desk/page-links.ts";
import type { Messages } from "../../language/messages.ts";
import type { ExcerptReader } from "../../library/excerpts.ts";
import type { Library } from "../../library/library.ts";
import type { Html } from "./html.ts";

/** One request for a page, as far as a page may know of it. */
export interface RequestContext {
  readonly messages: Messages;
  readonly bot: Bot;
  readonly library: Library;
  readonly excerpts: ExcerptReader;
  /** What a page links to for a path: with what stands before all paths here, and signed where it must be. */
  readonly href: (path: string) => string;
}

/** A page as a handler gives it; what all pages have in common is drawn around it. */
export interface PageContent {
  readonly title: string;
  /** One sentence for those who have only the link. */
  readonly description?: string;
  readonly main: Html;
  /** The page's own path, where it is the one address of something that stays. */
  readonly canonical?: string;
  /** What stands in the search box. */
  readonly sought?: string;
  /** 200, unless there is nothing here. */
  readonly status?: 400 | 404;
}

/** Where the answer to an ask is: a page of its own where there is one that is the same answer. */
export async function askPagePath(ask: Ask, library: Library): Promise<string> {
  const { command, text: words, from, options } = ask;
  const bare = from === 1 && Object.keys(options).length === 0;
  if (bare && command === "who")
    for (const kind of ["people", "organizations"] as const)
      if (await library.get(kind, words)) return `/${kind}/${words}`;
  if (bare && command === "source") {
    const { sources } = await library.about();
    if (sources.some(({ id }) => id === words)) return sourcePath(words);
  }
  if (command === "search" && from === 1) {
    const { kind } = options;
    return `/search?q=${encodeURIComponent(words)}${kind === undefined ? "" : `&kind=${encodeURIComponent(kind)}`}`;
  }
  return askPath(printAsk(ask));
}
