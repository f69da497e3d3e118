/** Tests who sees an answer on Slack, its locale, the names of commands, and sharing, removing and paging. */
import { afterEach, expect, it } from "vitest";
import { createAsk } from "../../../src/ask/ask.ts";
import { createAnswer } from "../../../src/desk/answer.ts";
import type { Command } from "../../../src/desk/command.ts";
import type { SlackPolicy } from "../../../src/platforms/slack/policy.ts";
import { broken, loadAnswer } from "../../desks.ts";
import type { SlackMessage } from "../../stand-ins/slack.ts";
import {
  controls,
  labelled,
  labels,
  type RunningSlackBot,
  read,
  slow,
  startSlackBot,
  until,
} from "./slack-bot.ts";

let slackBot: RunningSlackBot | undefined;
afterEach(async () => {
  const faults = slackBot?.stand.faults ?? [];
  await slackBot?.end();
  slackBot = undefined;
  expect(faults).toEqual([]);
});

const ASKER = { userId: "U0ASKER001", userName: "ann" };
const OTHER = { userId: "U0OTHER001", userName: "bob" };

async function asked(line: string, policy: Partial<SlackPolicy> = {}, extra: readonly Command[] = []) {
  slackBot ??= await startSlackBot(policy, { extra });
  const [command = "", ...rest] = line.split(" ");
  return slackBot.stand.command(command, rest.join(" "), ASKER);
}

const pressed = async (message: SlackMessage, label: string, who = ASKER) => {
  const { ack, posted } = await slackBot!.stand.press(labelled(message, label), message, who);
  expect(ack).toEqual({});
  return posted;
};

it.each([
  ["room", "/pledge alibaba", "in_channel"],
  ["room", "/pledge alibaba private:yes", "ephemeral"],
  ["room", "/pledge jd.com private:no", "ephemeral"],
  ["asker", "/pledge alibaba", "ephemeral"],
  ["asker", "/pledge alibaba private:no", "in_channel"],
] as const)("where answers are for the %s, %s is %s", async (answers, line, type) => {
  expect((await asked(line, { defaultAudience: answers })).response_type).toBe(type);
});

it("a private answer says so, and can be shared; shared, it says who shared it and what was asked", async () => {
  const answer = await asked("/pledge alibaba private:yes");
  expect(JSON.stringify(answer.blocks)).toContain("Only visible to you.");
  expect(labels(answer)).not.toContain("Delete");
  const shared = await pressed(answer, "Share");
  expect(shared).toMatchObject({ response_type: "in_channel", replace_original: false });
  expect(read(shared)).toMatch(/^Shared by ann\n/);
  expect(JSON.stringify(shared.blocks)).toContain("/pledge alibaba");
  expect(labels(shared)).toContain("Delete");
  expect(await pressed(shared, "Delete", OTHER)).toMatchObject({ response_type: "ephemeral" });
  expect(await pressed(shared, "Delete")).toEqual({ delete_original: true });
});

it("only the asker removes an answer, and turns its pages; for others they open apart", async () => {
  const answer = await asked("/quote xi");
  const refused = await pressed(answer, "Delete", OTHER);
  expect(read(refused)).toBe("Only the person who asked or shared this can delete it.");
  expect(await pressed(answer, "Next", OTHER)).toMatchObject({
    replace_original: false,
    response_type: "ephemeral",
  });
  const turned = await pressed(answer, "Next");
  expect(turned).toMatchObject({ replace_original: true, response_type: "in_channel" });
  expect(labels(turned)).toContain("Delete");
});

it("a page turned of what was made public stays public where answers are private", async () => {
  const answer = await asked("/quote xi private:no", { defaultAudience: "asker" });
  expect(await pressed(answer, "Next")).toMatchObject({
    replace_original: true,
    response_type: "in_channel",
  });
});

it("a page turned of a private answer stays private", async () => {
  const answer = await asked("/quote xi private:yes");
  expect(await pressed(answer, "Next")).toMatchObject({ replace_original: true, response_type: "ephemeral" });
});

it("what was asked in a thread is shared there", async () => {
  const answer = await asked("/pledge alibaba private:yes");
  const posted = slackBot!.stand.nextPost();
  await slackBot!.stand.raw({
    type: "interactive",
    payload: {
      ...{ type: "block_actions", user: { id: "U0ASKER001", username: "ann" }, api_app_id: "A0STANDIN01" },
      team: { id: "T0STANDIN01" },
      container: { type: "message", is_ephemeral: true, channel_id: "C0LIBRARY01", thread_ts: "160.01" },
      actions: [
        {
          ...{ type: "button", block_id: "b", action_ts: "1.1", value: "/pledge alibaba" },
          action_id: labelled(answer, "Share"),
        },
      ],
      response_url: slackBot!.stand.responseUrl(),
    },
  });
  expect((await posted).body).toMatchObject({ response_type: "in_channel", thread_ts: "160.01" });
});

it.each([
  ["/refdesk pledge alibaba", ""],
  ["/refdesk /pledge alibaba", ""],
  ["/refdesk pledge alibaba", "desk-"],
  ["/desk-pledge alibaba", "desk-"],
])("%s, with the prefix “%s”", async (line, prefix) => {
  expect(read(await asked(line, { commandPrefix: prefix }))).toContain("Alibaba: “$15.5 billion” [1] or");
});

