/** The program as people and scripts run it: output streams and exit status. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { PROJECT } from "../desks.ts";
import { replacing, shelfWith, temporaryFolder } from "../shelves.ts";
import { PROGRAM } from "./compiled.ts";

const home = temporaryFolder();
const TOKENS = {
  DISCORD_TOKEN: "made-up-for-these-tests.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb",
  SLACK_BOT_TOKEN: "xoxb-made-up-for-these-tests",
  SLACK_APP_TOKEN: "xapp-made-up-for-these-tests",
  DISCORD_API_URL: "http://127.0.0.1:9/api",
  SLACK_API_URL: "http://127.0.0.1:9/api/",
};

interface Given {
  readonly input?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** Starts the program with only the given variables set, outside the project so that its .env is not read. */
function start(args: readonly string[], { variables = {}, folder = home }: Given = {}) {
  const env = { PATH: process.env.PATH, HOME: home, CACHE_DIR: join(home, "cache"), ...variables };
  return spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, env });
}

async function run(args: readonly string[], given: Given = {}) {
  const child = start(args, given);
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  child.stdin.on("error", () => {}).end(given.input ?? "");
  const [status] = await once(child, "close");
  return { status, out, err };
}

describe("an ask on the command line", () => {
  it.each(["/compare alibaba tencent", "/timeline common prosperity"])(
    "%s is drawn in characters, but not where it is to be plain",
    async (line) => {
      const drawing = /[█▏▎▍▌▋▊▉●○]/;
      expect((await run([line])).out).toMatch(drawing);
      expect((await run(["--plain", line])).out).not.toMatch(drawing);
    },
  );

  it.each([
    [
      "found",
      ["quote", "lu", "jun", "about", "NGOs"],
      0,
      /^Lu Jun: 2 quotations and 1 reported about “NGOs”\n/,
    ],
    ["found in Chinese", ["/define 第三次分配"], 0, /The third distribution taps enterprises/],
    ["a menu", ["/pledge"], 0, /^Which donor or cause\?\n/],
    ["help", ["/help"], 0, /^What can be asked\n/],
    ["nothing", ["/quote li jun"], 1, /^Nothing on record for “li jun”\n[\s\S]*- Lei Jun: \/quote lei-jun\n/],
    [
      "an unknown command",
      ["/nope x"],
      2,
      /Unknown command “\/nope”\. Available commands: \/pledge, \/quote/,
    ],
  ])("%s; standard input is not read, and nothing is drawn", async (_, args, status, shown) => {
    const ended = await run(args, { input: "/pledge alibaba\n" });
    expect(ended).toMatchObject({ status, err: "" });
    expect(ended.out).toMatch(shown);
    expect(ended.out).toMatch(/[^\n]\n$/);
    expect(ended.out).not.toContain("$15 billion");
    expect(ended.out).not.toContain("\u001b");
  });

  it("is answered in the terminal whatever is set", async () => {
    const ended = await run(["/pledge alibaba"], { variables: TOKENS });
    expect(ended).toMatchObject({ status: 0, err: "", out: expect.stringMatching(/^Alibaba: /) });
  });

  it("is answered whatever is malformed", async () => {
    const ended = await run(["/pledge alibaba"], { variables: { DISCORD_TOKEN: "x", LOG_LEVEL: "loud" } });
    expect(ended).toMatchObject({ status: 0, err: "" });
  });
});

