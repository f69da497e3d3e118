/** Builds the URLs of source pages, for links in answers. */
import type { BotDependencies } from "../desk/bot.ts";
import { sourcePath } from "../desk/page-links.ts";
import type { Library } from "../library/library.ts";
import { findHidden } from "../library/public-view.ts";
import type { LinkSigner } from "../platforms/web/link-signer.ts";

/** How long a signed link opens a hidden page, in milliseconds. */
const LINK_LIFETIME_MS = 7 * 86_400_000;

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
    return links && base + links.sign(path, new Date(Date.now() + LINK_LIFETIME_MS));
  };
}
