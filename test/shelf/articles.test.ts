/**
 * Tests a shelf of six articles, in Hebrew, Arabic, French, German, Japanese and hard-wrapped English, each with a card as a
 * reference manager exports it: they are checked, asked, cited and shown on pages without a fault. All of it is invented.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { commands } from "../../commands/index.ts";
import { toCslItem } from "../../src/citation/csl.ts";
import { cslJson } from "../../src/citation/csl-json.ts";
import { CITATION_STYLES } from "../../src/citation/styles.ts";
import { fitAnswer } from "../../src/delivery/fit.ts";
import { renderTextPage } from "../../src/delivery/text.ts";
import { createBot } from "../../src/desk/bot.ts";
import { loadMessages } from "../../src/language/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { renderDiscord } from "../../src/platforms/discord/render.ts";
import { renderSlack } from "../../src/platforms/slack/render.ts";
import { textFragmentUrl } from "../../src/platforms/web/text-fragment.ts";
import { checkShelfProgram } from "../../src/programs/check-shelf.ts";
import { evidenceWithPointers } from "../../src/shelf/evidence.ts";
import { recordRef } from "../../src/shelf/kinds.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { ISOLATE_CLOSE, ISOLATE_OPEN, isRightToLeft } from "../../src/support/isolation.ts";
import { paragraphRanges } from "../../src/support/paragraphs.ts";
import { keptLog, PROJECT } from "../desks.ts";
import { PAGES, siteOver } from "../platforms/web/site.ts";
import { temporaryFolder } from "../shelves.ts";

const ROOT = join(PROJECT, "test/shelf/articles");
const shelf = await readShelf(ROOT);
const library = createLibrary(shelf);
const messages = await loadMessages("en");
const bot = createBot(library, commands, messages, keptLog(), undefined, PAGES);
const sources = [...shelf.sources.values()];
const records = [...shelf.records.values()];

/** Removes the marks that isolate a text, so that it can be read in a test. */
const bare = (text: string): string => text.replaceAll(ISOLATE_OPEN, "").replaceAll(ISOLATE_CLOSE, "");

/** Returns the whole answer to a line as plain text. */
async function ask(line: string): Promise<string> {
  const answer = await bot.answerLine(line);
  const draw = (page: Parameters<typeof renderTextPage>[0]) => renderTextPage(page, messages);
  return fitAnswer(answer, draw, () => true).message;
}

describe("npm run check", () => {
  it("finds no fault, and says which sums it does not read", async () => {
    const [said, warned] = [vi.spyOn(console, "log"), vi.spyOn(console, "warn")];
    for (const spy of [said, warned]) spy.mockImplementation(() => {});
    expect(await checkShelfProgram.run([ROOT])).toBe(0);
    expect(warned.mock.calls).toEqual([]);
    const lines = said.mock.calls.flat().join("\n");
    vi.restoreAllMocks();
    expect(lines).toMatch(/^The shelf holds: 6 sources, 46 records/);
    expect(lines.match(/^Not verified: .*$/gm)).toMatchInlineSnapshot(`
      [
        "Not verified: data/pledges/gesher-schools.json /accounts/0/amount: “40 מיליון שקל”",
        "Not verified: data/pledges/nakhil-libraries.json /accounts/0/amount: “٢٥ مليون درهم”",
        "Not verified: data/pledges/nordlicht-werkstaetten.json /accounts/0/amount: “2,5 Millionen Euro”",
        "Not verified: data/pledges/petersen-werkzeuge.json /accounts/0/amount: “150.000 Euro”",
        "Not verified: data/pledges/rive-haute-berges.json /accounts/0/amount: “12 millions d'euros”",
        "Not verified: data/pledges/rive-haute-communes.json /accounts/0/amount: “deux millions d’euros”",
      ]
    `);
  });

  it("reads it from the cache as it is", async () => {
    const cache = temporaryFolder();
    await readShelf(ROOT, cache);
    const again = await readShelf(ROOT, cache);
    expect(again.records).toEqual(shelf.records);
    expect(again.sources).toEqual(shelf.sources);
    for (const record of records)
      for (const { evidence } of evidenceWithPointers(record))
        expect(again.spans.get(evidence), recordRef(record)).toEqual(shelf.spans.get(evidence));
  });

  it("has passages, sums and dates of each article on record", () => {
    for (const { id } of sources) {
      const kinds = records.filter((record) =>
        evidenceWithPointers(record).some(({ evidence }) => evidence.source === id),
      );
      expect(new Set(kinds.map(({ kind }) => kind)).size, id).toBeGreaterThanOrEqual(5);
    }
  });
});

