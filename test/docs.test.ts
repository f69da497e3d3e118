/** The docs mention everything that exists, and nothing that does not. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../commands/index.ts";
import { VARIABLE_NAMES } from "../src/config/config.ts";
import { commandUsage } from "../src/desk/command.ts";
import { englishMessages } from "../src/language/en/messages.ts";
import { RECORD_SCHEMAS } from "../src/shelf/records.ts";
import { bot, library, PROJECT, shelf } from "./desks.ts";

const text = (file: string): string => readFileSync(join(PROJECT, file), "utf8");
const readme = text("README.md");
const scripts: Record<string, string> = JSON.parse(text("package.json")).scripts;

describe("the README", () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    "has /%s with its usage",
    (name, command) => {
      expect(readme).toContain(`| \`/${name} ${commandUsage(command, englishMessages)}\` |`);
    },
  );

  it("points to the file that has every variable", () => {
    expect(readme).toContain("[`.env.example`](.env.example)");
    expect(readme).not.toMatch(/^\| `[A-Z][A-Z_]+` \|/m);
  });

  it("has every script in a row, and no other", () => {
    const rows = [...readme.matchAll(/^\| `npm (?:run )?([a-z:]+)` \|/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(Object.keys(scripts).sort());
  });

  it("shows only asks that find something", async () => {
    const lines = [
      ...readme.matchAll(/`(\/(?:pledge|quote|define|who|compare|timeline|source) [^`<]+)`/g),
    ].map(([, line = ""]) => line);
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect((await bot.answerLine(line)).outcome, line).toBe("found");
  });

  it("counts the shelf as it is", async () => {
    const { sources } = await library.about();
    expect(readme).toContain(`Refdesk: ${sources.length} sources, ${shelf.records.size} records.`);
  });

  it("has a record that the schema takes", () => {
    const record = /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
    expect(RECORD_SCHEMAS.quotes.safeParse(JSON.parse(record)).error).toBeUndefined();
  });

  it.each(["README.md", "docs/design.md"])("has links to files that are there, as %s has", (page) => {
    const files = [...text(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, file = ""]) => file);
    for (const file of files) expect(existsSync(join(PROJECT, dirname(page), file)), file).toBe(true);
  });
});

it("docs/design.md names files that are there, and every room", () => {
  const design = text("docs/design.md");
  const paths = [...design.matchAll(/`((?:src|commands|test)\/[\w./-]+)`/g)].map(([, path = ""]) => path);
  expect(paths.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  const rooms = readdirSync(join(PROJECT, "src")).map((room) => `src/${room}/`);
  expect(rooms.filter((room) => !paths.includes(room))).toEqual([]);
});

it("CONTRIBUTING.md names files that are there", () => {
  const paths = [...text("CONTRIBUTING.md").matchAll(/`((?:src|commands|test|data|seeds|docs)\/[\w./-]*)`/g)];
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.map(([, path = ""]) => path).filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
});

it(".env.example has every variable, and no other", () => {
  const names = [...text(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(names.sort()).toEqual([...VARIABLE_NAMES].sort());
});

it("every package that is shipped has a licence that allows it", () => {
  const { packages } = JSON.parse(text("package-lock.json")) as {
    packages: Record<string, { dev?: boolean; license?: string }>;
  };
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev);
  const unfit = shipped.filter(
    ([, { license = "" }]) => !/MIT|ISC|BSD|Apache-2\.0|0BSD|BlueOak|OFL-1\.1|Unlicense|CC0/.test(license),
  );
  expect(unfit.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});
