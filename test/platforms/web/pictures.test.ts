/** Pictures on pages: marks in their places, the same words for whoever cannot see them, and nothing too large. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { BarPicture, TimelineMoment, TimelinePicture } from "../../../src/desk/picture.ts";
import { englishMessages } from "../../../src/language/en/messages.ts";
import { pictureHtml } from "../../../src/platforms/web/pictures.ts";
import { siteOver } from "./site.ts";

const { get } = await siteOver();
const drawn = (picture: BarPicture | TimelinePicture): string => pictureHtml(picture, englishMessages).html;
const timeline = (moments: readonly TimelineMoment[]): string =>
  drawn({ type: "moments", title: "x", moments, inferredMark: "inferred", alt: "In words" });
const moment = (date: string, kind = "event", inferred = false): TimelineMoment => ({
  ...{ date, kind, inferred, when: `on ${date}`, what: "something" },
});
/** Returns where the marks are, across in percent. */
const places = (svg: string): number[] =>
  [...svg.matchAll(/<svg x="([\d.]+)%" y="[\d.]+em" overflow="visible"/g)].map(([, x]) => Number(x));

it("bars are as long as their sums, with the source’s words, and what has none is named", () => {
  const bars = [
    { names: ["Alibaba"], value: 15.5, stated: "“$15.5 billion” [1]" },
    { names: ["A", "B & C"], value: 7.75, stated: "“$7.75 billion” [2]" },
  ];
  const unit = "US dollars";
  const text = drawn({
    type: "bars",
    title: "x",
    unit,
    bars,
    left: ["D: undisclosed"],
    alt: "A <b> in words",
  });
  expect([...text.matchAll(/<rect width="([^"]+)"/g)].map(([, width]) => width)).toEqual(["100%", "50%"]);
  expect(text).toContain('<p>A and B &amp; C <span class="quiet">“$7.75 billion” [2]</span></p>');
  expect(text).toContain("D: undisclosed");
  expect(text).toContain('<div role="img" aria-label="A &lt;b&gt; in words">');
});

it("moments stand above their years, in order, and hollow where they are inferred", () => {
  const text = timeline([
    moment("1990s"),
    moment("2008"),
    moment("2021-08-17", "event", true),
    moment("2021-09", "pledge"),
  ]);
  expect(places(text)).toEqual([16.67, 50, 83.33, 83.33]);
  expect([...text.matchAll(/text-anchor="middle">([^<]+)/g)].map(([, year]) => year)).toEqual([
    ...["1990s", "2008", "2021"],
  ]);
  expect(text).toMatch(/class="inferred"><title>on 2021-08-17 \(inferred\): something<\/title>/);
  expect(text.match(/class="inferred"/g)).toHaveLength(2);
  expect(text).toMatch(/event · 3.*pledge · 1/s);
});

it("every moment is a mark or counted, in whatever order and number they come", () => {
  const date = fc
    .tuple(fc.integer({ min: 1000, max: 2030 }), fc.constantFrom("", "-08", "s"))
    .map(([year, rest]) => (rest === "s" ? `${String(year).slice(0, 3)}0s` : `${year}${rest}`));
  const moments = fc.array(
    fc.tuple(date, fc.constantFrom("event", "pledge", "quotation")).map(([day, kind]) => moment(day, kind)),
    { minLength: 1, maxLength: 400 },
  );
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 30 }), (some, times) => {
      const all = some.flatMap((one) => Array<TimelineMoment>(times).fill(one));
      const text = timeline(all);
      const marks = places(text);
      const more = [...text.matchAll(/>\+(\d+)</g)].reduce((sum, [, count]) => sum + Number(count), 0);
      expect(marks.length + more).toBe(all.length);
      for (const x of marks) expect(x > 0 && x < 100).toBe(true);
      expect([...text.matchAll(/y="1.4em" text-anchor/g)].length).toBeLessThanOrEqual(8);
    }),
    { numRuns: 60 },
  );
});

it("thousands of moments are no more than a page holds", () => {
  const many = Array.from({ length: 50_000 }, (_, index) => moment(String(1500 + (index % 520))));
  expect(timeline(many).length).toBeLessThan(150_000);
});

it.each([
  ["/compare zhengzhou vs shanxi", 3, "rect width"],
  ["/timeline", 13, "<title>.*?<\\/title><"],
])("%s has its picture once, at its beginning, with its words", async (line, marks, mark) => {
  const { body } = await get(`/ask?q=${encodeURIComponent(line)}`);
  const pictures = body.match(/<figure class="picture">.*?<\/figure>/gs) ?? [];
  expect(pictures).toHaveLength(1);
  expect(pictures[0]!.match(new RegExp(mark, "g"))).toHaveLength(marks);
  const { picture } = JSON.parse((await get(`/api/ask?q=${encodeURIComponent(line)}`)).body);
  expect(pictures[0]).toContain(
    `aria-label="${picture.alt.replaceAll("'", "&#39;").replaceAll('"', "&quot;")}"`,
  );
  const later = await get(`/ask?q=${encodeURIComponent(`${line} item:2`)}`);
  expect(later.body).not.toContain('class="picture"');
});
