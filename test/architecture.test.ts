/** Tests the rules of the architecture: allowed imports, file length, and who reads the environment. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT } from "./desks.ts";

interface File {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const importsIn = (path: string, text: string): string[] =>
  [...text.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, from = ""]) =>
    from.startsWith(".") ? relative(PROJECT, join(PROJECT, path, "..", from)) : from,
  );

/** Removes type-only imports and exports, which do not exist at run time. */
const withoutTypes = (text: string): string => text.replace(/^(?:import|export) type [^;]*;$/gm, "");

function filesIn(folder: string): File[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => {
      const path = `${folder}/${name}`;
      const text = readFileSync(join(PROJECT, path), "utf8");
      return { path, text, imports: importsIn(path, text) };
    });
}

const files = [...filesIn("src"), ...filesIn("commands")];
/** Returns the room of a file, the top folder in src/; every platform is a room of its own. */
const room = (path: string): string => {
  if (path.startsWith("commands/")) return "commands";
  const [, name = "", platform = ""] = path.split("/");
  return name === "platforms" && !platform.endsWith(".ts") ? `${name}/${platform}` : name;
};

/** For each room, the other rooms it may import from; lowest room first. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  support: [],
  language: ["support"],
  config: ["language"],
  ask: ["language", "support"],
  "citation-log": ["config", "support"],
  database: ["support"],
  installations: ["citation-log", "config", "language", "support"],
  http: ["support"],
  search: ["language", "support"],
  shelf: ["language", "search", "support"],
  library: ["database", "language", "search", "shelf", "support"],
  citation: ["language", "shelf", "support"],
  export: ["citation", "shelf", "support"],
  intake: ["language", "shelf", "support"],
  desk: ["ask", "citation-log", "language", "library", "shelf", "support"],
  picture: ["desk", "language", "support"],
  claims: ["desk", "language", "library", "search", "shelf", "support"],
  drafts: ["claims", "language", "shelf", "support"],
  review: ["citation-log", "config", "drafts", "language", "shelf", "support"],
  curation: ["ask", "desk", "installations", "language", "library", "review", "shelf", "support"],
  commands: [
    ...["ask", "citation", "citation-log", "claims", "desk", "language", "library", "shelf"],
    "support",
  ],
  delivery: ["ask", "citation-log", "curation", "desk", "language", "support"],
  platforms: ["desk", "support"],
  ...Object.fromEntries(
    readdirSync(join(PROJECT, "src/platforms"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => [
        `platforms/${name}`,
        [
          ...["ask", "citation-log", "config", "curation", "delivery", "desk", "http", "installations"],
          ...["language", "platforms", "support"],
        ],
      ]),
  ),
  "platforms/mcp": ["ask", "delivery", "desk", "http", "language", "library", "shelf", "support"],
  "platforms/terminal": ["citation-log", "delivery", "desk", "language", "review", "support"],
  "platforms/web": [
    ...["ask", "delivery", "desk", "export", "http", "language", "library", "review", "shelf"],
    "support",
  ],
  coordination: ["config", "database", "delivery", "platforms/discord", "support"],
  setup: [
    ...["config", "desk", "language", "platforms/discord", "platforms/slack", "platforms/terminal"],
    "support",
  ],
  app: [
    ...["citation-log", "commands", "config", "coordination", "curation", "database", "delivery", "desk"],
    ...["http", "installations", "intake", "language", "library", "picture", "review"],
    ...readdirSync(join(PROJECT, "src/platforms"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `platforms/${name}`),
    ...["platforms", "shelf", "support"],
  ],
};

describe("imports point inward", () => {
  it.each(files.filter(({ path }) => room(path) !== "programs"))("$path", ({ path, imports }) => {
    const own = imports.filter((from) => from.startsWith("src/") || from.startsWith("commands/"));
    const allowed = [room(path), ...(ALLOWED[room(path)] ?? [])];
    expect(own.filter((from) => !allowed.includes(room(from)))).toEqual([]);
  });

  it("no room imports one above it, so that there is no circle of rooms", () => {
    const order = Object.keys(ALLOWED);
    for (const [name, allowed] of Object.entries(ALLOWED))
      expect(
        allowed.filter((other) => !order.slice(0, order.indexOf(name)).includes(other)),
        name,
      ).toEqual([]);
  });

  it("no file loads itself through others", () => {
    const imports = new Map(files.map(({ path, text }) => [path, importsIn(path, withoutTypes(text))]));
    const done = new Set<string>();
    const circles: string[] = [];
    function visit(path: string, above: readonly string[]): void {
      if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].join(" > "));
      if (above.includes(path) || done.has(path)) return;
      for (const next of imports.get(path) ?? []) visit(next, [...above, path]);
      done.add(path);
    }
    for (const { path } of files) visit(path, []);
    expect(circles).toEqual([]);
  });

  it("and only the programs and the app know the commands and the adapters", () => {
    const knows = (part: RegExp) =>
      files
        .filter(({ imports }) => imports.some((from) => part.test(from)))
        .map(({ path }) => path)
        .filter((path) => !path.startsWith("commands/"))
        .sort();
    expect(knows(/^commands\//)).toEqual([
      "src/app/assemble.ts",
      "src/app/serve.ts",
      "src/app/tools-over-http.ts",
      "src/app/tools-over-stdio.ts",
      "src/programs/manifest.ts",
      "src/programs/setup.ts",
    ]);
    expect(knows(/slack\/adapter\.ts$|discord\/(?:gateway|http)\.ts$/)).toEqual([
      "src/app/platforms.ts",
      "src/setup/discord.ts",
    ]);
    expect(knows(/terminal\/shell\.ts$/)).toEqual(["src/app/terminal.ts"]);
  });

  it("and the list of commands imports nothing that answers: that is loaded when it is first asked", () => {
    const listed = files.filter(({ path }) => /^commands\/(?:index|[^/]+\/command)\.ts$/.test(path));
    for (const { path, text } of listed)
      for (const [, from] of text.matchAll(/^import (?!type).*"([^"]+)";$/gm))
        expect(from, path).toMatch(/^\.\/[a-z]+\/command\.ts$|^\.\.\/\.\.\/src\/language\//);
  });

  it("a command names no platform", () => {
    for (const { path, text } of files.filter(
      ({ path }) => room(path) === "commands" || room(path) === "library",
    ))
      expect(text, path).not.toMatch(/discord|slack/i);
  });
});

/** Files of src/app that load platform packages only when they are needed. */
const APP_FILES = ["app/assemble", "app/platforms", "app/serve", "app/terminal"];

