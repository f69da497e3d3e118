/** Tests the configuration: accepted values, error messages and where variables come from. */
import { writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ConfigError, readServerConfig } from "../../src/config/config.ts";
import { type Environment, readBasicSettings, readEnvironment } from "../../src/config/environment.ts";
import { temporaryFolder } from "../shelves.ts";

const DISCORD_TOKEN = "made-up-for-these-tests.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb";
const SLACK_BOT_TOKEN = "xoxb-made-up-for-these-tests";
const SLACK_APP_TOKEN = "xapp-made-up-for-these-tests";
const DISCORD_PUBLIC_KEY = "0123456789abcdef".repeat(4);
const SLACK_SIGNING_SECRET = "made-up-for-these-tests";
const MCP_KEY = "a+key/of-these_tests.that~is=long";

const MANY = {
  SLACK_CLIENT_ID: "1234567890.1234567890",
  SLACK_CLIENT_SECRET: "0123456789abcdef".repeat(2),
  SLACK_SIGNING_SECRET,
  INSTALL_KEYS: `${MCP_KEY}, ${MCP_KEY}2`,
  PUBLIC_URL: "https://refdesk.example.org/",
  PORT: "3000",
};

/** Returns the error message for an environment, or an empty string when it is valid. */
function complaint(environment: Environment): string {
  try {
    readServerConfig(environment);
    return "";
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message;
  }
}

