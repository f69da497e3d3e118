/** Replaces the library while asks run, on every surface: no answer mixes two versions, and no old one is served after. */
import { setImmediate } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createCurrentBots } from "../../src/app/current-bots.ts";
import { createCurrentLibrary } from "../../src/app/current-library.ts";
import { plainStyle } from "../../src/delivery/text.ts";
import { createBotFactory } from "../../src/desk/bot.ts";
import { serveHttp } from "../../src/http/server.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import type { Library, LibraryHolder } from "../../src/library/library.ts";
import { Interaction } from "../../src/platforms/discord/interaction.ts";
import { createResponder } from "../../src/platforms/discord/respond.ts";
import { slackAdapter } from "../../src/platforms/slack/adapter.ts";
import { runAsk } from "../../src/platforms/terminal/shell.ts";
import type { Shelf } from "../../src/shelf/shelf.ts";
import { keptLog, shelf } from "../desks.ts";
import { siteWith } from "../platforms/web/site.ts";
import { commandData, interaction } from "../stand-ins/discord-payloads.ts";
import { asForm, send, slackSigner } from "../stand-ins/http.ts";
import { startSlack } from "../stand-ins/slack.ts";
import { commandPayload } from "../stand-ins/slack-payloads.ts";

/** Marks every label and every publisher, so that nearly every line of an answer says which shelf it is from. */
const marked = (mark: string): Shelf => ({
  ...shelf,
  version: mark,
  records: new Map(
    [...shelf.records].map(([ref, record]) => [ref, { ...record, label: `${record.label} ${mark}` }]),
  ),
  sources: new Map(
    [...shelf.sources].map(([id, source]) => [id, { ...source, publisher: `${source.publisher} ${mark}` }]),
  ),
});

/** Lets other work run before every call, as a database does. */
const slowed = (library: Library): Library =>
  Object.fromEntries(
    Object.entries(library).map(([name, method]) => [
      name,
      async (...given: unknown[]) => {
        await setImmediate();
        return (method as (...given: unknown[]) => unknown)(...given);
      },
    ]),
  ) as unknown as Library;

const FIRST = slowed(createLibrary(marked("one")));
const SECOND = slowed(createLibrary(marked("two")));

/** A place where something can be asked. Returns what is answered there. */
type Surface = (holder: LibraryHolder) => Promise<(asked: string) => Promise<string>>;

const botsOf = (holder: LibraryHolder) =>
  createCurrentBots(holder, async ({ library, version }) =>
    createBotFactory(library, commands, keptLog(), { shelfVersion: version }),
  );

const terminal: Surface = async (holder) => {
  const botFor = botsOf(holder);
  return async (line) => {
    let text = "";
    const write = (said: string) => {
      text += said;
    };
    await runAsk({ currentBot: () => botFor("en"), style: plainStyle, json: false, write }, line);
    return text;
  };
};

const APPLICATION = "1100000000000000001";

const discord: Surface = async (holder) => {
  const respond = createResponder(
    botsOf(holder),
    { defaultAudience: "room", replyTimeoutMs: 60_000 },
    keptLog(),
  );
  return async (line) => {
    const [, name = "", words = ""] = /^\/(\S+) ?(.*)$/.exec(line) ?? [];
    const option = commands.find((command) => command.name === name)?.options[0]?.name ?? "";
    const data = commandData("1100000000000000301", name, words === "" ? {} : { [option]: words });
    let text = "";
    await respond(Interaction.parse(interaction(APPLICATION, { type: 2, data })), {
      respond: async (response) => {
        text = JSON.stringify(response);
      },
      edit: async () => {},
      remove: async () => {},
      followUp: async () => {},
      fetchText: async () => undefined,
    });
    return text;
  };
};

const ends: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

