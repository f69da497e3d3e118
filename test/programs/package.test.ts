/** The package as it is installed: packed, unpacked beside the packages that it depends on alone, and run in an empty folder. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { drawPng } from "../../src/picture/png.ts";
import { sha256 } from "../../src/support/disk-cache.ts";
import { bot, PROJECT, shelf } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";
import { send } from "../stand-ins/http.ts";
import { filesLoaded, installPackage, PACKAGE } from "./installed.ts";
import { listeningOf } from "./running.ts";

const { version, bin } = PACKAGE;

/** An empty folder in which the package is installed. */
const folder = temporaryFolder();
let installed = "";
beforeAll(() => {
  installed = installPackage(folder);
});

function start(args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const { PATH } = process.env;
  const env = { PATH, HOME: folder, CACHE_DIR: join(folder, "cache"), ...variables };
  return spawn(process.execPath, [join(installed, bin.refdesk), ...args], { cwd: folder, env });
}

async function run(args: readonly string[], variables?: Readonly<Record<string, string>>) {
  const child = start(args, variables);
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  child.stdin.end();
  const [status] = await once(child, "close");
  return { status, out, err };
}

const files = (): string[] =>
  readdirSync(installed, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(installed, name)).isFile())
    .map((name) => name.replaceAll("\\", "/"));

it("holds the compiled program and its data, and neither source nor tests nor pictures", () => {
  const [top, endings] = [new Set<string>(), new Set<string>()];
  for (const file of files()) {
    top.add(file.split("/")[0]!);
    if (file.startsWith("dist/")) endings.add(file.slice(file.lastIndexOf(".")));
    expect(file).not.toMatch(/\.(?:ts|png|webp|svg)$/);
  }
  expect([...top].sort()).toEqual([
    ...[".env.example", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md"],
    ...["bin", "data", "deploy", "dist", "docs", "exec.cmd", "package.json", "seeds"],
  ]);
  expect([...endings].sort()).toEqual([".css", ".js"]);
});

it("has a program that the shell can start", () => {
  expect(readFileSync(join(installed, bin.refdesk), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
});

it.each([
  ["an ask", ["/pledge alibaba"], 0, /^Alibaba: “\$15\.5 billion” \[1\] or “\$15 billion” \[2\]/],
  ["a drawing", ["/compare alibaba tencent"], 0, /█/],
  ["a search", ["/search common prosperity"], 0, /\[1\]/],
  ["a message to check", ["/check Alibaba pledged $15.5 billion."], 0, /15\.5 billion/],
  ["an ask in Chinese", ["/define 第三次分配"], 0, /The third distribution taps enterprises/],
  ["its version", ["--version"], 0, new RegExp(`^refdesk ${version.replaceAll(".", "\\.")}\n$`)],
  ["check-shelf", ["check-shelf"], 0, /^The shelf holds: 2 sources, \d+ records/],
  ["manifest", ["manifest"], 0, /"name": "Refdesk"/],
  ["an assistant, until its input ends", ["mcp"], 0, /^$/],
  ["export", ["export", "out"], 0, /^Written into /],
  [
    "setup, which names the commands of a package",
    ["setup"],
    2,
    /^Nothing is set up yet\. Run `npx refdesk setup`/,
  ],
] as const)("answers %s", async (_, args, status, shown) => {
  const ran = await run(args);
  expect(ran).toMatchObject({ status, err: "" });
  expect(ran.out).toMatch(shown);
});

it("loads for an ask its own main file, and no package", () => {
  const loaded = filesLoaded(installed, "/pledge alibaba", join(folder, "cache"));
  expect(loaded.map((file) => file.replace(/-[\w-]{8}\.js$/, ".js"))).toEqual([
    ...["bin/refdesk.js", "dist/main.js", "dist/rolldown-runtime.js"],
  ]);
});

it("has in its main file what most asks need, and not what few do", () => {
  // Every ask compiles all of it: in bytes, a little more than it has.
  expect(statSync(join(installed, "dist/main.js")).size).toBeLessThan(217_000);
});

it("answers as a clone does", async () => {
  const ask = ["--json", "/timeline common prosperity"];
  const clone = spawnSync(process.execPath, [join(PROJECT, bin.refdesk), ...ask], { encoding: "utf8" });
  expect(clone.status).toBe(0);
  expect(await run(ask)).toMatchObject({ status: 0, out: clone.stdout });
});

it("serves pages with their stylesheet and font, and ends with status 0 when asked to", async () => {
  const child = start([], { PORT: "0" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = once(child, "exit");
  const { port } = await listeningOf(child);
  const get = (path: string) => send(port, { method: "GET", path });
  const page = await get("/records/pledges/alibaba-common-prosperity");
  expect(page.body).toContain("$15.5 billion");
  const assets = [...page.body.matchAll(/\/assets\/[\w-]+\.(?:css|woff2|svg)/g)].map(([path]) => path);
  expect(assets.map((path) => path.replace(/^.*\./, ""))).toContain("css");
  for (const path of assets) expect((await get(path)).status, path).toBe(200);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

/** Runs a module of the installed package, by the beginning of its file's name. Resolves to what the script prints. */
async function runModule(name: string, script: string): Promise<string> {
  const chunk = files().find((file) => new RegExp(`^dist/${name}-[\\w-]+\\.js$`).test(file));
  const args = ["--input-type=module", "--eval", script, join(installed, chunk ?? name)];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let told = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      told += text;
    });
  await once(child, "close");
  return told;
}

it("draws a picture as a clone does, with its fonts", async () => {
  const { picture } = await bot.answerLine("/compare alibaba tencent");
  writeFileSync(join(folder, "picture.json"), JSON.stringify(picture));
  const drawn = await runModule(
    "png",
    `const { readFileSync } = await import("node:fs");
    const { drawPng } = await import(process.argv[1]);
    const { createHash } = await import("node:crypto");
    const png = await drawPng(JSON.parse(readFileSync("picture.json", "utf8")), "zh-Hans");
    console.log(createHash("sha256").update(png).update("\\0").digest("hex"));`,
  );
  expect(drawn).toBe(`${sha256(await drawPng(picture!, "zh-Hans"))}\n`);
});

it("searches a large shelf in a thread", async () => {
  writeFileSync(join(folder, "records.json"), JSON.stringify([...shelf.records]));
  const found = await runModule(
    "threaded-text-index",
    `const { readFileSync } = await import("node:fs");
    const { createThreadedTextIndex } = await import(process.argv[1]);
    const records = new Map(JSON.parse(readFileSync("records.json", "utf8")));
    const index = createThreadedTextIndex({ records });
    const { hits } = await index.ranked("common prosperity");
    console.log(hits.length > 0);
    process.exit(0);`,
  );
  expect(found).toBe("true\n");
});
