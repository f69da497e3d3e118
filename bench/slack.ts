/**
 * Measures Slack from slash command to the ack with the answer over loopback, through the real Bolt in Socket Mode.
 *
 * The baseline is a second Bolt app with the same setup, which acks with the same message as a constant. The
 * difference is what Refdesk does: parsing the command, looking up, building and rendering the answer. Each app has
 * its own stand-in, since Slack sends to only one of an app's sockets.
 */
import { App, type RespondArguments, SocketModeReceiver } from "@slack/bolt";
import { slackAdapter } from "../src/platforms/slack/adapter.ts";
import type { StopFunction } from "../src/support/stop-function.ts";
import { type SlackStandIn, startSlack } from "../test/stand-ins/slack.ts";
import { ASKED, LINE, makeBot, PLAN, TARGET } from "./bot.ts";
import { interleave } from "./measure.ts";
import type { Line } from "./report.ts";
import { silentLogger as logger } from "./silent.ts";

/** Starts an app whose handler acks every command with `message`. */
async function ackConstant(
  { apiUrl, appToken, botToken, botId, botUserId }: SlackStandIn,
  message: RespondArguments,
): Promise<StopFunction> {
  const clientOptions = { slackApiUrl: apiUrl, logger };
  const app = new App({
    token: botToken,
    receiver: new SocketModeReceiver({ appToken, logger, installerOptions: { clientOptions } }),
    logger,
    clientOptions,
    tokenVerificationEnabled: false,
    botId,
    botUserId,
    convoStore: false,
    ignoreSelf: false,
  });
  app.command(/^\/.+/, ({ ack }) => ack(message));
  await app.start();
  return async () => {
    await app.stop();
  };
}

export async function measureSlack(): Promise<Line[]> {
  const { botFor, log } = await makeBot();
  const [ours, beside] = await Promise.all([startSlack({ checks: false }), startSlack({ checks: false })]);
  const ask = (standIn: SlackStandIn) => standIn.command(ASKED.command, ASKED.words);
  const { botToken, appToken, apiUrl } = ours;
  const stop = await slackAdapter(
    { botToken, appToken, apiUrl },
    { defaultAudience: "room", commandPrefix: "" },
    log,
  )(botFor);
  await ours.connected();
  const answered = await ask(ours);
  const stopConstant = await ackConstant(beside, answered as RespondArguments);
  await beside.connected();
  const [times, constant] = await interleave([() => ask(ours), () => ask(beside)], PLAN);
  await Promise.all([stop(), stopConstant()]);
  await Promise.all([ours.close(), beside.close()]);
  return [
    {
      what: `Slack over a socket: \`${LINE}\``,
      unit: "ms",
      values: times!,
      besides: [
        {
          what: `constant of the same ${JSON.stringify(answered).length} characters`,
          values: constant!,
          most: TARGET,
        },
      ],
    },
  ];
}