it.each([
  ["", "/pledge:"],
  ["desk-", "/desk-pledge:"],
])("/refdesk alone says what can be asked, with the prefix “%s”", async (prefix, words) => {
  const answer = await asked("/refdesk", { commandPrefix: prefix });
  expect(answer.response_type).toBe("ephemeral");
  expect(read(answer)).toContain(words);
  expect(read(answer)).not.toContain("Unknown command");
});

const many: Command = {
  ...broken,
  name: "many",
  load: loadAnswer(async (ask) =>
    createAnswer({
      ask,
      title: "Much to ask",
      outcome: "found",
      opening: [{ type: "text", text: "Here." }],
      buttons: ["alibaba", "tencent", "xi", "jd", "meituan", "pinduoduo"].map((name) => ({
        type: "ask" as const,
        label: `Ask: ${name}`,
        ask: createAsk("pledge", name),
      })),
    }),
  ),
};

it("shows at most five buttons, and the rest under More", async () => {
  const answer = await asked("/many x", {}, [many]);
  const buttons = controls(answer).filter(({ type }) => type === "button");
  expect(buttons.length).toBe(5);
  const more = controls(answer).find(({ type }) => type === "static_select")!;
  expect(more.options!.map(({ text }) => text.text)).toEqual(["Ask: meituan", "Ask: pinduoduo"]);
  const chosen = { action_id: more.action_id, selected_option: { value: more.options![0]!.value } };
  const { posted } = await slackBot!.stand.press(chosen, answer, ASKER);
  expect(read(posted)).toContain("Meituan");
  expect(posted).toMatchObject({ replace_original: false });
  const { posted: others } = await slackBot!.stand.press(chosen, answer, OTHER);
  expect(others.response_type).toBe("ephemeral");
});

it("an answer that is slow is promised, and follows to the asker alone, who can share it", async () => {
  const late = slow(150);
  slackBot = await startSlackBot({ replyTimeoutMs: 40 }, { extra: [late] });
  const posted = slackBot.stand.nextPost();
  const ack = await asked("/slow x");
  expect(ack).toMatchObject({ response_type: "ephemeral" });
  expect(read(ack)).toBe("Taking longer than usual. I’ll post the answer here.");
  const { body } = await posted;
  expect(body.response_type).toBe("ephemeral");
  expect(read(body)).toContain("It came.");
  expect(labels(body)).toContain("Share");
  expect(late.asked).toBe(1);
});

it.each([
  ["/pledge 阿里巴巴", {}, "各来源", "删除"],
  ["/pledge 阿里巴巴集團", {}, "各來源", "刪除"],
  ["/refdesk 捐款 阿里巴巴", {}, "各来源", "删除"],
  ["/pledge alibaba", { locale: "zh-Hant" }, "各來源", "刪除"],
  ["/pledge 阿里巴巴", { locale: "en" }, "the sources differ", "Delete"],
  ["/pledge alibaba", {}, "the sources differ", "Delete"],
] as const)("%s with %j is answered with “%s”", async (line, policy, words, label) => {
  const answer = await asked(line, policy);
  expect(read(answer)).toContain(words);
  expect(read(answer)).toContain("$15.5 billion");
  expect(labels(answer)).toContain(label);
});

it("what is asked from an answer is answered in its language", async () => {
  const answer = await asked("/define 共同富裕");
  const refused = await pressed(answer, "删除", OTHER);
  expect(read(refused)).toContain("只有提问或分享这个回答的人");
  const next = controls(answer).find(({ value }) => /^\/[a-z]+ [a-z-]+$/.test(value ?? ""));
  if (!next) throw new Error(`no question among ${labels(answer).join(", ")}`);
  const { posted } = await slackBot!.stand.press(next.action_id, answer, ASKER);
  expect(read(posted)).toContain("未审核");
});

it.each([429, 500, 503])("a press is answered after Slack failed with %i", async (status) => {
  const answer = await asked("/define third distribution");
  slackBot!.stand.fail("response_url", 2, status);
  expect(read(await pressed(answer, "Notes"))).toContain("Notes on Third distribution");
});

it("a press whose address is spent is noted, and the bot goes on", async () => {
  const answer = await asked("/define third distribution");
  slackBot!.stand.fail("response_url", 2, 404);
  pressed(answer, "Notes").catch(() => {});
  await until(() => slackBot!.log.lines.some(({ message }) => message.includes("could not be delivered")));
  expect(read(await asked("/pledge alibaba"))).toContain("Alibaba");
});

it("logs no text that anyone typed", async () => {
  for (const line of ["/refdesk hushhush x", "/pledge hushhush", "/quote hushhush:x", "/pledge alibaba"])
    await asked(line);
  const answered = () => slackBot!.log.lines.filter(({ message }) => message === "answered");
  await until(() => answered().length === 4);
  expect(answered().map(({ data }) => (data as { outcome: string }).outcome)).toEqual([
    ...["mistake", "nothing", "mistake", "found"],
  ]);
  expect(JSON.stringify(slackBot!.log.lines)).not.toContain("hushhush");
});