describe("a locale that is not UTF-8", () => {
  const ASCII = /^[\0-\u007f]*$/;

  it.each([["/pledge alibaba"], ["/compare alibaba tencent"], ["/timeline common prosperity"], ["/help"]])(
    "%s is answered in ASCII, with plain marks for those it lacks",
    async (line) => {
      const { status, out, err } = await run([line], { variables: { LC_ALL: "C" } });
      expect([status, err]).toEqual([0, ""]);
      expect(out).toMatch(ASCII);
      expect(out).not.toContain("?");
    },
  );

  it("is answered in English, since Chinese cannot be shown", async () => {
    const { out, err } = await run(["/define common prosperity"], { variables: { LANG: "zh_CN.GBK" } });
    expect(out).toMatch(/^Common prosperity/);
    expect(err).toBe("");
  });

  it("is told once what could not be shown", async () => {
    const input = "/pledge 京东\n/pledge 京东\n";
    const { out, err } = await run(["--stdin"], { input, variables: { LC_CTYPE: "en_US.ISO-8859-1" } });
    expect(out).toMatch(/^Nothing on record for "\?\?"\n/);
    expect(err).toMatchInlineSnapshot(`
      "Some characters cannot be shown in the encoding of this locale, and stand as "?". Set LANG to one in UTF-8, such as C.UTF-8.
      "
    `);
  });

  it("gets JSON as it is, which is always in UTF-8", async () => {
    const ended = await run(["--json", "/pledge alibaba"], { variables: { LC_ALL: "C" } });
    expect(ended).toMatchObject({ err: "", out: expect.stringContaining("“$15.5 billion”") });
  });

  it("gets errors in ASCII too", async () => {
    const { err } = await run([], { variables: { LC_ALL: "C", LOG_LEVEL: "loud…" } });
    expect(err).toMatch(/LOG_LEVEL: /);
    expect(err).toMatch(ASCII);
  });

  it("LC_MESSAGES tells the language before LANG", async () => {
    const variables = { LC_MESSAGES: "zh_CN.UTF-8", LANG: "en_US.UTF-8" };
    expect((await run(["/pledge alibaba"], { variables })).out).toMatch(/^阿里巴巴（Alibaba）：/);
  });
});

describe.skipIf(!existsSync("/dev/full"))("a full disk", () => {
  it.each([[["/pledge alibaba"]], [["--stdin"]], [["--help"]], [["manifest"]]])(
    "ends %j with status 2 and a line that names it",
    async (args) => {
      const full = openSync("/dev/full", "w");
      onTestFinished(() => closeSync(full));
      const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
        cwd: home,
        env: { PATH: process.env.PATH, HOME: home, CACHE_DIR: join(home, "cache") },
        input: "/pledge alibaba\n",
        stdio: ["pipe", full, "pipe"],
        encoding: "utf8",
      });
      expect([status, stderr]).toEqual([
        2,
        "Standard output cannot be written, so the output is not complete: ENOSPC: no space left on device, write\n",
      ]);
    },
  );
});

describe("a Node that is too old", () => {
  const { engines } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
  const needed = engines.node.replace(">=", "");

  it.each([["18.20.8"], ["20.18.3"]])("%s is told which one is needed", (version) => {
    const preload = join(home, "older.cjs");
    const versions = `{ ...process.versions, node: "${version}" }`;
    writeFileSync(preload, `Object.defineProperty(process, "versions", { value: ${versions} });`);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", preload, PROGRAM], {
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(
      `Refdesk needs Node.js ${needed} or later, and this is ${version}. Install a newer one: https://nodejs.org\n`,
    );
  });
});

describe("a clone", () => {
  /** Starts the program's first file in a folder with these files beside it, and with no packages. */
  function startIn(files: Readonly<Record<string, string>>) {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "bin"));
    cpSync(PROGRAM, join(folder, "bin/refdesk.js"));
    for (const [file, text] of Object.entries({ "package.json": '{ "type": "module" }', ...files })) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "bin/refdesk.js")], {
      encoding: "utf8",
    });
    return { status, out: stdout, err: stderr };
  }
  const source = { "src/programs/main.ts": 'export const main = () => console.log("source");' };
  const compiled = { "dist/main.js": 'export const main = () => console.log("compiled");' };

  it.each([
    [
      "without its packages says what to run",
      source,
      2,
      "",
      "Refdesk is not installed here. Run `npm ci --include=dev` first.\n",
    ],
    ["without those for development runs what was built", { ...source, ...compiled }, 0, "compiled\n", ""],
    ["is none where there is no source, and runs what was built", compiled, 0, "compiled\n", ""],
  ] as const)("%s", (_, files, status, out, err) => {
    expect(startIn(files)).toEqual({ status, out, err });
  });
});

