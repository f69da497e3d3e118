/** `refdesk shelf`, and the whole program over the shelf that it publishes in a database. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/database/connection.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { PROJECT, shelf } from "../desks.ts";
import { LIGHTHOUSE } from "../review/articles.ts";
import { setting, shelfWith, temporaryFolder } from "../shelves.ts";
import { send } from "../stand-ins/http.ts";
import { PROGRAM } from "./compiled.ts";
import { type RunningProgram, startProgram } from "./running.ts";

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);

const home = temporaryFolder();

/** Returns what the files of a shelf hold. */
const filesOf = (root: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:json|txt)$/.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(root, name), "utf8")]),
  );

async function refdesk(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  input = "",
) {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: home,
    env: { PATH, HOME: home, CACHE_DIR: join(home, "cache"), ...variables },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => {}).end(input);
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

describe("refdesk shelf without a database", () => {
  it("says what is missing", async () => {
    expect(await refdesk(["shelf", "list"])).toMatchObject({
      status: 2,
      out: "",
      err: expect.stringMatching(/^DATABASE_URL is not set: give the PostgreSQL database/),
    });
    expect(await refdesk(["shelf", "list"], { DATABASE_URL: "mysql://x" })).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^DATABASE_URL does not begin with postgresql:/),
    });
    expect(await refdesk(["/pledge alibaba"], { SHELF: "database" })).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^DATABASE_URL is not set/),
    });
    const DATABASE_URL = "postgresql://refdesk@127.0.0.1:1/refdesk";
    for (const [args, variables] of [
      [["shelf", "list"], { DATABASE_URL }],
      [["/pledge alibaba"], { DATABASE_URL, SHELF: "database" }],
    ] as const)
      expect(await refdesk(args, variables)).toMatchObject({
        status: 2,
        err: expect.stringMatching(
          /^The database that DATABASE_URL names could not be reached: .*ECONNREFUSED/,
        ),
      });
  });

  it.each([
    [[]],
    [["lend"]],
    [["use"]],
    [["list", "1"]],
    [["publish", "a", "b"]],
    [["export"]],
    [["list", "--replace"]],
  ])("does not understand %j", async (args) => {
    const { status, err } = await refdesk(["shelf", ...args]);
    expect(status).toBe(2);
    expect(err).toContain("is not understood.\n\nUsage: refdesk shelf publish [--replace] [folder]");
  });
});

