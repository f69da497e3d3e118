/** `npm run manifest`: the Slack app's manifest, ready to paste. */
import { commands } from "../commands/index.ts";
import { readConfig } from "./config.ts";
import { readEnvironment } from "./environment.ts";
import { manifestOf } from "./slack/manifest.ts";
import { en } from "./words/en.ts";

const { prefix } = readConfig(await readEnvironment());
console.log(JSON.stringify(manifestOf(commands, en, prefix), null, 2));
