/** Tests how pasted links to pages are unfurled, and which links are not. */
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { createBotFactory } from "../../../src/desk/bot.ts";
import { createLinkPreview } from "../../../src/desk/link-preview.ts";
import type { LinkPreview } from "../../../src/desk/record-summary.ts";
import { type RouteTable, serveHttp } from "../../../src/http/server.ts";
import { englishMessages } from "../../../src/language/en/messages.ts";
import { createLibrary } from "../../../src/library/embedded-library.ts";
import { slackAdapter } from "../../../src/platforms/slack/adapter.ts";
import { SLACK_SCOPES } from "../../../src/platforms/slack/scopes.ts";
import { createLinkSigner } from "../../../src/platforms/web/link-signer.ts";
import { evidenceWithPointers } from "../../../src/shelf/evidence.ts";
import { recordRef } from "../../../src/shelf/kinds.ts";
import { readShelf } from "../../../src/shelf/shelf.ts";
import { keptLog, library, shelf } from "../../desks.ts";
import { setting, shelfWith } from "../../shelves.ts";
import { send, slackSigner } from "../../stand-ins/http.ts";
import { isJson, type Json, walk } from "../../stand-ins/json.ts";
import { type SlackOptions, type SlackStandIn, startSlack } from "../../stand-ins/slack.ts";
import { event, linked, linkedInComposer } from "../../stand-ins/slack-surfaces.ts";
import { aWhile, type RunningSlackBot, startSlackBot, until } from "./slack-bot.ts";

const BASE = "https://refdesk.example.org/desk";
const PLEDGE = `${BASE}/records/pledges/alibaba-common-prosperity`;
const SOURCE = `${BASE}/sources/voa-common-prosperity`;
const recorded = (await library.find({ source: "voa-common-prosperity" })).hits.length;
const QUOTE = `${BASE}/records/quotes/wang-not-voluntary`;

let linkPreview: LinkPreview;
beforeAll(async () => {
  linkPreview = await createLinkPreview(BASE, library);
});

let slackBot: RunningSlackBot | undefined;
afterEach(async () => {
  const faults = slackBot?.stand.faults ?? [];
  await slackBot?.end();
  slackBot = undefined;
  expect(faults).toEqual([]);
});

const begin = async (
  given: LinkPreview | undefined = linkPreview,
  options: SlackOptions = {},
): Promise<RunningSlackBot> => {
  slackBot ??= await startSlackBot(given ? { linkPreview: given } : {}, options);
  return slackBot;
};

const callsTo = (stand: SlackStandIn) => stand.calls.filter(({ method }) => method === "chat.unfurl");
const unfurlsIn = (body: Json) => body.unfurls as Record<string, { blocks: Json[]; preview: Json }>;

/** Sends one message's links and returns the call that unfurls them. */
async function unfurled(of: Json, given?: LinkPreview): Promise<Json> {
  const { stand } = await begin(given);
  const before = callsTo(stand).length;
  expect(await stand.raw(event(of))).toEqual({});
  await until(() => callsTo(stand).length > before, "an unfurl");
  return callsTo(stand).at(-1)!.body;
}

/** Returns the unfurl of one link, as lines. */
async function below(url: string, given?: LinkPreview): Promise<string> {
  return linesOf(unfurlsIn(await unfurled(linked([url]), given))[url]!.blocks);
}

/** Checks that an event is acked and unfurls nothing. */
async function nothing(of: Json, given?: LinkPreview): Promise<void> {
  const { stand } = await begin(given);
  const before = callsTo(stand).length;
  expect(await stand.raw(event(of))).toEqual({});
  await aWhile();
  expect(callsTo(stand).slice(before)).toEqual([]);
}

/** Returns what a user reads, with “> ” before quotations and “· ” before small print. */
const linesOf = (blocks: readonly Json[]): string => blocks.flatMap(readBlock).join("\n");

function readBlock({ type, elements }: Json): string[] {
  const parts = elements as Json[];
  if (type === "context") return parts.map(({ text }) => `· ${text}`);
  return parts.flatMap((part) => {
    if (part.type === "rich_text_list")
      return (part.elements as Json[]).map((item) => `- ${joined(item.elements)}`);
    const text = joined(part.elements).trim();
    return text === "" ? [] : [(part.type === "rich_text_quote" ? "> " : "") + text];
  });
}
const joined = (elements: unknown): string => (elements as Json[]).map(({ text }) => text).join("");

