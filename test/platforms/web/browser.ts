/** Launches a browser for tests, when one is installed. */
import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../../../preview/pictures.ts";

const ARGUMENTS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"],
];

/** Returns the path of Chromium; when there is none, prints how to get it and returns undefined. */
export function chromiumHere(): string | undefined {
  const found = findChromium(process.env);
  if (found === undefined)
    process.stderr.write(
      "\nNo Chromium was found: the tests that look at pages in a browser are skipped. Debian has it as `apt-get install chromium`; another is taken by its path in CHROMIUM.\n",
    );
  return found;
}

/** How long a busy machine may take to start it, in milliseconds. */
const STARTING_MS = 120_000;

export const openBrowser = (program: string): Promise<Browser> =>
  chromium.launch({ executablePath: program, args: ARGUMENTS, timeout: STARTING_MS });
