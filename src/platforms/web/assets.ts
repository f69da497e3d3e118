/** Reads the site's stylesheet, font and icon, and gives them paths with content hashes. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** A static file with its path on the site and its media type. */
export interface SiteAsset {
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
}

export interface SiteAssets {
  readonly style: SiteAsset;
  readonly font: SiteAsset;
  readonly icon: SiteAsset;
}

/** Source Serif 4: upright, variable weight, Latin subset, 51 kB. */
const FONT = "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2";

/** The site's icon: three lines of text with the middle one highlighted. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#7c2a1d"/><path d="M7 9h18M7 23h12" stroke="#fbfaf6" stroke-width="2.5" opacity=".55"/><path d="M7 16h18" stroke="#f3cd62" stroke-width="5"/></svg>`;

function asset(name: string, ending: string, type: string, body: Buffer): SiteAsset {
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
  return { path: `/assets/${name}-${hash}.${ending}`, type, body };
}

/** Reads all assets. Called once at start-up: no request ever causes a file to be read. */
export function readAssets(): SiteAssets {
  const file = createRequire(import.meta.url).resolve(FONT);
  const font = asset("serif", "woff2", "font/woff2", readFileSync(file));
  // Font and stylesheet share a folder, so the file name works as a relative URL under any base path.
  const name = font.path.slice(font.path.lastIndexOf("/") + 1);
  const css = readFileSync(new URL("./style.css", import.meta.url), "utf8").replace("serif.woff2", name);
  return {
    font,
    style: asset("style", "css", "text/css; charset=utf-8", Buffer.from(css)),
    icon: asset("mark", "svg", "image/svg+xml", Buffer.from(ICON)),
  };
}