describe("a question", () => {
  it.each<[string, string]>([
    ["/pledge קרן גשר", "40 מיליון שקל"],
    ["/pledge Gesher Fund", "40 מיליון שקל"],
    ["/pledge مؤسسة النخيل", "٢٥ مليون درهم"],
    ["/pledge fondation rive-haute", "12 millions d'euros"],
    ["/pledge nordlicht", "2,5 Millionen Euro"],
    ["/pledge enno petersen", "150.000 Euro"],
    ["/pledge みどり基金", "3億円"],
    ["/pledge オレンジ財団", "500万円"],
    ["/pledge Harrow Mill", "$1.2 million"],
    ["how much did the Midori Fund give?", "3億円"],
    ["/quote נועה ברק", "אנחנו לא מחליפים את המדינה"],
    ['/quote ד"ר נועה ברק', "אנחנו לא מחליפים את המדינה"],
    ["/quote ليلى المنصوري", "الكتاب الذي لا يصل إلى القرية"],
    ["/quote Helene d'Aubrac", "On ne répare pas un fleuve"],
    ["/quote Dr. Maren Tiedemann", "Wer reparieren kann"],
    ["/quote 佐藤健一氏", "学ぶ時間は、昼だけのものではない"],
    ["/quote councillor abara", "A weir that nobody maintains is"],
    ["/define שעת גשר", "כשעת לימוד אחר הצהריים"],
    ["/define المكتبة المتنقلة", "حافلة صغيرة تحمل نحو ١٥٠٠ كتاب"],
    ["/define berges vivantes", "une rive où l’enrochement"],
    ["/define offene Werkstatt", "einen Raum, in dem jeder"],
    ["/define 夜の学校", "無料で使える学習室を指す"],
    ["/define quiet weirs", "no owner on"],
    ["/search תלמידים", "כ־3,200 תלמידים"],
    ["/search ٦٠ ألف كتاب", "استعار سكان القرى"],
    ["/search 60 ألف كتاب", "استعار سكان القرى"],
    ["/search betonnees", "38 % des berges"],
    ["/search Landkreis Räume", "bisher 17-mal"],
    ["/search 利用者", "延べ1万2000人"],
    ["/search autumn 2021", "taken out in the autumn"],
    ["/source rive-haute", "https://doi.org/10.99999/rr.2023.41"],
    ["/who 佐藤健一", "代表理事"],
    ["/who Layla Al Mansouri", "رئيسة المؤسسة"],
  ])("%s", async (line, words) => {
    const answer = await bot.answerLine(line);
    expect(answer.outcome, line).toBe("found");
    expect(
      bare(await ask(line))
        .replaceAll("\u00a0", " ")
        .replace(/\s+/g, " "),
    ).toContain(words);
  });

  it.each<[string, string]>([
    ["“אנחנו לא מחליפים את המדינה, אנחנו מחזיקים את הדלת פתוחה עד שהיא תיכנס”, אמרה נועה ברק.", "supported"],
    ["קרן גשר תעביר 50 מיליון שקל לבתי ספר", "differs"],
    ["قالت ليلى المنصوري: «الكتاب الذي لا يصل إلى القرية ليس كتاباً عاماً، بل كتاب مدينة».", "supported"],
    ["« On ne répare pas un fleuve en une saison », a dit Hélène d’Aubrac.", "supported"],
    ["„Wer reparieren kann, wirft weniger weg – und ruft seltener an“, sagte Maren Tiedemann.", "supported"],
    ["佐藤健一氏は「学ぶ時間は、昼だけのものではない」と述べた。", "supported"],
    ['"A weir that nobody maintains is a dam that nobody decided to build," said Ruth Abara.', "supported"],
    ["Harrow Mill gave $1.5 million.", "differs"],
    ["The Midori Fund gave 300 million yen.", "supported"],
    // A sum in words that are not read for sure has no verdict, rather than a wrong one.
    ["Enno Petersen gave 150 euros.", "none"],
    ["Enno Petersen gave 150,000 euros.", "none"],
    ["Nordlicht pledged 2.5 million euros.", "none"],
    ["The Gesher Fund gave 40 million shekels.", "none"],
  ])("/check %s", async (message, verdict) => {
    const { verdicts = [] } = await bot.answerLine(`/check ${JSON.stringify(message)}`);
    expect(verdicts.map((one) => one.verdict)).toEqual([verdict]);
  });
});

