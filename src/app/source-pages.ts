/** The addresses of sources' pages, which answers link to. */
import type { BotDependencies } from "../desk/bot.ts";
import type { Library } from "../library/library.ts";
import type { LinkSigner } from "../platforms/web/link-signer.ts";

/** How long a handed-out link opens a page that is not public, in milliseconds. */
const LINK_LIFETIME_MS = 7 * 86_400_000;

/**
 * The address of each source's page. A source that is not public has one only where links can be signed.
 * @param base where the pages are, without a slash at its end; without it, no source has an address
 */
export async function sourcePageUrls(
  base: string | undefined,
  library: Library,
  links?: LinkSigner,
): Promise<BotDependencies["sourcePageUrl"]> {
  if (base === undefined) return undefined;
  const { sources } = await library.about();
  const hidden = new Set(sources.filter(({ visibility }) => visibility === "desk").map(({ id }) => id));
  return (source) => {
    const path = `/sources/${source}`;
    if (!hidden.has(source)) return base + path;
    return links && base + links.sign(path, new Date(Date.now() + LINK_LIFETIME_MS));
  };
}
