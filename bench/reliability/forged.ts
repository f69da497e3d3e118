/** Forged and replayed requests: none is accepted, and what is genuine is answered in between. */
import { commandData, interaction } from "../../test/stand-ins/discord-payloads.ts";
import { asForm, discordSigner, type Signer, seconds, send, slackSigner } from "../../test/stand-ins/http.ts";
import { commandPayload } from "../../test/stand-ins/slack-payloads.ts";
import { startBolt, startRefdesk } from "./http-target.ts";
import { concurrently, count, createChance, type Row, some } from "./row.ts";
import { discordPerson, slackPerson } from "./ways.ts";

/** How many a platform, and after how many a new genuine request is made. */
const FORGED = { full: 100_000, small: 400 } as const;
const EACH = 40;
const AT_ONCE = 16;

const SECRET = "a-signing-secret-of-these-forgeries";
const HOUR = 3_600;

type Headers = Record<string, string>;

/** A request as it is sent. */
interface Sent {
  readonly headers: Headers;
  readonly body: string | Buffer;
}

/** How a platform signs, and how it is forged. */
interface Platform {
  readonly path: string;
  readonly signature: string;
  readonly timestamp: string;
  make(): string;
  readonly signed: Signer;
  /** Signs with another key. */
  readonly otherwise: Signer;
}

const discordKeys = discordSigner();
const data = commandData("1100000000000000301", "pledge", { subject: "alibaba" });
const DISCORD: Platform = {
  path: "/discord/interactions",
  signature: "x-signature-ed25519",
  timestamp: "x-signature-timestamp",
  make: () => JSON.stringify(interaction("1100000000000000302", { type: 2, data }, discordPerson())),
  signed: discordKeys.signed,
  otherwise: discordSigner().signed,
};
const SLACK: Platform = {
  path: "/slack/events",
  signature: "x-slack-signature",
  timestamp: "x-slack-request-timestamp",
  make: () => asForm(commandPayload("/pledge", "alibaba", "http://127.0.0.1:9/", slackPerson())),
  signed: slackSigner(SECRET),
  otherwise: slackSigner("another-secret"),
};

type Draw = ReturnType<typeof createChance>;

/** Changes one character to another that a header may hold. */
function turned(text: string, draw: Draw): string {
  const at = draw(text.length);
  const other = "0123456789abcdefghijklmnopqrstuvwxyz=._-".replace(text[at]!, "");
  return `${text.slice(0, at)}${other[draw(other.length)]}${text.slice(at + 1)}`;
}

/** Turns one bit of a body. */
function flipped(body: string, draw: Draw): Buffer {
  const bytes = Buffer.from(body);
  const at = draw(bytes.length);
  bytes[at] = bytes[at]! ^ (1 << draw(8));
  return bytes;
}

const without = (headers: Headers, name: string): Headers => {
  const { [name]: _, ...rest } = headers;
  return rest;
};

/** The kinds of forgeries, each from a genuine request that has been accepted. */
const KINDS: Readonly<
  Record<string, (of: { platform: Platform; headers: Headers; body: string; draw: Draw }) => Sent>
> = {
  "with a turned bit in the body": ({ headers, body, draw }) => ({ headers, body: flipped(body, draw) }),
  "with another signature": ({ platform: { signature }, headers, body, draw }) => ({
    headers: { ...headers, [signature]: turned(headers[signature]!, draw) },
    body,
  }),
  "with another timestamp": ({ platform: { timestamp }, headers, body, draw }) => ({
    headers: { ...headers, [timestamp]: String(Number(headers[timestamp]) + 1 + draw(250)) },
    body,
  }),
  "of another key": ({ platform: { make, otherwise } }) => {
    const body = make();
    return { headers: otherwise(body), body };
  },
  "without a header": ({ platform: { signature, timestamp }, headers, body, draw }) => ({
    headers: without(headers, [signature, timestamp][draw(2)]!),
    body,
  }),
  "cut or drawn out": ({ headers, body, draw }) => ({
    headers,
    body: draw(2) === 0 ? body.slice(0, draw(body.length)) : body + body.slice(0, 1 + draw(99)),
  }),
  replayed: ({ headers, body }) => ({ headers, body }),
  "older than five minutes": ({ platform: { make, signed }, draw }) => {
    const body = make();
    return { headers: signed(body, String(Number(seconds()) - 310 - draw(HOUR))), body };
  },
  "from the future": ({ platform: { make, signed }, draw }) => {
    const body = make();
    return { headers: signed(body, String(Number(seconds()) + 310 + draw(HOUR))), body };
  },
};

/** What became of the requests. */
interface Forged {
  /** How many of each kind were accepted. */
  readonly accepted: ReadonlyMap<string, number>;
  readonly genuine: number;
  /** How many genuine requests were refused. */
  readonly refused: number;
}

async function forge(port: number, platform: Platform, times: number): Promise<Forged> {
  const { path, make, signed } = platform;
  const draw = createChance(times);
  const accepted = new Map<string, number>();
  const kinds = Object.keys(KINDS);
  let genuine = 0;
  let refused = 0;
  const statusOf = async ({ headers, body }: Sent) => (await send(port, { path, headers, body })).status;
  await concurrently(Math.ceil(times / EACH), AT_ONCE, async (turn) => {
    const body = make();
    const headers = signed(body);
    genuine += 1;
    if ((await statusOf({ headers, body })) !== 200) refused += 1;
    for (let number = turn * EACH; number < Math.min(times, (turn + 1) * EACH); number++) {
      const kind = kinds[number % kinds.length]!;
      const status = await statusOf(KINDS[kind]!({ platform, headers, body, draw }));
      if (status !== 401) accepted.set(kind, (accepted.get(kind) ?? 0) + 1);
    }
  });
  return { accepted, genuine, refused };
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, one) => all + one, 0);

/** Forges requests to a bot on Bolt, and tells what it accepted. */
async function forgeBolt(times: number): Promise<string> {
  const bolt = await startBolt(SECRET);
  const { accepted } = await forge(bolt.port, SLACK, times);
  await bolt.close();
  const kinds = [...accepted].map(([kind, many]) => `${count(many)} ${kind}`).join(", ");
  return `Bolt: ${count(sum(accepted))} of ${count(times)} accepted${kinds ? ` (${kinds})` : ""}`;
}

export const forged: Row = async (scale, hasPlain) => {
  const times = FORGED[scale];
  const refdesk = await startRefdesk(discordKeys.publicKey, SECRET);
  const onDiscord = await forge(refdesk.port, DISCORD, times);
  const onSlack = await forge(refdesk.port, SLACK, times);
  await refdesk.close();
  const lost = [onDiscord, onSlack].flatMap(({ accepted, refused }, index) => {
    const name = ["Discord", "Slack"][index];
    return [
      ...[...accepted].flatMap(([kind, many]) => some(many, `accepted (${name}, ${kind})`)),
      ...some(refused, `genuine requests refused (${name})`),
    ];
  });
  return {
    what: "forged and replayed requests, with genuine ones in between",
    tried: `${count(times)} a platform; ${count(onDiscord.genuine + onSlack.genuine)} genuine ones answered`,
    lost,
    ...(hasPlain ? { beside: await forgeBolt(times) } : {}),
  };
};