describe("a citation", () => {
  it("is written in every style that is read", () => {
    const entries = sources.flatMap((source) =>
      CITATION_STYLES.filter(({ offered }) => offered !== "data").map(
        (style) => `${style.id}: ${style.write(toCslItem(source))}`,
      ),
    );
    expect(entries.join("\n")).toMatchInlineSnapshot(`
      "apa: כהן, ד., & לוי, מ. א. (2024, March 13). קרן “גשר” תעביר 40 מיליון שקל לבתי ספר בפריפריה. שער הנגב. https://www.shaar-hanegev.example/education/2024/gesher
      chicago: כהן, דנה, and משה אריה לוי. 2024. “קרן ‘גשר’ תעביר 40 מיליון שקל לבתי ספר בפריפריה.” שער הנגב. March 13, 2024. https://www.shaar-hanegev.example/education/2024/gesher.
      mla: כהן, דנה, and משה אריה לוי. “קרן ‘גשר’ תעביר 40 מיליון שקל לבתי ספר בפריפריה.” שער הנגב, 13 Mar. 2024, https://www.shaar-hanegev.example/education/2024/gesher.
      gbt: כהן ד, לוי מ א. קרן "גשר" תעביר 40 מיליון שקל לבתי ספר בפריפריה[EB/OL]. (2024-03-13)[2026-11-02]. https://www.shaar-hanegev.example/education/2024/gesher.
      chicago-notes: דנה כהן and משה אריה לוי, “קרן ‘גשר’ תעביר 40 מיליון שקל לבתי ספר בפריפריה,” שער הנגב, March 13, 2024, https://www.shaar-hanegev.example/education/2024/gesher.
      harvard: כהן, ד. and לוי, מ.א. (2024) קרן “גשר” תעביר 40 מיליון שקל לבתי ספר בפריפריה, שער הנגב. Available at: https://www.shaar-hanegev.example/education/2024/gesher (Accessed: 2 November 2026).
      vancouver: כהן ד, לוי מא. שער הנגב [Internet]. 2024 [cited 2026 Nov 2]. קרן "גשר" תעביר 40 מיליון שקל לבתי ספר בפריפריה. Available from: https://www.shaar-hanegev.example/education/2024/gesher
      apa: الخطيب, أ. (2024, January 15). “مؤسسة النخيل” تتعهد بتقديم ٢٥ مليون درهم لمكتبات القرى. صحيفة الواحة, 7.
      chicago: الخطيب, أحمد. 2024. “‘مؤسسة النخيل’ تتعهد بتقديم ٢٥ مليون درهم لمكتبات القرى.” صحيفة الواحة, January 15, 2024, sec. ثقافة.
      mla: الخطيب, أحمد. “‘مؤسسة النخيل’ تتعهد بتقديم ٢٥ مليون درهم لمكتبات القرى.” صحيفة الواحة, 15 Jan. 2024, p. 7.
      gbt: الخطيب أ. "مؤسسة النخيل" تتعهد بتقديم ٢٥ مليون درهم لمكتبات القرى[N]. صحيفة الواحة, 2024-01-15(7).
      chicago-notes: أحمد الخطيب, “‘مؤسسة النخيل’ تتعهد بتقديم ٢٥ مليون درهم لمكتبات القرى,” صحيفة الواحة, January 15, 2024, sec. ثقافة.
      harvard: الخطيب, أ. (2024) ‘“مؤسسة النخيل” تتعهد بتقديم ٢٥ مليون درهم لمكتبات القرى’, صحيفة الواحة, 15 January, p. 7.
      vancouver: الخطيب أ. "مؤسسة النخيل" تتعهد بتقديم ٢٥ مليون درهم لمكتبات القرى. صحيفة الواحة. 2024 Jan 15;7.
      apa: Heide, K. von der, & Ostermann, J. (2023, May 4). „Offene Werkstatt“ im Norden: Genossenschaft sagt 2,5 Millionen Euro zu. Küstenblick, 5, 22–23. https://kuestenblick.example/hefte/2023/5/werkstatt
      chicago: Heide, Katrin von der, and Jörg Ostermann. 2023. “„Offene Werkstatt“ im Norden: Genossenschaft sagt 2,5 Millionen Euro zu.” Küstenblick, May 4, 2023. https://kuestenblick.example/hefte/2023/5/werkstatt.
      mla: Heide, Katrin von der, and Jörg Ostermann. “„Offene Werkstatt“ im Norden: Genossenschaft sagt 2,5 Millionen Euro zu.” Küstenblick, no. 5, 4 May 2023, pp. 22–23, https://kuestenblick.example/hefte/2023/5/werkstatt.
      gbt: HEIDE K von der, OSTERMANN J. „Offene Werkstatt“ im Norden: Genossenschaft sagt 2,5 Millionen Euro zu[J/OL]. Küstenblick, 2023(5): 22–23[2026-11-05]. https://kuestenblick.example/hefte/2023/5/werkstatt.
      chicago-notes: Katrin von der Heide and Jörg Ostermann, “„Offene Werkstatt“ im Norden: Genossenschaft sagt 2,5 Millionen Euro zu,” Küstenblick, May 4, 2023, https://kuestenblick.example/hefte/2023/5/werkstatt.
      harvard: Heide, K. von der and Ostermann, J. (2023) ‘„Offene Werkstatt“ im Norden: Genossenschaft sagt 2,5 Millionen Euro zu’, Küstenblick, 4 May, pp. 22–23. Available at: https://kuestenblick.example/hefte/2023/5/werkstatt (Accessed: 5 November 2026).
      vancouver: Heide K von der, Ostermann J. „Offene Werkstatt“ im Norden: Genossenschaft sagt 2,5 Millionen Euro zu. Küstenblick [Internet]. 2023 May 4 [cited 2026 Nov 5];(5):22–3. Available from: https://kuestenblick.example/hefte/2023/5/werkstatt
      apa: Lowland Rivers Trust. (2022). Annual note to members, no. 12 (Annual Note No. 12). Lowland Rivers Trust.
      chicago: Lowland Rivers Trust. 2022. “Annual Note to Members, No. 12.” Annual note 12. Marlow Bridge: Lowland Rivers Trust.
      mla: Lowland Rivers Trust. Annual Note to Members, No. 12. Annual note, 12, Lowland Rivers Trust, Apr. 2022.
      gbt: Lowland Rivers Trust. Annual note to members, no. 12: 12[R]. Marlow Bridge: Lowland Rivers Trust, 2022.
      chicago-notes: Lowland Rivers Trust, “Annual Note to Members, No. 12,” Annual note (Marlow Bridge: Lowland Rivers Trust, April 2022).
      harvard: Lowland Rivers Trust (2022) Annual note to members, no. 12. Annual note 12. Marlow Bridge: Lowland Rivers Trust.
      vancouver: Lowland Rivers Trust. Annual note to members, no. 12. Marlow Bridge: Lowland Rivers Trust; 2022 Apr. Report No.: 12.
      apa: de La Tour, J.-É. (2023). “Les chantiers du fleuve” : une fondation promet 12 millions d'euros. Revue des rivières, 41(3), 12–14. https://doi.org/10.99999/rr.2023.41
      chicago: Tour, Jean-Éric de La. 2023. “‘Les chantiers du fleuve’ : une fondation promet 12 millions d'euros.” Revue des rivières 41 (3): 12–14. https://doi.org/10.99999/rr.2023.41.
      mla: de La Tour, Jean-Éric. “‘Les chantiers du fleuve’ : une fondation promet 12 millions d'euros.” Revue des rivières, vol. 41, no. 3, July 2023, pp. 12–14, https://doi.org/10.99999/rr.2023.41.
      gbt: DE LA TOUR J É. "Les chantiers du fleuve" : une fondation promet 12 millions d'euros[J/OL]. Revue des rivières, 2023, 41(3): 12-14. DOI:10.99999/rr.2023.41.
      chicago-notes: Jean-Éric de La Tour, “‘Les chantiers du fleuve’ : une fondation promet 12 millions d'euros,” Revue des rivières 41, no. 3 (July 2023): 12–14, https://doi.org/10.99999/rr.2023.41.
      harvard: de La Tour, J.-É. (2023) ‘“Les chantiers du fleuve” : une fondation promet 12 millions d'euros’, Revue des rivières, 41(3), pp. 12–14. Available at: https://doi.org/10.99999/rr.2023.41.
      vancouver: de La Tour JÉ. "Les chantiers du fleuve" : une fondation promet 12 millions d'euros. Revue des rivières. 2023 Jul;41(3):12–4.
      apa: 山田花子. (2023, October 6). 「夜の学校」に3億円、みどり基金が発表 5年間で [Blog]. 港町ノート. https://minatomachi-note.example/2023/10/yoru
      chicago: 山田花子. 2023. “「夜の学校」に3億円、みどり基金が発表 5年間で.” Blog. 港町ノート (blog). October 6, 2023. https://minatomachi-note.example/2023/10/yoru.
      mla: 山田花子. “「夜の学校」に3億円、みどり基金が発表 5年間で.” 港町ノート, 6 Oct. 2023, https://minatomachi-note.example/2023/10/yoru.
      gbt: 山田花子. 「夜の学校」に3億円、みどり基金が発表 5年間で[EB/OL]. (2023-10-06). https://minatomachi-note.example/2023/10/yoru.
      chicago-notes: 山田花子, “「夜の学校」に3億円、みどり基金が発表 5年間で,” Blog, 港町ノート (blog), October 6, 2023, https://minatomachi-note.example/2023/10/yoru.
      harvard: 山田花子 (2023) ‘「夜の学校」に3億円、みどり基金が発表 5年間で’, 港町ノート, 6 October. Available at: https://minatomachi-note.example/2023/10/yoru.
      vancouver: 山田花子. 「夜の学校」に3億円、みどり基金が発表 5年間で [Internet]. 港町ノート. 2023. Available from: https://minatomachi-note.example/2023/10/yoru"
    `);
  });

  it("is given to other programs with all that its card has", () => {
    for (const source of sources) {
      const file = JSON.parse(readFileSync(join(ROOT, `seeds/${source.id}.json`), "utf8")).citation;
      const exported = Array.isArray(file) ? file[0] : file;
      const item = JSON.parse(cslJson(toCslItem(source)))[0];
      expect(Object.keys(item)).toEqual(expect.arrayContaining(Object.keys(exported)));
      for (const name of ["abstract", "title-short", "journalAbbreviation", "source", "note", "citation-key"])
        expect(item[name], name).toEqual(exported[name]);
    }
  });

  it("is pasted without marks that are not seen", async () => {
    for (const source of sources)
      for (const { id } of CITATION_STYLES) {
        const { items } = await bot.answerLine(`/cite ${source.id} style:${id}`);
        const pasted = items.flat().filter((block) => block.type === "copyable");
        expect(pasted).toHaveLength(1);
        expect(pasted[0]!.text, `${source.id} ${id}`).not.toMatch(/[\u2066-\u2069\u200e\u200f]/);
      }
  });
});

