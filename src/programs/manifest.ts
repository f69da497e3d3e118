/** `npm run manifest`: the Slack app's manifest, ready to paste; with a public address, for HTTP. */
import { parseArgs } from "node:util";
import { commands } from "../../commands/index.ts";
import { readConfig } from "../config/config.ts";
import { readEnvironment } from "../config/environment.ts";
import { englishMessages } from "../language/en/messages.ts";
import { createManifest } from "../platforms/slack/manifest.ts";
import { errorMessage } from "../support/error-message.ts";
import { parsePublicAddress } from "../support/public-address.ts";

const USAGE = `Usage: npm run --silent manifest [-- address]

  Prints the Slack app's manifest: for a socket, which the bot opens, or for
  HTTP at a public address, such as https://refdesk.example.org.

  --help     this text
`;

/** @throws {Error} saying what is wrong with what was given */
async function manifestFor(args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help) return USAGE;
  const [typed, ...more] = positionals;
  if (more.length > 0) throw new Error(`One address is expected, and ${positionals.length} were given.`);
  const { SLACK_COMMAND_PREFIX, PUBLIC_URL, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN } = await readEnvironment();
  // Of all the variables the manifest holds these two: what else is not right yet is no reason to print none.
  const { prefix, publicUrl } = readConfig({ SLACK_COMMAND_PREFIX, PUBLIC_URL });
  const read = typed === undefined ? undefined : parsePublicAddress(typed);
  if (read && "fault" in read) throw new Error(read.fault);
  if (!read && SLACK_SIGNING_SECRET && !SLACK_APP_TOKEN)
    process.stderr.write(
      "This is for a socket, while SLACK_SIGNING_SECRET is set: for HTTP, give the public address too.\n",
    );
  return `${JSON.stringify(createManifest(commands, englishMessages, { prefix, address: read?.address, pages: publicUrl }), null, 2)}\n`;
}

try {
  process.stdout.write(await manifestFor(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${errorMessage(error)}\n`);
  process.exitCode = 2;
}
