/** Slack refuses a block that not every workspace has, in each way it can: no answer is lost, and none comes twice. */
import { afterEach, describe, expect, it } from "vitest";
import { createAnswer } from "../../../src/desk/answer.ts";
import { createBotFactory } from "../../../src/desk/bot.ts";
import type { Command } from "../../../src/desk/command.ts";
import { type RouteTable, serveHttp } from "../../../src/http/server.ts";
import { slackAdapter } from "../../../src/platforms/slack/adapter.ts";
import { broken, keptLog, library, loadAnswer } from "../../desks.ts";
import type { Failure } from "../../stand-ins/failures.ts";
import { asForm, send, slackSigner } from "../../stand-ins/http.ts";
import type { SlackOptions } from "../../stand-ins/slack.ts";
import { commandPayload } from "../../stand-ins/slack-payloads.ts";
import { event, mentioned } from "../../stand-ins/slack-surfaces.ts";
import { aWhile, labelled, type RunningSlackBot, read, startSlackBot, until } from "./slack-bot.ts";

const PNG = Buffer.from("89504e470d0a1a0a", "hex");
const bar = (name: string, value: number) => ({ names: [name], value, stated: `“$${value}” [1]` });

/** Answers with a picture, and with as many rows as it is asked for. */
const shown: Command = {
  ...broken,
  name: "shown",
  load: loadAnswer(async (ask) =>
    createAnswer({
      ask,
      title: "Shown",
      outcome: "found",
      items: Array.from({ length: Number(ask.text) }, (_, index) => [
        {
          type: "table" as const,
          columns: ["Donor", "Sum"],
          rows: [[`Donor ${index}`, `$${index}`].map((value) => [{ value, stated: false, passages: [] }])],
        },
      ]),
      opening: [{ type: "text", text: "Coins." }],
      picture: {
        ...{
          type: "bars",
          title: "Coins",
          unit: "US dollars",
          left: ["C: undisclosed"],
          alt: "A’s and B’s coins.",
        },
        bars: [bar("A", 10), bar("B", 20)],
      },
    }),
  ),
};

let slackBot: RunningSlackBot | undefined;
async function started(options: SlackOptions = {}): Promise<RunningSlackBot> {
  slackBot = await startSlackBot({ drawPicture: async () => PNG }, { ...options, extra: [shown] });
  return slackBot;
}
afterEach(async () => {
  const faults = slackBot?.stand.faults ?? [];
  await slackBot?.end();
  expect(faults).toEqual([]);
});

const typesOf = ({ blocks = [] }: { blocks?: unknown }): string[] =>
  (blocks as { type: string }[]).map(({ type }) => type);
const postedTypes = ({ stand }: RunningSlackBot): string[] =>
  stand.posts.map(({ body }) => typesOf(body)[0]!);
const uploads = ({ stand }: RunningSlackBot): number =>
  stand.calls.filter(({ method }) => method === "files.completeUploadExternal").length;
const warnings = ({ log }: RunningSlackBot) => log.lines.filter(({ level }) => level === "warn");

