/** Logs hold no token and nothing that anyone typed, whatever fails. */
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { startDiscord } from "../stand-ins/discord.ts";
import { startSlack } from "../stand-ins/slack.ts";
import { event, mentioned } from "../stand-ins/slack-surfaces.ts";
import { startProgram } from "./running.ts";

let words = 0;
/** Returns a word that nothing else holds. */
const word = () => `qzx${(words++).toString(36)}vwk`;

it("of a hostile run hold no typed word and no token, and are short", async () => {
  const discord = await startDiscord({ checks: false, timeout: 1_500 });
  const slack = await startSlack({ checks: false, timeout: 1_500 });
  const program = startProgram({
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, LOG_LEVEL: "debug" },
    ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
  });
  onTestFinished(async () => {
    await program.kill();
    await discord.close();
    await slack.close();
  });
  await expect.poll(program.errors).toContain("connected to Slack");
  await expect.poll(program.errors).toContain("connected to Discord");
  const typed: string[] = [];
  const say = (text: (word: string) => string): string => {
    const own = word();
    typed.push(own);
    return text(own);
  };
  const forms = [
    (own: string) => own,
    (own: string) => `"${own}`,
    (own: string) => `${own}:${own}`,
    (own: string) => `<@${own}> https://${own}.example/${own}?a=${own}#${own}`,
    (own: string) => `item:${own} private:${own}`,
    (own: string) => `\u0000${own}\ud800${own}\n${own}`,
  ];
  const failures = [400, 403, 404, 500, "reset", "hang", { retryAfter: 9 }] as const;
  for (const [index, how] of failures.entries()) {
    for (const call of ["callback", "edit", "followUp", "read"] as const) discord.fail(call, 4, how);
    for (const method of ["chat.postMessage", "chat.postEphemeral", "response_url"])
      slack.fail(method, 4, how);
    const form = forms[index % forms.length]!;
    const asked = [
      discord.command("check", { text: say(form) }),
      discord.command("timeline", { subject: say(form), from: say(form), to: say(form) }),
      discord.command("compare", { donors: "alibaba, tencent" }),
      discord.autocomplete("pledge", { subject: say(form) }, "subject"),
      slack.command("/quote", say(form)),
      slack.raw(event(mentioned(say(form)))),
      slack.raw(event(mentioned(`pledge ${say(form)}`))),
      slack.press({ action_id: "ask:0:U0READER001", value: `/pledge ${say(form)}` }, undefined, {}),
    ];
    for (const one of asked) one.catch(() => {});
    const payloads = [
      { t: "INTERACTION_CREATE", d: { type: 2, id: say((own) => own), token: say((own) => own) } },
      { t: "INTERACTION_CREATE", d: { [say((own) => own)]: say((own) => own) } },
    ];
    for (const payload of payloads) discord.raw(payload);
    slack
      .raw({ type: "interactive", payload: { type: "block_actions", user: say((own) => own) } })
      .catch(() => {});
    slack.raw({ type: "slash_commands", payload: { command: say((own) => own) } }).catch(() => {});
    await setTimeout(400);
  }
  const secrets = () =>
    discord.requests.flatMap((request) => /\/([^/]{40,})(?:\/|$)/.exec(request)?.[1] ?? []);
  const errorLines = () => program.errors().split('"err"').length - 1;
  await expect.poll(() => secrets().length).toBeGreaterThan(20);
  await expect.poll(errorLines).toBeGreaterThan(10);
  // What fails last is told last.
  await setTimeout(4_000);
  const log = program.errors();
  for (const own of typed) expect(log).not.toContain(own);
  for (const secret of [...secrets(), discord.token, slack.botToken, slack.appToken])
    expect(log).not.toContain(secret);
  for (const line of log.trim().split("\n")) expect(line.length).toBeLessThan(4_000);
});

it("say at the start that others can read the tokens", async () => {
  const folder = mkdtempSync(join(tmpdir(), "refdesk-"));
  writeFileSync(join(folder, ".env"), "PORT=0\n");
  chmodSync(join(folder, ".env"), 0o644);
  const program = startProgram({}, folder);
  onTestFinished(program.kill);
  await program.port(0);
  expect(program.errors()).toContain("others on this machine can read the tokens: chmod 600 .env");
});
