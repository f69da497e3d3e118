/** Takes pictures of the web pages, as readers see them in several windows. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";
import { commands } from "../commands/index.ts";
import { createMemoryLog } from "../src/citation-log/memory-log.ts";
import { createBotFactory } from "../src/desk/bot.ts";
import { placelessCommands } from "../src/desk/command.ts";
import { securityHeaders } from "../src/http/security-headers.ts";
import { serveHttp } from "../src/http/server.ts";
import { createLinkSigner } from "../src/platforms/web/link-signer.ts";
import { createSite } from "../src/platforms/web/site.ts";
import { library } from "../test/desks.ts";
import { silent } from "./desk.ts";
import { ARGUMENTS } from "./pictures.ts";

/** The windows in which each page is shown. */
const WINDOWS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  wide: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 } },
  narrow: { viewport: { width: 320, height: 800 } },
  forced: { viewport: { width: 1280, height: 900 }, forcedColors: "active" },
  chinese: { viewport: { width: 1280, height: 900 }, locale: "zh-CN" },
};

const PAGES: Readonly<Record<string, string>> = {
  home: "/",
  source: "/sources/voa-common-prosperity#p434-654",
  record: "/records/pledges/alibaba-common-prosperity",
  compare: "/ask?q=/compare+zhengzhou+vs+shanxi",
  timeline: "/ask?q=/timeline",
  question: "/ask?q=what+did+xi+say+about+poverty",
  people: "/people",
  missing: "/nothing",
};

/** The pictures of the docs: what they show, in which window. */
const DOCS = [
  { page: "source", width: 820, height: 620, colorScheme: "light", file: "pages-source.webp" },
  { page: "record", width: 820, height: 1240, colorScheme: "light", file: "pages-record.webp" },
  { page: "compare", width: 820, height: 620, colorScheme: "light", file: "pages-compare.webp" },
  { page: "question", width: 390, height: 780, colorScheme: "dark", file: "pages-phone-dark.webp" },
] as const;

/** Serves the pages while `use` runs. */
async function withSite<T>(use: (address: string) => Promise<T>): Promise<T> {
  const edition = { library, version: "preview" };
  const { pages } = await createSite(
    { index: false, locale: "en", localUrl: "http://localhost" },
    {
      holder: { current: () => edition },
      botsOver: (of) =>
        createBotFactory(of, placelessCommands(commands), silent, { citationLog: createMemoryLog() }),
      log: silent,
      links: createLinkSigner(),
    },
  );
  const place = { host: "127.0.0.1", port: 0, headers: securityHeaders() };
  const server = await serveHttp(place, new Map(), silent, pages);
  try {
    return await use(`http://127.0.0.1:${server.port}`);
  } finally {
    await server.stop();
  }
}

async function takeWhole(browser: Browser, site: string, folder: string): Promise<number> {
  let taken = 0;
  for (const [window, options] of Object.entries(WINDOWS)) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    for (const [name, path] of Object.entries(PAGES)) {
      await page.goto(site + path);
      await page.screenshot({ path: join(folder, `${name}.${window}.png`), fullPage: true });
      taken += 1;
    }
    await context.close();
  }
  return taken;
}

async function takeForDocs(browser: Browser, site: string, folder: string): Promise<void> {
  for (const { page: name, width, height, colorScheme, file } of DOCS) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    await page.goto(site + PAGES[name]);
    const session = await context.newCDPSession(page);
    const { scrollY } = (await page.evaluate("({ scrollY })")) as { scrollY: number };
    const { data } = await session.send("Page.captureScreenshot", {
      ...{ format: "webp", quality: 80 },
      clip: { x: 0, y: scrollY, width, height, scale: 1.5 },
    });
    writeFileSync(join(folder, file), Buffer.from(data, "base64"));
    await context.close();
  }
}

/** Takes pictures of every page in every window into a folder, and those of the docs into another. */
export async function takePagePictures(program: string, folder: string, docs?: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: program, args: ARGUMENTS, timeout: 120_000 });
  try {
    return await withSite(async (site) => {
      if (docs !== undefined) await takeForDocs(browser, site, docs);
      return takeWhole(browser, site, folder);
    });
  } finally {
    await browser.close();
  }
}
