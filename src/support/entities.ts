/** Puts the character entities of pasted text as the characters that they stand for. */

/** Entities that word processors and pages write in running text. Those of markup stay: what they hold is text. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ lsquo: "\u2018", rsquo: "\u2019", sbquo: "\u201a", ldquo: "\u201c", rdquo: "\u201d", bdquo: "\u201e" },
  ...{ quot: '"', apos: "'", laquo: "\u00ab", raquo: "\u00bb", lsaquo: "\u2039", rsaquo: "\u203a" },
  ...{ ndash: "\u2013", mdash: "\u2014", hellip: "\u2026", nbsp: " ", ensp: " ", emsp: " ", thinsp: " " },
  ...{
    shy: "",
    zwnj: "",
    zwj: "",
    pound: "\u00a3",
    euro: "\u20ac",
    yen: "\u00a5",
    cent: "\u00a2",
    middot: "\u00b7",
  },
};

const ENTITY = /&(?:([a-z]{2,6})|#(\d{2,6})|#x([\da-f]{2,5}));/gi;

/** The characters that begin an entity or a tag; their own entities stay, so that nothing is decoded twice. */
const MARKUP = new Set([0x26, 0x3c, 0x3e]);

/** Replaces the entities of a text. Unknown ones, and those of control characters, stay as they are. */
export const decodeEntities = (text: string): string =>
  !text.includes("&")
    ? text
    : text.replace(ENTITY, (entity: string, name?: string, decimal?: string, hex?: string) => {
        if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
        const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
        const isText =
          code >= 0x20 && code <= 0x10ffff && !MARKUP.has(code) && !(code >= 0x7f && code < 0xa0);
        return isText ? String.fromCodePoint(code).toWellFormed() : entity;
      });