describe("what runs from right to left", () => {
  const LINES = [
    ...["/pledge קרן גשר", "/pledge قاعدة", "/quote נועה ברק", "/quote layla-mansouri", "/define שעת גשר"],
    ...["/timeline", "/compare gesher-fund nakhil-foundation", "/source gesher-schools", "/who gesher-fund"],
    ...["/search תלמידים", "/cite gesher-schools", "/check קרן גשר תעביר 50 מיליון שקל לבתי ספר"],
  ];

  /** Removes what is isolated, and what is typed back as it is. */
  function outside(text: string): string {
    let left = text;
    for (let before = ""; before !== left; ) {
      before = left;
      left = left.replace(/\u2068[^\u2068\u2069]*\u2069/g, "*");
    }
    return left;
  }

  it("is isolated in each line of ours, in every form of an answer", async () => {
    for (const line of LINES)
      for (const form of ["", " detail:full", " detail:notes"]) {
        for (const shown of (await ask(`${line}${form}`)).split("\n")) {
          const left = outside(shown);
          // Its own line, a line that is copied, and one that is typed again have nothing of ours beside them.
          const isOwn = !/\p{Script=Latin}|\d\]/u.test(left) || /(?:^|- |: )\/[a-z]+ /.test(left);
          const isCopied = line.startsWith("/cite");
          if (!isOwn && !isCopied) expect(isRightToLeft(left), `${line}${form}: ${shown}`).toBe(false);
          expect(left, shown).not.toMatch(/[\u2066-\u2069]/);
        }
      }
  });

  it("is isolated in chat, and each isolate is ended", async () => {
    const pages = { sourcePageUrl: (source: string) => `https://desk.example/sources/${source}` };
    const chat = createBot(library, commands, messages, keptLog(), undefined, pages);
    const visibility = { isPrivate: false };
    for (const line of LINES) {
      const answer = await chat.answerLine(line);
      for (const message of [
        renderDiscord(answer, messages, visibility).message,
        renderSlack(answer, messages, { ...visibility, asker: "U012AB3CD" }).message,
      ]) {
        const text = JSON.stringify(message);
        expect(text.split(ISOLATE_OPEN).length, line).toBe(text.split(ISOLATE_CLOSE).length);
        if (answer.outcome === "found" && !line.startsWith("/cite"))
          expect(text, line).toContain(ISOLATE_OPEN);
      }
    }
  });

  it("has no picture, which is said, and other scripts have one", async () => {
    const left = await bot.answerLine("/timeline");
    expect(left.picture).toBeUndefined();
    expect(bare(await ask("/timeline"))).toMatch(
      /No picture: its fonts do not have the letters of .*קרן גשר/,
    );
    expect((await bot.answerLine("/timeline rive-haute")).picture).toBeDefined();
    expect((await bot.answerLine("/compare harrow-mill midori-fund")).outcome).toBe("found");
  });
});

