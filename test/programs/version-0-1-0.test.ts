/**
 * What version 0.1.0 left behind is taken over: its citation log, its cache and its .env. The files are as that version
 * wrote them: `citations.db` after one answer in a channel, `env.txt` by its setup.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { conversationKey } from "../../src/citation-log/conversation-key.ts";
import { openCitationLog } from "../../src/citation-log/open-log.ts";
import { readServerConfig } from "../../src/config/config.ts";
import { parseEnv, setEnvValue } from "../../src/setup/env-file.ts";
import { sha256 } from "../../src/support/disk-cache.ts";
import { PROJECT } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";
import { startSlack } from "../stand-ins/slack.ts";
import { PROGRAM_FOLDER } from "./compiled.ts";
import { startProgram } from "./running.ts";

const left = (file: string): string => join(PROJECT, "test/programs/version-0-1-0", file);
const environment = parseEnv(readFileSync(left("env.txt"), "utf8"));

/** Where and when the answer was given whose sources are in the citation log. */
const CHANNEL = "C0LIBRARY01";
const GIVEN = new Date("2026-11-30T09:43:50.530Z");
const CITED = ["supchina-tech-philanthropy", "voa-common-prosperity"];

/** Copies the citation log into an empty folder. */
function folderWithLog(): string {
  const folder = temporaryFolder();
  cpSync(left("citations.db"), join(folder, "citations.db"));
  return folder;
}

it("its citation log tells what was cited then, and takes what is cited now", async () => {
  const store = await openCitationLog({ folder: folderWithLog() }, () => new Date("2026-12-24T00:00:00Z"));
  onTestFinished(() => store.close());
  const conversation = conversationKey("slack", CHANNEL);
  expect(await store.citedIn(conversation)).toEqual(
    CITED.map((source, index) => ({ source, first: new Date(GIVEN.getTime() + index) })),
  );
  await store.record(conversation, ["another", ...CITED], new Date("2026-12-24T00:00:00Z"));
  expect((await store.citedIn(conversation)).map(({ source }) => source)).toEqual([...CITED, "another"]);
});

it("its .env means what it meant", () => {
  expect(environment).toMatchObject({ ANSWERS: "room", INDEX: "yes" });
  expect(readServerConfig(environment)).toMatchObject({
    defaultAudience: "room",
    allowIndexing: true,
    publicUrl: "https://refdesk.example.org/desk",
    commandPrefix: "desk-",
    logLevel: "warn",
    slack: { botToken: environment.SLACK_BOT_TOKEN, appToken: environment.SLACK_APP_TOKEN },
  });
});

it("its .env is changed by setup without losing a line", () => {
  const before = readFileSync(left("env.txt"), "utf8");
  const after = setEnvValue(before, "SLACK_BOT_TOKEN", "xoxb-another");
  expect(after).toBe(before.replace("xoxb-made-up-for-these-tests", "xoxb-another"));
});

it("the program starts with all three, says which names are old, and answers from that citation log", async () => {
  const slack = await startSlack();
  onTestFinished(() => slack.close());
  const folder = temporaryFolder();
  const data = join(folder, ".refdesk");
  mkdirSync(data);
  cpSync(left("env.txt"), join(folder, ".env"));
  cpSync(left("citations.db"), join(data, "citations.db"));
  // Entries are kept for a year, so the answer of then is moved to now.
  const { default: Database } = await import("libsql");
  const database = new Database(join(data, "citations.db"));
  const now = new Date().toISOString();
  database.prepare("UPDATE refdesk_citations SET day = ?, at = ?").run(now.slice(0, 10), now);
  database.close();
  // The cache of that version has another key and another form.
  const cache = join(folder, `shelf-${sha256(PROGRAM_FOLDER).slice(0, 16)}.json`);
  const body = '{"cards":[{"id":"voa-common-prosperity","order":1,"card":{}}],"records":[],"starts":[]}';
  writeFileSync(cache, `${"7b".repeat(32)} ${sha256(body)}\n${body}`);

  const program = startProgram(
    {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      LOG_LEVEL: "info",
    },
    folder,
  );
  onTestFinished(() => program.kill());
  await slack.connected();
  const listed = async () => {
    const { text } = await slack.command("/desk-bibliography", "");
    return ["SupChina", "Voice of America"].filter((publisher) => String(text).includes(publisher));
  };
  // The first answer may be so late that it is promised.
  await expect.poll(listed).toHaveLength(2);
  program.child.kill("SIGTERM");
  expect(await program.ended).toEqual([0, null]);
  expect(program.errors()).toContain("ALLOW_INDEXING=yes");
  expect(program.errors()).toContain("DEFAULT_VISIBILITY=channel");
  expect(readdirSync(folder).filter((name) => name.startsWith("shelf-"))).toHaveLength(1);
  expect(readFileSync(cache, "utf8")).not.toContain(body);
});