/** Returns the types of all parts, at any depth. */
const typesIn = (what: unknown): Set<string> =>
  new Set([...walk(what)].map(([part]) => String(part.type)).filter((type) => type !== "undefined"));

describe("a link to", () => {
  it("a record shows its name, its passages, and on what sources differ", async () => {
    expect(await below(PLEDGE)).toMatchInlineSnapshot(`
      "Alibaba: common prosperity pledge (pledge)
      > In light of these announcements, Alibaba committed $15.5 billion over the next several years toward initiatives, including technology innovation, economic development, high-quality job creation, and supporting vulnerable groups as a way to “spread wealth.”
      — SupChina, 23 November 2021 [1]
      · Desk’s note: “These announcements” go back to the paragraphs before, on what Xi has said and on what rich individuals and companies have been encouraged to do.
      > Daniel Zhang, CEO at e-commerce giant Alibaba group, said his company’s donation of $15 billion to the initiative over the next five years represented its willingness to help China achieve its goal of prosperity for all.
      — Voice of America, 2021 (both inferred) [2]
      · Desk’s note: “The initiative” is Beijing’s “common prosperity” initiative, named in the first sentence of the text.
      Desk’s note: The sources differ; both are shown.
      - Amount: “$15.5 billion” [1] · “$15 billion” [2]
      - Period: “over the next several years” [1] · “over the next five years” [2]
      · Desk’s notes:
      • One pledge by our reading: neither source has the other’s sum.
      • SupChina’s sentence does not name common prosperity; the link is our reading of the paragraphs before it.
      • VOA’s text opens with the World Internet Conference; it does not say that Daniel Zhang said this there."
    `);
  });

  it("somebody’s words shows whose they are", async () => {
    const [title, words, whose] = (await below(QUOTE)).split("\n");
    expect(title).toBe("Wang Hsin-Hsien on whether the donations will be voluntary (quotation)");
    expect(words).toMatch(/^> “China’s current .* So I don’t think these donations will be voluntary”$/);
    expect(whose).toBe(
      "— Wang Hsin-Hsien (speaker inferred), reported by Voice of America, 2021 (both inferred) [1]",
    );
  });

  it.each([
    ["records/terms/third-distribution", "Third distribution (term)\n", "> The third distribution taps"],
    ["records/terms/unregistered-ngos", englishMessages.define.used("Unregistered NGOs"), "> “The moves"],
    ["records/events/world-internet-conference", "(event)\nWhen: “", "— Voice of America"],
    ["records/facts/spread-wealth", "(statement)\n> In light of", "— SupChina, 23 November 2021 [1]"],
    [
      "records/facts/zhou-hongyi-on-donating",
      "(statement)\nZhou Hongyi,",
      englishMessages.quote.reportOf("Zhou Hongyi"),
    ],
    ["records/people/xi-jinping", "Xi Jinping (person)\nRole: “Chinese President” [1]\n> ", "— "],
    ["people/xi-jinping", "Xi Jinping (person)\nRole: “Chinese President” [1]\n> ", "— "],
    ["organizations/alibaba", "Alibaba (organization)\nDescribed as: “", "> Chief among them"],
    ["records/organizations/alibaba#said", "Alibaba (organization)\n", "> Chief among them"],
    [
      "sources/voa-common-prosperity",
      "“China’s Tech Titans Funding",
      `Voice of America, 2021 (both inferred): ${recorded}`,
    ],
    ["sources/voa-common-prosperity#p434-654", "“China’s Tech Titans", "> Daniel Zhang, CEO at e-commerce"],
    ["records/terms/third-distribution/", "Third distribution (term)\n", "> The third distribution taps"],
    ["records/terms/third-distribution#:~:text=third", "Third distribution (term)\n", "> The third"],
    ["people/xi-jinping/#:~:text=Xi,said%20so", "Xi Jinping (person)\n", "— "],
    [
      "sources/voa-common-prosperity#p434-654:~:text=Daniel%20Zhang",
      "“China’s Tech Titans",
      "> Daniel Zhang, CEO at e-commerce",
    ],
    ["sources/voa-common-prosperity#p435-654", "“China’s Tech Titans", `${recorded} records`],
  ])("/%s", async (path, begins, holds) => {
    const text = await below(`${BASE}/${path}`);
    expect(text).toContain(begins);
    expect(text).toContain(holds);
  });

  it("any record stands in small, with passages that are in its sources and nothing to press", async () => {
    await begin();
    const { hits } = await library.find({});
    const urls = hits.map((record) => `${BASE}/records/${recordRef(record)}`);
    const texts = [...shelf.sources.values()].map(({ text }) => text.replace(/[\u00a0\u202f]/g, " "));
    for (let at = 0; at < urls.length; at += 5) {
      const some = urls.slice(at, at + 5);
      const unfurls = unfurlsIn(await unfurled(linked(some)));
      expect(Object.keys(unfurls)).toEqual(some);
      for (const [url, { blocks, preview }] of Object.entries(unfurls)) {
        const [head] = [...walk(blocks)].map(([part]) => part).filter(({ type }) => type === "link");
        expect(head).toMatchObject({ url, style: { bold: true } });
        expect(preview).toEqual({ title: { type: "plain_text", text: head?.text, emoji: false } });
        const passages = [...walk(blocks)].filter(([part]) => part.type === "rich_text_quote");
        for (const [quote] of passages)
          for (const text of joined(quote.elements).split(" […] "))
            expect(
              texts.some((whole) => whole.includes(text.replace(/^“|”$/g, ""))),
              text,
            ).toBe(true);
        for (const type of typesIn(blocks)) expect(PARTS, url).toContain(type);
      }
    }
  });
});

