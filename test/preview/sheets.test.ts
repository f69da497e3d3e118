/** The preview draws everything: each command's answers on both platforms, and what stands around them. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { THEMES } from "../../preview/html.ts";
import { pageHtml } from "../../preview/page.ts";
import { allShots, docsShots } from "../../preview/pictures.ts";
import { type Figure, type Sheet, sheets } from "../../preview/sheets.ts";
import { PROJECT } from "../desks.ts";

let all: Sheet[] = [];
beforeAll(async () => {
  all = await sheets();
});

const figuresOf = (name: string): readonly Figure[] => all.find((one) => one.name === name)?.figures ?? [];
const htmlOf = ({ discord = "", slack = "" }: Figure): string => discord + slack;

describe.each(commands.map(({ name, examples }) => [name, examples] as const))("/%s", (name, examples) => {
  it.each([`/${name}`, ...examples])("%s is drawn as both platforms show it", (line) => {
    const figure = figuresOf(name).find(({ caption }) => caption === line);
    expect(figure?.discord).toContain('class="discord-message');
    expect(figure?.slack).toContain('class="slack-message');
  });

  it("is drawn where it finds nothing, too", () => {
    expect(figuresOf(name).some(({ caption }) => caption.includes("jd.com"))).toBe(true);
  });
});

it("leaves nothing undrawn", () => {
  const undrawn = all
    .flatMap(({ figures }) => figures)
    .flatMap((figure) => htmlOf(figure).match(/The preview cannot draw [^<]*/g) ?? []);
  expect(undrawn).toEqual([]);
});

it("shows no markup raw", () => {
  const shown = (html = "") => html.replace(/<pre>[\s\S]*?<\/pre>/g, "").replace(/<[^>]*>/g, "\n");
  const raw = /\]\(https?:|\\[^\p{L}\p{N}\s]|\*\*|^(?:-#|#{1,3}|>) |&lt;(?:@|#|!|https?:)/mu;
  const found = all
    .flatMap(({ figures }) => figures)
    .flatMap(({ caption, discord, slack }) =>
      [discord, slack].flatMap((html) => {
        const [markup] = raw.exec(shown(html)) ?? [];
        return markup === undefined ? [] : [`${caption}: ${markup}`];
      }),
    );
  expect(found).toEqual([]);
});

it.each([
  ["compare", 'class="gallery" src="data:image/png;base64,', 'class="chart"'],
  ["timeline", 'class="gallery" src="data:image/png;base64,', 'class="chart"'],
  ["timeline", 'class="gallery" src="data:image/png;base64,', 'class="table sorted"'],
])("/%s stands with what follows it", (name, discord, slack) => {
  const figures = figuresOf(name);
  expect(figures.some((figure) => figure.discord?.includes(discord))).toBe(true);
  expect(figures.some((figure) => figure.slack?.includes(slack))).toBe(true);
});

it.each([
  ["carried", "Only you can see this"],
  ["carried", "Shared by"],
  ["carried", "Refdesk is thinking…"],
  ["carried", "I’ll post the answer here"],
  ["carried", "Reference:"],
  ["carried", "can delete it"],
  ["carried", "you wrote $20 billion"],
  ["linked", 'href="https://refdesk.example.org/sources/'],
  ["linked", 'class="unfurl"'],
  ["typing", 'class="completion"'],
  ["beside", 'class="home"'],
  ["beside", 'class="modal"'],
  ["beside", "Please fill this in."],
  ["zh-Hans", "各来源说法不同"],
  ["zh-Hant", "解釋出自"],
])("%s has “%s”", (name, text) => {
  expect(figuresOf(name).map(htmlOf).join("")).toContain(text);
});

it("puts all of it on one page that needs no network, under an index", () => {
  const page = pageHtml(all);
  for (const { name, figures } of all) {
    expect(page).toContain(`href="#${name}"`);
    for (const { name: figure } of figures) expect(page).toContain(`<figure id="${figure}">`);
  }
  expect(page.match(/\b(?:src|srcset)="(?!data:)|url\((?!"?data:)|<link|@import/g)).toBeNull();
});

it("takes a picture of each in both themes, no two by one name", () => {
  const paths = allShots(all, "out").map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.length).toBe(THEMES.length * all.flatMap(({ figures }) => figures).length);
});

it("still draws what the docs' pictures show", () => {
  for (const { path } of docsShots(all, join(PROJECT, "docs/pictures")))
    expect(existsSync(path), path).toBe(true);
});
