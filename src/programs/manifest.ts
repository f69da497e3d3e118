/** `refdesk manifest`: prints the manifest of the Slack app, for a socket or for HTTP. */
import { parseArgs } from "node:util";
import { commands } from "../../commands/index.ts";
import { readServerConfig } from "../config/config.ts";
import { readEnvironment } from "../config/environment.ts";
import { englishMessages } from "../language/en/messages.ts";
import { createManifest } from "../platforms/slack/manifest.ts";
import { parsePublicAddress } from "../support/public-address.ts";
import type { Program } from "./program.ts";

const USAGE = `Usage: refdesk manifest [address]

  Prints the Slack app's manifest: for a socket, which the bot opens, or for
  HTTP at a public address, such as https://refdesk.example.org. Where
  SLACK_CLIENT_ID is set it is for HTTP, at PUBLIC_URL unless one is given,
  and for all workspaces that install the app.

  --help     this text
`;

/** Prints the manifest: for HTTP when a public address is given, otherwise for a socket. */
export const manifestProgram: Program = {
  usage: USAGE,
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [typed, ...more] = positionals;
    if (more.length > 0) throw new Error(`One address is expected, and ${positionals.length} were given.`);
    const { SLACK_COMMAND_PREFIX, PUBLIC_URL, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_CLIENT_ID } =
      await readEnvironment();
    // Read only the two variables that the manifest needs: a fault in another must not prevent printing it.
    const { commandPrefix: prefix, publicUrl } = readServerConfig({ SLACK_COMMAND_PREFIX, PUBLIC_URL });
    const hasInstalls = Boolean(SLACK_CLIENT_ID);
    // Workspaces install the app at the address of the pages.
    const given = typed ?? (hasInstalls ? publicUrl : undefined);
    const read = given === undefined ? undefined : parsePublicAddress(given);
    if (read && "fault" in read) throw new Error(read.fault);
    if (!read && SLACK_SIGNING_SECRET && !SLACK_APP_TOKEN)
      process.stderr.write(
        "This is for a socket, while SLACK_SIGNING_SECRET is set: for HTTP, give the public address too.\n",
      );
    const options = { prefix, address: read?.address, pages: publicUrl, hasInstalls };
    const manifest = createManifest(commands, englishMessages, options);
    process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
    return 0;
  },
};
