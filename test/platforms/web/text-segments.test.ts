/** Text segments of nested, adjacent and overlapping passages; and links with text fragments. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { negotiateLocale } from "../../../src/language/accept-language.ts";
import { html } from "../../../src/platforms/web/html.ts";
import { textFragmentUrl } from "../../../src/platforms/web/text-fragment.ts";
import { segmentText, type TextSegment } from "../../../src/platforms/web/text-segments.ts";

const drawn = (stretch: TextSegment): string => {
  if (typeof stretch === "string") return stretch;
  if ("gap" in stretch) return `[…${stretch.gap}]`;
  const { passage, first, last, inside } = stretch;
  return `${first ? "" : "~"}<${passage} ${inside.map(drawn).join("")}>${last ? "" : "~"}`;
};

const show = (text: string, places: readonly (readonly [number, number])[], whole = true) =>
  segmentText(
    text,
    places.map(([start, end]) => ({ start, end })),
    whole,
  ).map((paragraph) => paragraph.map(drawn).join(""));

describe("the paragraphs of a text", () => {
  it.each<[string, readonly (readonly [number, number])[], boolean, string[]]>([
    ["abc def", [[0, 3]], true, ["<0 abc> def"]],
    [
      "abc def",
      [
        [0, 7],
        [4, 7],
      ],
      true,
      ["<0 abc <1 def>>"],
    ],
    [
      "abc def ghi",
      [
        [0, 7],
        [4, 11],
      ],
      true,
      ["<0 abc <1 def>~>~<1  ghi>"],
    ],
    ["ab\n\ncd", [[0, 6]], true, ["<0 ab>~", "~<0 cd>"]],
    ["abc def ghi", [[4, 7]], false, ["[…3] <0 def> […3]"]],
    ["abc.” def", [[0, 4]], false, ["<0 abc.>[…5]"]],
    ["abc.” ", [[0, 4]], false, ["<0 abc.>” "]],
    ["abc\n\ndef\n\nghi", [[10, 13]], false, ["[…6]", "<0 ghi>"]],
    ["abc", [], false, ["[…3]"]],
    ["", [], true, []],
  ])("%j with %j, whole: %s", (text, places, whole, lines) => {
    expect(show(text, places, whole)).toEqual(lines);
  });

  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", ".", "\n", "富"), maxLength: 60 });
  const given = text.chain((whole) =>
    fc.tuple(
      fc.constant(whole),
      fc.array(fc.tuple(fc.nat(whole.length), fc.nat(whole.length)), { maxLength: 6 }),
    ),
  );
  const ordered = (places: readonly (readonly [number, number])[]) =>
    places
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
      .filter(({ start, end }) => start < end)
      .sort((a, b) => a.start - b.start || b.end - a.end);
  const letters = (stretch: TextSegment): string =>
    typeof stretch === "string" ? stretch : "gap" in stretch ? "" : stretch.inside.map(letters).join("");

  it("hold all of it, whatever passages there are, where it is shown whole", () => {
    fc.assert(
      fc.property(given, ([whole, places]) => {
        const paragraphs = segmentText(whole, ordered(places), true);
        const lines = whole.split("\n").filter((line) => line.trim() !== "");
        expect(paragraphs.map((one) => one.map(letters).join(""))).toEqual(lines);
      }),
    );
  });

  it("hold no letter outside a passage, and every one inside, where it is not", () => {
    fc.assert(
      fc.property(given, ([whole, places]) => {
        const kept = ordered(places);
        const shown = segmentText(whole, kept, false).flat().map(letters).join("");
        const recorded = [...whole]
          .map((letter, at) => (kept.some(({ start, end }) => start <= at && at < end) ? letter : ""))
          .join("");
        const plain = (one: string) => one.replace(/[^ab富]/g, "");
        expect(plain(shown)).toBe(plain(recorded));
      }),
    );
  });
});

describe("a link to a publisher's page", () => {
  const address = "https://publisher.test/a";
  it.each([
    ["a few words", "a%20few%20words"],
    ["well-known, so-called & more", "well%2Dknown%2C%20so%2Dcalled%20%26%20more"],
    [
      "“quoted” (and) 100% ‘sure’!",
      "%E2%80%9Cquoted%E2%80%9D%20%28and%29%20100%25%20%E2%80%98sure%E2%80%99%21",
    ],
    ["共同富裕", "%E5%85%B1%E5%90%8C%E5%AF%8C%E8%A3%95"],
    ["no\u00a0break", "no%20break"],
  ])("looks for %j", (passage, directive) => {
    expect(textFragmentUrl(address, passage)).toBe(`${address}#:~:text=${directive}`);
  });

  it("looks for a long passage by its first words and its last", () => {
    const passage = `${"one two three ".repeat(12)}and the very last words of it.`;
    expect(textFragmentUrl(address, passage)).toBe(
      `${address}#:~:text=one%20two%20three%20one%20two%20three%20one%20two,two%20three%20and%20the%20very%20last%20words%20of%20it.`,
    );
  });

  it.each([
    [
      "zh",
      "共同富裕是全体人民共同富裕，不是少数人的富裕，也不是整齐划一的平均主义，要分阶段促进共同富裕。".repeat(
        4,
      ),
    ],
    [
      "ja",
      "共同富裕とは全ての人々が豊かになることであり、一部の人だけが豊かになることではないと習近平国家主席は述べた。".repeat(
        3,
      ),
    ],
    ["th", "ความมั่งคั่งร่วมกันหมายถึงความมั่งคั่งสำหรับทุกคนไม่ใช่เพียงไม่กี่คนเท่านั้นและรัฐบาลจะต้องดำเนินนโยบายสาธารณะ".repeat(3)],
  ])("parts a long passage in %s between words", (language, passage) => {
    const [, directive = ""] = textFragmentUrl(address, passage).split("#:~:text=");
    const [first = "", last = ""] = directive.split(",").map(decodeURIComponent);
    expect(passage.startsWith(first)).toBe(true);
    expect(passage.endsWith(last) || passage.slice(0, -1).endsWith(last)).toBe(true);
    for (const part of [first, last]) expect(part.length).toBeGreaterThan(20);
    const edges = new Set([0, passage.length]);
    for (const { index, segment } of new Intl.Segmenter(language, { granularity: "word" }).segment(passage))
      edges.add(index + segment.length);
    expect(edges).toContain(first.length);
    expect(edges).toContain(passage.lastIndexOf(last));
  });

  it("keeps an anchor that the address has", () => {
    expect(textFragmentUrl(`${address}#part`, "x")).toBe(`${address}#part:~:text=x`);
  });

  it("says nothing that the directive's own marks could be taken for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (passage) => {
        const [, directive = ""] = textFragmentUrl(address, passage).split("#:~:text=");
        expect(directive).toMatch(/^[\w.~%]*(?:,[\w.~%]*)?$/);
      }),
    );
  });
});

describe("a template", () => {
  it("takes whatever it is given as text", () => {
    expect(html`<p title="${`"'<&>`}">${"<b>"}${html`<i>${"&"}</i>`}${undefined}${false}${0}</p>`.html).toBe(
      '<p title="&quot;&#39;&lt;&amp;&gt;">&lt;b&gt;<i>&amp;</i>0</p>',
    );
    expect(html`${["a", html`<b></b>`, ["<"]]}`.html).toBe("a<b></b>&lt;");
  });

  it("lets nothing through that ends a tag, turns a line or is no character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const made = html`${text}`.html;
        expect(made).not.toMatch(/[<>"'\0\u202e\u2066]/);
        expect(made.isWellFormed()).toBe(true);
      }),
    );
  });
});

it.each([
  ["en-GB,en;q=0.9,zh-CN;q=0.8", "en"],
  ["zh-CN", "zh-Hans"],
  ["zh-HK,en", "zh-Hant"],
  ["de, zh-Hant;q=0.5", "zh-Hant"],
  ["en;q=0.1, zh;q=0.2", "zh-Hans"],
  ["de", "zh-Hans"],
  ["", "zh-Hans"],
  ["*", "zh-Hans"],
  [undefined, "zh-Hans"],
  ["zh;q=nonsense, en;q=0.1", "en"],
  [`${"x,".repeat(5_000)}en`, "zh-Hans"],
] as const)("%j is read as %s, where the desk's own is simplified Chinese", (header, locale) => {
  expect(negotiateLocale(header, "zh-Hans")).toBe(locale);
});