describe("flags", () => {
  it("--help shows the usage", async () => {
    const { status, out, err } = await run(["--help"]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatchInlineSnapshot(`
      "Usage: refdesk [--json] [--plain] [--full] [ask]
             refdesk [--json] [--plain] [--full] --stdin
             refdesk <program> [--help]

        ask        one question, such as "/pledge alibaba"; without one, the
                   configured platforms are started, or else the terminal asks
        --stdin    read asks from standard input, one a line
        --json     print each answer's document as one line of JSON
        --full     the whole of each answer, with every passage and note
        --plain    no colour, no links, nothing drawn or redrawn
        --version  the version
        --help     this text

      Programs: a first argument that is exactly such a name starts it

        init         make an empty shelf of your own
        setup        set Discord and Slack up; with --check, say what works
        add          make sources of files and addresses
        review       make records of what was found in them, key by key
        remove       remove a source, with the records that cite it alone
        check-shelf  read and check the whole shelf
        shelf        publish the shelf in a database, for several processes
        export       write the whole shelf for other programs
        manifest     print the Slack app's manifest
        workspaces   look after the Slack workspaces that install the app
        mcp          be asked by an assistant, over standard input and output
        help         this text, or that of a program; for asks: refdesk /help

      Exit status: 0 something was found, 1 nothing was found, 2 it could not be asked.
      "
    `);
  });

  it.each([["--bogus"], ["--json=yes"]])("%s is no flag: status 2 and the usage", async (flag) => {
    const { status, out, err } = await run([flag, "/pledge alibaba"]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(new RegExp(`^[^\\n]*${flag.split("=")[0]}[\\s\\S]*\n\nUsage: refdesk `));
  });

  it.each([
    ["found", "/pledge alibaba", 0],
    ["mistake", "/nope", 2],
  ])("--json prints one line of JSON and nothing else: %s", async (outcome, line, status) => {
    const ended = await run([line, "--json"]);
    expect(ended).toMatchObject({ status, err: "" });
    expect(ended.out).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(ended.out)).toMatchObject({
      outcome,
      audience: outcome === "found" ? "room" : "asker",
    });
  });

  it("--json has the asks as the lines that people type", async () => {
    const { ask, buttons } = JSON.parse((await run(["--json", "pledge", "Alibaba"])).out);
    expect(ask).toBe("/pledge Alibaba");
    expect(buttons).toContainEqual({ type: "ask", label: expect.any(String), ask: "/quote daniel-zhang" });
  });
});

describe("lines", () => {
  const input = "\n/pledge alibaba\r\n   \n/quote li jun\n/define 共同富裕";

  it.each([[["--stdin"]], [[]]])("with %j are read from a pipe, one ask a line", async (flags) => {
    const { status, out, err } = await run(flags, { input });
    expect([status, err]).toEqual([0, ""]);
    const answers = out
      .split("\n")
      .filter((line) => /^(?:Alibaba: “|Nothing on|Common prosperity)/.test(line));
    expect(answers.map((line) => line.slice(0, 10))).toEqual(["Alibaba: “", "Nothing on", "Common pro"]);
    expect(out).not.toContain("\u001b");
    expect(out).not.toContain("refdesk>");
  });

  it("with --json are a line of JSON each", async () => {
    const { out } = await run(["--stdin", "--json"], { input });
    const outcomes = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).outcome);
    expect(outcomes).toEqual(["found", "nothing", "found"]);
  });

  it("are answered in the terminal whatever is set", async () => {
    const ended = await run(["--stdin"], { input: "/pledge alibaba", variables: TOKENS });
    expect(ended).toMatchObject({ status: 0, err: "" });
  });

  it("end quietly where nobody reads the answers any more", async () => {
    const child = start(["--stdin"]);
    child.stdout.destroy();
    let err = "";
    child.stderr.on("data", (text) => {
      err += text;
    });
    child.stdin.on("error", () => {}).end("/pledge alibaba\n".repeat(9));
    await once(child, "close");
    expect(err).not.toContain("EPIPE");
  });
});

