/** Forged and replayed requests: none is accepted. */
import type { App } from "@slack/bolt";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BotFactory } from "../../src/desk/bot.ts";
import { type HttpServer, REQUEST_LIMITS, type RouteTable, serveHttp } from "../../src/http/server.ts";
import { discordHttp } from "../../src/platforms/discord/http.ts";
import { httpReceiver } from "../../src/platforms/slack/receiver.ts";
import { botsWithLog, keptLog } from "../desks.ts";
import { commandData, interaction } from "../stand-ins/discord-payloads.ts";
import {
  asForm,
  discordSigner,
  type Signer,
  seconds,
  send,
  slackSigner,
  startCallBacks,
} from "../stand-ins/http.ts";
import { commandPayload } from "../stand-ins/slack-payloads.ts";

/** A platform's endpoint, and how to send signed and forged requests to it. */
interface Way {
  readonly name: string;
  readonly path: string;
  readonly signature: string;
  readonly timestamp: string;
  /** Returns a request body, different on each call. */
  readonly make: () => string;
  readonly signed: Signer;
  /** Signs with a key other than the platform's. */
  readonly forged: Signer;
  /** Whether two signatures are equal but for their notation; such a variant is not a forgery. */
  readonly same: (one: string, other: string) => boolean;
  readonly malformed: readonly string[];
  /** Registers the route; `passed` is called for each accepted request. @returns how to clean up */
  readonly install: (routes: RouteTable, passed: () => void) => Promise<() => Promise<void>>;
}

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
let clock = NOW;
const now = () => clock;

const mine = discordSigner();
const token = `${"A".repeat(24)}.AAAAAA.${"B".repeat(38)}`;
const pledge = { type: 2, data: commandData("1100000000000000301", "pledge", { subject: "alibaba" }) };

const ways: readonly Way[] = [
  {
    name: "Discord",
    path: "/discord/interactions",
    signature: "x-signature-ed25519",
    timestamp: "x-signature-timestamp",
    make: () => JSON.stringify(interaction("1100000000000000302", pledge)),
    signed: mine.signed,
    forged: discordSigner().signed,
    same: (one, other) => one.toLowerCase() === other.toLowerCase(),
    malformed: ["", "0", "x".repeat(128), "0".repeat(128), "f".repeat(128), "0".repeat(127), "0".repeat(130)],
    async install(routes, passed) {
      const there = await startCallBacks(mine.publicKey);
      const { botFor } = botsWithLog();
      const counted: BotFactory = (locale) => {
        passed();
        return botFor(locale);
      };
      const config = { token, publicKey: mine.publicKey, apiUrl: there.apiUrl };
      await discordHttp(config, { defaultAudience: "room" }, keptLog(), routes, now)(counted);
      return there.close;
    },
  },
  {
    name: "Slack",
    path: "/slack/events",
    signature: "x-slack-signature",
    timestamp: "x-slack-request-timestamp",
    make: () => asForm(commandPayload("/pledge", "alibaba", "http://127.0.0.1:9/")),
    signed: slackSigner("a-signing-secret-of-these-tests"),
    forged: slackSigner("another-secret-of-these-tests"),
    same: (one, other) => one === other,
    malformed: ["", "v0", "v0=", `v0=${"0".repeat(64)}`, `v1=${"0".repeat(64)}`, `v0=${"x".repeat(64)}`],
    async install(routes, passed) {
      const receiver = httpReceiver(["a-signing-secret-of-these-tests"], routes, keptLog(), { now });
      const processEvent: App["processEvent"] = async ({ ack }) => {
        passed();
        await ack();
      };
      receiver.init({ processEvent } as App);
      await receiver.start();
      return async () => {};
    },
  },
];

/** Flips one bit of the character at `index`, unless the result is not allowed in a header. */
function turned(text: string, index: number, bit: number): string {
  const at = index % text.length;
  const code = text.charCodeAt(at) ^ (1 << (bit % 7));
  const letter = code > 0x20 && code < 0x7f ? String.fromCharCode(code) : text[at];
  return `${text.slice(0, at)}${letter}${text.slice(at + 1)}`;
}

