/** The pages over a shelf, asked as the server asks them. */
import { commands } from "../../../commands/index.ts";
import { createBotFactory } from "../../../src/desk/bot.ts";
import type { ServedRequest } from "../../../src/http/served-request.ts";
import type { HttpReply } from "../../../src/http/server.ts";
import type { Library } from "../../../src/library/library.ts";
import { createLinkSigner } from "../../../src/platforms/web/link-signer.ts";
import { createSite, type SiteConfig } from "../../../src/platforms/web/site.ts";
import { keptLog, library as real } from "../../desks.ts";

export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Where answers say that a source's page is. */
export const PAGES = { sourcePageUrl: (source: string) => `/sources/${source}` };

/** Signs the links of these pages. */
const SECRET = "a-secret-of-these-tests-that-is-long";

/** The real shelf's pages, or another's. */
export async function siteOver(library: Library = real, config: Partial<SiteConfig> = {}) {
  const log = keptLog();
  const served: ServedRequest[] = [];
  const links = createLinkSigner(SECRET);
  const { pages } = await createSite(
    { index: false, locale: "en", ...config },
    {
      library,
      botsOver: (of) => createBotFactory(of, commands, log, PAGES),
      log,
      links,
      served: (what) => void served.push(what),
    },
  );
  /** @param address a path, and a query where it has one, as they are sent */
  async function get(address: string, headers: Record<string, string> = {}): Promise<Got> {
    const [path = "", ...query] = address.split("?");
    const reply: HttpReply = await pages({ path, query: query.join("?"), headers });
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

/** What a reader sees of a page, line by line; without the head, and without what is for those who hear it. */
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

/** Every address that a page links to here, each once. */
export const linksIn = (page: string): string[] => [
  ...new Set(
    [...page.matchAll(/ (?:href|action)="(\/[^"]*)"/g)].map(([, address = ""]) => unescaped(address)),
  ),
];
