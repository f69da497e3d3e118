/** Builds signed HTTP requests for commands, as the platforms send them. */
import { commandData, interaction, snowflake } from "../test/stand-ins/discord-payloads.ts";
import { asForm, discordSigner, slackSigner } from "../test/stand-ins/http.ts";
import { commandPayload } from "../test/stand-ins/slack-payloads.ts";
import type { Asked } from "./bot.ts";

const APPLICATION = snowflake();

export const SECRET = "a-signing-secret-of-this-bench";

const discord = discordSigner();
const slack = slackSigner(SECRET);

export const { publicKey } = discord;

/** A request, and the key that identifies the call with its answer. */
export interface Signed {
  readonly bytes: Buffer;
  readonly key: string;
}

function written(path: string, headers: Readonly<Record<string, string>>, body: string): Buffer {
  const length = { "content-length": String(Buffer.byteLength(body)) };
  const lines = Object.entries({ host: "127.0.0.1", ...headers, ...length });
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`,
  );
}

/** How many people ask: so many that none asks more than a desk answers one person in a minute. */
const PEOPLE = 20_000;

let asked = 0;

/** Returns the last digits of the id of the next person. */
export const nextPerson = (): string => String(asked++ % PEOPLE).padStart(5, "0");

/** Builders of requests. Every request is unique and freshly signed. */
export const REQUESTS = {
  discord({ command, option, words }: Asked): Signed {
    const data = commandData("1100000000000000301", command, { [option]: words });
    const userId = `11000000000002${nextPerson()}`;
    const payload = interaction(APPLICATION, { type: 2, data }, { userId });
    const body = JSON.stringify(payload);
    return {
      bytes: written("/discord/interactions", { ...discord.signed(body) }, body),
      key: payload.token,
    };
  },
  slack({ command, words }: Asked, number: number): Signed {
    const channelId = `C0BENCH${number}`;
    const responses = "https://hooks.slack.example/commands/1";
    const userId = `U0BENCH${nextPerson()}`;
    const body = asForm(commandPayload(`/${command}`, words, responses, { channelId, userId }));
    return { bytes: written("/slack/events", slack(body), body), key: channelId };
  },
} as const;