const PARTS = [
  ...["rich_text", "rich_text_section", "rich_text_quote", "rich_text_list", "text", "link"],
  ...["context", "plain_text"],
];

describe("a message", () => {
  it("with several links has what stands below each, and nothing for what is no page here", async () => {
    const others = [
      "https://elsewhere.example/desk/records/pledges/alibaba-common-prosperity",
      `${BASE}/records/pledges/no-such-pledge`,
      `${BASE}/search?q=alibaba`,
      `${BASE}/`,
    ];
    const { unfurls } = await unfurled(linked([others[0]!, PLEDGE, others[1]!, SOURCE, ...others.slice(2)]));
    expect(Object.keys(unfurls as Json)).toEqual([PLEDGE, SOURCE]);
  });

  it("with very many has the first few", async () => {
    const { hits } = await library.find({ kinds: ["quotes"] });
    const urls = hits.map((record) => `${BASE}/records/${recordRef(record)}`);
    expect(Object.keys(unfurlsIn(await unfurled(linked(urls))))).toEqual(urls.slice(0, 5));
    await nothing(linked(Array(101).fill(PLEDGE)));
  });

  it("that was posted is named by the id that Slack gives, or else by its place", async () => {
    const posted = linked([QUOTE]);
    const { unfurl_id, channel, message_ts: ts } = posted;
    expect(await unfurled(posted)).toMatchObject({ unfurl_id, source: "conversations_history" });
    const plain = await unfurled({ ...posted, unfurl_id: undefined, source: undefined });
    expect(plain).toMatchObject({ channel, ts });
  });

  it("that is still being written has it too", async () => {
    const written = linkedInComposer([QUOTE]);
    const { channel, ts, ...target } = await unfurled(written);
    expect(target).toMatchObject({ unfurl_id: written.unfurl_id, source: "composer" });
    expect([channel, ts]).toEqual([undefined, undefined]);
  });

  it("speaks its writer’s language, or the deployment’s", async () => {
    const shown = async (user_locale: string) =>
      linesOf(unfurlsIn(await unfurled(linked([SOURCE], { user_locale })))[SOURCE]!.blocks);
    expect(await shown("en-US")).toContain(`${recorded} records`);
    expect(await shown("zh-CN")).toContain("记录");
    expect(await shown("zh-TW")).toContain("紀錄");
    await slackBot?.end();
    slackBot = await startSlackBot({ linkPreview, locale: "zh-Hans" });
    expect(await shown("en-US")).toContain("记录");
  });

  it("that comes twice, on either socket, is seen once", async () => {
    const { stand } = await begin();
    await until(() => stand.open === 2, "two sockets");
    const repeated = event(linked([QUOTE]), "Ev0REPEATED");
    for (const on of [0, 1, 1, 0]) expect(await stand.raw(repeated, on)).toEqual({});
    await until(() => callsTo(stand).length > 0);
    await aWhile();
    expect(callsTo(stand).length).toBe(1);
  });

  it.each([
    ["the bot’s own", { user: "U0STANDBOT1" }],
    ["another bot’s", { bot_id: "B0OTHER0001" }],
    ["nobody’s", { user: undefined }],
    ["from nowhere that Slack has", { source: "elsewhere" }],
    ["with links that are none", { links: "x" }],
    ["with links that have no address", { links: [{ domain: "refdesk.example.org" }] }],
  ])("%s is acked and left alone", async (_what, more) => {
    await nothing(linked([PLEDGE], more));
  });
});

