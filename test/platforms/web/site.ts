/** Creates a site over a shelf, and requests its pages as the server does. */
import { commands } from "../../../commands/index.ts";
import { createBotFactory } from "../../../src/desk/bot.ts";
import { placelessCommands } from "../../../src/desk/command.ts";
import type { ServedRequest } from "../../../src/http/served-request.ts";
import type { HttpReply } from "../../../src/http/server.ts";
import type { Library, LibraryHolder } from "../../../src/library/library.ts";
import { createLinkSigner } from "../../../src/platforms/web/link-signer.ts";
import { createSite, type SiteConfig, type SiteDependencies } from "../../../src/platforms/web/site.ts";
import { defined } from "../../../src/support/defined.ts";
import type { WorkQueue } from "../../../src/support/work-queue.ts";
import { keptLog, library as real } from "../../desks.ts";

export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** URLs of source pages in answers. */
export const PAGES = { sourcePageUrl: (source: string) => `${LOCAL_URL}/sources/${source}` };

/** Where the site says that it is, without a public URL. */
export const LOCAL_URL = "http://localhost:3000";

/** Signing key of the site's links. */
const SECRET = "a-secret-of-these-tests-that-is-long";

/** Creates a site over the real shelf, or over another library. */
export const siteOver = (
  library: Library = real,
  config: Partial<SiteConfig> = {},
  workLater?: WorkQueue["later"],
  overview?: SiteDependencies["overview"],
) => {
  const edition = { library, version: "" };
  return siteWith({ current: () => edition }, config, workLater, overview);
};

/** Creates a site over whatever library the holder has. */
export async function siteWith(
  holder: LibraryHolder,
  config: Partial<SiteConfig> = {},
  workLater?: WorkQueue["later"],
  overview?: SiteDependencies["overview"],
) {
  const log = keptLog();
  const served: ServedRequest[] = [];
  const links = createLinkSigner(SECRET);
  const { pages } = await createSite(
    { index: false, locale: "en", localUrl: LOCAL_URL, ...config },
    {
      holder,
      botsOver: (of) => createBotFactory(of, placelessCommands(commands), log, PAGES),
      log,
      links,
      ...defined({ workLater, overview }),
      served: (what) => void served.push(what),
    },
  );
  /** @param address path and optional query, as sent */
  async function get(address: string, headers: Record<string, string> = {}): Promise<Got> {
    const [path = "", ...query] = address.split("?");
    const reply: HttpReply = await pages({ method: "GET", path, query: query.join("?"), headers });
    return { status: reply.status, headers: reply.headers ?? {}, body: String(reply.body ?? "") };
  }
  return { get, log, pages, served, sign: links.sign };
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (name) => ENTITIES[name]!);

/** Returns a page's visible text, line by line: the content of its main element, without attributes. */
export const shown = (page: string): string =>
  unescaped(
    page
      .replace(/^[\s\S]*<main[^>]*>|<\/main>[\s\S]*$/g, "")
      .replace(/<(?:h[1-3]|p|li|dt|figcaption|figure|blockquote|br|tr|div|section)\b[^>]*>/g, "\n")
      .replace(/<dd>/g, ": ")
      .replace(/<[^>]+>/g, ""),
  )
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");

/** Returns the distinct paths on this site that a page links to. */
export const linksIn = (page: string): string[] => [
  ...new Set(
    [...page.matchAll(/ (?:href|action)="(\/[^"]*)"/g)].map(([, address = ""]) => unescaped(address)),
  ),
];
