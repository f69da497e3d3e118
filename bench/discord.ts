/**
 * Discord: from the command to the answer, through the real discord.js client, over loopback.
 *
 * Beside Refdesk's adapter stands a second client that was set up alike, takes the same raw dispatch and posts
 * the same message byte for byte, as a constant. So the two differ in what Refdesk does and in nothing else:
 * reading the interaction, looking up, writing the answer, drawing it. Each has a stand-in of its own, as an
 * application has one session at the gateway.
 */
import { Client, Events, Routes } from "discord.js";
import type { Stop } from "../src/bot.ts";
import { discord } from "../src/discord/adapter.ts";
import { type DiscordStandIn, type InteractionResponse, startDiscord } from "../test/stand-ins/discord.ts";
import { ASKED, LINE, makeBot, PLAN, TARGET } from "./bot.ts";
import { interleave } from "./measure.ts";
import type { Line } from "./report.ts";

/** A client whose handler answers every interaction with `body`. Its commands are registered like ours. */
async function answerConstant(
  { apiUrl, token, applicationId }: DiscordStandIn,
  body: InteractionResponse,
  commands: readonly object[],
): Promise<Stop> {
  const client = new Client({ intents: [], allowedMentions: { parse: [] }, rest: { api: apiUrl } });
  const answer = ({ id, token: reply }: { id: string; token: string }) =>
    client.rest.post(Routes.interactionCallback(id, reply), { body, auth: false });
  (client.ws as unknown as NodeJS.EventEmitter).on("INTERACTION_CREATE", answer);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
  await client.rest.put(Routes.applicationCommands(applicationId), { body: commands });
  return () => client.destroy();
}

export async function measureDiscord(): Promise<Line[]> {
  const { bot, log } = await makeBot();
  const [ours, beside] = await Promise.all([
    startDiscord({ checks: false }),
    startDiscord({ checks: false }),
  ]);
  const ask = (standIn: DiscordStandIn) => standIn.command(ASKED.command, { [ASKED.option]: ASKED.words });
  const { token, apiUrl } = ours;
  const stop = await discord({ token, apiUrl }, log)(bot);
  const answered = await ask(ours);
  const stopConstant = await answerConstant(beside, answered, ours.registered);
  const [times, constant] = await interleave([() => ask(ours), () => ask(beside)], PLAN);
  await Promise.all([stop(), stopConstant()]);
  await Promise.all([ours.close(), beside.close()]);
  return [
    {
      what: `Discord: \`${LINE}\`, beside a constant of the same ${JSON.stringify(answered).length} characters`,
      times: times!,
      beside: { times: constant!, target: TARGET },
    },
  ];
}