describe.skipIf(programs === undefined)("a shelf in PostgreSQL", () => {
  let postgres: Postgres;
  let DATABASE_URL: string;
  let running: RunningProgram | undefined;
  beforeAll(async () => {
    postgres = await startPostgres(programs!);
  });
  afterAll(() => postgres?.close());
  beforeEach(async () => {
    DATABASE_URL = await postgres.database();
  });
  afterEach(async () => {
    await running?.kill();
    running = undefined;
  });
  const own = (...args: readonly string[]) => refdesk(["shelf", ...args], { DATABASE_URL });

  it("is published, listed, gone back to and dropped", async () => {
    expect((await own("list")).out).toBe(
      "No version of the shelf is published. To publish one: refdesk shelf publish\n",
    );
    const short = shelf.hash.slice(0, 12);
    const counted = `2 sources, ${shelf.records.size} records`;
    const published = await own("publish");
    expect(published.out).toMatch(
      new RegExp(
        `^Version 1 \\(${short}\\) is read now: ${counted}\\.\n\\d+ rows came and 0 went; .*\nRead from /`,
      ),
    );
    expect((await own("publish", PROJECT)).out).toContain(
      "These files were published before; nothing was written.",
    );
    const changed = shelfWith({ "data/people/lu-jun.json": setting("/aliases", ["Lu of the NGOs"]) });
    expect((await own("publish", changed)).out).toMatch(/^Version 2 \([\da-f]{12}\) is read now/);
    expect((await own("list")).out).toMatch(
      new RegExp(
        `^\\* 2  [\\da-f]{12}  [\\d: -]{16} UTC  ${counted}\n  1  ${short}  [\\d: -]{16} UTC  ${counted}\n\\* is read now\\.\n$`,
      ),
    );
    expect(await own("use", "7")).toMatchObject({
      status: 2,
      err: "There is no version “7”: there are 2, 1.\n",
    });
    expect(await own("use", short)).toMatchObject({ status: 0, out: `Version 1 (${short}) is read now.\n` });
    expect(await own("drop", "1")).toMatchObject({
      status: 1,
      out: `Version 1 (${short}) is read now, so it was not dropped. To read another one first: refdesk shelf use <version>\n`,
    });
  });

  it("is refused where the folder has a fault, which is named", async () => {
    const broken = shelfWith({ "data/people/lu-jun.json": setting("/label", 7) });
    const { status, err } = await own("publish", broken);
    expect(status).toBe(2);
    expect(err).toMatch(
      /^The shelf does not hold, so nothing was published\.\n\ndata\/people\/lu-jun\.json \/label/,
    );
  });

  it("answers as the folder does, without it", async () => {
    const database = { DATABASE_URL, SHELF: "database", SHELF_DIR: join(home, "nowhere") };
    expect((await refdesk(["/pledge alibaba"], database)).err).toMatch(
      /^No version of the shelf is published/,
    );
    await own("publish");
    const asks = [
      ...[
        "/pledge alibaba",
        "/quote xi",
        "/who chinese economist",
        "/define third distribution",
        "/timeline",
      ],
      ...["/check Alibaba pledged $15.5 billion", "/search technological revolution", "/compare", "/source"],
    ].join("\n");
    const answers = await refdesk(["--json", "--stdin"], database, asks);
    expect(answers).toMatchObject({ status: 0, err: "" });
    expect(answers).toEqual(await refdesk(["--json", "--stdin"], {}, asks));
    for (const ask of ["/define common prosperity", "/who alibba"])
      expect(await refdesk(["--json", ask], database), ask).toEqual(await refdesk(["--json", ask]));
  });

  it("is changed there alone, written out byte for byte, and not published over", async () => {
    const root = shelfWith({ "data/people/lu-jun.json": (text) => `${text}\n  \n` });
    await own("publish", root);
    const database = { DATABASE_URL, SHELF: "database", SHELF_DIR: join(home, "nowhere"), REVIEWER: "Mina" };
    const note = join(temporaryFolder(), "note.txt");
    writeFileSync(note, LIGHTHOUSE);
    const added = await refdesk(["add", "--ask-nothing", note], database);
    expect(added.out).toMatch(/Added seeds\/[\w-]+\.txt and[\s\S]*Shelf: postgresql:\/\//);
    const [, id = ""] = /seeds\/([\w-]+)/.exec(added.out) ?? [];
    expect((await refdesk(["/source", id], database)).out).toContain("· source");
    expect((await refdesk(["review", "--list", id], database)).out).toContain("Orla Brennan");
    expect(existsSync(join(root, `seeds/${id}.txt`))).toBe(false);

    const lacking = await own("publish", root);
    expect(lacking).toMatchObject({ status: 1, out: "" });
    expect(lacking.err).toContain(`\n\nseeds/${id}.json\nseeds/${id}.txt\n\n`);
    const folder = join(temporaryFolder(), "out");
    expect(await own("export", folder)).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^Version 2 \([\da-f]{12}\) is in \/.*\n\d+ files written, 0 taken away/),
    });
    expect(filesOf(folder)).toEqual({
      ...filesOf(root),
      [`seeds/${id}.txt`]: readFileSync(join(folder, `seeds/${id}.txt`), "utf8"),
      [`seeds/${id}.json`]: readFileSync(join(folder, `seeds/${id}.json`), "utf8"),
    });
    expect((await own("publish", folder)).out).toContain("nothing was written");

    // Into the folder from which it was published, what was accepted comes; what was never published is not lost.
    writeFileSync(join(root, "data/people/own.json"), readFileSync(join(root, "data/people/lu-jun.json")));
    expect(await own("export", root)).toMatchObject({
      status: 1,
      err: expect.stringContaining("\n\ndata/people/own.json\n\n"),
    });
    rmSync(join(root, "data/people/own.json"));
    expect((await own("export", root)).out).toContain("2 files written, 0 taken away");
    expect(filesOf(root)).toEqual(filesOf(folder));

    expect((await refdesk(["remove", "--yes", id], database)).status).toBe(0);
    expect((await own("publish", root)).err).toContain(`seeds/${id}.txt`);
    expect((await own("publish", "--replace", root)).status).toBe(0);
    expect((await refdesk(["/source", id], database)).out).toContain("· source");
  });

  it("says of a version without its files what to do", async () => {
    await own("publish");
    const server = await openDatabase(DATABASE_URL);
    await server.rows("update refdesk_shelf_versions set origin = null");
    await server.close();
    const folder = join(temporaryFolder(), "out");
    const why = /^Version 1 \([\da-f]{12}\) was published before files were kept.*: publish its folder again/;
    expect(await own("export", folder)).toMatchObject({ status: 2, err: expect.stringMatching(why) });
    expect(await refdesk(["review", "--list"], { DATABASE_URL, SHELF: "database" })).toMatchObject({
      status: 2,
      err: expect.stringMatching(why),
    });
    expect((await own("publish")).out).toMatch(/^Version 2/);
    expect((await own("export", folder)).status).toBe(0);
  });

  it("is taken by a running program as soon as it is published", async () => {
    await own("publish");
    running = startProgram({ DATABASE_URL, SHELF: "database", PORT: "0", SHELF_DIR: join(home, "nowhere") });
    const program = running;
    const page = async (path: string) => (await send(await program.port(0), { method: "GET", path })).body;
    expect(await page("/organizations/alibaba")).toContain("Alibaba");
    const changed = shelfWith({ "data/organizations/alibaba.json": setting("/label", "Quagga Holdings") });
    await own("publish", changed);
    await expect.poll(() => page("/organizations/alibaba")).toContain("Quagga Holdings");
    await own("use", "1");
    await expect.poll(() => page("/organizations/alibaba")).not.toContain("Quagga Holdings");
    await expect.poll(() => program.errors().match(/the changed shelf was taken/g)).toHaveLength(2);
  });
});
