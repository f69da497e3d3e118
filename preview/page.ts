/** The page that holds every message: one sheet for each platform and theme, and nothing from the network. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { discordShots, type Shot, slackShots } from "./asks.ts";
import { discordHtml } from "./discord.ts";
import { escapeHtml, THEMES, type Theme } from "./html.ts";
import { slackHtml } from "./slack.ts";

/** One message on a sheet; its name is its id on the page and its picture's file name. */
export interface Figure {
  readonly name: string;
  readonly caption: string;
  readonly html: string;
}

export interface Sheet {
  readonly name: string;
  readonly platform: string;
  readonly theme: Theme;
  readonly figures: readonly Figure[];
}

function sheet<Message>(
  platform: string,
  theme: Theme,
  shots: readonly Shot<Message>[],
  draw: (shot: Shot<Message>) => string,
): Sheet {
  const name = `${platform}-${theme}`;
  const lines = [...new Set(shots.map(({ line }) => line))];
  const figures = shots.map((shot) => {
    const number = String(lines.indexOf(shot.line) + 1).padStart(2, "0");
    const words = shot.line.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
    const later = shot.page > 1;
    return {
      name: `${name}-${number}-${words}${later ? `-page-${shot.page}` : ""}`,
      caption: `${shot.line}${later ? ` · page ${shot.page}` : ""}`,
      html: draw(shot),
    };
  });
  return { name, platform, theme, figures };
}

/** Every message on both platforms in both themes. */
export async function sheets(): Promise<Sheet[]> {
  const [discord, slack] = [await discordShots(), await slackShots()];
  return [
    ...THEMES.map((theme) =>
      sheet("discord", theme, discord, ({ message, line }) => discordHtml(message, line)),
    ),
    ...THEMES.map((theme) => sheet("slack", theme, slack, ({ message }) => slackHtml(message, theme))),
  ];
}

const here = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

/**
 * The styles that lie beside the library's entry, which is all that its package names. They go into a layer and
 * lose their insistence, so that the preview's own come before them.
 */
const librarysOwn = (): string => {
  const entry = createRequire(import.meta.url).resolve("slack-blocks-to-jsx");
  const styles = readFileSync(join(dirname(entry), "style.css"), "utf8");
  return `@layer library { ${styles.replaceAll("!important", "")} }`;
};

const figureHtml = ({ name, caption, html }: Figure): string =>
  `<figure><figcaption>${escapeHtml(caption)}</figcaption><div class="picture" id="${escapeHtml(name)}">${html}</div></figure>`;

const sheetHtml = ({ name, platform, theme, figures }: Sheet): string =>
  `<section class="sheet ${platform} ${theme}" id="${name}"><h2>${name.replace("-", ", ")}</h2>${figures.map(figureHtml).join("\n")}</section>`;

/** The page as one file. */
export function pageHtml(all: readonly Sheet[]): string {
  const styles = [librarysOwn(), here("page.css"), here("discord.css"), here("slack.css")].join("\n");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Refdesk: what it sends</title><style>${styles}</style></head>
<body>${all.map(sheetHtml).join("\n")}</body></html>
`;
}