describe("a page", async () => {
  const { get } = await siteOver(library);
  const page = async (path: string): Promise<string> => {
    const { status, body } = await get(path);
    expect(status, path).toBe(200);
    expect(body, path).not.toMatch(/[\u2066-\u2069]/);
    return body;
  };

  it.each(sources)("of a source is in its language and direction: $id", async ({ id, language, title }) => {
    const body = await page(`/sources/${id}`);
    expect(body).toContain(`<h1 lang="${language}" dir="auto">${title.text.replaceAll('"', "&quot;")}</h1>`);
    expect(body).toContain(`<div class="text" lang="${language}"><p dir="auto">`);
    const drawn = body.split('<div class="text"')[1]!.split("</div>")[0]!;
    const paragraphs = drawn.match(/<p[ >]/g)!.length;
    expect(drawn.match(/<p dir="auto">/g)).toHaveLength(paragraphs);
    // Paragraphs side by side of which nothing is recorded are one gap.
    expect(paragraphs).toBeLessThanOrEqual(paragraphRanges(shelf.sources.get(id)!.text).length);
    expect(paragraphs).toBeGreaterThanOrEqual(4);
  });

  it("of a record has each passage in its language and direction", async () => {
    for (const record of records) {
      const body = await page(`/records/${recordRef(record)}`);
      const [first] = evidenceWithPointers(record);
      const { language } = shelf.sources.get(first!.evidence.source)!;
      expect(body, recordRef(record)).toContain(`<blockquote lang="${language}" dir="auto">`);
    }
  });

  it("isolates a name beside words of ours", async () => {
    const body = await page("/sources/gesher-schools");
    expect(body).toContain("<bdi>שער הנגב</bdi>, 13 March 2024");
    expect(body).toContain('"><bdi>קרן גשר: שעות לימוד בפריפריה</bdi></a> <span class="quiet">pledge');
    expect(body).toMatch(/<bdi class="gap">\[…\] <span class="quiet">\d+ characters left out/);
  });

  it("leaves the line ends of a wrapped source inside of its paragraphs", async () => {
    const body = await page("/records/events/otters-ford");
    expect(body.replace(/\s+/g, " ")).toContain(
      "taken out in the autumn of 2021, before any money had been paid.",
    );
  });

  it("leads to a passage by words that a browser finds", () => {
    const { text } = shelf.sources.get("yoru-no-gakko")!;
    const long = text.slice(text.indexOf("みどり基金は"), text.indexOf("約束した")).replace(/\s+/g, " ");
    const directive = decodeURIComponent(textFragmentUrl("https://x.example/a", long).split(":~:text=")[1]!);
    const [first, last] = directive.split(",");
    const words = [...new Intl.Segmenter("ja", { granularity: "word" }).segment(long)];
    const ends = words.map(({ index, segment }) => index + segment.length);
    expect(long.startsWith(first!)).toBe(true);
    expect(ends).toContain(first!.length);
    expect(words.map(({ index }) => index)).toContain(long.length - last!.length);
  });
});
