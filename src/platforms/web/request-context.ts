/** Defines what a page handler receives and returns, and finds the page that answers an ask. */

import { type Ask, printAsk } from "../../ask/ask.ts";
import type { Bot } from "../../desk/bot.ts";
import { askPath, sourcePath } from "../../desk/page-links.ts";
import type { Messages } from "../../language/messages.ts";
import type { ExcerptReader } from "../../library/excerpts.ts";
import type { Library } from "../../library/library.ts";
import { sourceAt } from "../../library/lookups.ts";
import type { ReviewOverview } from "../../review/review-desk.ts";
import type { RecordKind } from "../../shelf/kinds.ts";
import type { Html } from "./html.ts";

/** Everything a page handler may use: the visitor's language, the library as they may see it, and links. */
export interface RequestContext {
  readonly messages: Messages;
  readonly bot: Bot;
  readonly library: Library;
  readonly excerpts: ExcerptReader;
  /** The kinds of which there are public records, in the order of their lists. */
  readonly kinds: readonly RecordKind[];
  /** Returns what waits for a review, to whom a signed link shows it; undefined where nothing is reviewed here. */
  readonly overview: (() => Promise<ReviewOverview>) | undefined;
  /** Returns the link to a path: with the base path, and signed when the page is hidden. */
  readonly href: (path: string) => string;
  /** Returns the same as an absolute address, for replies that are read away from the site. */
  readonly url: (path: string) => string;
}

/** A page's own content, to be put into the common layout. */
export interface PageContent {
  readonly title: string;
  /** One sentence for link previews and search engines. */
  readonly description?: string;
  readonly main: Html;
  /** The page's permanent path, when it has one. */
  readonly canonical?: string;
  /** Text to show in the search box. */
  readonly sought?: string;
  /** Defaults to 200. */
  readonly status?: 400 | 404;
}

/** Returns the path of an ask's answer: a profile, source or search page when one gives the same answer. */
export async function askPagePath(ask: Ask, library: Library): Promise<string> {
  const { command, text: words, from, options } = ask;
  const bare = from === 1 && Object.keys(options).length === 0;
  if (bare && command === "who") {
    const refs = [`people/${words}`, `organizations/${words}`] as const;
    const found = await library.records(refs);
    const ref = refs.find((_, index) => found[index]);
    if (ref !== undefined) return `/${ref}`;
  }
  if (bare && command === "source" && (await sourceAt(words, library))) return sourcePath(words);
  if (command === "search" && from === 1) {
    const { kind } = options;
    return `/search?q=${encodeURIComponent(words)}${kind === undefined ? "" : `&kind=${encodeURIComponent(kind)}`}`;
  }
  return askPath(printAsk(ask));
}
