/** The rules by which the house stands: what may import what, how long a file may be, what reads the environment. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT } from "./desks.ts";

interface File {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function filesIn(folder: string): File[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => {
      const path = `${folder}/${name}`;
      const text = readFileSync(join(PROJECT, path), "utf8");
      const imports = [...text.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, from = ""]) =>
        from.startsWith(".") ? relative(PROJECT, join(PROJECT, path, "..", from)) : from,
      );
      return { path, text, imports };
    });
}

const files = [...filesIn("src"), ...filesIn("commands")];
const room = (path: string): string =>
  path.startsWith("commands/")
    ? "commands"
    : path
        .split("/")
        .slice(1, path.startsWith("src/platforms/") ? 3 : 2)
        .join("/");

/** Which rooms a file of each room may import from. Data flows one way: finding, library, desk, checking, commands, render, platforms. */
const ALLOWED: Record<string, readonly string[]> = {
  app: ["app", "support"],
  citation: ["citation", "language", "shelf", "support"],
  "citation-log": ["citation-log", "support"],
  claims: ["claims", "desk", "language", "library", "search", "shelf", "support"],
  commands: [
    "commands",
    "ask",
    "citation",
    "citation-log",
    "claims",
    "desk",
    "language",
    "library",
    "shelf",
    "support",
  ],
  config: ["config", "citation-log", "language"],
  delivery: ["delivery", "ask", "desk", "language"],
  desk: ["desk", "ask", "citation-log", "language", "library", "platforms/web", "shelf", "support"],
  export: ["export", "citation", "shelf"],
  http: ["http", "delivery", "desk", "library", "platforms/web", "support"],
  language: ["language", "support"],
  library: ["library", "platforms/web", "search", "shelf", "support"],
  picture: ["picture", "delivery", "desk", "language"],
  "platforms/discord": [
    "platforms/discord",
    "ask",
    "citation-log",
    "config",
    "delivery",
    "desk",
    "http",
    "language",
    "support",
  ],
  "platforms/slack": [
    "platforms/slack",
    "ask",
    "citation-log",
    "config",
    "delivery",
    "desk",
    "http",
    "language",
    "support",
  ],
  "platforms/terminal": ["platforms/terminal", "citation-log", "delivery", "desk", "language"],
  "platforms/web": [
    "platforms/web",
    "ask",
    "delivery",
    "desk",
    "http",
    "language",
    "library",
    "shelf",
    "support",
  ],
  search: ["search", "language", "support"],
  setup: [
    "setup",
    "config",
    "desk",
    "language",
    "platforms/discord",
    "platforms/slack",
    "platforms/terminal",
    "support",
  ],
  shelf: ["shelf", "support"],
  ask: ["ask", "language", "support"],
  support: ["support"],
};

describe("imports point inward", () => {
  it.each(files.filter(({ path }) => room(path) !== "programs"))("$path", ({ path, imports }) => {
    const own = imports.filter((from) => from.startsWith("src/") || from.startsWith("commands/"));
    expect(own.filter((from) => !ALLOWED[room(path)]?.includes(room(from)))).toEqual([]);
  });

  it("and only the programs know the commands and the adapters", () => {
    const knows = (part: RegExp) =>
      files
        .filter(({ imports }) => imports.some((from) => part.test(from)))
        .map(({ path }) => path)
        .filter((path) => !path.startsWith("commands/"))
        .sort();
    expect(knows(/^commands\//)).toEqual([
      "src/programs/manifest.ts",
      "src/programs/setup.ts",
      "src/programs/start.ts",
    ]);
    expect(knows(/slack\/adapter\.ts$|discord\/(?:gateway|http)\.ts$/)).toEqual([
      "src/programs/start.ts",
      "src/setup/discord.ts",
    ]);
    expect(knows(/terminal\/shell\.ts$/)).toEqual(["src/programs/start.ts"]);
  });

  it("and the list of commands imports nothing that answers: that is loaded when it is first asked", () => {
    const listed = files.filter(({ path }) => /^commands\/(?:index|[^/]+\/command)\.ts$/.test(path));
    for (const { path, text } of listed)
      for (const [, from] of text.matchAll(/^import (?!type).*"([^"]+)";$/gm))
        expect(from, path).toMatch(/^\.\/[a-z]+\/command\.ts$/);
  });

  it("a command names no platform", () => {
    for (const { path, text } of files.filter(
      ({ path }) => room(path) === "commands" || room(path) === "library",
    ))
      expect(text, path).not.toMatch(/discord|slack/i);
  });
});

it("platform packages are imported by their own adapter alone, and not before it is", () => {
  for (const { path, imports } of files) {
    const platform = imports.filter((from) => /^(@discordjs|discord|@slack)/.test(from));
    if (platform.length > 0) expect(room(path)).toMatch(/^(platforms\/(discord|slack)|setup)$/);
  }
  const main = readFileSync(join(PROJECT, "src/programs/start.ts"), "utf8");
  expect(main).not.toMatch(/^import (?!type).*(discord|slack|config\/config|support\/log)\b.*$/m);
});

it("what judges citations in tests, and whose licence does not allow it, is never shipped", () => {
  for (const { path, imports } of files)
    expect(
      imports.filter((from) => /citeproc|citation-js|astrocite/.test(from)),
      path,
    ).toEqual([]);
  const { dependencies } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
  expect(Object.keys(dependencies).filter((name) => /citeproc/.test(name))).toEqual([]);
});

it("only one file reads the environment", () => {
  const readers = files.filter(({ text }) => /process\.env/.test(text)).map(({ path }) => path);
  expect(readers).toEqual(["src/config/environment.ts"]);
});

it("no file is longer than 300 lines", () => {
  const long = files
    .map(({ path, text }) => [path, text.split("\n").length] as const)
    .filter(([, lines]) => lines > 300);
  expect(long).toEqual([]);
});

it("every file says on its first lines what it is for", () => {
  for (const { path, text } of files) expect(text, path).toMatch(/^\/\*\*/);
});