describe.each(ways)("$name", (way) => {
  const { path, signature, timestamp, signed } = way;
  let body = way.make();
  let server: HttpServer;
  let close: () => Promise<void>;
  let passed = 0;

  const ask = async (headers: Record<string, string | string[]>, sent: string | Buffer = body) =>
    (await send(server.port, { path, headers, body: sent })).status;

  beforeAll(async () => {
    const routes: RouteTable = new Map();
    close = await way.install(routes, () => {
      passed += 1;
    });
    const limits = { headersTime: 300, requestTime: 500 };
    server = await serveHttp({ host: "127.0.0.1", port: 0, limits }, routes, keptLog());
  });

  afterAll(async () => {
    await server.stop();
    await close();
  });

  beforeEach(() => {
    clock = NOW;
    passed = 0;
    body = way.make();
  });

  /** Checks that a genuine request is still accepted; otherwise the refusals would prove nothing. */
  const isOpen = async () => {
    passed = 0;
    clock = NOW;
    const another = way.make();
    expect(await ask(signed(another, seconds(NOW)), another)).toBe(200);
    expect(passed).toBe(1);
  };

  it("refuses a turned bit anywhere in the body, the timestamp or the signature", async () => {
    const headers = signed(body, seconds(NOW));
    const bytes = Buffer.from(body);
    const place = fc.record({
      part: fc.constantFrom("body", signature, timestamp),
      index: fc.nat(),
      bit: fc.nat(7),
    });
    await fc.assert(
      fc.asyncProperty(place, async ({ part, index, bit }) => {
        if (part === "body") {
          const flipped = Buffer.from(bytes);
          const at = index % flipped.length;
          flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
          expect(await ask(headers, flipped)).toBe(401);
          return;
        }
        const changed = turned(headers[part] ?? "", index, bit);
        fc.pre(!way.same(changed, headers[part] ?? ""));
        expect(await ask({ ...headers, [part]: changed })).toBe(401);
      }),
      { numRuns: 600 },
    );
    expect(passed).toBe(0);
    await isOpen();
  });

  it("refuses bytes added, removed or exchanged", async () => {
    const headers = signed(body, seconds(NOW));
    const other = body.replace("alibaba", "tencent");
    for (const sent of [`${body} `, ` ${body}`, body.slice(1), body.slice(0, -1), "", other, body + body])
      expect(await ask(headers, sent)).toBe(401);
    // Moving a digit from the timestamp into the body leaves the signed bytes unchanged.
    const moved = seconds(NOW);
    const shifted = { ...headers, [timestamp]: moved.slice(0, -1) };
    expect(await ask(shifted, moved.slice(-1) + body)).toBe(401);
    expect(passed).toBe(0);
    await isOpen();
  });

  it("takes five minutes on either side, and not a second more", async () => {
    for (const offset of [0, -299, -300, 299, 300])
      expect(await ask(signed(body, String(Number(seconds(NOW)) + offset))), String(offset)).toBe(200);
    passed = 0;
    for (const offset of [-301, 301, -3_600, 3_600, -(10 ** 8), 10 ** 8])
      expect(await ask(signed(body, String(Number(seconds(NOW)) + offset))), String(offset)).toBe(401);
    const far = fc.integer({ min: 301, max: 2 ** 31 }).chain((by) => fc.constantFrom(by, -by));
    await fc.assert(
      fc.asyncProperty(far, async (by) => {
        expect(await ask(signed(body, String(Number(seconds(NOW)) + by)))).toBe(401);
      }),
      { numRuns: 100 },
    );
    expect(passed).toBe(0);
    await isOpen();
  });

  it("refuses what was taken once, at once and when the window has passed", async () => {
    const headers = signed(body, seconds(NOW));
    expect(await ask(headers)).toBe(200);
    passed = 0;
    for (const again of [headers[signature]!, headers[signature]!.toUpperCase()])
      expect(await ask({ ...headers, [signature]: again })).toBe(401);
    for (const later of [301, 86_400]) {
      clock = NOW + later * 1_000;
      expect(await ask(headers)).toBe(401);
      expect(await ask({ ...headers, [timestamp]: seconds(clock) })).toBe(401);
    }
    expect(passed).toBe(0);
    await isOpen();
  });

  it("refuses other keys, and signatures in place of each other", async () => {
    expect(await ask(way.forged(body, seconds(NOW)))).toBe(401);
    const another = signed("{}", seconds(NOW));
    expect(await ask({ ...signed(body, seconds(NOW)), [signature]: another[signature]! })).toBe(401);
    for (const other of ways)
      if (other !== way) expect(await ask(other.signed(body, seconds(NOW)))).toBe(401);
    expect(passed).toBe(0);
    await isOpen();
  });

  it("refuses headers that are absent, doubled or malformed", async () => {
    const headers = signed(body, seconds(NOW));
    for (const name of [signature, timestamp]) {
      const { [name]: _, ...without } = headers;
      expect(await ask(without)).toBe(401);
      expect(await ask({ ...headers, [name]: [headers[name]!, headers[name]!] })).toBe(401);
      expect(await ask({ ...headers, [name]: "" })).toBe(401);
    }
    expect(await ask({})).toBe(401);
    for (const given of way.malformed) expect(await ask({ ...headers, [signature]: given })).toBe(401);
    const exact = seconds(NOW);
    for (const given of [
      "x",
      "NaN",
      "Infinity",
      "-1",
      `+${exact}`,
      `${exact}.0`,
      `${exact}e0`,
      "9".repeat(400),
    ])
      expect(await ask(signed(body, given)), given).toBe(401);
    expect(passed).toBe(0);
    await isOpen();
  });

  it("takes no other method, path, size or pace, however well signed", async () => {
    const headers = signed(body, seconds(NOW));
    for (const method of ["GET", "PUT", "DELETE", "PATCH"])
      expect((await send(server.port, { method, path, headers, body })).status).toBe(405);
    for (const elsewhere of ["/", `${path}/`, `${path}/x`, path.toUpperCase(), `/x${path}`, `/?${path}`])
      expect((await send(server.port, { path: elsewhere, headers, body })).status).toBe(404);
    const large = body + " ".repeat(REQUEST_LIMITS.body);
    const refused = await ask(signed(large, seconds(NOW)), large).catch((error: Error) => error.message);
    expect(String(refused)).toMatch(/413|EPIPE|ECONNRESET/);
    // Announce one byte more than is sent.
    const slow = { ...headers, "content-length": String(Buffer.byteLength(body) + 1) };
    expect(await ask(slow)).toBe(408);
    expect(passed).toBe(0);
    await isOpen();
  });
});