describe("the chart of a picture", () => {
  it("follows by the response URL, for whoever sees the answer, and the file does not", async () => {
    const at = await started();
    const [before] = [at.stand.calls.length];
    const ack = await at.stand.command("shown", "2");
    expect(typesOf(ack)).not.toContain("data_visualization");
    await until(() => at.stand.posts.length === 1, "the chart");
    const { body } = at.stand.posts[0]!;
    expect(typesOf(body)).toEqual(["data_visualization", "context", "actions"]);
    expect(body).toMatchObject({ response_type: "in_channel", replace_original: false });
    expect(read(body)).toBe("A’s and B’s coins.");
    expect(JSON.stringify(body)).toContain("C: undisclosed");
    await at.stand.command("shown", "2 private:yes");
    await until(() => at.stand.posts.length === 2, "the chart");
    expect(at.stand.posts[1]!.body.response_type).toBe("ephemeral");
    await aWhile();
    expect([at.stand.calls.length - before!, uploads(at)]).toEqual([0, 0]);
  });

  it("follows what was drawn before, a press that shares, and a mention in its thread", async () => {
    const at = await started();
    await at.stand.command("shown", "2");
    await at.stand.command("shown", "2");
    await until(() => at.stand.posts.length === 2, "two charts");
    const secret = await at.stand.command("shown", "2 private:yes");
    await until(() => at.stand.posts.length === 3, "the chart");
    await at.stand.press(labelled(secret, "Share"), secret);
    await until(() => at.stand.posts.length === 5, "the shared answer and its chart");
    expect(at.stand.posts.slice(3).map(({ body }) => body.response_type)).toEqual([
      "in_channel",
      "in_channel",
    ]);
    const mention = mentioned("/shown 2");
    await at.stand.raw(event(mention));
    await until(() => at.stand.seen.length === 2, "an answer and its chart");
    expect(at.stand.seen[1]).toMatchObject({ channel: "C0LIBRARY01", thread_ts: mention.ts });
    expect(typesOf(at.stand.seen[1]!)[0]).toBe("data_visualization");
    expect(uploads(at)).toBe(0);
  });

  it.each<[what: string, how: Failure, times: number, said: RegExp]>([
    ["an error in the reply", "invalid_blocks", 1, /invalid_blocks/],
    ["a 400", 400, 1, /status 400/],
    ["a 404", 404, 1, /status 404/],
    ["5xx to the end", 503, 3, /status 503/],
    ["429 to the end", 429, 3, /status 429/],
  ])(
    "that Slack refuses by %s gives way to the file, and the log names the block",
    async (_, how, times, said) => {
      const at = await started();
      at.stand.fail("response_url", times, how);
      expect(JSON.stringify(await at.stand.command("shown", "2"))).toContain("Coins.");
      await until(() => uploads(at) === 1, "the file");
      await aWhile();
      expect(at.stand.posts).toEqual([]);
      expect(warnings(at)).toMatchObject([
        { message: "a block was refused", data: { block: "data_visualization" } },
      ]);
      expect(String((warnings(at)[0]!.data as { err: Error }).err)).toMatch(said);
    },
  );

  it.each<[what: string, how: Failure, taken: number]>([
    ["is reset before it is taken", "reset", 0],
    ["is reset once it is taken", "cut", 1],
    ["has no reply", "hang", 0],
  ])("that %s is not shown in another way, since it may be there", async (_, how, taken) => {
    const at = await started();
    at.stand.fail("response_url", 1, how);
    expect(JSON.stringify(await at.stand.command("shown", "2"))).toContain("Coins.");
    await until(() => warnings(at).length > 0, "the log");
    await aWhile();
    expect([at.stand.posts.length, uploads(at)]).toEqual([taken, 0]);
    expect(warnings(at)).toMatchObject([
      { message: "a block may or may not have been taken", data: { block: "data_visualization" } },
    ]);
  });

  it.each<[Failure, number]>([
    [503, 2],
    [429, 1],
  ])("is posted again after a %j that passes, once", async (how, times) => {
    const at = await started();
    at.stand.fail("response_url", times, how);
    await at.stand.command("shown", "2");
    await until(() => at.stand.posts.length === 1, "the chart");
    await aWhile();
    expect([at.stand.posts.length, uploads(at), warnings(at).length]).toEqual([1, 0, 0]);
  });

  it("and then nothing, where the bot is no member", async () => {
    const at = await started();
    at.stand.fail("response_url", 1, "invalid_blocks");
    at.stand.fail("files.completeUploadExternal", 1, "not_in_channel");
    await at.stand.command("shown", "2");
    await until(() => at.log.lines.some(({ message }) => message.startsWith("no file")), "the log");
    expect(at.log.lines.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("that a workspace lacks gives way to the file in a thread too", async () => {
    const at = await started({ lacks: ["data_visualization"] });
    const mention = mentioned("/shown 12");
    await at.stand.raw(event(mention));
    await until(() => uploads(at) === 1 && at.stand.seen.length === 2, "the answer, its table and its file");
    expect(at.stand.seen.map((body) => typesOf(body)[0])).toEqual(["rich_text", "data_table"]);
    expect(at.stand.seen.map(({ thread_ts }) => thread_ts)).toEqual([mention.ts, mention.ts]);
    expect(warnings(at)).toMatchObject([
      { message: "a block was refused", data: { block: "data_visualization" } },
    ]);
  });
});

it("over HTTP the chart follows too, drawn anew and drawn before", async () => {
  const { stand } = await started();
  const secret = "a-signing-secret-of-these-tests";
  const signed = slackSigner(secret);
  const log = keptLog();
  const routes: RouteTable = new Map();
  const { botToken, apiUrl } = stand;
  const adapter = slackAdapter(
    { botToken, apiUrl, signingSecrets: [secret] },
    { defaultAudience: "room", replyTimeoutMs: 60_000, commandPrefix: "" },
    log,
    routes,
  );
  const leave = await adapter(createBotFactory(library, [shown], log));
  const server = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, log);
  for (let asked = 0; asked < 2; asked += 1) {
    const body = asForm(commandPayload("/shown", "2", stand.responseUrl()));
    await send(server.port, { path: "/slack/events", headers: signed(body), body });
    await until(() => stand.posts.length === asked + 1, "the chart");
  }
  expect(stand.posts.map(({ body }) => typesOf(body)[0])).toEqual([
    "data_visualization",
    "data_visualization",
  ]);
  expect(new Set(stand.posts.map(({ url }) => url)).size).toBe(2);
  await server.stop();
  await leave();
});

it("what follows is removed by whoever asked, and by nobody else", async () => {
  const { stand } = await started();
  await stand.command("shown", "2", { userId: "U0ASKER001" });
  await until(() => stand.posts.length === 1, "the chart");
  const chart = stand.posts[0]!.body;
  const remove = labelled(chart, "Delete");
  const others = await stand.press(remove, chart, { userId: "U0OTHER001" });
  expect(others.posted.delete_original).toBeUndefined();
  expect((await stand.press(remove, chart, { userId: "U0ASKER001" })).posted).toEqual({
    delete_original: true,
  });
});

describe("a long table", () => {
  it("follows the chart, whole, and a refused one costs no other", async () => {
    const at = await started();
    expect(typesOf(await at.stand.command("shown", "12"))).not.toContain("data_table");
    await until(() => at.stand.posts.length === 2, "the chart and the table");
    expect(postedTypes(at)).toEqual(["data_visualization", "data_table"]);
    at.stand.fail("response_url", 1, "invalid_blocks");
    await at.stand.command("shown", "13");
    await until(() => at.stand.posts.length === 3 && uploads(at) === 1, "the table and the file");
    expect(postedTypes(at).at(-1)).toBe("data_table");
  });

  it("that is refused leaves the answer as it is", async () => {
    const at = await started();
    at.stand.fail("response_url", 2, "invalid_blocks");
    const ack = await at.stand.command("shown", "12");
    expect(read(ack)).toContain("Donor 7");
    await until(() => warnings(at).length === 2, "the log");
    expect(warnings(at).map(({ data }) => (data as { block: string }).block)).toEqual([
      ...["data_visualization", "data_table"],
    ]);
    await until(() => uploads(at) === 1, "the file");
  });

  it("does not follow a later page", async () => {
    const at = await started();
    const first = await at.stand.command("shown", "30");
    await until(() => at.stand.posts.length === 2);
    await at.stand.press(labelled(first, "Next"), first);
    await aWhile();
    expect(at.stand.posts).toHaveLength(3);
  });
});
