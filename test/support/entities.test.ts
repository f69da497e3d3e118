/** Tests that pasted entities are their characters, and that nothing is decoded that is text. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeEntities } from "../../src/support/entities.ts";

it.each([
  ["China&rsquo;s policy", "China’s policy"],
  ["&ldquo;common prosperity&rdquo;", "“common prosperity”"],
  ["&#8220;x&#8221; &#x2014; y", "“x” — y"],
  ["a&nbsp;b &hellip;", "a b …"],
  ["com&shy;mon", "common"],
  ["AT&T; R&D &c; &unknown; & more", "AT&T; R&D &c; &unknown; & more"],
  ["&amp;rsquo; &lt;b&gt; &#38;rsquo; &#60;", "&amp;rsquo; &lt;b&gt; &#38;rsquo; &#60;"],
  ["&#0;&#7;&#x1b;&#999999999;", "&#0;&#7;&#x1b;&#999999999;"],
])("%s", (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded);
});

it("decodes nothing twice", () => {
  const part = fc.constantFrom("&", "#", "38;", "amp;", "rsquo;", "x26;", "#x26;", "8217;", "a", ";");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const once = decodeEntities(parts.join(""));
      expect(decodeEntities(once)).toBe(once);
    }),
    { numRuns: 3000 },
  );
});
