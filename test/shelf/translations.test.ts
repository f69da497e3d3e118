/** Labels and notes by language are read, told in each language, and written back as they were. */
import { describe, expect, it } from "vitest";
import { loadMessages, type Messages } from "../../src/language/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { localizeLibrary } from "../../src/library/localized-library.ts";
import { recordNames } from "../../src/shelf/kinds.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { inFileForm, labelIn } from "../../src/shelf/translations.ts";
import { library, shelf } from "../desks.ts";
import { setting, shelfWith } from "../shelves.ts";

const [english, simplified, traditional] = (await Promise.all(
  (["en", "zh-Hans", "zh-Hant"] as const).map(loadMessages),
)) as [Messages, Messages, Messages];
const tencent = shelf.records.get("organizations/tencent")!;

describe("a record", () => {
  it("has its label in each language, and in English where it has no other", () => {
    expect((["en", "zh-Hans", "zh-Hant"] as const).map((locale) => labelIn(tencent, locale))).toEqual([
      "Tencent",
      "腾讯",
      "騰訊",
    ]);
    const plain = shelf.records.get("organizations/supchina")!;
    expect(labelIn(plain, "zh-Hans")).toBe("SupChina");
  });

  it("keeps its label in each language when it is told in one", async () => {
    const [told] = await localizeLibrary(library, traditional).records(["organizations/tencent"]);
    expect(told?.label).toBe("騰訊");
    expect(labelIn(told!, "en")).toBe("Tencent");
    expect(new Set(recordNames(told!))).toEqual(new Set(recordNames(tencent)));
  });

  it("is found by its label in each language, whoever asks", async () => {
    for (const messages of [english, simplified, traditional])
      for (const words of ["Tencent", "腾讯", "騰訊"]) {
        const { by, hits } = await localizeLibrary(library, messages).find({ words });
        expect([by, hits[0]?.label]).toEqual(["name", labelIn(tencent, messages.locale)]);
      }
  });

  it("is suggested by its label in the asker's language", async () => {
    const of = async (messages: Messages, typed: string) =>
      (await localizeLibrary(library, messages).suggest(typed, ["organizations"])).map(({ label }) => label);
    expect(await of(simplified, "tenc")).toEqual(["腾讯"]);
    expect(await of(simplified, "腾")).toEqual(["腾讯"]);
    expect(await of(traditional, "騰")).toEqual(["騰訊"]);
    expect(await of(english, "騰")).toEqual(["Tencent"]);
  });

  it("is told as the same object each time", async () => {
    const told = localizeLibrary(library, simplified);
    expect(localizeLibrary(library, simplified)).toBe(told);
    const [[once], [again]] = [
      await told.records(["organizations/tencent"]),
      await told.records(["organizations/tencent"]),
    ];
    expect(once).toBe(again);
    expect(localizeLibrary(library, english)).toBe(library);
  });
});

describe("a note", () => {
  const FACT = "data/facts/big-tech-dominates-charity.json";
  const changed = async (notes: unknown) =>
    createLibrary(await readShelf(shelfWith({ [FACT]: setting("/notes", notes) })));
  const notesIn = async (notes: unknown, messages: Messages) => {
    const told = localizeLibrary(await changed(notes), messages);
    return (await told.records(["facts/big-tech-dominates-charity"]))[0]?.notes;
  };

  it("is told in the asker's language, and marked where it is not translated", async () => {
    const notes = ["Only English.", { text: { en: "Both.", "zh-Hans": "两者。" }, caution: true }];
    expect(await notesIn(notes, english)).toEqual(["Only English.", { text: "Both.", caution: true }]);
    expect(await notesIn(notes, simplified)).toEqual([
      "（英文）Only English.",
      { text: "两者。", caution: true },
    ]);
    expect(await notesIn(notes, traditional)).toEqual([
      "（英文）Only English.",
      { text: "（英文）Both.", caution: true },
    ]);
  });
});

it("what is read by language is written back as it was", () => {
  expect(inFileForm({ label: tencent.label, notes: tencent.notes }, tencent.translations)).toEqual({
    label: { en: "Tencent", "zh-Hans": "腾讯", "zh-Hant": "騰訊" },
    notes: [],
  });
});

it("every label and note of the shelf is there in both Chinese scripts, but for names without a form in use", () => {
  const NO_FORM = [
    "organizations/all-china-review",
    "organizations/serica-initiative",
    "organizations/supchina",
    "people/andrew-collier",
    "people/daniel-tam-claiborne",
  ];
  const untranslated = [...shelf.records].filter(([, { translations }]) => !translations?.en?.["/label"]);
  expect(untranslated.map(([ref]) => ref).sort()).toEqual(NO_FORM);
  for (const [ref, record] of shelf.records)
    for (const [pointer] of Object.entries(record.translations?.en ?? {}))
      for (const locale of ["zh-Hans", "zh-Hant"] as const)
        expect(record.translations?.[locale]?.[pointer], `${ref} ${pointer}`).toBeDefined();
});