it("the entry imports no program before it is named", () => {
  const entry = files.find(({ path }) => path === "src/programs/main.ts");
  expect(entry?.text.match(/^import .*$/gm)).toEqual(['import type { Program } from "./program.ts";']);
});

it("what adding needs is loaded by adding alone, and its room is known to what adds alone", () => {
  const packages =
    /^(?:@exodus\/bytes|@mozilla\/readability|chardet|franc-min|html-encoding-sniffer|ipaddr\.js|linkedom|mammoth|marked|postal-mime|undici|unpdf)\b/;
  const users = files.filter(({ imports }) => imports.some((from) => packages.test(from)));
  expect(users.length).toBeGreaterThan(5);
  expect(users.map(({ path }) => path).filter((path) => room(path) !== "intake")).toEqual([]);
  const importers = files.filter(({ imports }) => imports.some((from) => from.startsWith("src/intake/")));
  const outside = importers.map(({ path }) => path).filter((path) => room(path) !== "intake");
  const adding = /^src\/(?:programs\/(?:add|remove)|app\/add-from-address)\.ts$/;
  expect(outside.filter((path) => !adding.test(path))).toEqual([]);
});

it("drafting is loaded by its program and by reviewing alone, and neither knows a platform", () => {
  const importers = files.filter(({ imports }) => imports.some((from) => from.startsWith("src/drafts/")));
  const rooms = ["drafts", "review"];
  expect(importers.map(({ path }) => path).filter((path) => !rooms.includes(room(path)))).toEqual([
    "src/programs/draft.ts",
  ]);
  for (const { path, text } of files.filter(({ path }) => rooms.includes(room(path))))
    expect(text, path).not.toMatch(/discord|slack/i);
});

