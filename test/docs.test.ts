/** The docs mention everything that exists, and nothing that does not. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../commands/index.ts";
import { VARIABLE_NAMES } from "../src/config/config.ts";
import { createBot } from "../src/desk/bot.ts";
import { commandUsage } from "../src/desk/command.ts";
import { englishMessages } from "../src/language/en/messages.ts";
import { createLibrary } from "../src/library/embedded-library.ts";
import { startProgram } from "../src/programs/start.ts";
import { recordNames } from "../src/shelf/kinds.ts";
import { readShelf } from "../src/shelf/shelf.ts";
import { bot, keptLog, library, PROJECT, shelf } from "./desks.ts";
import { shelfWith } from "./shelves.ts";

const text = (file: string): string => readFileSync(join(PROJECT, file), "utf8");
const scripts: Record<string, string> = JSON.parse(text("package.json")).scripts;

/** All pages for people, as paths. */
const PAGES = [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md"],
  ...readdirSync(join(PROJECT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** Returns a page without its code blocks and comments. */
const prose = (page: string): string => page.replace(/^ *```[\s\S]*?^ *```$|<!--.*?-->/gm, "");

/** Returns the anchors that a page's headings have on GitHub. */
const anchors = (page: string): string[] =>
  [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

describe("the README", () => {
  const readme = text("README.md");

  it("has 900 words at most", () => {
    expect(readme.split(/\s+/).length).toBeLessThanOrEqual(900);
  });

  it.each(["npm ci && npm start", "npm ci && npm test", "npm ci && npm run setup"])(
    "has the command %s in a block of its own",
    (command) => {
      expect(readme).toContain(`\`\`\`sh\n${command}\n\`\`\``);
    },
  );

  it("begins with the recording, and shows an answer in a channel, three in text, and one’s own article", () => {
    const pictures = [...readme.matchAll(/!\[.+?\]\((.+?)\)/g)].map(([, file]) => file);
    expect(pictures).toEqual([
      "docs/pictures/recording.svg",
      "docs/pictures/discord-define.webp",
      "docs/pictures/own-article.svg",
    ]);
    expect(readme.match(/<!-- ask: /g)).toHaveLength(3);
  });

  it.each(["One process", "A database", "Many processes", "Many workspaces"])(
    "says in fewer than fifteen lines how it is run: %s",
    (part) => {
      const [, after = ""] = readme.split(`\n### ${part}\n`);
      const lines = after
        .split(/\n##+ /)[0]!
        .trim()
        .split("\n");
      expect(lines.join("")).not.toBe("");
      expect(lines.length + 1).toBeLessThan(15);
    },
  );

  it("counts the shelf as it is", async () => {
    const { hits: sources } = await library.findSources({});
    expect(readme).toContain(
      englishMessages.help.greeting(sources.length, shelf.records.size, "/pledge alibaba"),
    );
  });
});

describe("the docs", () => {
  it("are all in the index", () => {
    const linked = [...text("docs/README.md").matchAll(/\]\(([\w-]+\.md)\)/g)].map(
      ([, page]) => `docs/${page}`,
    );
    const pages = PAGES.filter((page) => page.startsWith("docs/") && page !== "docs/README.md");
    expect(linked.sort()).toEqual(pages.sort());
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    "have /%s with its usage",
    (name, command) => {
      const row = `| \`/${name} ${commandUsage(command, englishMessages)}\` |`;
      expect(text("docs/commands.md")).toContain(row);
    },
  );

  it("have every option of the terminal in a row, and no other", () => {
    const rows = [...text("docs/commands.md").matchAll(/^\| `(--\w+)` \|/gm)].map(([, flag]) => flag);
    const flags = [...startProgram.usage.matchAll(/^ {2}(--\w+)/gm)].map(([, flag]) => flag);
    expect(rows.sort()).toEqual(flags.sort());
  });

  it("point to the file that has every variable, and repeat none of its rows", () => {
    expect(text("docs/setup.md")).toContain("[`.env.example`](../.env.example)");
    for (const page of PAGES) expect(text(page), page).not.toMatch(/^\| `[A-Z][A-Z_]+` \|/m);
  });

  it("have every script in a row, and no other", () => {
    const rows = [...text("CONTRIBUTING.md").matchAll(/^\| `npm (?:run )?([a-z:]+)` \|/gm)];
    expect(rows.map(([, name]) => name).sort()).toEqual(Object.keys(scripts).sort());
  });

  it.each(PAGES)("run only scripts that there are, as %s does", (page) => {
    const named = [...text(page).matchAll(/\bnpm run (?:--silent )?([a-z][a-z:]*)/g)].map(([, name]) => name);
    expect(named.filter((name = "") => scripts[name] === undefined)).toEqual([]);
  });

  it("show only asks that find something", async () => {
    const lines = PAGES.flatMap((page) => [
      ...text(page).matchAll(/[`"](\/(?:pledge|quote|define|who|compare|timeline|source) [^`"<{]+)[`"]/g),
    ]).map(([, line = ""]) => line);
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect((await bot.answerLine(line)).outcome, line).toBe("found");
  });

  it.each(PAGES)("have links to files and headings that are there, as %s has", (page) => {
    const targets = [...text(page).matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, target = ""]) => target);
    const lost = targets.filter((target) => {
      const [file = "", anchor] = target.split("#");
      const path = file === "" ? page : join(dirname(page), file);
      return (
        !existsSync(join(PROJECT, path)) || (anchor !== undefined && !anchors(text(path)).includes(anchor))
      );
    });
    expect(lost).toEqual([]);
  });

  it.each(["README.md", "docs/setup.md", "docs/slack.md", "docs/commands.md"])(
    "say that Slack's bot is invited for mentions and files, as %s does",
    (page) => {
      const paragraph = text(page)
        .split(/\n(?:\n|(?=\d\. |- ))/)
        .find((part) => part.includes("/invite @Refdesk"));
      expect(paragraph).toMatch(/mention/);
    },
  );
});

describe("the record that docs/shelf.md shows", () => {
  const page = text("docs/shelf.md");
  const [, file = "", kind = "", id = ""] = /`(data\/(\w+)\/([\w-]+)\.json)`/.exec(page) ?? [];
  const [, record = ""] = /```json\n([\s\S]*?)```/.exec(page) ?? [];

  it("is not on the shelf yet", () => {
    expect(existsSync(join(PROJECT, file))).toBe(false);
    const { label, passages } = JSON.parse(record) as { label: string; passages: { exact: string }[] };
    for (const one of shelf.records.values()) {
      expect(recordNames(one)).not.toContain(label);
      expect(JSON.stringify(one)).not.toContain(JSON.stringify(passages[0]?.exact));
    }
  });

  it("is one that the shelf takes, and is found as the page says", async () => {
    const larger = await readShelf(shelfWith({ [file]: record }));
    expect(larger.records.size).toBe(shelf.records.size + 1);
    const [, line = ""] = /`(\/search [^`]+)` finds it/.exec(page) ?? [];
    const answer = await createBot(createLibrary(larger), commands, englishMessages, keptLog()).answerLine(
      line,
    );
    expect(answer.outcome).toBe("found");
    expect(JSON.stringify(answer)).toContain((JSON.parse(record) as { label: string }).label);
    expect([...larger.records.keys()]).toContain(`${kind}/${id}`);
  });
});

/** Words that people do not use, or not in this sense. */
const RETIRED =
  /\b(?:borne? out|bears? out|stands? on|(?:held|holds?) (?:\w+ )?against|speaks? of|in its place|is got|shall|knows the bot)\b|such as:/i;

it.each<readonly [string, string]>([
  ...PAGES.map((page) => [page, prose(text(page))] as const),
  [".env.example", text(".env.example")],
  ["the messages of setup", text("src/language/en/setup.ts")],
  ["the messages about variables", text("src/language/en/config.ts")],
  ...readdirSync(join(PROJECT, "src/programs")).map(
    (name) => [`src/programs/${name}`, text(`src/programs/${name}`)] as const,
  ),
])("%s is in plain words", (_, words) => {
  expect(RETIRED.exec(words)?.[0]).toBeUndefined();
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
    packages: Record<string, { dev?: boolean; link?: boolean; license?: string }>;
  };
  // A link has no licence; what it leads to has an entry of its own.
  const shipped = Object.entries(packages).filter(([path, { dev, link }]) => path !== "" && !dev && !link);
  const unfit = shipped.filter(
    ([, { license = "" }]) => !/MIT|ISC|BSD|Apache-2\.0|0BSD|BlueOak|OFL-1\.1|Unlicense|CC0/.test(license),
  );
  expect(unfit.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});
