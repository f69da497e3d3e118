/** Discord's servers with shelves of their own, which share their ids: none sees anything of another's. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { commands } from "../../commands/index.ts";
import { assembleDesk } from "../../src/app/assemble.ts";
import { createRunningCuration } from "../../src/app/curation.ts";
import { createMessageHub } from "../../src/app/message-hub.ts";
import { openOwnDesks } from "../../src/app/own-desks.ts";
import { ownShelfOpener } from "../../src/app/own-shelf.ts";
import { openCitationLog } from "../../src/citation-log/open-log.ts";
import { createRecorder } from "../../src/citation-log/recorder.ts";
import type { DeliveryPolicy } from "../../src/delivery/policy.ts";
import type { BotFactory } from "../../src/desk/bot.ts";
import { type HttpServer, type RouteTable, serveHttp } from "../../src/http/server.ts";
import { openSettings } from "../../src/installations/sql-settings.ts";
import { discordHttp } from "../../src/platforms/discord/http.ts";
import { createMessageResponder } from "../../src/platforms/discord/mentions.ts";
import type { ServerSurroundingsOf } from "../../src/platforms/discord/policy.ts";
import type { StopFunction } from "../../src/support/stop-function.ts";
import { keptLog } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";
import { commandData, interaction, snowflake } from "../stand-ins/discord-payloads.ts";
import { discordSigner, send, startCallBacks } from "../stand-ins/http.ts";
import type { Json } from "../stand-ins/json.ts";
import { markedShelf } from "./marked-shelf.ts";

const [alpha, beta, plain, role] = [snowflake(), snowflake(), snowflake(), snowflake()];
/** A server that has reviewers of its own, and the deployment's shelf. */
const reviewed = snowflake();
const MARK: Readonly<Record<string, string>> = { [alpha]: "Alphaside", [beta]: "Betaside" };
const { publicKey, signed } = discordSigner();
const token = `${"A".repeat(24)}.AAAAAA.${"B".repeat(38)}`;
const place = { folder: temporaryFolder() };
const log = keptLog();

let there: Awaited<ReturnType<typeof startCallBacks>>;
let server: HttpServer;
let policy: DeliveryPolicy;
let botFor: BotFactory;
let surroundingsOf: ServerSurroundingsOf;
const ends: (() => Promise<unknown>)[] = [];

async function start(
  own: DeliveryPolicy,
  surroundings: ServerSurroundingsOf,
  bots: BotFactory,
): Promise<HttpServer> {
  const routes: RouteTable = new Map();
  const config = { token, publicKey, apiUrl: there.apiUrl };
  const adapter = discordHttp(config, { ...own, surroundingsOf: surroundings }, log, routes);
  const stop: StopFunction = await adapter(bots);
  const http = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, log);
  ends.push(() => http.stop(), stop);
  return http;
}

beforeAll(async () => {
  there = await startCallBacks(publicKey);
  const store = await openSettings(place);
  await store.set(alpha, { shelf: markedShelf(MARK[alpha]!), reviewers: [`role:${role}`] });
  await store.set(reviewed, { reviewers: [`role:${role}`] });
  await store.set(beta, { shelf: markedShelf(MARK[beta]!), language: "zh-TW", visibility: "asker" });
  await store.close();
  const settings = { cache: temporaryFolder(), colour: false, dumb: false, isUtf8: true };
  const progress = { report: () => {}, done: () => {} };
  const citationLog = createRecorder(() => openCitationLog(place), log);
  const { holder, refresher, botsWith } = await assembleDesk(settings, { log, progress, eager: true });
  const curation = createRunningCuration({ citations: place, reviewers: [] }, settings, {
    holder,
    refresher,
    log,
  });
  policy = {
    ...{ defaultAudience: "room", replyTimeoutMs: 20_000, recordCitations: citationLog.record },
    curation: curation.curation,
  };
  botFor = botsWith(citationLog);
  const own = await openOwnDesks({
    ...{
      platform: "discord",
      place,
      botFor,
      policy,
      curation,
      log,
      hub: createMessageHub(curation.directMessages),
    },
    openShelf: ownShelfOpener({ citations: place }, settings, citationLog, log),
    withoutPages: (same) => same,
  });
  surroundingsOf = own.surroundingsOf;
  server = await start(policy, surroundingsOf, botFor);
  ends.push(
    own.close,
    () => citationLog.close(),
    () => curation.close(),
  );
  for (const guild of [alpha, beta])
    await vi.waitFor(
      async () => expect(await ask("/define common prosperity", guild)).toContain(MARK[guild]),
      {
        timeout: 120_000,
      },
    );
});

afterAll(async () => {
  for (const end of ends) await end();
  await there.close();
});

