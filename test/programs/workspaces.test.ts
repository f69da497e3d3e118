/** `refdesk workspaces`: what it lists, sets and forgets, and what it says of what it cannot. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { expect, it } from "vitest";
import { createSealer } from "../../src/installations/seal.ts";
import { openInstallations } from "../../src/installations/sql-installations.ts";
import { temporaryFolder } from "../shelves.ts";
import { PROGRAM } from "./compiled.ts";

const SLACK_CLIENT_ID = "1234567890.1234567890";
const key = randomBytes(32).toString("base64");
const folder = temporaryFolder();

async function refdesk(args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const { PATH } = process.env;
  const many = {
    ...{ SLACK_CLIENT_ID, SLACK_CLIENT_SECRET: "0123456789abcdef0123", INSTALL_KEYS: key, PORT: "0" },
    ...{ SLACK_SIGNING_SECRET: "made-up-for-these-tests", PUBLIC_URL: "https://refdesk.example.org" },
  };
  const child = spawn(process.execPath, [PROGRAM, "workspaces", ...args], {
    cwd: folder,
    env: { PATH, HOME: folder, CACHE_DIR: folder, DATA_DIR: folder, ...many, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (part) => {
    out += part;
  });
  child.stderr.on("data", (part) => {
    err += part;
  });
  const [status] = await once(child, "close");
  return { status, out, err };
}

it("lists, sets and forgets workspaces, and shows no token", async () => {
  expect(await refdesk(["list"])).toEqual({
    ...{ status: 0, err: "" },
    out: "The app is installed in no workspace. It is installed at https://refdesk.example.org/slack/install\n",
  });
  const place = { folder };
  const store = await openInstallations(place, SLACK_CLIENT_ID, createSealer([key]));
  const common = { organization: "", scopes: ["commands"], botId: "B1", botUser: "U1" };
  const installedAt = new Date("2026-11-22T12:00:00Z");
  await store.save({ ...common, owner: "T01", name: "Reading room", token: "xoxb-1", installedAt });
  await store.save({ ...common, owner: "T02", name: "A\u001b[31mclass", token: "xoxb-2", installedAt });
  await store.close();
  expect((await refdesk(["set", "T01", "language=zh-CN", "citations=no"])).out).toBe(
    "T01 has: language=zh-CN citations=no\n",
  );
  expect((await refdesk(["set", "T03", "asks=600"])).out).toBe("T03 has: asks=600\n");
  const listed = await refdesk(["list"]);
  expect(listed.out).toMatchInlineSnapshot(`
    "T01  Reading room  installed 2026-11-22  language=zh-CN citations=no
    T02  A [31mclass  installed 2026-11-22
    T03  not installed  asks=600
    "
  `);
  expect(listed.out).not.toContain("xoxb");
  expect(listed.out).not.toContain("\u001b");
  expect((await refdesk(["list"], { INSTALL_KEYS: randomBytes(32).toString("base64") })).out).toContain(
    "T01  Reading room  cannot be read: its token was sealed with a key that INSTALL_KEYS does not have  language=zh-CN citations=no\n",
  );
  expect(await refdesk(["forget", "T01"])).toEqual({
    ...{ status: 0, err: "" },
    out: "T01 is forgotten: its token, its settings, and what was cited there.\n",
  });
  expect(await refdesk(["forget", "T01"])).toEqual({ status: 1, err: "", out: "Nothing is kept of T01.\n" });
  expect((await refdesk(["set", "T03", "asks="])).out).toBe("T03 has what the deployment has.\n");
  expect((await refdesk(["list"])).out).not.toMatch(/T01|T03/);
});

it("looks after Discord's servers with SERVER_SETTINGS alone", async () => {
  const alone = {
    ...{ SLACK_CLIENT_ID: "", SLACK_CLIENT_SECRET: "", INSTALL_KEYS: "", SLACK_SIGNING_SECRET: "" },
    ...{
      SERVER_SETTINGS: "yes",
      DISCORD_TOKEN: "made-up-for-these-tests.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb",
    },
  };
  const id = "80351110224678912";
  expect((await refdesk(["list"], alone)).out).toBe("No server has anything of its own.\n");
  expect((await refdesk(["set", id, `reviewers=role:${id}`], alone)).out).toBe(
    `${id} has: reviewers=role:${id}\n`,
  );
  expect((await refdesk(["list"], alone)).out).toBe(`${id}  a Discord server  reviewers=role:${id}\n`);
  expect((await refdesk(["forget", id], alone)).status).toBe(0);
});

it.each([
  [["move", "T01"], {}, /^“move T01” is not understood\.\n\nUsage: refdesk workspaces list/],
  [["forget", "reading-room"], {}, /^“reading-room” is no id of a workspace: one begins with T/],
  [["set", "T01", "language=fr"], {}, /^language: “fr” is not en, zh-CN or zh-TW\.$/m],
  [["list"], { INSTALL_KEYS: "" }, /INSTALL_KEYS: is missing while SLACK_CLIENT_ID is set/],
  [
    ["list"],
    { SLACK_CLIENT_ID: "", SLACK_CLIENT_SECRET: "", INSTALL_KEYS: "", SLACK_SIGNING_SECRET: "" },
    /^Neither SLACK_CLIENT_ID nor SERVER_SETTINGS is set/,
  ],
])("says what is wrong with %j", async (args, variables, said) => {
  const { status, out, err } = await refdesk(args as string[], variables as Record<string, string>);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toMatch(said);
});