describe("what stops the start, with status 2 and nothing on standard output:", () => {
  it("one letter of one passage changed", async () => {
    const file = "data/facts/lei-jun-on-social-good.json";
    const SHELF_DIR = shelfWith({ [file]: replacing("social good and that", "social food and that") });
    const ended = await run(["/pledge alibaba", "--json"], { variables: { SHELF_DIR } });
    expect(ended).toMatchObject({ status: 2, out: "" });
    expect(ended.err).toMatchInlineSnapshot(`
      "The shelf does not hold, so nothing was started.

      data/facts/lei-jun-on-social-good.json /passages/0/exact: this passage is not in seeds/voa-common-prosperity.txt: “Lei Jun, CEO of consumer electronics manufacturer Xiaomi, said that technological development must be used to achieve social food and that tech companies should help build a good life for everyone.”; the source goes on from “elopment must be used to achieve social ” with “good and that tech companies should help”
      "
    `);
  });

  it("a shelf that is not there", async () => {
    const { status, out, err } = await run(["/pledge alibaba"], {
      variables: { SHELF_DIR: join(home, "none") },
    });
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("seeds/: cannot be read (ENOENT");
  });

  it("a malformed token, which is named and not shown", async () => {
    const { status, out, err } = await run([], { variables: { DISCORD_TOKEN: "made-up-and-malformed" } });
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(
      /^The configuration is not right, so nothing was started\.\n\nDISCORD_TOKEN: expected /,
    );
    expect(err).not.toContain("made-up-and-malformed");
  });

  it("a malformed token in .env", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, ".env"), "SLACK_BOT_TOKEN=xoxp-made-up-and-malformed\n");
    const { status, err } = await run([], { folder });
    expect(status).toBe(2);
    expect(err).toContain("SLACK_BOT_TOKEN: expected a token that begins with xoxb-");
    expect(
      await run([], { folder, variables: { SLACK_BOT_TOKEN: "" }, input: "/pledge alibaba" }),
    ).toMatchObject({
      status: 0,
      err: "",
    });
  });
});

/** Types keys into a pseudo-terminal, each piece once the text it waits for is printed. @returns status and output */
async function typed(pieces: readonly (readonly [waitFor: string, keys: string])[], columns: number) {
  const command = `stty cols ${columns} rows 24; exec "${process.execPath}" "${PROGRAM}"`;
  const variables = { PATH: process.env.PATH, HOME: home, CACHE_DIR: join(home, "cache") };
  const env = { ...variables, TERM: "xterm-256color", SHELL: "/bin/sh" };
  const child = spawn("script", ["-qec", command, "/dev/null"], { cwd: home, env });
  onTestFinished(() => void child.kill());
  let out = "";
  let seen = 0;
  const left = [...pieces];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
    const [next] = left;
    const at = next ? out.indexOf(next[0], seen) : -1;
    if (!next || at < 0) return;
    seen = at + next[0].length;
    left.shift();
    child.stdin.write(next[1]);
  });
  const [status] = await once(child, "close");
  return { status, out };
}

/** Whether util-linux's `script` can provide a pseudo-terminal; without it, only the prompt's unit tests run. */
const hasTerminal = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux");

describe.runIf(hasTerminal)("in a terminal", () => {
  it("there is a prompt, with completion, colour and a way out", async () => {
    const { status, out } = await typed(
      [
        ["refdesk> ", "/pledge tenc"],
        ["tenc", "\t"],
        ["ent", "\r"],
        ["refdesk> ", "exit\r"],
      ],
      60,
    );
    expect(status).toBe(0);
    expect(out).toMatch(/^Refdesk: \d+ sources, \d+ records\. Try \/pledge alibaba\./);
    expect(out).toContain("\u001b[1mTencent\u001b[22m: no sum stated");
    expect(out).toContain("│ Tencent responded by");
  });

  it.each([80, 40, 24])("of %i columns, the greeting breaks between words", async (columns) => {
    const { out } = await typed([["refdesk> ", "exit\r"]], columns);
    const greeting = out.slice(0, out.indexOf("\r\n\r\n")).split("\r\n");
    expect(greeting.join(" ")).toMatch(
      /^Refdesk: \d+ sources, \d+ records\. Try \/pledge alibaba\. Type help or exit\.$/,
    );
    for (const line of greeting) expect(line.length).toBeLessThanOrEqual(columns);
  });

  it("one that does not know its width is not taken for the narrowest", async () => {
    const { out } = await typed(
      [
        ["refdesk> ", "/pledge foo\r"],
        ["refdesk> ", "exit\r"],
      ],
      0,
    );
    expect(out).toContain("Nothing on record for “foo”");
  });
});
