/** Pictures of the page, taken by the Chromium that there is. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Locator } from "playwright-core";
import type { Sheet } from "./page.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

const ARGUMENTS = [
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

/** Where a browser is that can take pictures: $CHROMIUM if it is set, or the first of the usual names on the path. */
export function findChromium(environment: NodeJS.ProcessEnv): string | undefined {
  const named = environment.CHROMIUM;
  if (named) return isProgram(named) ? named : undefined;
  const folders = ["/usr/bin", ...(environment.PATH ?? "").split(delimiter)];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** A picture of one element, in whole pixels of its own: the page around it does not show at its edges. */
async function shoot(element: Locator, path: string): Promise<string> {
  const { x, y, width, height } = (await element.boundingBox())!;
  const [left, top] = [Math.ceil(x), Math.ceil(y)];
  const clip = { x: left, y: top, width: Math.floor(x + width) - left, height: Math.floor(y + height) - top };
  await element.page().screenshot({ path, clip, fullPage: true });
  return path;
}

/** Takes a picture of each message at double size, and one of each sheet with its messages side by side. */
export async function takePictures(program: string, page: string, all: readonly Sheet[], folder: string) {
  const browser = await chromium.launch({ executablePath: program, args: ARGUMENTS });
  const taken: string[] = [];
  try {
    const open = async (width: number, deviceScaleFactor: number) => {
      const opened = await browser.newPage({ viewport: { width, height: 1000 }, deviceScaleFactor });
      await opened.goto(pathToFileURL(page).href);
      await opened.evaluate("document.fonts.ready");
      return opened;
    };
    const close = await open(3200, 2);
    for (const { name } of all.flatMap(({ figures }) => figures)) {
      taken.push(await shoot(close.locator(`[id="${name}"]`), join(folder, `${name}.png`)));
    }
    const wide = await open(2340, 1);
    await wide.evaluate("document.body.classList.add('side-by-side')");
    for (const { name } of all) {
      taken.push(await shoot(wide.locator(`#${name}`), join(folder, `${name}.png`)));
    }
  } finally {
    await browser.close();
  }
  return taken;
}