/** URLs that look like a page's, or reach a page other than by its canonical path. */
const STRANGE = [
  "https://refdesk.example.org/records/pledges/alibaba-common-prosperity",
  "http://refdesk.example.org/desk/records/pledges/alibaba-common-prosperity",
  "https://refdesk.example.org:8443/desk/records/pledges/alibaba-common-prosperity",
  "https://refdesk.example.org.evil.example/desk/records/pledges/alibaba-common-prosperity",
  "https://evil.example/https://refdesk.example.org/desk/records/pledges/alibaba-common-prosperity",
  "https://refdesk.example.org@evil.example/desk/records/pledges/alibaba-common-prosperity",
  "https://reader:secret@refdesk.example.org/desk/records/pledges/alibaba-common-prosperity",
  "https://refdesk.example.org\\desk\\records\\pledges\\alibaba-common-prosperity",
  "https://refdesk.example.org/deskrecords/pledges/alibaba-common-prosperity",
  "https://refdesk.example.org/desk-records/pledges/alibaba-common-prosperity",
  `${BASE}//records/pledges/alibaba-common-prosperity`,
  `${BASE}/records/pledges/../pledges/alibaba-common-prosperity`,
  `${BASE}/x/../records/pledges/alibaba-common-prosperity`,
  `${BASE}/records%2fpledges%2falibaba-common-prosperity`,
  `${BASE}/records/pledges%2Falibaba-common-prosperity`,
  `${BASE}/records/pledges/alibaba%2dcommon-prosperity`,
  `${BASE}/records/pledges/alibaba-common-prosperity//`,
  `${BASE}/records/pledges/alibaba-common-prosperity#:~:selector=x`,
  `${BASE}/records/pledges/alibaba-common-prosperity?q=1`,
  `${BASE}/records/pledges/alibaba-common-prosperity#said#proof`,
  `${BASE}/records/pledges/alibaba-common-prosperity\n`,
  `${BASE}/records/pledges/Alibaba-common-prosperity`,
  `${BASE}/records/pledges/`,
  `${BASE}/records/sources/voa-common-prosperity`,
  `${BASE}/records/__proto__/constructor`,
  `${BASE}/records/quotes/constructor`,
  `${BASE}/pledges/alibaba-common-prosperity`,
  `${BASE}/people/alibaba`,
  `${BASE}/sources/voa-common-prosperity/../../records/pledges/alibaba-common-prosperity`,
  `${BASE}/sources/`,
  `${BASE}/api/records/pledges/alibaba-common-prosperity`,
  "javascript:alert(1)",
  "",
  "x",
];

describe("no address but the pages’ own", () => {
  it.each(STRANGE)("%s", async (url) => {
    expect(await linkPreview(url, englishMessages)).toBeUndefined();
  });

  it("is looked at in a message that has all of these, and very long ones, and one of theirs", async () => {
    const long = ["/records/pledges/", "/sources/", "/records/"].map(
      (path) => BASE + path + "a".repeat(30_000),
    );
    const { unfurls } = await unfurled(linked([...STRANGE, ...long, QUOTE]));
    expect(Object.keys(unfurls as Json)).toEqual([QUOTE]);
  });
});

describe("a source for the desk alone", () => {
  const open = createGlanceOver({ "seeds/voa-common-prosperity.json": setting("/visibility", "desk") });
  async function createGlanceOver(changes: Parameters<typeof shelfWith>[0]): Promise<LinkPreview> {
    return createLinkPreview(BASE, createLibrary(await readShelf(shelfWith(changes))));
  }

  it("is not shown, and neither is what stands on it, while the rest is", async () => {
    const given = await open;
    const shown: string[] = [];
    for (const record of shelf.records.values()) {
      const answer = await given(`${BASE}/records/${recordRef(record)}`, englishMessages);
      const sources = evidenceWithPointers(record).map(({ evidence }) => evidence.source);
      if (sources.includes("voa-common-prosperity")) expect(answer, recordRef(record)).toBeUndefined();
      if (answer) shown.push(...answer.sources.map(({ id }) => id));
    }
    expect(new Set(shown)).toEqual(new Set(["supchina-tech-philanthropy"]));
  });

  it("nor by any link to it, signed or not", async () => {
    const given = await open;
    const { sign: signed } = createLinkSigner("x".repeat(32));
    const path = "/sources/voa-common-prosperity";
    for (const url of [SOURCE, `${SOURCE}#p434-654`, BASE + signed(path, new Date(Date.now() + 86_400_000))])
      await nothing(linked([url, PLEDGE]), given);
    expect(await below(`${BASE}/records/facts/spread-wealth`, given)).toContain("— SupChina");
  });

  it("and nothing that a record is called means anything but itself", async () => {
    const name = "<!channel> *bold* <@U0READER001> &amp; :tada: <https://evil.example|here> @here";
    const given = await createGlanceOver({ "data/facts/spread-wealth.json": setting("/label", name) });
    expect(await below(`${BASE}/records/facts/spread-wealth`, given)).toContain(`${name} (statement)\n`);
  });
});

