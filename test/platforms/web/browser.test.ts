/** The pages in a real browser: no findings of axe-core, no layout shifts, no requests to other hosts. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HttpServer, serveHttp } from "../../../src/http/server.ts";
import { keptLog, library } from "../../desks.ts";
import { chromiumHere, openBrowser } from "./browser.ts";
import { siteOver } from "./site.ts";

const program = chromiumHere();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const PAGES = [
  "/",
  "/search",
  "/search?q=what+did+xi+say+about+poverty",
  "/search?q=zeppelins",
  "/sources",
  "/sources/voa-common-prosperity",
  "/sources/supchina-tech-philanthropy",
  "/records/pledges/alibaba-common-prosperity",
  "/records/quotes/xi-dividing-the-cake-well",
  "/records/terms/common-prosperity",
  "/people/xi-jinping",
  "/organizations/alibaba",
  "/people",
  "/records",
  "/records/events",
  "/ask?q=what+did+xi+say+about+poverty",
  "/ask?q=/compare+alibaba+tencent",
  "/ask?q=/timeline+common+prosperity",
  "/ask?q=/help",
  "/nothing",
];

/** A sample with every kind of content, to check in dark mode on a phone, and in Chinese. */
const SOME = PAGES.filter((path) =>
  /^\/(?:$|search\?q=what|sources\/supchina|records\/pledges|ask\?q=\/compare)/.test(path),
);

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** Returns the violations that axe-core finds, best practices included. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as {
    violations: readonly Finding[];
  };
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

describe.skipIf(program === undefined)("in a browser", () => {
  let browser: Browser;
  let server: HttpServer;
  const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;

  beforeAll(async () => {
    const { pages } = await siteOver(library);
    server = await serveHttp({ host: "127.0.0.1", port: 0 }, new Map(), keptLog(), pages);
    browser = await openBrowser(program!);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it.each([
    ["light, on a desktop", PAGES, { colorScheme: "light", viewport: { width: 1280, height: 900 } }],
    ["on a wide screen", SOME, { colorScheme: "light", viewport: { width: 1440, height: 900 } }],
    ["dark, on a phone", SOME, { colorScheme: "dark", viewport: { width: 390, height: 844 } }],
    ["in Chinese", SOME, { locale: "zh-CN", viewport: { width: 1280, height: 900 } }],
  ] as const)("axe-core finds nothing: %s", async (_how, paths, options) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const asked: string[] = [];
    const said: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    for (const path of paths) {
      await page.goto(at(path));
      expect(await findings(page), path).toEqual([]);
      const wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
      expect(wide, `${path} is wider than the window`).toBe(false);
    }
    expect(asked.filter((url) => !url.startsWith(at("/")))).toEqual([]);
    expect(said.filter((text) => !/404/.test(text))).toEqual([]);
    await context.close();
  });

  it.each([
    ["text twice as large", "html { font-size: 212.5% !important }"],
    [
      "WCAG’s text spacing",
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
    ],
  ])("with %s at 320 pixels, pages scroll in one direction", async (_how, css) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    for (const path of PAGES) {
      await page.goto(at(path));
      await page.addStyleTag({ content: css });
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      expect([path, wide]).toEqual([path, 320]);
    }
    await context.close();
  });

  it.each([
    [1440, true],
    [1360, true],
    [1280, false],
  ])("in a window of %i pixels, sources and notes stand in the margin: %s", async (width, isBeside) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    for (const path of ["/records/pledges/alibaba-common-prosperity", "/people/xi-jinping"]) {
      await page.goto(at(path));
      const beside = await page.evaluate(`(() => {
        const edge = document.querySelector("h1").parentElement.getBoundingClientRect().right;
        const parts = document.querySelectorAll(".evidence figcaption, .note:not(.differs)");
        return [...parts].map((part) => part.getBoundingClientRect()).map(({ left, right }) => left > edge && right < innerWidth);
      })()`);
      expect(beside).toContain(isBeside);
      expect(beside).not.toContain(!isBeside);
    }
    await page.close();
  });

  it("copies a passage with its credit, and the link to it, by a script that its policy allows", async () => {
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    await page.goto(at("/records/pledges/alibaba-common-prosperity"));
    const pasted = () => page.evaluate("navigator.clipboard.readText()") as Promise<string>;
    await page.getByRole("button", { name: "Copy with credit" }).first().click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const [passage, credit, link] = (await pasted()).split("\n");
    expect(passage).toMatch(
      /^In light of these announcements, Alibaba committed \$15\.5 billion .* “spread wealth\.”/,
    );
    expect(credit).toBe("SupChina, 23 November 2021");
    expect(link).toBe(at("/sources/supchina-tech-philanthropy#p3378-3634"));
    await page.goto(link!);
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await pasted()).toBe(link);
    await page.getByRole("button", { name: "Copy with credit" }).click();
    await expect
      .poll(pasted)
      .toBe(`${passage}\nSupChina, 23 November 2021, by Daniel Tam-Claiborne\n${link}`);
    expect(said).toEqual([]);
    await context.close();
  });

  it("a link to a passage shows it, and marks it", async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(at("/sources/voa-common-prosperity"));
    const ids = (await page.evaluate(
      "[...document.querySelectorAll('mark.passage')].map(({ id }) => id)",
    )) as string[];
    const plain = await page.evaluate(
      `getComputedStyle(document.getElementById("${ids[3]}")).backgroundColor`,
    );
    await page.goto(at(`/sources/voa-common-prosperity#${ids[3]}`));
    const marked = page.locator(`[id="${ids[3]}"]`);
    const box = (await marked.boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThan(844);
    expect(await marked.evaluate("(it) => getComputedStyle(it).backgroundColor")).not.toBe(plain);
    await page.close();
  });

  it("can be read and walked through by keyboard, the text first", async () => {
    const page = await browser.newPage();
    await page.goto(at("/sources"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the text");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
    const outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
    expect(outline).toBe("solid");
    await page.close();
  });

  it("nothing moves once it is there, and little is sent", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(at("/records/pledges/alibaba-common-prosperity"), { waitUntil: "networkidle" });
    const { shift, sizes } = (await page.evaluate(`new Promise((resolve) => {
      let shift = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value; })
        .observe({ type: "layout-shift", buffered: true });
      const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      setTimeout(() => resolve({ shift, sizes: all.map(({ name, encodedBodySize }) => [name, encodedBodySize]) }), 300);
    })`)) as { shift: number; sizes: [string, number][] };
    // A page that comes in pieces, as on a busy machine, may move by less than anyone sees.
    expect(shift).toBeLessThan(0.01);
    expect(sizes.length).toBeLessThanOrEqual(4);
    expect(sizes.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(100_000);
    await page.close();
  });

  it("prints addresses, and no search box", async () => {
    const page = await browser.newPage();
    await page.emulateMedia({ media: "print" });
    await page.goto(at("/sources/supchina-tech-philanthropy"));
    expect(await page.locator("form").first().isVisible()).toBe(false);
    const after = await page.evaluate("getComputedStyle(document.querySelector('a.out'), '::after').content");
    expect(after).toContain("https://allchinareview.com/");
    await page.close();
  });

  it("prints no heading of what it does not print", async () => {
    const page = await browser.newPage();
    await page.emulateMedia({ media: "print" });
    await page.goto(at("/"));
    expect(await page.locator("#start").isVisible()).toBe(false);
    expect(await page.locator("#newest").isVisible()).toBe(true);
    await page.close();
  });
});
