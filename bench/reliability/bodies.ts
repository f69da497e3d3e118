/** Bodies of 64 MiB and sockets that send a byte a second, while genuine commands are to be answered. */
import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import { asForm, discordSigner, send, slackSigner } from "../../test/stand-ins/http.ts";
import { commandPayload } from "../../test/stand-ins/slack-payloads.ts";
import { startBolt, startRefdesk } from "./http-target.ts";
import type { Started } from "./processes.ts";
import { concurrently, count, type Row, some } from "./row.ts";
import { slackPerson } from "./ways.ts";

const MIB = 2 ** 20;

/** How many large bodies of which size, how many slow sockets, and for how long they stay, in milliseconds. */
const TRIED = {
  full: { bodies: 64, size: 64 * MIB, sockets: 400, time: 20_000 },
  small: { bodies: 4, size: 2 * MIB, sockets: 40, time: 1_500 },
} as const;

/** How many large bodies are sent at once, and the pause between two genuine commands, in milliseconds. */
const AT_ONCE = 4;
const PAUSE = 20;
const DRIP = 1_000;

const SECRET = "a-signing-secret-of-these-bodies";
const CHUNK = Buffer.alloc(MIB, "x");
const PATH = "/slack/events";

/** Sends a body that is not signed, with its length in the head or in chunks. @returns the status, if there was one */
function sendLarge(port: number, size: number, isAnnounced: boolean): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let status: number | undefined;
    const head = isAnnounced ? `content-length: ${size}` : "transfer-encoding: chunked";
    const signed = "x-slack-signature: v0=0\r\nx-slack-request-timestamp: 1\r\n";
    const type = "content-type: application/x-www-form-urlencoded\r\n";
    socket.write(`POST ${PATH} HTTP/1.1\r\nhost: x\r\n${type}${signed}${head}\r\n\r\n`);
    let left = size;
    const write = (): void => {
      while (left > 0 && !socket.destroyed) {
        left -= CHUNK.length;
        if (!isAnnounced) socket.write(`${CHUNK.length.toString(16)}\r\n`);
        const isTaken = socket.write(CHUNK);
        if (!isAnnounced) socket.write(left > 0 ? "\r\n" : "\r\n0\r\n\r\n");
        if (!isTaken) return void socket.once("drain", write);
      }
    };
    socket.on("data", (chunk) => {
      status ??= Number(/^HTTP\/1\.1 (\d+)/.exec(String(chunk))?.[1]);
      socket.end();
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(status));
    socket.setTimeout(60_000, () => socket.destroy());
    write();
  });
}

/** Opens a socket that sends its head, or its body, a byte a second. @returns whether it is still open, and its end */
function openSlow(port: number, isHeadSlow: boolean) {
  const socket = connect(port, "127.0.0.1");
  let isOpen = true;
  socket.on("error", () => {});
  socket.on("data", () => {});
  socket.on("close", () => {
    isOpen = false;
  });
  socket.write(
    isHeadSlow
      ? `POST ${PATH} HTTP/1.1\r\nx: `
      : `POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-length: 999\r\n\r\n`,
  );
  const drip = setInterval(() => isOpen && socket.write("x"), DRIP);
  return {
    isOpen: () => isOpen,
    end() {
      clearInterval(drip);
      socket.destroy();
    },
  };
}

/** What became of it. */
interface Taken {
  readonly answered: number;
  readonly unanswered: number;
  /** The slowest answer in milliseconds. */
  readonly slowest: number;
  /** How many large bodies got anything but a refusal. */
  readonly accepted: number;
  /** How many slow sockets were still open at the end. */
  readonly open: number;
  /** The most resident memory above that before, in MiB. */
  readonly memory: number;
}

async function burden({ port, memory }: Started, tried: (typeof TRIED)["full" | "small"]): Promise<Taken> {
  const signed = slackSigner(SECRET);
  let isOver = false;
  let [answered, unanswered, slowest, accepted] = [0, 0, 0, 0];
  const before = memory();
  let most = before;
  const ask = async () => {
    const body = asForm(commandPayload("/pledge", "alibaba", "http://127.0.0.1:9/", slackPerson()));
    const since = performance.now();
    const reply = await send(port, { path: PATH, headers: signed(body), body }).catch(() => undefined);
    slowest = Math.max(slowest, performance.now() - since);
    if (reply?.status === 200 && reply.body.includes("blocks")) answered += 1;
    else unanswered += 1;
  };
  await ask();
  slowest = 0;
  const asking = (async () => {
    for (let turn = 0; !isOver; turn++) {
      await Promise.all([ask(), setTimeout(PAUSE)]);
      if (turn % 10 === 0) most = Math.max(most, memory());
    }
  })();
  const until = performance.now() + tried.time;
  const slow = Array.from({ length: tried.sockets }, (_, index) => openSlow(port, index % 2 === 0));
  await concurrently(tried.bodies, AT_ONCE, async (number) => {
    const status = await sendLarge(port, tried.size, number % 2 === 0);
    if (status !== undefined && status < 400) accepted += 1;
  });
  await setTimeout(Math.max(0, until - performance.now()));
  const open = slow.filter(({ isOpen }) => isOpen()).length;
  for (const { end } of slow) end();
  isOver = true;
  await asking;
  return { answered, unanswered, slowest, accepted, open, memory: most - before };
}

const told = ({ slowest, memory }: Taken): string =>
  `the slowest answer took ${count(Math.round(slowest))} ms, memory grew by ${count(Math.round(memory))} MiB`;

/** Burdens a bot on Bolt, and tells what became of it. */
async function burdenBolt(tried: (typeof TRIED)["full" | "small"], ofOpen: string): Promise<string> {
  const bolt = await startBolt(SECRET);
  const taken = await burden(bolt, tried);
  await bolt.close();
  const { answered, unanswered, open } = taken;
  return `Bolt: ${count(unanswered)} of ${count(answered + unanswered)} commands unanswered; ${open} ${ofOpen}; ${told(taken)}`;
}

export const bodies: Row = async (scale, hasPlain) => {
  const tried = TRIED[scale];
  const refdesk = await startRefdesk(discordSigner().publicKey, SECRET);
  const ours = await burden(refdesk, tried);
  await refdesk.close();
  const open = `of ${tried.sockets} slow sockets still open after ${tried.time / 1_000} s`;
  // What is open in a short run is not too slow yet.
  const stillOpen = scale === "full" ? some(ours.open, open) : [];
  const size = `${tried.size / MIB} MiB`;
  return {
    what: "large bodies that nobody signed, and sockets that send a byte a second, while commands come",
    tried: `${tried.bodies} bodies of ${size} and ${tried.sockets} sockets; ${count(ours.answered)} commands answered; ${told(ours)}`,
    lost: [
      ...some(ours.unanswered, "commands unanswered"),
      ...some(ours.accepted, "large bodies accepted"),
      ...stillOpen,
    ],
    ...(hasPlain ? { beside: await burdenBolt(tried, open) } : {}),
  };
};
