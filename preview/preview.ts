/**
 * `npm run preview [-- sheet …]`: writes what the bot sends, as Discord and Slack show it, as a page and pictures to
 * `preview/out`, with pictures of the web pages. Names of sheets, such as `pledge` or `pages`, select only those. `--docs` also takes the pictures of the docs
 * again.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { pageHtml } from "./page.ts";
import { allShots, docsShots, findChromium, takePictures } from "./pictures.ts";
import { sheets } from "./sheets.ts";
import { takePagePictures } from "./site-pages.ts";

const OUT = fileURLToPath(new URL("out", import.meta.url));
const DOCS = fileURLToPath(new URL("../docs/pictures", import.meta.url));

async function preview(names: readonly string[], withDocs: boolean): Promise<void> {
  const all = await sheets(names);
  // Remove pictures of an earlier preview, which may no longer match.
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const page = join(OUT, "index.html");
  writeFileSync(page, pageHtml(all));
  console.log(page);
  const program = findChromium(process.env);
  if (!program) {
    console.error(
      "No pictures: no Chromium was found. Install one (on Debian: apt install chromium fonts-noto-cjk) or give the path of one in CHROMIUM. The page is complete without.",
    );
    return;
  }
  const shots = allShots(all, OUT);
  await takePictures(program, page, shots);
  const ofPages = names.length === 0 || names.includes("pages");
  const pages = ofPages
    ? await takePagePictures(program, join(OUT, "pages"), withDocs ? DOCS : undefined)
    : 0;
  console.log(`${shots.length + pages} pictures in ${OUT}`);
  if (!withDocs) return;
  await takePictures(program, page, docsShots(all, DOCS), true);
  console.log(`and those in ${DOCS}`);
}

const { values, positionals } = parseArgs({
  options: { docs: { type: "boolean", default: false } },
  allowPositionals: true,
});
await preview(positionals, values.docs);
process.exit();
