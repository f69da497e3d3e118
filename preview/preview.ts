/** `npm run preview [-- folder]`: what the bot sends, as Discord and Slack show it, in one page and in pictures. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { pageHtml, sheets } from "./page.ts";
import { findChromium, takePictures } from "./pictures.ts";

const OUT = fileURLToPath(new URL("out", import.meta.url));

/** Pictures of an earlier preview, which would outlive the asks that they show. */
const STALE = /^(discord|slack)-(dark|light).*\.png$/;

async function preview(folder: string): Promise<void> {
  const all = await sheets();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter((name) => STALE.test(name))) rmSync(join(folder, name));
  const page = join(folder, "index.html");
  writeFileSync(page, pageHtml(all));
  console.log(page);
  const program = findChromium(process.env);
  if (!program) {
    console.error(
      "No pictures: no Chromium was found. Install one (on Debian: apt install chromium fonts-noto-cjk) or give the path of one in CHROMIUM. The page is complete without.",
    );
    return;
  }
  const taken = await takePictures(program, page, all, folder);
  console.log(`${taken.length} pictures in ${folder}`);
}

await preview(resolve(process.argv[2] ?? OUT));
