/** The choice of program by the first argument, and what all programs share: usage, version, errors. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT } from "../desks.ts";
import { replacing, shelfWith, temporaryFolder } from "../shelves.ts";

const home = temporaryFolder();

function refdesk(args: readonly string[], variables: Readonly<Record<string, string>> = {}, cwd = home) {
  const env = { PATH: process.env.PATH, HOME: home, CACHE_DIR: join(home, "cache"), ...variables };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(PROJECT, "bin/refdesk.js"), ...args], {
    ...{ cwd, env, encoding: "utf8", input: "" },
  });
  return { status, out: stdout, err: stderr };
}

const NAMES = ["setup", "check-shelf", "shelf", "export", "manifest", "mcp", "help"];

describe("a first argument that is exactly a program's name", () => {
  it.each(NAMES)("%s starts that program, whose usage --help and help show alike", (name) => {
    const shown = refdesk([name, "--help"]);
    expect(shown).toMatchObject({ status: 0, err: "" });
    expect(shown.out).toMatch(new RegExp(`^Usage: refdesk ${name}\\b`));
    expect(refdesk(["help", name])).toEqual(shown);
  });

  it.each(NAMES.filter((name) => name !== "help"))("%s refuses a flag it does not know", (name) => {
    const { status, out, err } = refdesk([name, "--bogus"]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(new RegExp(`^Unknown option '--bogus'\\.\n\nUsage: refdesk ${name}\\b`));
  });

  it("runs with the arguments behind it", () => {
    expect(refdesk(["check-shelf", PROJECT])).toMatchObject({
      status: 0,
      err: "",
      out: expect.stringMatching(
        /^The shelf holds: \d+ sources, \d+ records, version [\da-f]{12}\.\nRead from \/.+\n$/,
      ),
    });
  });

  it("is named by the usage of refdesk, which help alone shows too", () => {
    const { out } = refdesk(["--help"]);
    for (const name of NAMES) expect(out).toMatch(new RegExp(`^ {2}${name} {2,}\\S`, "m"));
    expect(refdesk(["help"])).toEqual({ status: 0, out, err: "" });
  });
});

describe("anything else is an ask", () => {
  it.each([
    ["an unknown word", ["alibaba"]],
    ["a program's name in a longer argument", ["export something"]],
    ["a program's name in capitals", ["Export", "something"]],
    ["a program's name with a slash", ["/export", "something"]],
    ["a program's name behind --", ["--", "setup"]],
    ["a program's name behind a flag", ["--plain", "manifest"]],
    ["a name that every object has", ["constructor"]],
  ])("%s", (_, args) => {
    const { status, out, err } = refdesk(args);
    expect(err).toBe("");
    if (args[0]?.startsWith("/"))
      expect(out).toContain("Unknown command “/export”. Available commands: /pledge, ");
    // What is found begins with its name; below the title of a miss stands what was asked.
    else expect(out).toMatch(args[0] === "alibaba" ? /^Alibaba: / : /^.+\n\/(?:who|search) \S/);
    expect(status).toBe(args[0] === "alibaba" ? 0 : args[0]?.startsWith("/") ? 2 : 1);
  });

  it("and so is what is asked of the desk's own help", () => {
    for (const args of [["/help"], ["--plain", "help"]])
      expect(refdesk(args)).toMatchObject({
        status: 0,
        err: "",
        out: expect.stringMatching(/^What can be asked\n/),
      });
  });
});

it("--version is that of the package", () => {
  const { version } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
  expect(refdesk(["--version"])).toEqual({ status: 0, out: `refdesk ${version}\n`, err: "" });
});

it("help refuses what is no program, and says how it is asked", () => {
  const { status, out, err } = refdesk(["help", "pledge"]);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toMatch(/^“pledge” is no program\. There are: init, setup, .*\n.*refdesk "\/help pledge"\n$/);
});

describe("check-shelf reads the folder that is configured", () => {
  const SHELF_DIR = shelfWith({
    "data/quotes/wang-on-donations.json": JSON.stringify({
      label: "Wang Hsin-Hsien: not voluntary",
      speaker: "people/wang-hsin-hsien",
      speakerInferred: "“He” is read as Wang Hsin-Hsien, named in the paragraph before.",
      passages: [
        { source: "voa-common-prosperity", exact: "So I don’t think these donations will be voluntary" },
      ],
      review: { entered: "2026-11-21", reviewedBy: null, reviewedOn: null },
    }),
  });

  it("by the environment, and warns of what is entered twice", () => {
    const { status, out, err } = refdesk(["check-shelf"], { SHELF_DIR });
    expect([status, out.split("\n")[1]]).toEqual([0, `Read from ${SHELF_DIR}`]);
    expect(err).toBe(
      "Warning: data/quotes/wang-on-donations.json /passages/0: “So I don’t think these donations will be voluntary” lies inside a passage of data/quotes/wang-not-voluntary.json\n",
    );
  });

  it("by .env", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, ".env"), `SHELF_DIR=${SHELF_DIR}\n`);
    const { out } = refdesk(["check-shelf"], {}, folder);
    expect(out.split("\n")[1]).toBe(`Read from ${SHELF_DIR}`);
  });
});

describe("a shelf that does not hold", () => {
  const file = "data/facts/lei-jun-on-social-good.json";
  const SHELF_DIR = shelfWith({ [file]: replacing("social good and that", "social food and that") });

  it.each([
    ["an ask: nothing was started", ["/pledge alibaba"], "started"],
    ["an export: nothing was written", ["export", join(home, "out")], "written"],
  ])("stops %s", (_, args, done) => {
    const { status, out, err } = refdesk(args, { SHELF_DIR });
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(new RegExp(`^The shelf does not hold, so nothing was ${done}\\.\n\n${file} `));
  });

  it("is what check-shelf is for: each fault, and how many", () => {
    const { status, out, err } = refdesk(["check-shelf", SHELF_DIR]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(new RegExp(`^${file} [^\n]*\n\nFaults: 1\\.\nRead from ${SHELF_DIR}\n$`));
  });
});
