/** Signed requests with arbitrary bodies: each is answered, and the server keeps working. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HttpServer, type RouteTable, serveHttp } from "../../src/http/server.ts";
import { createReplayGuard, isCurrentTimestamp } from "../../src/http/signed-requests.ts";
import { discordHttp } from "../../src/platforms/discord/http.ts";
import { slackAdapter } from "../../src/platforms/slack/adapter.ts";
import { botsWithLog, keptLog } from "../desks.ts";
import { commandData, interaction } from "../stand-ins/discord-payloads.ts";
import { asForm, discordSigner, seconds, send, slackSigner, startCallBacks } from "../stand-ins/http.ts";
import type { Json } from "../stand-ins/json.ts";
import { startSlack } from "../stand-ins/slack.ts";
import { actionPayload, commandPayload } from "../stand-ins/slack-payloads.ts";

const mine = discordSigner();
const token = `${"A".repeat(24)}.AAAAAA.${"B".repeat(38)}`;
const pledge = { type: 2, data: commandData("1100000000000000301", "pledge", { subject: "alibaba" }) };

/** Returns a different second of the timestamp window each time, so that no two requests have the same signature. */
function seconder(): () => string {
  let sent = -250;
  return () => {
    sent = sent === 250 ? -250 : sent + 1;
    return seconds(Date.now() + sent * 1_000);
  };
}

/** Generates arbitrary bytes, arbitrary JSON, and real payloads with some fields replaced. */
const anything = (real: readonly Json[]) =>
  fc.oneof(
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text)),
    fc
      .record({
        base: fc.constantFrom(...real),
        changes: fc.dictionary(
          fc.constantFrom(...real.flatMap((one) => Object.keys(one))),
          fc.jsonValue({ maxDepth: 2 }),
          { minKeys: 1, maxKeys: 4 },
        ),
      })
      // Leave out the address for replies: tests must not send requests to generated URLs.
      .map(({ base, changes }) =>
        Buffer.from(JSON.stringify({ ...base, ...changes, response_url: undefined })),
      ),
  );

describe("any bytes that are signed", () => {
  const installed = async (install: (routes: RouteTable) => Promise<unknown>): Promise<HttpServer> => {
    const routes: RouteTable = new Map();
    await install(routes);
    return serveHttp({ host: "127.0.0.1", port: 0 }, routes, keptLog());
  };

  it("are answered, and Discord's way in goes on", async () => {
    const { botFor, log } = botsWithLog();
    const second = seconder();
    const there = await startCallBacks(mine.publicKey);
    const config = { token, publicKey: mine.publicKey, apiUrl: there.apiUrl };
    const server = await installed((routes) =>
      discordHttp(config, { defaultAudience: "room", replyTimeoutMs: 60_000 }, log, routes)(botFor),
    );
    const real = [2, 4].map((type) => interaction(there.applicationId, { ...pledge, type }));
    await fc.assert(
      fc.asyncProperty(anything(real), async (body) => {
        const headers = mine.signed(body, second());
        const { status } = await send(server.port, { path: "/discord/interactions", headers, body });
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 400 },
    );
    const body = JSON.stringify(real[0]);
    const last = await send(server.port, { path: "/discord/interactions", headers: mine.signed(body), body });
    expect(last.body).toContain("15.5 billion");
    await server.stop();
    await there.close();
  });

  it("are answered, and Slack's way in goes on", async () => {
    const { botFor, log } = botsWithLog();
    const second = seconder();
    const stand = await startSlack({ checks: false });
    const config = {
      botToken: stand.botToken,
      apiUrl: stand.apiUrl,
      signingSecrets: ["of-these-tests-alone"],
    };
    const server = await installed((routes) =>
      slackAdapter(
        config,
        { defaultAudience: "room", commandPrefix: "", replyTimeoutMs: 60_000 },
        log,
        routes,
      )(botFor),
    );
    const signed = slackSigner("of-these-tests-alone");
    const command = commandPayload("/pledge", "alibaba", "");
    const event = { type: "app_mention", user: "U1", text: "x", channel: "C1", ts: "1.1" };
    const real: Json[] = [
      command,
      { ...actionPayload("ask:0:U1", undefined, ""), response_url: undefined },
      { type: "event_callback", event_id: "Ev1", team_id: "T1", event },
      { type: "message_action", callback_id: "find_sources", user: { id: "U1" }, message: { text: "x" } },
      { type: "view_submission", view: { callback_id: "x" }, user: { id: "U1" }, team: { id: "T1" } },
      { type: "block_suggestion", name: "x", value: "x", user: { id: "U1" }, team: { id: "T1" } },
    ];
    const forms = [
      (body: Buffer) => body,
      (body: Buffer) => Buffer.from(`payload=${encodeURIComponent(body.toString())}`),
    ];
    await fc.assert(
      fc.asyncProperty(anything(real), fc.constantFrom(...forms), async (given, form) => {
        const body = form(given);
        const { status } = await send(server.port, {
          path: "/slack/events",
          headers: signed(body, second()),
          body,
        });
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 400 },
    );
    // A trigger that was drawn already would be taken for one sent again.
    const body = asForm(commandPayload("/pledge", "alibaba", ""));
    const last = await send(server.port, { path: "/slack/events", headers: signed(body), body });
    expect(last.body).toContain("15.5 billion");
    await server.stop();
    await stand.close();
  });
});

describe("the time of a signed request", () => {
  const now = 1_700_000_000_500;
  it.each([
    [0, true],
    [-299, true],
    [299, true],
    [-301, false],
    [302, false],
    [-86_400, false],
    [86_400, false],
  ])("%i seconds from now: %s", (offset, isTaken) => {
    expect(isCurrentTimestamp(String(Math.floor(now / 1_000) + offset), now)).toBe(isTaken);
  });

  it.each(["", "now", "-1", "1e9", "1700000000.5", " 1700000000", undefined, 1_700_000_000])(
    "%j is none",
    (timestamp) => {
      expect(isCurrentTimestamp(timestamp, now)).toBe(false);
    },
  );
});

describe("a signature that was used", () => {
  const hex = (number: number) => number.toString(16).padStart(64, "0");
  const now = 1_700_000_000_000;
  const at = (offset: number) => String(now / 1_000 + offset);

  it("is known as long as its timestamp is accepted, however many come after it", () => {
    const guard = createReplayGuard();
    expect(guard(hex(1), at(300), now)).toBe("new");
    expect(guard(hex(2), at(-300), now)).toBe("new");
    for (let number = 3; number < 30_000; number++) guard(hex(number), at(number % 300), now + number);
    expect(guard(hex(2).toUpperCase(), at(-300), now)).toBe("seen");
    expect(guard(hex(1), at(300), now + 599_000)).toBe("seen");
    expect(guard(hex(40_000), at(0), now + 599_000)).toBe("new");
  });

  it("is forgotten once its timestamp is no longer accepted, so that memory has an end", () => {
    const guard = createReplayGuard(10);
    for (let minute = 0; minute < 100; minute++)
      expect(guard(hex(minute), at(60 * minute), now + 60_000 * minute)).toBe("new");
  });

  it("is not forgotten for others: what cannot be remembered is refused", () => {
    const guard = createReplayGuard(10);
    for (let number = 0; number < 10; number++) expect(guard(hex(number), at(0), now)).toBe("new");
    expect(guard(hex(10), at(0), now)).toBe("full");
    expect(guard(hex(0), at(0), now)).toBe("seen");
    expect(guard(hex(11), at(700), now + 700_000)).toBe("new");
  });
});
