/** The whole program takes up a changed shelf while it runs, by its files or by a signal. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Changes, change, setting, shelfWith } from "../shelves.ts";
import { send } from "../stand-ins/http.ts";
import { type SlackStandIn, startSlack } from "../stand-ins/slack.ts";
import { type RunningProgram, startProgram } from "./running.ts";

let slack: SlackStandIn;
let program: RunningProgram | undefined;

beforeEach(async () => {
  slack = await startSlack();
});
afterEach(async () => {
  await program?.kill();
  await slack.close();
});

const ALIBABA = "data/organizations/alibaba.json";
const renamed: Changes = { [ALIBABA]: setting("/label", "Quagga Holdings") };

/** Starts the program, and waits until it answers. */
async function start(REFRESH: string) {
  const root = shelfWith({});
  const { botToken, appToken, apiUrl } = slack;
  const running = startProgram({
    ...{ SHELF_DIR: root, REFRESH, ADMIN_PORT: "0", PORT: "0", SLACK_BOT_TOKEN: botToken },
    ...{ SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl },
  });
  program = running;
  await slack.connected();
  await expect.poll(() => running.errors()).toContain("the shelf is read");
  const get = async (index: number, path: string) =>
    (await send(await running.port(index), { method: "GET", path })).body;
  return { root, running, status: () => get(0, "/status"), page: () => get(1, "/organizations/alibaba") };
}

it.each([
  ["watch", false],
  ["signal", true],
])("REFRESH=%s", async (trigger, isSignalled) => {
  const { root, running, status, page } = await start(trigger);
  const act = (changes: Changes) => {
    change(root, changes);
    if (isSignalled) running.child.kill("SIGHUP");
  };
  const before = await status();
  expect(before).toMatch(/^shelf: [0-9a-f]{12}, sources: 2, records: \d+\nsince: /);
  expect(await page()).not.toContain("Quagga Holdings");

  act(renamed);
  await expect.poll(page).toContain("Quagga Holdings");
  await expect.poll(running.errors).toContain("the changed shelf was taken");
  const after = await status();
  expect(after.split("\n")[0]).not.toBe(before.split("\n")[0]);

  act({ [ALIBABA]: setting("/label", 7) });
  await expect.poll(status).toContain(`${ALIBABA} /label: `);
  expect((await status()).split("\n")[0]).toBe(after.split("\n")[0]);
  expect(await page()).toContain("Quagga Holdings");
  await expect.poll(running.errors).toContain(`the changed shelf was not taken: ${ALIBABA} /label: `);

  running.child.kill("SIGTERM");
  expect(await running.ended).toEqual([0, null]);
});
