/** Takes pictures of the page with an installed Chromium. */
import { accessSync, constants, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { THEMES, type Theme } from "./html.ts";
import type { Sheet } from "./sheets.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** The arguments with which Chromium is started. */
export const ARGUMENTS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync", "--no-first-run", "--hide-scrollbars"],
];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Returns the path of Chromium: $CHROMIUM, or the first of the usual names on the PATH. Undefined when there is
 * none.
 */
export function findChromium(environment: NodeJS.ProcessEnv): string | undefined {
  const named = environment.CHROMIUM;
  if (named) return isProgram(named) ? named : undefined;
  const folders = ["/usr/bin", ...(environment.PATH ?? "").split(delimiter)];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** A picture to take of one element in one theme. */
export interface Shot {
  /** CSS selector of the element. */
  readonly of: string;
  readonly theme: Theme;
  readonly path: string;
}

/** Scale of the pictures in the docs: small files that are sharp enough. */
const DOCS_SCALE = 1.5;

/** The pictures in the docs: captions of figures, and how to show them. */
const DOCS = [
  { caption: "/define third-distribution", platform: "discord", theme: "dark", file: "discord-define.webp" },
  { caption: "/define third-distribution", platform: "slack", theme: "light", file: "slack-define.webp" },
  {
    caption: "/compare zhengzhou vs shanxi",
    platform: "discord",
    theme: "dark",
    file: "discord-compare.webp",
  },
  { caption: "/compare zhengzhou vs shanxi", platform: "slack", theme: "light", file: "slack-compare.webp" },
  { caption: "The app’s home, en", platform: "slack", theme: "light", file: "slack-home.webp" },
  {
    caption: "/check Alibaba pledged $20 billion over five years.",
    platform: "slack",
    theme: "light",
    file: "slack-check.webp",
  },
] as const;

/**
 * Lists the pictures for the docs, each of one platform.
 * @throws {Error} naming a caption that no longer exists
 */
export const docsShots = (all: readonly Sheet[], folder: string): Shot[] =>
  DOCS.map(({ caption, platform, theme, file }) => {
    const figure = all.flatMap(({ figures }) => figures).find((one) => one.caption === caption);
    if (!figure?.[platform]) throw new Error(`${caption}: nothing of the kind is drawn for ${platform}`);
    return { of: `[id="${figure.name}"] > .${platform}`, theme, path: join(folder, file) };
  });

/** Lists pictures of every figure in both themes, in one folder per sheet. */
export const allShots = (all: readonly Sheet[], folder: string): Shot[] =>
  THEMES.flatMap((theme) =>
    all.flatMap((sheet) =>
      sheet.figures.map(({ name }) => ({
        of: `[id="${name}"]`,
        theme,
        path: join(folder, sheet.name, `${name}.${theme}.png`),
      })),
    ),
  );

/** Hides everything but the current figure, which makes rendering faster. */
const ALONE = `
  html.photo nav, html.photo section > h2, html.photo section:not(.now), html.photo figure:not(.now) { display: none; }
`;

/** Shows one element and returns its bounds in whole pixels, rounded inwards. */
const SHOW = `({ of, theme }) => {
  document.documentElement.dataset.theme = theme;
  document.documentElement.classList.add("photo");
  for (const was of document.querySelectorAll(".now")) was.classList.remove("now");
  const element = document.querySelector(of);
  element.closest("figure").classList.add("now");
  element.closest("section").classList.add("now");
  scrollTo(0, 0);
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const [x, y] = [Math.ceil(left), Math.ceil(top)];
  return { x, y, width: Math.floor(right) - x, height: Math.floor(bottom) - y };
}`;

type Clip = { x: number; y: number; width: number; height: number };

async function take(page: Page, { of, theme, path }: Shot): Promise<void> {
  const show = new Function(`return ${SHOW}`)() as (given: object) => Clip;
  const clip = await page.evaluate(show, { of, theme });
  mkdirSync(dirname(path), { recursive: true });
  if (!path.endsWith(".webp")) return void (await page.screenshot({ path, clip, fullPage: true }));
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    ...{ format: "webp", quality: 80, captureBeyondViewport: true },
    // An odd height would include half a pixel row of what lies below.
    clip: { ...clip, height: clip.height - (clip.height % 2), scale: DOCS_SCALE },
  });
  writeFileSync(path, Buffer.from(data, "base64"));
}

/** Number of pages to take pictures of in parallel. */
const AT_A_TIME = 2;

/** The docs show messages as they appear in a channel, without opened menus. */
const CLOSED = "html.photo .opened { display: none; }";

async function open(browser: Browser, page: string, styles: string): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
  await opened.goto(pathToFileURL(page).href);
  await opened.addStyleTag({ content: styles });
  await opened.evaluate("document.fonts.ready");
  return opened;
}

/** Takes pictures of a page, with menus opened below their messages unless they are for the docs. */
export async function takePictures(
  program: string,
  page: string,
  shots: readonly Shot[],
  forDocs = false,
): Promise<void> {
  const browser = await chromium.launch({ executablePath: program, args: ARGUMENTS, timeout: 120_000 });
  try {
    const left = [...shots];
    await Promise.all(
      Array.from({ length: AT_A_TIME }, async () => {
        const opened = await open(browser, page, forDocs ? ALONE + CLOSED : ALONE);
        for (let shot = left.shift(); shot; shot = left.shift()) await take(opened, shot);
      }),
    );
  } finally {
    await browser.close();
  }
}
