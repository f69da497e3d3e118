/** `npm run manifest`: the Slack app's manifest, ready to paste. */
import { commands } from "../commands/index.ts";
import { usageOf } from "./desk/command.ts";
import { manifestOf } from "./slack/manifest.ts";

console.log(JSON.stringify(manifestOf(commands, usageOf), null, 2));
