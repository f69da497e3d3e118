/** Tests tokenizing: which spellings give the same term, which do not, and the offsets. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markTerms, tokenizeText } from "../../src/search/analysis.ts";

const terms = (text: string): string[] => [...tokenizeText(text)].map(({ term }) => term);

/** Any JavaScript string, lone surrogates included, with many parts that have special handling. */
const anyString = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  fc.string({
    unit: fc.constantFrom(
      ...["15", ".", ",", "5", " ", "\u00a0", "$", "US$", "%", "bn", "billion", "亿", "元", "腾", "讯", "𠮷"],
      ...["’s", "'", "a", "A", "É", "e\u0301", "ﬁ", "½", "①", "-", "ß", "İ", "the", "U.S.", "k", "年"],
    ),
  }),
);

describe("words", () => {
  it.each([
    ["case", "Common Prosperity", "COMMON prosperity"],
    ["accents", "Škoda café", "Skoda cafe"],
    ["accents apart from their letters", "cafe\u0301", "café"],
    ["compatibility forms", "ﬁnance ＡＢＣ", "finance abc"],
    ["possessives", "Alibaba's pledge", "Alibaba pledge"],
    ["possessives with a curly apostrophe", "China’s richest", "China richest"],
    ["plural possessives", "donors’ pledges", "donor pledge"],
    ["apostrophes within", "O’Brien", "OBrien"],
    ["hyphens", "boundary-layer", "boundary layer"],
    ["plurals", "technological revolutions", "technological revolution"],
    ["verbs", "donating donated donates", "donate donate donate"],
    ["abbreviations", "U.S. U.S U.K.", "US US UK"],
    ["figures in a word", "COVID-19", "covid19"],
    ["stop words", "the distribution of wealth", "distribution wealth"],
    ["punctuation", "“wealth”, (distribution)…", "wealth distribution"],
  ])("%s", (_, one, other) => {
    expect(terms(one)).toEqual(terms(other));
  });

  it.each([
    ["distribution", "distributed wealth"],
    ["Lei Jun", "Lu Jun"],
    ["new", "news"],
    ["general", "generous"],
    ["community", "communication"],
  ])("%s is not %s", (one, other) => {
    expect(terms(one)).not.toEqual(terms(other));
  });

  it.each(["", "   ", "?!", "the of and", "—"])("%j has no terms", (text) => {
    expect(terms(text)).toEqual([]);
  });
});

describe("numbers", () => {
  it.each([
    ["15.5bn", ["15500000000"]],
    ["15.5 billion", ["15500000000"]],
    ["15,500 million", ["15500000000"]],
    ["15,500,000,000", ["15500000000"]],
    ["155亿", ["15500000000"]],
    ["155億", ["15500000000"]],
    ["１５５亿", ["15500000000"]],
    ["15.5\u202fbillion", ["15500000000"]],
    ["$15.5 billion", ["usd", "15500000000"]],
    ["US$15.5bn", ["usd", "15500000000"]],
    ["15.5 billion US dollars", ["15500000000", "usd"]],
    ["155亿美元", ["15500000000", "usd"]],
    ["1000亿元人民币", ["100000000000", "cny"]],
    ["100 billion yuan", ["100000000000", "cny"]],
    ["RMB 100bn", ["cny", "100000000000"]],
    ["a $154-million pledge", ["usd", "154000000", "pledg"]],
    ["440m", ["440000000"]],
    ["5 m", ["5", "m"]],
    ["1.5万", ["15000"]],
    ["60%", ["60", "percent"]],
    ["60 per cent", ["60", "percent"]],
    ["60 percent", ["60", "percent"]],
    ["120,000 displaced", ["120000", "displac"]],
    ["1,000,2,000", ["1000", "2", "000"]],
    ["2008–2010", ["2008", "2010"]],
    ["2008, 2009", ["2008", "2009"]],
    ["the 1990’s", ["1990"]],
    ["0.05", ["0.05"]],
    ["15.50", ["15.5"]],
    ["p53", ["p", "53"]],
    ["H3K4", ["h", "3", "k", "4"]],
    ["15 billionaires", ["15", "billionair"]],
    ["5 Europeans", ["5", "european"]],
    ["A$5", ["aud", "5"]],
    ["Q$5", ["q", "5"]],
    ["123456789012345678901", ["123456789012345678901"]],
    ["½", ["12"]],
  ])("%s", (text, found) => {
    expect(terms(text)).toEqual(found);
  });

  it.each([
    ["$15.5 billion", "$15 billion"],
    ["15.5bn", "15.5m"],
    ["15.5", "155"],
    ["$15", "€15"],
  ])("%s is not %s", (one, other) => {
    expect(terms(one)).not.toEqual(terms(other));
  });

  it.each([
    ["dollars", ["usd"]],
    ["yuan", ["cny"]],
    ["人民币", ["cny"]],
  ])("a currency alone is found where an amount has it: %s", (text, found) => {
    expect(terms(text)).toEqual(found);
  });
});

