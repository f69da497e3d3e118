/** The docs say what is kept in memory, under which key and for how long: every cache, with the bounds of the code. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PROJECT } from "./desks.ts";

const text = (file: string): string => readFileSync(join(PROJECT, file), "utf8");
const rows = text("docs/reliability.md")
  .split("\n## What is kept in memory\n")[1]!
  .split("\n")
  .filter((line) => line.startsWith("| ") && line.includes("`src/"))
  .map((line) => line.split(" | "));

/** What keeps something between two requests that a platform or a person made. */
const KEEPS =
  /new QuickLRU|new RateLimiter(?:Memory|Postgres)|groups = new Map<number|entries = new Map|menuAnswers = new Map|lines = new Map|waiting: Entry\[\]|queue: \(|underWay >= MOST/;

it("names every file that keeps something", () => {
  const files = readdirSync(join(PROJECT, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `src/${file}`)
    .filter((file) => KEEPS.test(text(file)));
  const named = rows.map((cells) => /`([^`]+)`/.exec(cells.at(-1)!)?.[1]);
  expect([...new Set(named)].sort()).toEqual(files.sort());
});

it.each(rows.map((cells) => [cells[0]!, cells] as const))(
  "%s: the bounds are those of the code",
  (_, cells) => {
    const [, , much = "", long = "", where = ""] = cells;
    const code = text(/`([^`]+)`/.exec(where)![1]!).replaceAll("_", "");
    // A QuickLRU keeps up to twice its size; what is said as a range begins with that size.
    const figures = `${much.replace(/ to [\d,]+/, "")} ${long}`.match(/\d[\d,]*/g) ?? [];
    const lacking = figures.filter((figure) => {
      const number = figure.replaceAll(",", "");
      return ![number, `${number}000`].some((value) => new RegExp(`(?<!\\d)${value}(?!\\d)`).test(code));
    });
    expect(lacking, where).toEqual([]);
  },
);
