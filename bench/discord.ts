/**
 * Measures Discord from command to answer over loopback, through discord.js's real gateway and REST packages.
 *
 * The baseline is a second client with the same setup, which gets the same raw dispatch and posts the same message
 * as a constant. The difference is what Refdesk does: parsing the interaction, looking up, building and rendering
 * the answer. Each client has its own stand-in, since an application has one gateway session.
 */
import type { SessionInfo } from "@discordjs/ws";
import { GatewayDispatchEvents, REST, Routes } from "discord.js";
import { discordGateway } from "../src/platforms/discord/gateway.ts";
import { WebSocketManager, WebSocketShardEvents } from "../src/platforms/discord/gateway-package.ts";
import type { StopFunction } from "../src/support/stop-function.ts";
import { type DiscordStandIn, type InteractionResponse, startDiscord } from "../test/stand-ins/discord.ts";
import { ASKED, LINE, makeBot, PLAN, TARGET } from "./bot.ts";
import { interleave } from "./measure.ts";
import type { Line } from "./report.ts";

/** Starts a client whose handler answers every interaction with `body`. Its commands are registered like ours. */
async function answerConstant(
  { apiUrl, token, applicationId }: DiscordStandIn,
  body: InteractionResponse,
  commands: readonly object[],
): Promise<StopFunction> {
  const rest = new REST({ version: "10", api: apiUrl }).setToken(token);
  let session: SessionInfo | null = null;
  const gateway = new WebSocketManager({
    ...{ token, intents: 0, rest },
    // The default keeps sessions by shard for the whole process, so the two clients would resume each other's.
    retrieveSessionInfo: () => session,
    updateSessionInfo: (_shard, info) => {
      session = info;
    },
  });
  gateway.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    if (data.t !== GatewayDispatchEvents.InteractionCreate) return;
    void rest.post(Routes.interactionCallback(data.d.id, data.d.token), { body, auth: false });
  });
  const ready = new Promise((resolve) => gateway.once(WebSocketShardEvents.Ready, resolve));
  await gateway.connect();
  await ready;
  await rest.put(Routes.applicationCommands(applicationId), { body: commands });
  return async () => {
    await gateway.destroy();
  };
}

export async function measureDiscord(): Promise<Line[]> {
  const { botFor, log } = await makeBot();
  const [ours, beside] = await Promise.all([
    startDiscord({ checks: false }),
    startDiscord({ checks: false }),
  ]);
  const ask = (standIn: DiscordStandIn) => standIn.command(ASKED.command, { [ASKED.option]: ASKED.words });
  const { token, apiUrl } = ours;
  const stop = await discordGateway({ token, apiUrl }, { defaultAudience: "room" }, log)(botFor);
  const answered = await ask(ours);
  const stopConstant = await answerConstant(beside, answered, ours.registered);
  const [times, constant] = await interleave([() => ask(ours), () => ask(beside)], PLAN);
  await Promise.all([stop(), stopConstant()]);
  await Promise.all([ours.close(), beside.close()]);
  return [
    {
      what: `Discord over a socket: \`${LINE}\``,
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