describe("Chinese", () => {
  it.each([
    ["腾讯", ["腾讯"]],
    ["习近平", ["习近", "近平"]],
    ["共同富裕", ["共同", "同富", "富裕"]],
    ["税", ["税"]],
    ["三次分配，税", ["三次", "次分", "分配", "税"]],
    ["腾讯Tencent宣布500亿元", ["腾讯", "tencent", "宣布", "50000000000", "cny"]],
    ["Jack Ma 马云", ["jack", "ma", "马云"]],
    ["2008年5月", ["2008", "年", "5", "月"]],
    ["𠮷野家", ["𠮷野", "野家"]],
  ])("%s", (text, found) => {
    expect(terms(text)).toEqual(found);
  });

  it("pairs know their run", () => {
    expect([...tokenizeText("腾讯 习近平")].map(({ run }) => run)).toEqual([0, 3, 3]);
  });
});

describe("where a term stands", () => {
  it.each([
    ["Alibaba’s $15.5 billion", ["Alibaba", "$", "15.5 billion"]],
    ["共同富裕", ["共同", "同富", "富裕"]],
    ["𠮷野家", ["𠮷野", "野家"]],
    ["155亿美元贷款", ["155亿", "美元", "贷款"]],
    ["the U.S. said", ["U.S.", "said"]],
    ["é cafe\u0301s", ["é", "cafe\u0301s"]],
  ])("%s", (text, slices) => {
    expect([...tokenizeText(text)].map(({ start, end }) => text.slice(start, end))).toEqual(slices);
  });

  it("is in the text, in order, and never empty, whatever the text", () => {
    fc.assert(
      fc.property(anyString, (text) => {
        let last = 0;
        for (const { term, start, end } of tokenizeText(text)) {
          expect(term).toMatch(/^\S+$/u);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("gives the same terms for what stands there, taken alone", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("Alibaba’s", "wealthy", "腾讯", "café", "U.S.", "$5bn", "60%")),
        (words) => {
          const text = words.join(" · ");
          const alone = [...tokenizeText(text)].flatMap(({ start, end }) => terms(text.slice(start, end)));
          const signs = (found: string[]) => found.filter((term) => term !== "usd" && term !== "percent");
          expect(signs(alone)).toEqual(signs(terms(text)));
        },
      ),
    );
  });
});

describe("marks", () => {
  const marked = (text: string, ...sought: string[]): string[] =>
    markTerms(text, new Set(sought.flatMap(terms))).map(({ start, end }) => text.slice(start, end));

  it.each([
    ["They pledged. Its pledges grew.", ["pledge"], ["pledged", "pledges"]],
    ["China’s richest", ["china"], ["China"]],
    ["committed $15.5 billion over", ["15.5bn"], ["15.5 billion"]],
    ["committed $15.5 billion over", ["155亿美元"], ["$15.5 billion"]],
    ["推动共同富裕的路", ["共同富裕"], ["共同富裕"]],
    ["nothing here", ["pledge"], []],
  ])("%s", (text, sought, found) => {
    expect(marked(text, ...sought)).toEqual(found);
  });

  it("are in order, apart and inside the text, whatever the text and the terms", () => {
    fc.assert(
      fc.property(anyString, anyString, (text, sought) => {
        let last = -1;
        for (const { start, end } of markTerms(
          text,
          new Set([...terms(sought), ...terms(text).slice(0, 3)]),
        )) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