async function post(
  part: { type: number; data: Json },
  guildId: string | null,
  who: Json = {},
  to = server,
): Promise<string> {
  const payload = interaction(there.applicationId, part as never, { guildId, ...who });
  const body = JSON.stringify(payload);
  const reply = await send(to.port, { path: "/discord/interactions", headers: signed(body), body });
  expect(reply.status).toBe(200);
  return reply.body;
}

/** Asks a line as a slash command. */
function ask(line: string, guildId: string | null, who: Json = {}, to = server): Promise<string> {
  const [, name = "", text = ""] = /^\/(\S+) ?(.*)$/s.exec(line) ?? [];
  const [option] = commands.find((command) => command.name === name)?.options ?? [];
  const options = option && text !== "" ? { [option.name]: text } : {};
  return post({ type: 2, data: commandData(snowflake(), name, options) }, guildId, who, to);
}

const expectNothingOfOthers = (said: string, guild: string): void => {
  for (const [other, mark] of Object.entries(MARK)) if (other !== guild) expect(said).not.toContain(mark);
};

describe("servers with shelves of their own", () => {
  it("are each answered from it, also where a reply was kept", async () => {
    const marked = new Set<string>();
    const lines = commands
      .flatMap(({ examples }) => examples.slice(0, 2))
      .filter((line) => !line.includes(":"));
    expect(lines.length).toBeGreaterThan(8);
    for (const round of [1, 2])
      for (const line of lines)
        for (const guild of [alpha, beta, plain]) {
          const said = await ask(line, guild);
          expectNothingOfOthers(said, guild);
          if (MARK[guild] && said.includes(MARK[guild])) marked.add(`${round} ${guild}`);
        }
    expect(marked.size).toBe(4);
  });

  it("suggest names of their own while somebody types", async () => {
    const typing = (guild: string) =>
      post({ type: 4, data: commandData(snowflake(), "define", { term: "prosper" }, "term") }, guild);
    for (const guild of [alpha, beta]) {
      const said = await typing(guild);
      expect(said).toContain(MARK[guild]);
      expectNothingOfOthers(said, guild);
    }
  });

  it("give what is theirs for a control of another's", async () => {
    const [line] = /\/define [^"]*Alphaside[^"]*/.exec(await ask("/define", alpha)) ?? [
      "/define common prosperity",
    ];
    const message = { flags: 0, components: [], interaction_metadata: { user: { id: snowflake() } } };
    const pressed = await post(
      { type: 3, data: { custom_id: "/define common prosperity", component_type: 2 }, message } as never,
      beta,
    );
    expect(line.length).toBeGreaterThan(7);
    expect(pressed).toContain("Betaside");
    expect(pressed).not.toContain("Alphaside");
  });

  it("have their own language, audience and conversations, and a direct message has the deployment's shelf", async () => {
    const [open, own] = [
      await ask("/define common prosperity", alpha),
      await ask("/define common prosperity", beta),
    ];
    expect([JSON.parse(open).data.flags & 64, JSON.parse(own).data.flags & 64]).toEqual([0, 64]);
    expect(own).toContain("轉載");
    const channel = { channel: snowflake() };
    await ask("/define common prosperity", alpha, channel);
    await expect.poll(() => ask("/bibliography", alpha, channel)).toContain("SupChina");
    for (const guild of [beta, plain])
      expect(await ask("/bibliography", guild, channel)).not.toContain("SupChina");
    const direct = await ask("/define common prosperity", null);
    expect(direct).toContain("Common prosperity");
    expect(direct).not.toMatch(/Alphaside|Betaside/);
  });

  it("answer mentions from it, and direct messages from the deployment's", async () => {
    const posts: string[] = [];
    const exchange = {
      async post(message: object) {
        posts.push(JSON.stringify(message));
        return undefined;
      },
      edit: async () => {},
    };
    const answer = createMessageResponder(botFor, { ...policy, surroundingsOf }, () => exchange, log);
    const written = {
      id: snowflake(),
      asker: snowflake(),
      channel: snowflake(),
      line: "define common prosperity",
    };
    // What is for the asker alone in its server is a line with a button there.
    const said = { [alpha]: "Alphaside", [beta]: "這則回答僅供你查看", [plain]: "Common prosperity" };
    for (const guild of [alpha, beta, plain]) {
      await answer({ ...written, isDirect: false, server: guild });
      expect(posts.at(-1)).toContain(said[guild]);
      expectNothingOfOthers(posts.at(-1) ?? "", guild);
    }
    await answer({ ...written, isDirect: true });
    expect(posts.at(-1)).not.toMatch(/Alphaside|Betaside/);
    expect(posts).toHaveLength(4);
  });

  it("are no server's where the user alone has the app: the deployment's shelf answers", async () => {
    const user = snowflake();
    const owners = { "1": user };
    const said = await ask("/define common prosperity", alpha, { userId: user, owners });
    expect(said).toContain("Common prosperity");
    expect(said).not.toContain("Alphaside");
    const settings = commandData(snowflake(), "refdesk settings", {});
    const who = { userId: user, owners, permissions: "32" };
    expect(await post({ type: 2, data: settings }, alpha, who)).toContain("There is no server here");
    expect(await post({ type: 2, data: settings }, null, who)).toContain("There is no server here");
  });

  it("have settings that their own managers alone see and change, wherever the form was opened", async () => {
    const store = await openSettings(place);
    const stored = async () => Object.fromEntries(await store.all());
    const before = await stored();
    const typed = (guild: string, permissions = "32") =>
      post({ type: 2, data: commandData(snowflake(), "refdesk settings", {}) }, guild, { permissions });
    const sendForm = (guild: string, language: string, permissions: string) => {
      const component = { type: 3, custom_id: "language", values: [language] };
      const data = { custom_id: "desk:/settings", components: [{ type: 18, component }] };
      return post({ type: 5, data }, guild, { permissions });
    };
    const own = await typed(alpha);
    expect(JSON.parse(own).data.flags & 64).toBe(64);
    expect(own).toContain("Its own");
    expect(own).toContain(role);
    expect(await typed(plain)).toContain("The one for everyone");
    const said = /Only those who may manage this server|只有可以管理此伺服器/;
    for (const guild of [alpha, beta, plain]) {
      expect(await typed(guild, "1")).toMatch(said);
      expect(await sendForm(guild, "zh-CN", "1")).toMatch(said);
    }
    expect(await stored()).toEqual(before);
    expect(await sendForm(plain, "zh-CN", "32")).toContain("Saved.");
    expect(await stored()).toEqual({ ...before, [plain]: { language: "zh-CN" } });
    // It takes hold at once.
    expect(await ask("/define common prosperity", plain)).toMatch(/转载|未审核/);
    expect(await ask("/define common prosperity", alpha)).not.toMatch(/转载|未审核/);
    await sendForm(plain, "deployment", "32");
    expect(await stored()).toEqual(before);
    await store.close();
  });

  it("decide nothing by the buttons of another's review", async () => {
    const sent = {
      custom_id: "desk:/report /define common prosperity",
      components: [
        { type: 18, component: { type: 4, custom_id: "remark", value: "It is wrong in Alphaside." } },
      ],
    };
    expect(await post({ type: 5, data: sent }, alpha)).toContain("Thank");
    const review = commandData(snowflake(), "refdesk review", {});
    const reviewer = { roles: [role] };
    const card = await post({ type: 2, data: review }, alpha, reviewer);
    expect(card).toContain("It is wrong in Alphaside.");
    const ids = [...card.matchAll(/"custom_id":"(\/review \S+ do:\w+)"/g)].map(([, id]) => id!);
    expect(ids.length).toBeGreaterThan(3);
    // Whoever has this role reviews here too, what was sent here.
    expect(await post({ type: 2, data: review }, reviewed, reviewer)).not.toContain("Alphaside");
    const message = { flags: 64, components: [], interaction_metadata: { user: { id: snowflake() } } };
    for (const custom_id of ids) {
      const pressed = { type: 3, data: { custom_id, component_type: 2 }, message } as never;
      expect(await post(pressed, reviewed, reviewer)).not.toMatch(/Alphaside|Only reviewers/);
    }
    expect(await post({ type: 2, data: review }, alpha, reviewer)).toContain("It is wrong in Alphaside.");
    const lines = JSON.stringify(log.lines);
    expect(lines).not.toMatch(/Alphaside|Betaside|It is wrong|common prosperity/);
  });

  it("let those review who are named there, in that server alone", async () => {
    const review = (guild: string, roles: string[]) =>
      post({ type: 2, data: commandData(snowflake(), "refdesk review", {}) }, guild, { roles });
    const refused = /Only reviewers|只有審核/;
    expect(await review(alpha, [role])).not.toMatch(refused);
    expect(await review(alpha, [snowflake()])).toMatch(refused);
    expect(await review(beta, [role])).toMatch(refused);
    expect(await review(plain, [role])).toMatch(refused);
  });
});

it.each([
  ["is still being read", () => new Promise<never>(() => {}), "is opening its shelf"],
  ["cannot be read", () => Promise.reject(new Error("it has a fault")), "cannot answer right now"],
])("a server whose shelf %s is told so", async (_, opening, said) => {
  const never = () => Promise.reject(new Error("nobody is asked"));
  const other = await start({ defaultAudience: "room" }, opening, never);
  expect(await ask("/define common prosperity", alpha, {}, other)).toContain(said);
  const typing = commandData(snowflake(), "define", { term: "prosper" }, "term");
  expect(JSON.parse(await post({ type: 4, data: typing }, alpha, {}, other)).data).toEqual({ choices: [] });
});
