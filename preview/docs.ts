/**
 * `npm run docs`: asks the program what the README shows, and writes its answers into the README and the recordings. To
 * show another ask, change it in the README, where it stands in a comment above its answer.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { askedIn, withAnswers } from "./answered-page.ts";
import { OWN_ARTICLE_TITLE, recordOwnArticle } from "./own-article.ts";
import { recordingSvg } from "./recording.ts";
import { screensSvg } from "./screens.ts";
import { hasPseudoTerminal, recordSession } from "./session.ts";

const README = fileURLToPath(new URL("../README.md", import.meta.url));
const RECORDING = fileURLToPath(new URL("../docs/pictures/recording.svg", import.meta.url));

const OWN_ARTICLE = fileURLToPath(new URL("../docs/pictures/own-article.svg", import.meta.url));

if (!hasPseudoTerminal()) {
  console.error("A recording needs a pseudo-terminal: install `script` of util-linux.");
  process.exit(2);
}
writeFileSync(OWN_ARTICLE, screensSvg(OWN_ARTICLE_TITLE, await recordOwnArticle()));
const page = readFileSync(README, "utf8");
const session = await recordSession(askedIn(page));
writeFileSync(README, withAnswers(page, session));
writeFileSync(RECORDING, recordingSvg(session));
console.log(`${README}\n${RECORDING}\n${OWN_ARTICLE}`);
