/** Builds the URLs of pages, for links in answers and documents. */

import type { BotDependencies } from "../desk/bot.ts";
import { recordPath, sourcePath } from "../desk/page-links.ts";
import type { Library } from "../library/library.ts";
import { listAll } from "../library/list-all.ts";
import { findHidden } from "../library/public-view.ts";
import type { LinkSigner } from "../platforms/web/link-signer.ts";
import { recordRef } from "../shelf/kinds.ts";

/** How long a signed link opens a hidden page, in milliseconds. */
const LINK_LIFETIME_MS = 7 * 86_400_000;

const signed = (path: string, links: LinkSigner): string =>
  links.sign(path, new Date(Date.now() + LINK_LIFETIME_MS));

/**
 * Returns a function that gives the URL of a source's page. A hidden source has one only when links can be signed.
 * @param base URL of the site without a trailing slash
 */
export async function sourcePageUrls(
  base: string,
  library: Library,
  links?: LinkSigner,
): Promise<NonNullable<BotDependencies["sourcePageUrl"]>> {
  const hidden = await findHidden(library);
  return (source) => {
    const path = sourcePath(source);
    if (!hidden.has(source)) return base + path;
    return links && base + signed(path, links);
  };
}

/** Returns a function that gives the signed URL of a hidden page. */
export const signedPageUrls =
  (base: string, links: LinkSigner) =>
  (path: string): string =>
    base + signed(path, links);

/**
 * Returns a function that gives the URL of a page by its path.
 * @param base URL of the site without a trailing slash
 * @param hiddenUrl gives the URL of what the page does not show everyone
 */
export async function openPageUrls(
  base: string,
  library: Library,
  hiddenUrl: (path: string) => string,
): Promise<(path: string) => string> {
  const hiddenPaths = new Set<string>();
  for (const source of await findHidden(library)) {
    hiddenPaths.add(sourcePath(source));
    for await (const record of listAll((page) => library.find({ source, ...page })))
      hiddenPaths.add(recordPath(recordRef(record)));
  }
  return (path) => (hiddenPaths.has(path.replace(/#.*$/, "")) ? hiddenUrl(path) : base + path);
}