describe("where it fails", () => {
  it("the message stays as it is, the log says so without the address, and the next is shown", async () => {
    const { stand, log } = await begin();
    stand.fail("chat.unfurl", 1, "cannot_unfurl_url");
    await stand.raw(event(linked([PLEDGE])));
    const said = () => log.lines.filter(({ message }) => message.includes("could not be unfurled"));
    await until(() => said().length > 0);
    expect(said().map(({ level }) => level)).toEqual(["warn"]);
    expect(await below(QUOTE)).toContain("Wang Hsin-Hsien");
    await until(() => log.lines.some(({ message }) => message === "unfurled"));
    const { data } = log.lines.find(({ message }) => message === "unfurled")!;
    expect(data).toEqual({ event: "link_shared", links: 1, ms: expect.any(Number) });
    expect(JSON.stringify(log.lines)).not.toContain("refdesk.example.org");
  });

  it("because Slack is out of breath, it is tried again", async () => {
    const { stand } = await begin();
    stand.fail("chat.unfurl", 1, 503);
    await stand.raw(event(linked([QUOTE])));
    await until(() => callsTo(stand).length > 1);
    await aWhile();
    expect(callsTo(stand)).toHaveLength(2);
  });

  it("because a page cannot be told of, the bot goes on", async () => {
    const { stand, log } = await begin(() => Promise.reject(new Error("it broke")));
    const warnings = () => log.lines.filter(({ level }) => level === "warn").length;
    await nothing(linked([PLEDGE]));
    await until(() => warnings() > 0, "the log");
    expect(warnings()).toBe(1);
    expect(String((await stand.command("/pledge", "alibaba")).text)).toContain("Alibaba");
  });
});

describe("it is off", () => {
  const without = (scope: string) => SLACK_SCOPES.map((one) => one.scope).filter((one) => one !== scope);

  it.each(["links:read", "links:write"])("without %s, which is named at the start", async (scope) => {
    const { log } = await begin(linkPreview, { scopes: without(scope) });
    const [line] = log.lines.filter(({ message }) => message.includes("scopes were not granted"));
    expect(line?.data).toEqual({ off: [`unfurls of links to the pages (${scope})`] });
    await nothing(linked([PLEDGE]));
  });

  it("without pages, for which no scope is missed", async () => {
    slackBot = await startSlackBot(
      {},
      { scopes: without("links:read").filter((scope) => scope !== "links:write") },
    );
    expect(slackBot.log.lines.filter(({ level }) => level === "warn")).toEqual([]);
    await nothing(linked([PLEDGE]));
  });
});

it("over HTTP stands there too, and once, however often Slack sends it", async () => {
  const [stand, log] = [await startSlack(), keptLog()];
  const secret = "a-signing-secret-of-these-tests";
  const routes: RouteTable = new Map();
  const { botToken, apiUrl } = stand;
  const policy = { defaultAudience: "room", commandPrefix: "", linkPreview } as const;
  const startAdapter = slackAdapter({ botToken, apiUrl, signingSecrets: [secret] }, policy, log, routes);
  const stop = await startAdapter(createBotFactory(library, commands, log));
  const server = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, log);
  try {
    const of = linked([PLEDGE, "https://elsewhere.example/"]);
    stand.linked(of);
    const { payload } = event(of);
    for (const again of [0, 1, 2]) {
      const body = JSON.stringify(isJson(payload) ? { ...payload, again } : {});
      const headers = { ...slackSigner(secret)(body), "x-slack-retry-num": String(again) };
      const reply = await send(server.port, { path: "/slack/events", headers, body });
      expect([reply.status, reply.body]).toEqual([200, ""]);
    }
    await until(() => callsTo(stand).length > 0, "an unfurl");
    await aWhile();
    expect(callsTo(stand).map(({ body }) => Object.keys(body.unfurls as Json))).toEqual([[PLEDGE]]);
    expect(stand.faults).toEqual([]);
  } finally {
    await server.stop();
    await stop();
    await stand.close();
  }
});
