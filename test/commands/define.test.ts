/** Tests /define on the real shelf: what people read. */
import { expect, it } from "vitest";
import { ask, bot } from "../desks.ts";

it("gives the definition, whose it is, who reports it, the aliases and the neighbours", async () => {
  expect(await ask("/define third-distribution")).toMatchInlineSnapshot(`
    "Third distribution · as the sources define it
    /define third-distribution

      The third distribution taps enterprises and individuals to redistribute their wealth through voluntary donations.
      — Voice of America, 2021 (both inferred) [1]

    According to: National Development and Reform Commission

    Desk’s notes:
    - Attributed to the commission by our reading.
    - The commission is named two sentences before.

    Said of “Three distributions” together
      Central to achieving common prosperity is a concept known as the three distributions, first introduced by the Chinese economist Li Yining in the 1990s.
      — Voice of America, 2021 (both inferred) [1]

    Sources
    [1] “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” (title from a copy), author not known. Voice of America (VOA Mandarin), publisher inferred, publication date not stated, 2021 inferred: The text never names its year; 2021 follows from a verbatim copy of October 2021, no link. A work of the United States government, in the public domain.

    Also known as: 第三次分配 · tertiary distribution · third-round distribution · third round of distribution · di san ci fenpei

    Desk’s note: Not yet reviewed by a person (entered on 21 November 2026).

    - Define: First distribution: /define first-distribution
    - Define: Second distribution: /define second-distribution
    - Define: Three distributions: /define three-distributions
    - See in context: The third distribution […]: /source voa-common-prosperity at:2752
    - Cite: /cite voa-common-prosperity"
  `);
});

it("shows both sources' definitions", async () => {
  expect(await ask("/define common prosperity")).toMatchInlineSnapshot(`
    "Common prosperity · as the sources define it
    /define common prosperity

      the government’s multi-pronged approach aimed at achieving more balanced economic growth, and addressing income inequality.
      — SupChina, 23 November 2021 [1]

      “Common prosperity means prosperity for all, not just a few people”
      — Xi Jinping, reported by Voice of America, 2021 (both inferred) [2]

    Sources
    [1] “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”, by Daniel Tam-Claiborne. SupChina, 23 November 2021, no link. Stored text: republication by All China Review, date not known. All rights reserved by its publisher; passages are quoted. https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/
    [2] “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” (title from a copy), author not known. Voice of America (VOA Mandarin), publisher inferred, publication date not stated, 2021 inferred: The text never names its year; 2021 follows from a verbatim copy of October 2021, no link. A work of the United States government, in the public domain.

    Also known as: 共同富裕 · common prosperity initiative · common prosperity campaign · common prosperity drive · gongtong fuyu

    Desk’s note: Not yet reviewed by a person (entered on 21 November 2026).

    - Define: Three distributions: /define three-distributions
    - Define: Third distribution: /define third-distribution
    - Define: Dividing the cake well: /define dividing-the-cake-well
    - See in context: the government’s […]: /source supchina-tech-philanthropy at:2318
    - Cite: /cite supchina-tech-philanthropy voa-common-prosperity"
  `);
});

it("shows a term that is used and not defined as just that", async () => {
  expect(await ask("/define illegal NGOs")).toMatchInlineSnapshot(`
    "Illegal NGOs · in the sources
    /define illegal NGOs

    Desk’s note: The sources use “Illegal NGOs” and do not define it.

      In May, the Ministry of Civil Affairs started to target “illegal NGOs with measures such as limiting their access to conference venues, publicity resources and manpower,” according to the state-owned news outlet China Daily.
      — China Daily (partial quote), reported by Voice of America, 2021 (both inferred) [1]

    Desk’s note: May is the month in which the ministry started, not the date of China Daily’s words.

    Sources
    [1] “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” (title from a copy), author not known. Voice of America (VOA Mandarin), publisher inferred, publication date not stated, 2021 inferred: The text never names its year; 2021 follows from a verbatim copy of October 2021, no link. A work of the United States government, in the public domain.

    Also known as: 非法社会组织 · 非法社會組織 · illegal NGO · illegal nongovernmental organizations · illegal social organizations · 非法NGO · 非法非政府组织 · 非法非政府組織

    Desk’s note: Not yet reviewed by a person (entered on 21 November 2026).

    - Define: Unregistered NGOs: /define unregistered-ngos
    - Define: Independent NGOs: /define independent-ngos
    - Define: Government-run or government-affiliated NGOs: /define government-affiliated-ngos
    - See in context: In May, the Ministry of […]: /source voa-common-prosperity at:4253
    - Cite: /cite voa-common-prosperity"
  `);
});

it.each([
  ["/define 第三次分配", "found", "Third distribution · as the sources define it"],
  ["/define 三次分配", "found", "Three distributions · as the sources define it"],
  ["/define 三次分配理论", "found", "Three distributions · as the sources define it"],
  ["/define redistribution", "nothing", "“redistribution” · no definition on record"],
  ["/define tertiary distribution", "found", "Third distribution · as the sources define it"],
  ["/define the third distribution", "found", "Third distribution · as the sources define it"],
  ["/define first distributon", "found", "First distribution · as the sources define it"],
  ["/define 共同富裕", "found", "Common prosperity · as the sources define it"],
  ["/define political awareness", "found", "Political awareness · as the sources define it"],
  ["/define dividing the cake well", "found", "Dividing the cake well · as the sources define it"],
  ["/define three distributions", "found", "Three distributions · as the sources define it"],
  ["/define distribution", "menu", "Which “distribution” do you mean?"],
  ["/define", "menu", "Which term?"],
  ["/define rural revitalization", "nothing", "“rural revitalization” · no definition on record"],
  ["/define alibaba", "nothing", "“alibaba” · no definition on record"],
  ["/define blockchain", "nothing", "Nothing on record for “blockchain”"],
])("%s", async (line, outcome, title) => {
  const answer = await bot.answerLine(line);
  expect([answer.outcome, answer.title]).toEqual([outcome, title]);
});

it("says when a term was found by likeness", async () => {
  expect(await ask("/define first distributon")).toContain(
    "Showing First distribution for ‘first distributon’.",
  );
});