it("platform packages are imported by their own adapter alone, and not before it is", () => {
  for (const { path, imports } of files) {
    const platform = imports.filter((from) => /^(@discordjs|discord|@slack)/.test(from));
    if (platform.length > 0) expect(room(path)).toMatch(/^(platforms\/(discord|slack)|setup)$/);
  }
  for (const path of ["programs/main", "programs/start", ...APP_FILES])
    expect(readFileSync(join(PROJECT, `src/${path}.ts`), "utf8"), path).not.toMatch(
      /^import (?!type).*(discord|slack|config\/config|support\/log|web\/site|http\/server)\b.*$/m,
    );
});

/** Returns what a file loads as soon as it is loaded: files and packages, but for `import()` and types. */
function loadedBy(path: string): ReadonlySet<string> {
  const loaded = new Set<string>([path]);
  for (const at of loaded) {
    const text = files.find((file) => file.path === at)?.text ?? "";
    for (const from of importsIn(at, withoutTypes(text).replace(/import\(/g, ""))) loaded.add(from);
  }
  return loaded;
}

it.each([
  ["the terminal", "src/app/terminal.ts", /^@?discord|^@slack|platforms\/(discord|slack)/],
  ["Slack", "src/platforms/slack/adapter.ts", /^@?discord|platforms\/discord/],
  ["Discord over HTTP", "src/platforms/discord/http.ts", /^@discordjs|^@slack|discord\/gateway/],
  ["the set-up dialogue", "src/setup/dialogue.ts", /^@?discord|platforms\/discord/],
  ["the set-up report", "src/setup/report.ts", /^@?discord|platforms\/discord/],
])("%s loads no platform’s package that it does not need", (_, path, needless) => {
  const loaded = [...loadedBy(path)];
  expect(loaded.length).toBeGreaterThan(5);
  expect(loaded.filter((from) => needless.test(from))).toEqual([]);
});

it.each(["src/programs/start.ts", "src/app/assemble.ts", "src/app/serve.ts", "src/app/terminal.ts"])(
  "%s loads nothing of reviewing or drafting before somebody reviews",
  (path) => {
    expect([...loadedBy(path)].filter((from) => /^src\/(?:review|drafts)\//.test(from))).toEqual([]);
  },
);

it("the protocol's package is imported by its platform alone, and loaded only where assistants ask", () => {
  const users = files.filter(({ imports }) =>
    imports.some((from) => from.startsWith("@modelcontextprotocol/")),
  );
  expect(users.length).toBeGreaterThan(5);
  expect(users.map(({ path }) => path).filter((path) => room(path) !== "platforms/mcp")).toEqual([]);
  for (const path of [
    "src/programs/start.ts",
    "src/app/serve.ts",
    "src/app/terminal.ts",
    "src/app/assemble.ts",
  ])
    expect(
      [...loadedBy(path)].filter((from) => /modelcontextprotocol|platforms\/mcp|language\/tools/.test(from)),
    ).toEqual([]);
});

it.each([
  ...["src/programs/start.ts", "src/app/assemble.ts", "src/app/serve.ts", "src/app/terminal.ts"],
  "src/app/tools-over-stdio.ts",
])("%s loads nothing of a database before one is set", (path) => {
  const loaded = [...loadedBy(path)];
  expect(
    loaded.filter((from) =>
      /^src\/(?:library\/database|database|coordination)\/|^(?:pg|kysely|libsql)$/.test(from),
    ),
  ).toEqual([]);
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
