/** Runs a plain bot as a process, set up by the program's own variables and with its signs of readiness in the log. */
import { startPlainDiscord, startPlainSlack } from "./plain.ts";

const {
  DISCORD_TOKEN: token,
  DISCORD_API_URL: discordUrl = "",
  SLACK_BOT_TOKEN: botToken,
  SLACK_APP_TOKEN: appToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: slackUrl = "",
} = process.env;

const say = (line: object) => console.error(JSON.stringify(line));

let stop = async () => {};
if (token !== undefined) {
  stop = await startPlainDiscord({ token, apiUrl: discordUrl });
  say({ msg: "connected to Discord" });
} else if (botToken !== undefined) {
  const by = signingSecret === undefined ? { appToken: appToken ?? "" } : { signingSecret };
  const { port, stop: stopSlack } = await startPlainSlack({ botToken, apiUrl: slackUrl, ...by });
  stop = stopSlack;
  if (port > 0) say({ port, from: "a plain bot", msg: "listening" });
  say({ msg: "connected to Slack" });
}

process.on("SIGTERM", async () => {
  await stop();
  process.exit(0);
});