describe("readServerConfig", () => {
  it.each([
    ["nothing", {}, { logLevel: "info", secrets: [] }],
    ["what is not its own", { HOME: "/", DISCORD: "x" }, { logLevel: "info", secrets: [] }],
    [
      "empty values as none",
      { DISCORD_TOKEN: "", SLACK_BOT_TOKEN: "", LOG_LEVEL: "" },
      { logLevel: "info", secrets: [] },
    ],
    ["a level", { LOG_LEVEL: "debug" }, { logLevel: "debug", secrets: [] }],
    [
      "an audience",
      { DEFAULT_VISIBILITY: "asker" },
      { logLevel: "info", defaultAudience: "asker", secrets: [] },
    ],
    [
      "a prefix",
      { SLACK_COMMAND_PREFIX: "desk-" },
      { logLevel: "info", commandPrefix: "desk-", secrets: [] },
    ],
    [
      "Discord",
      { DISCORD_TOKEN },
      { logLevel: "info", discord: { token: DISCORD_TOKEN }, secrets: [DISCORD_TOKEN] },
    ],
    [
      "Discord at another address",
      { DISCORD_TOKEN, DISCORD_API_URL: "http://127.0.0.1:1/api" },
      {
        logLevel: "info",
        discord: { token: DISCORD_TOKEN, apiUrl: "http://127.0.0.1:1/api" },
        secrets: [DISCORD_TOKEN],
      },
    ],
    [
      "Slack",
      { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL: "https://slack.com/api/" },
      {
        logLevel: "info",
        slack: { botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN, apiUrl: "https://slack.com/api/" },
        secrets: [SLACK_BOT_TOKEN, SLACK_APP_TOKEN],
      },
    ],
    [
      "both at once, one of Slack's tokens being no token of Discord's",
      { DISCORD_TOKEN, SLACK_BOT_TOKEN, SLACK_APP_TOKEN },
      {
        logLevel: "info",
        discord: { token: DISCORD_TOKEN },
        slack: { botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN },
        secrets: [DISCORD_TOKEN, SLACK_BOT_TOKEN, SLACK_APP_TOKEN],
      },
    ],
    [
      "Discord over HTTP",
      { DISCORD_TOKEN, DISCORD_PUBLIC_KEY, PORT: "3000" },
      {
        logLevel: "info",
        discord: { token: DISCORD_TOKEN, publicKey: DISCORD_PUBLIC_KEY },
        http: { host: "127.0.0.1", port: 3000 },
        secrets: [DISCORD_TOKEN],
      },
    ],
    [
      "Slack with one socket",
      { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SOCKETS: "1" },
      {
        logLevel: "info",
        slack: { botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN, sockets: 1 },
        secrets: [SLACK_BOT_TOKEN, SLACK_APP_TOKEN],
      },
    ],
    [
      "Slack over HTTP, with two secrets",
      {
        SLACK_BOT_TOKEN,
        SLACK_SIGNING_SECRET: `${SLACK_SIGNING_SECRET}, another-${SLACK_SIGNING_SECRET}`,
        HOST: "::",
        PORT: "0",
      },
      {
        logLevel: "info",
        slack: {
          botToken: SLACK_BOT_TOKEN,
          signingSecrets: [SLACK_SIGNING_SECRET, `another-${SLACK_SIGNING_SECRET}`],
        },
        http: { host: "::", port: 0 },
        secrets: [SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, `another-${SLACK_SIGNING_SECRET}`],
      },
    ],
    [
      "Discord's servers with something of their own",
      { DISCORD_TOKEN, SERVER_SETTINGS: "yes" },
      { logLevel: "info", discord: { token: DISCORD_TOKEN, hasSettings: true }, secrets: [DISCORD_TOKEN] },
    ],
    [
      "Slack in many workspaces",
      { ...MANY, SLACK_API_URL: "https://slack.com/api/" },
      {
        logLevel: "info",
        slack: {
          install: {
            clientId: MANY.SLACK_CLIENT_ID,
            clientSecret: MANY.SLACK_CLIENT_SECRET,
            keys: [MCP_KEY, `${MCP_KEY}2`],
            publicUrl: "https://refdesk.example.org",
          },
          signingSecrets: [SLACK_SIGNING_SECRET],
          apiUrl: "https://slack.com/api/",
        },
        http: { host: "127.0.0.1", port: 3000 },
        publicUrl: "https://refdesk.example.org",
        secrets: [SLACK_SIGNING_SECRET, MANY.SLACK_CLIENT_SECRET, MCP_KEY, `${MCP_KEY}2`],
      },
    ],
    ["a host without a port as nothing", { HOST: "0.0.0.0" }, { logLevel: "info", secrets: [] }],
    [
      "a folder for what is kept",
      { DATA_DIR: "/var/lib/refdesk" },
      { logLevel: "info", citations: { folder: "/var/lib/refdesk" }, secrets: [] },
    ],
    [
      "a database, which is a secret with the password in it",
      { DATABASE_URL: "postgres://desk:one%20password@db/desk", DATA_DIR: "/var" },
      {
        logLevel: "info",
        citations: { url: "postgres://desk:one%20password@db/desk" },
        secrets: ["postgres://desk:one%20password@db/desk", "one%20password", "one password"],
      },
    ],
    [
      "the admin port, on this machine alone whatever the other server's host",
      { ADMIN_PORT: "9", HOST: "0.0.0.0" },
      { logLevel: "info", admin: { host: "127.0.0.1", port: 9 }, secrets: [] },
    ],
    [
      "the admin port on a host of its own",
      { ADMIN_PORT: "9", ADMIN_HOST: "::" },
      { logLevel: "info", admin: { host: "::", port: 9 }, secrets: [] },
    ],
    [
      "how much one person asks",
      { ASKS_PER_MINUTE: "0" },
      { logLevel: "info", asksPerMinute: 0, secrets: [] },
    ],
    [
      "how much a whole workspace asks",
      { ASKS_PER_MINUTE_WORKSPACE: "600" },
      { logLevel: "info", asksPerWorkspace: 600, secrets: [] },
    ],
    [
      "who reviews, and that they add",
      { REVIEWERS: "discord:1, discord:role:22,slack:U024BE7LH,", ADD_FROM_CHAT: "true" },
      {
        ...{ logLevel: "info", secrets: [], addFromChat: true },
        reviewers: ["discord:1", "discord:role:22", "slack:U024BE7LH"],
      },
    ],
    [
      "an address without a token as nothing",
      { SLACK_API_URL: "https://slack.com/api/" },
      { logLevel: "info", secrets: [] },
    ],
  ])("reads %s", (_, environment, config) => {
    expect(readServerConfig(environment)).toStrictEqual({
      defaultAudience: "room",
      commandPrefix: "",
      reviewers: [],
      citations: { folder: ".refdesk" },
      deprecated: [],
      ...config,
    });
  });

  it.each(["mysql://desk@db/desk", "nowhere", "http://db/desk"])(
    "does not take %s for a database, and does not show it",
    (DATABASE_URL) => {
      const said = complaint({ DATABASE_URL });
      expect(said).toMatch(
        /^DATABASE_URL: expected the address of a database in PostgreSQL, such as postgresql:/,
      );
      expect(said).not.toContain(DATABASE_URL);
    },
  );

  it.each([
    "postgres://a:%zz@h/x",
    "postgres://a:%ff@h/x",
    "postgresql:///desk?host=/var/run/postgresql",
    "postgresql://h/x?sslmode=require",
  ])("takes %s for a database", (DATABASE_URL) => {
    expect(readServerConfig({ DATABASE_URL })).toMatchObject({
      citations: { url: DATABASE_URL },
      secrets: [DATABASE_URL],
    });
  });

  it("names every variable that is wrong, what is expected and where it is got", () => {
    const environment = {
      DISCORD_TOKEN: "not-a-token",
      SLACK_BOT_TOKEN: "xapp-1-the-other-one",
      SLACK_APP_TOKEN: "xoxb-1-the-other-one",
      DISCORD_API_URL: "discord.com",
      SLACK_API_URL: "ftp://slack.com",
      ASKS_PER_MINUTE: "-1",
      ASKS_PER_MINUTE_WORKSPACE: "many",
      SLACK_SOCKETS: "11",
      ADD_FROM_CHAT: "yes",
      DATABASE_CONNECTIONS: "9",
      LOG_LEVEL: "loud",
    };
    expect(complaint(environment)).toMatchInlineSnapshot(`
      "DISCORD_TOKEN: expected a bot token of three parts joined by dots; found in Discord's developer portal under Bot, Reset Token.
      SLACK_BOT_TOKEN: expected a token that begins with xoxb-; found in the Slack app's settings under OAuth & Permissions, once the app is installed.
      SLACK_APP_TOKEN: expected a token that begins with xapp-; made in the Slack app's settings under Basic Information, App-Level Tokens, with the scope connections:write.
      DISCORD_API_URL: expected an http or https address: Discord's API without its version, such as https://discord.com/api.
      SLACK_API_URL: expected an http or https address: Slack's Web API with a slash at the end, such as https://slack.com/api/.
      SLACK_SOCKETS: expected 1 or 2.
      ASKS_PER_MINUTE: expected a whole number, such as 60; 0 for no limit.
      ASKS_PER_MINUTE_WORKSPACE: expected a whole number, such as 600; 0 for no limit.
      ADD_FROM_CHAT: expected true or false.
      DATABASE_CONNECTIONS: expected how many connections to the database one process may have, from 13 to 999, such as 20.
      LOG_LEVEL: expected debug, info, warn or error."
    `);
  });

  it.each([
    ["slack:U024BE7LH, mina", 2],
    ["slack:T024BE7LH/U024BE7LH,slack:U1/U024BE7LH", 2],
    ["discord:role:x", 1],
    ["slack:role:U024BE7LH", 1],
    ["discord:1,slack:U024BE7LH,telegram:1", 3],
  ])("names the reviewer of “%s” that is none", (REVIEWERS, number) => {
    expect(complaint({ REVIEWERS })).toMatch(
      new RegExp(`^REVIEWERS: number ${number} is no user or role; expected .*discord:<user id>.*\\.$`),
    );
  });

  it.each([
    ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", { SLACK_BOT_TOKEN }],
    ["SLACK_APP_TOKEN", "SLACK_BOT_TOKEN", { SLACK_APP_TOKEN }],
  ])("needs both of Slack's tokens where %s is set", (given, missing, environment) => {
    const lines = complaint(environment).split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      new RegExp(`^${missing}: is missing while ${given} is set; expected .*Slack app's settings`),
    );
  });

  it.each(Object.keys(MANY) as (keyof typeof MANY)[])("needs %s for many workspaces", (name) => {
    const { [name]: _, ...rest } = MANY;
    const lines = complaint(rest).split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name}: is missing while \\w+ is set; expected `));
  });

  it("refuses one workspace's token beside what is for many, and keys that are short", () => {
    expect(complaint({ ...MANY, SLACK_BOT_TOKEN, SLACK_APP_TOKEN })).toMatchInlineSnapshot(`
      "SLACK_BOT_TOKEN: is set, and so is SLACK_CLIENT_ID; keep the first for one workspace, or the second for all that install the app over HTTP.
      SLACK_APP_TOKEN: is set, and so is SLACK_CLIENT_ID; keep the first for one workspace, or the second for all that install the app over HTTP."
    `);
    const said = complaint({
      ...MANY,
      INSTALL_KEYS: "short",
      SLACK_CLIENT_ID: "x",
      SLACK_CLIENT_SECRET: "y z",
    });
    expect(said.split("\n").map((line) => line.split(":")[0])).toEqual([
      ...["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "INSTALL_KEYS"],
    ]);
    expect(said).not.toMatch(/short|y z/);
  });

  it.each([
    ["DISCORD_TOKEN", "SERVER_SETTINGS", { SERVER_SETTINGS: "yes" }],
    ["DISCORD_TOKEN", "DISCORD_PUBLIC_KEY", { DISCORD_PUBLIC_KEY, PORT: "1" }],
    ["PORT", "DISCORD_PUBLIC_KEY", { DISCORD_TOKEN, DISCORD_PUBLIC_KEY }],
    ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", { SLACK_SIGNING_SECRET, PORT: "1" }],
    ["PORT", "SLACK_SIGNING_SECRET", { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET }],
  ])("needs %s where %s is set", (missing, given, environment) => {
    const lines = complaint(environment).split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${missing}: is missing while ${given} is set; expected `));
  });

  it("lets assistants ask with MCP=yes and a port, and keeps their keys out of the log", () => {
    const keys = [MCP_KEY, `${MCP_KEY}2`];
    const config = readServerConfig({ MCP: "yes", PORT: "3000", MCP_KEYS: keys.join(", ") });
    expect([config.mcp, config.secrets]).toEqual([{ keys }, keys]);
    expect(readServerConfig({ PORT: "3000", MCP_KEYS: MCP_KEY }).mcp).toBeUndefined();
    expect(readServerConfig({ MCP: "no", PORT: "3000" }).mcp).toBeUndefined();
    expect(readServerConfig({ MCP: "yes", PORT: "3000" }).mcp).toEqual({ keys: [] });
    expect(complaint({ MCP: "yes" })).toMatch(/^PORT: is missing while MCP is set; expected a port/);
  });

  it("refuses both of Slack's ways in at once, by both names", () => {
    expect(complaint({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, PORT: "1" })).toBe(
      "SLACK_APP_TOKEN: is set, and so is SLACK_SIGNING_SECRET; keep the first for Socket Mode, or the second for HTTP.",
    );
  });

  it.each([
    ["DISCORD_PUBLIC_KEY", "0123456789abcdef"],
    ["DISCORD_PUBLIC_KEY", `${DISCORD_PUBLIC_KEY}0`],
    ["DISCORD_PUBLIC_KEY", "g".repeat(64)],
    ["SLACK_SIGNING_SECRET", "too-short"],
    ["SLACK_SIGNING_SECRET", `${SLACK_SIGNING_SECRET},`],
    ["SLACK_SIGNING_SECRET", `${SLACK_SIGNING_SECRET};${SLACK_SIGNING_SECRET}`],
    ["PORT", "65536"],
    ["PORT", "-0001"],
    ["PORT", "3e3"],
    ["PORT", "0x10"],
    ["HOST", "http://localhost"],
    ["ADMIN_PORT", "65536"],
    ["ALLOW_INDEXING", "maybe"],
    ["LINK_SECRET", "too short to be one"],
    ["MCP", "true"],
    ["MCP_KEYS", "too-short-to-be-one"],
    ["MCP_KEYS", `${MCP_KEY},`],
    ["MCP_KEYS", `${MCP_KEY},too-short-to-be-one`],
    ["MCP_KEYS", `${MCP_KEY} with spaces`],
    ["PUBLIC_URL", "desk.test/pages"],
    ["PUBLIC_URL", "ftp://refdesk.example.org"],
    ["PUBLIC_URL", "https://refdesk.example.org/?q=1"],
    ["PUBLIC_URL", "https://refdesk.example.org/#top"],
    ["PUBLIC_URL", "https://name:word@refdesk.example.org"],
    ["PUBLIC_URL", "https://refdesk.example.org/a b"],
    ["DISCORD_TOKEN", "not-a-token"],
    ["DISCORD_TOKEN", "Bot made-up-for-these-tests.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb"],
    ["DISCORD_TOKEN", `${DISCORD_TOKEN}\n`],
    ["DISCORD_TOKEN", "short.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb"],
    ["SLACK_BOT_TOKEN", "xoxp-made-up-for-these-tests"],
    ["SLACK_BOT_TOKEN", "xoxb-short"],
    ["SLACK_APP_TOKEN", SLACK_BOT_TOKEN],
    ["SLACK_APP_TOKEN", "xapp-with a space-in-it"],
    ["DISCORD_API_URL", "file:///etc/hosts"],
    ["SLACK_API_URL", "slack.test/api"],
    ["LOG_LEVEL", "INFO"],
  ])("refuses %s=%j, and does not show it", (name, value) => {
    const message = complaint({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name}: expected `));
    expect(message).not.toContain(value.trim());
  });

  it("never shows a value, whatever was set", () => {
    const value = fc.string({ minLength: 6, unit: "grapheme-ascii" }).map((text) => `§${text}§`);
    const environment = fc.record({
      DISCORD_TOKEN: value,
      SLACK_BOT_TOKEN: value,
      SLACK_APP_TOKEN: value,
      DISCORD_PUBLIC_KEY: value,
      SLACK_SIGNING_SECRET: value,
      HOST: value,
      PORT: value,
      DISCORD_API_URL: value,
      LOG_LEVEL: value,
    });
    fc.assert(
      fc.property(environment, (given) => {
        const message = complaint(given);
        for (const [name, text] of Object.entries(given)) {
          expect(message).toContain(`${name}: `);
          expect(message).not.toContain(text);
        }
      }),
    );
  });
});

describe("readEnvironment", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("adds what .env holds to what is set, and what is set wins", async () => {
    const file = join(temporaryFolder(), ".env");
    writeFileSync(
      file,
      '# a comment\nREFDESK_TEST_A=file\nREFDESK_TEST_B="from the file"\nREFDESK_TEST_C=file\n',
    );
    vi.stubEnv("REFDESK_TEST_A", "set");
    vi.stubEnv("REFDESK_TEST_C", "");
    const { REFDESK_TEST_A, REFDESK_TEST_B, REFDESK_TEST_C, PATH } = await readEnvironment(file);
    expect([REFDESK_TEST_A, REFDESK_TEST_B, REFDESK_TEST_C]).toEqual(["set", "from the file", ""]);
    expect(PATH).toBe(process.env.PATH);
    expect(process.env.REFDESK_TEST_B).toBeUndefined();
  });

  it("is the process's own where there is no such file", async () => {
    vi.stubEnv("REFDESK_TEST_A", "set");
    const environment = await readEnvironment(join(temporaryFolder(), ".env"));
    expect(environment.REFDESK_TEST_A).toBe("set");
  });
});

describe("basicsOf", () => {
  const standard = {
    ...{ cache: join(homedir(), ".cache", "refdesk"), colour: true, dumb: false, isUtf8: true },
    refresh: "watch",
  };
  const { refresh: _, ...keepingTheShelf } = standard;

  it.each([
    ["nothing", {}, standard],
    ["empty values", { SHELF_DIR: "", CACHE_DIR: "", XDG_CACHE_HOME: "", NO_COLOR: "", TERM: "" }, standard],
    ["a terminal", { TERM: "xterm-256color" }, standard],
    ["another shelf", { SHELF_DIR: "/shelf" }, { ...standard, shelf: "/shelf" }],
    ["a cache folder", { CACHE_DIR: "/c", XDG_CACHE_HOME: "/xdg" }, { ...standard, cache: "/c" }],
    [
      "the desktop's cache folder",
      { XDG_CACHE_HOME: "/xdg" },
      { ...standard, cache: join("/xdg", "refdesk") },
    ],
    [
      "a shelf in a database, with what the others leave of its connections",
      { SHELF: "database", DATABASE_URL: "postgresql://h/x", DATABASE_CONNECTIONS: "13" },
      { ...standard, database: "postgresql://h/x", connections: 1 },
    ],
    [
      "a number of connections that is none as none",
      { SHELF: "database", DATABASE_URL: "postgresql://h/x", DATABASE_CONNECTIONS: "12" },
      { ...standard, database: "postgresql://h/x", connections: 8 },
    ],
    [
      "a shelf that is read again on a signal alone",
      { REFRESH: "signal" },
      { ...standard, refresh: "signal" },
    ],
    ["a shelf that is never read again", { REFRESH: "no" }, keepingTheShelf],
    ["no colour", { NO_COLOR: "1" }, { ...standard, colour: false }],
    ["no colour, whatever it says", { NO_COLOR: "false" }, { ...standard, colour: false }],
    ["a dumb terminal", { TERM: "dumb" }, { ...standard, colour: false, dumb: true }],
  ])("takes %s", (_, environment, basics) => {
    expect(readBasicSettings(environment)).toStrictEqual(basics);
  });
});