const slack: Surface = async (holder) => {
  const stand = await startSlack();
  const routes = new Map();
  const secret = "a-secret";
  const { botToken, apiUrl } = stand;
  const policy = { defaultAudience: "room", commandPrefix: "", replyTimeoutMs: 60_000 } as const;
  const config = { botToken, apiUrl, signingSecrets: [secret] };
  const stop = await slackAdapter(config, policy, keptLog(), routes)(botsOf(holder));
  const server = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, keptLog());
  ends.push(server.stop, stop, stand.close);
  return async (line) => {
    const [, name = "", words = ""] = /^(\S+) ?(.*)$/.exec(line) ?? [];
    const body = asForm(commandPayload(name, words, "http://127.0.0.1/respond"));
    return (await send(server.port, { path: "/slack/events", headers: slackSigner(secret)(body), body }))
      .body;
  };
};

const pages: Surface = async (holder) => {
  const { get } = await siteWith(holder);
  return async (path) => (await get(path)).body;
};

const LINES = ["/pledge alibaba", "/pledge", "/who xi-jinping", "/define third distribution", "/quote xi"];
const PATHS = [
  ...[
    "/",
    "/sources",
    "/sources/voa-common-prosperity",
    "/people/xi-jinping",
    "/records/terms/common-prosperity",
  ],
  ...["/search?q=donation", "/ask?q=/timeline%20alibaba", "/api/records", "/api/ask?q=/pledge%20alibaba"],
];

describe.each<[string, Surface, readonly string[]]>([
  ["in the terminal", terminal, [...LINES, "/compare alibaba tencent", "/timeline", "/search donation"]],
  ["in Discord", discord, LINES],
  ["in Slack", slack, LINES],
  ["on the pages", pages, PATHS],
])("%s", (_, surface, asked) => {
  const over = async (library: Library) => surface(await createCurrentLibrary(library));

  it("each answer is of one version, and afterwards of the last", async () => {
    const holder = await createCurrentLibrary(FIRST);
    const [ofFirst, ofSecond, ask] = [await over(FIRST), await over(SECOND), await surface(holder)];
    const expected = new Map<string, readonly [string, string]>();
    for (const one of asked) expected.set(one, [await ofFirst(one), await ofSecond(one)]);
    for (const [first, second] of expected.values()) expect(first).not.toBe(second);

    const answers: [string, string][] = [];
    const askAll = async () => {
      for (const one of [...asked, ...asked]) answers.push([one, await ask(one)]);
    };
    let isRunning = true;
    const replacing = (async () => {
      for (let turn = 0; isRunning; turn++) await holder.replace(turn % 2 === 0 ? SECOND : FIRST);
    })();
    await Promise.all([askAll(), askAll(), askAll()]).finally(() => {
      isRunning = false;
    });
    await replacing;
    for (const [one, answer] of answers) expect(expected.get(one)).toContain(answer);
    const seen = new Set(answers.map(([one, answer]) => expected.get(one)!.indexOf(answer)));
    expect([...seen].sort()).toEqual([0, 1]);

    for (const [place, library] of [FIRST, SECOND, FIRST].entries()) {
      await holder.replace(library);
      for (const one of asked) expect(await ask(one)).toBe(expected.get(one)![place % 2]);
    }
  });
});

it("keeps the library that it has when the next one cannot be read", async () => {
  const holder = await createCurrentLibrary(FIRST);
  const broken = { ...SECOND, about: () => Promise.reject(new Error("no connection")) };
  await expect(holder.replace(broken)).rejects.toThrow("no connection");
  expect(holder.current()).toMatchObject({ library: FIRST, version: "one" });
});

it("lets go of the library that it had, once the next one is there", async () => {
  const closed: string[] = [];
  const library = (name: string): Library => ({
    ...createLibrary(shelf),
    close: () => void closed.push(name),
  });
  const holder = await createCurrentLibrary(library("first"));
  await holder.replace(library("second"));
  await holder.replace(createLibrary(shelf));
  expect(closed).toEqual(["first", "second"]);
});
