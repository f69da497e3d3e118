/** Reviewing: from drafts, suggestions and reports to records, by several reviewers at once and past restarts. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createReviewDesk } from "../../src/review/create-review-desk.ts";
import type { Proposal, ReviewDesk, Reviewer } from "../../src/review/review-desk.ts";
import type { ReviewEntry, ReviewStore } from "../../src/review/review-store.ts";
import { openReviewStore } from "../../src/review/sql-review-store.ts";
import { createFolderStore } from "../../src/shelf/folder-store.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import type { FileChange } from "../../src/shelf/shelf-store.ts";
import { faultsOf, shelfWith } from "../shelves.ts";
import { FERRY, LIGHTHOUSE, shelfOf } from "./articles.ts";

const MINA: Reviewer = { id: "terminal:mina", name: "Mina Lee" };
const LU: Reviewer = { id: "slack:T1:U2", name: "Lu 陆" };

const stores: ReviewStore[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

/** Opens a desk over a shelf and the store beside it, as each process does. */
async function deskOver(root: string, now: () => Date = () => new Date()): Promise<ReviewDesk> {
  const store = await openReviewStore({ folder: join(root, ".refdesk") });
  stores.push(store);
  return createReviewDesk({ files: createFolderStore(root), store, now });
}

const line = ({ kind, isListed, isSure, fields, answers, brings }: Proposal): string =>
  [
    `${isListed ? "list: " : ""}${kind}${isSure ? "" : "?"}`,
    fields
      .filter(({ value, question }) => value !== "" || question)
      .map(({ name, value, question }) =>
        question ? `${name}? ${question.ask} [${question.candidates.join("|")}]` : `${name}=${value}`,
      )
      .join(" "),
    answers,
    brings.map(({ label }) => `+${label}`).join(" "),
  ]
    .filter((part) => part !== "")
    .join(" · ");

const filesOf = (root: string): string[] =>
  readdirSync(join(root, "data"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort();
const recordAt = (root: string, file: string) =>
  JSON.parse(readFileSync(join(root, "data", file), "utf8")) as Record<string, unknown>;

const proposalWith = (all: readonly Proposal[], words: string): Proposal => {
  const found = all.find(({ passages }) => passages.some(({ exact }) => exact.includes(words)));
  if (!found) throw new Error(`no proposal has “${words}”`);
  return found;
};

describe("what waits", () => {
  it("is a few proposals for an article, gifts and quotations first, and one list", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE });
    const all = await (await deskOver(root)).waiting();
    expect(all.map(line)).toMatchInlineSnapshot(`
      [
        "pledges · donors=Corrigan Lines amount=$4.5 million value=4500000 currency=USD verb=pledged · /pledge Corrigan Lines · +Corrigan Lines",
        "pledges · donors=Halloway Foundation amount=€600,000 value=600000 currency=EUR verb=donated · /pledge Halloway Foundation · +Halloway Foundation",
        "quotes · speaker=Orla Brennan · /quote Orla Brennan · +Orla Brennan",
        "quotes · speaker=Tomas Verhoeven · /quote Tomas Verhoeven · +Tomas Verhoeven",
        "quotes · speaker=Niall Corrigan · /quote Niall Corrigan · +Niall Corrigan",
        "terms · term=harbour without a light · /define harbour without a light",
        "terms · term=keeper’s share · /define keeper’s share",
        "list: events? · label=SKERRY POINT, 12 June 2024 — The shipping firm Corrigan Lines has… when=last winter date? Of which day or year is “last winter”? [] · /timeline",
        "list: events · label=The tower was built in 1874 and has been lit ever since by a family of… when=1874 date=1874 · /timeline",
        "list: events · label=The Halloway Foundation donated €600,000 to the same fund in March 2024. when=March 2024 date=2024-03 · /timeline",
        "list: events · label=It has not been raised since 1991, and most skippers now pay it late or… when=1991 date=1991 · /timeline",
        "list: events · label=Corrigan Lines, which runs nine ferries along the coast, had sales of… when=last year date=2023 · /timeline",
        "list: events · label=The council expects work on the tower to begin in September and to last… when=September date=2024-09 · /timeline",
        "list: facts? · label=Corrigan Lines, which runs nine ferries along the coast, had sales of… · /search Corrigan Lines, which runs nine ferries along the coast, had sales of…",
        "list: people · name=Ines Malloy · /who Ines Malloy",
      ]
    `);
    const single = all.filter(({ isListed }) => !isListed);
    expect(single.length).toBeGreaterThanOrEqual(3);
    expect(single.length).toBeLessThanOrEqual(12);
  });

  it("is nothing of what people made of the project’s own sources", async () => {
    const all = await (await deskOver(shelfWith({}))).waiting();
    expect(all.filter(({ isListed }) => !isListed).length).toBeLessThanOrEqual(4);
  });

  it("has the passage in its paragraph", async () => {
    const all = await (await deskOver(shelfOf({ lighthouse: LIGHTHOUSE }))).waiting();
    const [first] = proposalWith(all, "cheaper to mend").passages;
    expect(first).toMatchObject({ before: "“", exact: "It is cheaper to mend a light than a ship," });
    expect(LIGHTHOUSE.slice(first!.start, first!.end)).toBe(first!.exact);
    expect(first!.after).toMatch(/^” said Niall Corrigan.*enough\.$/s);
  });
});

describe("accepting", () => {
  it("writes what data/ expects, with whom it needs, and the whole shelf holds", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE });
    const desk = await deskOver(root, () => new Date("2026-03-01T10:00:00Z"));
    const mayor = proposalWith(await desk.waiting(), "A harbour without");
    expect(await desk.accept(mayor.id, MINA)).toEqual({
      type: "accepted",
      records: ["people/orla-brennan", expect.stringMatching(/^quotes\/orla-brennan-a-harbour/)],
    });
    expect(filesOf(root)).toHaveLength(2);
    const [, quote] = filesOf(root).sort();
    expect(readFileSync(join(root, "data", quote!), "utf8")).toMatchInlineSnapshot(`
      "{
        "label": "Orla Brennan: “A harbour without a light is a harbour that has given…”",
        "speaker": "people/orla-brennan",
        "passages": [
          {
            "source": "lighthouse",
            "exact": "A harbour without a light is a harbour that has given up,"
          },
          {
            "source": "lighthouse",
            "exact": "We have not given up."
          }
        ],
        "review": {
          "entered": "2026-03-01",
          "reviewedBy": "Mina Lee",
          "reviewedOn": "2026-03-01"
        }
      }
      "
    `);
    expect(recordAt(root, "people/orla-brennan.json")).toMatchObject({
      roles: [{ stated: expect.any(String) }],
    });
    expect(await faultsOf(root)).toEqual([]);
    expect((await desk.waiting()).map(({ id }) => id)).not.toContain(mayor.id);
  });

  it("takes every sure proposal of an article, and the shelf holds", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE });
    const desk = await deskOver(root);
    for (const { id, isSure } of await desk.waiting())
      if (isSure) expect(await desk.accept(id, MINA)).toMatchObject({ type: "accepted" });
    expect(await faultsOf(root)).toEqual([]);
    expect((await readShelf(root)).records.size).toBeGreaterThan(8);
  });

  it("says which question is open, and takes an answer that the shelf or the source knows", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE });
    const desk = await deskOver(root);
    const { id } = proposalWith(await desk.waiting(), "cheaper to mend");
    expect(await desk.accept(id, MINA, { fields: { speaker: "Nobody Here" } })).toMatchInlineSnapshot(`
      {
        "faults": [
          "speaker: “Nobody Here” is neither on the shelf nor named in lighthouse. Type a name as the source has it.",
        ],
        "type": "refused",
      }
    `);
    expect(await desk.accept(id, MINA, { fields: { speaker: "" } })).toMatchInlineSnapshot(`
      {
        "faults": [
          "Still open: Who said this? Pick a candidate, or type it.",
        ],
        "type": "refused",
      }
    `);
    expect(await desk.accept(id, MINA, { fields: { speaker: "Tomas Verhoeven" } })).toMatchObject({
      type: "accepted",
      records: ["people/tomas-verhoeven", expect.stringMatching(/^quotes\/tomas-verhoeven-/)],
    });
  });

  it("finds a typed passage through the fold, refuses one that is not there, and shows the nearest", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE });
    const desk = await deskOver(root);
    const { id } = proposalWith(await desk.waiting(), "cheaper to mend");
    expect(
      await desk.accept(id, MINA, { passages: [{ exact: "It is cheaper to mend a lamp than two ships" }] }),
    ).toMatchInlineSnapshot(`
      {
        "faults": [
          "“It is cheaper to mend a lamp than two ships” is not in lighthouse. The nearest words there are: ““It is cheaper to mend a light than a ship,” said Niall Corrigan, the company’s chairman.”",
        ],
        "type": "refused",
      }
    `);
    expect(await desk.accept(id, MINA, { passages: [{ exact: "is cheaper to mend a li" }] })).toMatchObject({
      type: "refused",
      faults: [expect.stringContaining("inside a word")],
    });
    const accepted = await desk.accept(id, MINA, { passages: [{ exact: "cheaper\u00a0to mend a light" }] });
    expect(accepted).toMatchObject({ type: "accepted" });
    const quote = filesOf(root).find((file) => file.startsWith("quotes/"))!;
    expect(recordAt(root, quote)).toMatchObject({
      passages: [{ exact: "cheaper to mend a light" }],
      within: {
        exact: "“It is cheaper to mend a light than a ship,” said Niall Corrigan, the company’s chairman.",
      },
    });
  });

  it("asks which place is meant where words occur twice, and stores what is beside them", async () => {
    const root = shelfOf({ ferry: FERRY });
    const desk = await deskOver(root);
    const passage = "The council thanked the firm.";
    const sent = await desk.suggest({ source: "ferry", passage: { exact: passage }, kind: "facts" }, LU.id);
    if (sent.type !== "ambiguous") throw new Error(sent.type);
    expect(sent.places.map(({ after }) => after)).toEqual([" The lamp is dark.", " The lamp will be lit."]);
    const { start } = sent.places[1]!;
    expect(
      await desk.suggest({ source: "ferry", passage: { exact: passage, start }, kind: "facts" }, LU.id),
    ).toMatchObject({ type: "waiting" });
    const suggestion = (await desk.waiting()).find(({ origin }) => origin === "suggestion")!;
    expect(await desk.accept(suggestion.id, MINA, { passages: [{ exact: passage }] })).toMatchObject({
      type: "ambiguous",
      places: [{ start: sent.places[0]!.start }, { start }],
    });
    expect(await desk.accept(suggestion.id, MINA)).toMatchObject({ type: "accepted" });
    const fact = filesOf(root).find((file) => file.startsWith("facts/"))!;
    expect(recordAt(root, fact).passages).toEqual([
      { source: "ferry", exact: passage, suffix: expect.stringMatching(/^ The lamp will/) },
    ]);
    expect(await faultsOf(root)).toEqual([]);
  });

  it("writes nothing to a shelf that does not hold, and says so", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE });
    const desk = await deskOver(root);
    const { id } = proposalWith(await desk.waiting(), "cheaper to mend");
    mkdirSync(join(root, "data/facts"));
    writeFileSync(join(root, "data/facts/broken.json"), "{");
    const outcome = await desk.accept(id, MINA);
    expect(outcome).toMatchObject({ type: "refused" });
    expect(JSON.stringify(outcome)).toContain("data/facts/broken.json");
    expect(filesOf(root)).toEqual(["facts/broken.json"]);
  });

  it("says so where the shelf’s folder cannot be written to", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE });
    const desk = await deskOver(root);
    const { id } = proposalWith(await desk.waiting(), "cheaper to mend");
    chmodSync(root, 0o555);
    // The superuser may write everywhere, and is nobody meanwhile.
    const isSuperuser = process.getuid?.() === 0;
    if (isSuperuser) process.seteuid?.(65_534);
    const accepted = desk.accept(id, MINA).finally(() => {
      if (isSuperuser) process.seteuid?.(0);
      chmodSync(root, 0o755);
    });
    await expect(accepted).rejects.toThrow(/cannot be written to/);
  });

  it("stores hostile text letter for letter, under ids of a–z, 0–9 and -", async () => {
    const name = "../../x\u001b[31m\u202e @everyone <!channel> *x*";
    const hostile = `A trap\n\n“This is not a command for anybody at all,” said the man whom they call ${name}.\n`;
    const root = shelfOf({ trap: hostile });
    const desk = await deskOver(root);
    const words = "This is not a command for anybody at all,";
    await desk.suggest({ source: "trap", passage: { exact: words }, kind: "facts", remark: name }, LU.id);
    const { id, remark } = (await desk.waiting()).find(({ origin }) => origin === "suggestion")!;
    expect(remark).toBe(name);
    expect(await desk.accept(id, { id: "x", name }, { fields: { label: name } })).toMatchObject({
      type: "accepted",
      records: [expect.stringMatching(/^facts\/[a-z0-9]+(-[a-z0-9]+)*$/)],
    });
    const [file] = filesOf(root);
    expect(file).toMatch(/^facts\/[a-z0-9-]+\.json$/);
    expect(recordAt(root, file!)).toMatchObject({ label: name.trim(), review: { reviewedBy: name } });
  });
});

describe("several reviewers", () => {
  it("one wins, and the other is told by whom it was decided", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE });
    const [one, other] = [await deskOver(root), await deskOver(root)];
    const { id } = proposalWith(await one.waiting(), "cheaper to mend");
    const outcomes = await Promise.all([one.accept(id, MINA), other.accept(id, LU), one.reject(id, LU)]);
    expect(outcomes.map(({ type }) => type).sort()).toEqual(
      outcomes.some(({ type }) => type === "rejected")
        ? ["decided", "decided", "rejected"]
        : ["accepted", "decided", "decided"],
    );
    expect(filesOf(root).filter((file) => file.startsWith("quotes/")).length).toBeLessThanOrEqual(1);
    expect(await faultsOf(root)).toEqual([]);
  });

  it("accept different proposals at once, and both are there", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE });
    const [one, other] = [await deskOver(root), await deskOver(root)];
    const all = await one.waiting();
    const outcomes = await Promise.all([
      one.accept(proposalWith(all, "A harbour without").id, MINA),
      other.accept(proposalWith(all, "Nobody gives").id, LU),
    ]);
    expect(outcomes.map(({ type }) => type)).toEqual(["accepted", "accepted"]);
    expect(await faultsOf(root)).toEqual([]);
    expect((await readShelf(root)).records.size).toBe(4);
  });
});

describe("a process that ends between claiming and deciding", () => {
  const LATER = new Date("2026-03-01T12:00:00Z");
  const entryOf = (id: string, changes: readonly FileChange[]): ReviewEntry => ({
    ...{ id, origin: "draft", state: "accepting", by: LU.id, byName: LU.name, from: "" },
    content: JSON.stringify({ changes }),
    at: new Date("2026-03-01T10:00:00Z"),
  });

  it("has accepted where its files were written, and its journal is finished", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE });
    const desk = await deskOver(root, () => LATER);
    const { id } = proposalWith(await desk.waiting(), "cheaper to mend");
    const fact = JSON.stringify({
      label: "The tower",
      passages: [{ source: "lighthouse", exact: "The tower was built in 1874" }],
      review: { entered: "2026-03-01", reviewedBy: LU.name, reviewedOn: "2026-03-01" },
    });
    const changes = [{ file: "data/facts/tower.json", before: null, after: fact }];
    await stores.at(-1)!.add(entryOf(id, changes));
    mkdirSync(join(root, ".reviewing"));
    writeFileSync(join(root, ".reviewing/changes.json"), JSON.stringify(changes));
    utimesSync(join(root, ".reviewing"), new Date(0), new Date(0));
    const after = await deskOver(root, () => LATER);
    expect((await after.waiting()).map((one) => one.id)).not.toContain(id);
    expect(filesOf(root)).toEqual(["facts/tower.json"]);
    expect(await after.accept(id, MINA)).toEqual({ type: "decided", by: LU.name, as: "accepted" });
    expect(await after.undo(LU)).toEqual({ type: "undone" });
    expect(filesOf(root)).toEqual([]);
  });

  it("has decided nothing where they were not, and another can", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE });
    const desk = await deskOver(root, () => LATER);
    const { id } = proposalWith(await desk.waiting(), "cheaper to mend");
    await stores.at(-1)!.add(entryOf(id, [{ file: "data/facts/tower.json", before: null, after: "x" }]));
    expect((await desk.waiting()).map((one) => one.id)).toContain(id);
    expect(await desk.accept(id, MINA)).toMatchObject({ type: "accepted" });
  });
});

describe("rejecting, deferring and undoing", () => {
  it("what was rejected does not come back, and what was deferred comes last, also after a restart", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE });
    const desk = await deskOver(root);
    const [first, second, third] = await desk.waiting();
    expect(await desk.reject(first!.id, MINA)).toEqual({ type: "rejected" });
    expect(await desk.defer(second!.id, MINA)).toEqual({ type: "deferred" });
    const again = await (await deskOver(root)).waiting();
    expect(again[0]!.id).toBe(third!.id);
    expect(again.at(-1)!.id).toBe(second!.id);
    expect(again.map(({ id }) => id)).not.toContain(first!.id);
    expect(await desk.accept(first!.id, LU)).toEqual({ type: "decided", by: "Mina Lee", as: "rejected" });
  });

  it("takes back what was written, step by step, past a restart", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE });
    const desk = await deskOver(root);
    const all = await desk.waiting();
    const [one, two] = [proposalWith(all, "A harbour without"), proposalWith(all, "Nobody gives")];
    await desk.accept(one.id, MINA);
    await desk.reject(two.id, MINA);
    const later = await deskOver(root);
    expect(await later.undo(MINA)).toEqual({ type: "undone" });
    expect((await later.waiting()).map(({ id }) => id)).toContain(two.id);
    expect(await later.undo(LU)).toBeUndefined();
    expect(await later.undo(MINA)).toEqual({ type: "undone" });
    expect(filesOf(root)).toEqual([]);
    expect((await later.waiting()).map(({ id }) => id)).toContain(one.id);
    expect(await later.undo(MINA)).toBeUndefined();
  });

  it("keeps whom others need since", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE, ferry: FERRY });
    const desk = await deskOver(root);
    await desk.accept(proposalWith(await desk.waiting({ source: "lighthouse" }), "cheaper to mend").id, MINA);
    const copy = proposalWith(await desk.waiting({ source: "ferry" }), "cheaper to mend");
    expect(copy.known).toMatchObject({ as: "copy" });
    expect(await desk.accept(copy.id, LU, { as: "another" })).toMatchObject({ type: "accepted" });
    expect(await desk.undo(MINA)).toEqual({ type: "undone" });
    expect(filesOf(root).map((file) => file.split("/")[0])).toEqual(["people", "quotes"]);
    expect(await faultsOf(root)).toEqual([]);
  });

  it("leaves what was changed since, and says so", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE });
    const desk = await deskOver(root);
    await desk.accept(proposalWith(await desk.waiting(), "A harbour without").id, MINA);
    const quote = join(root, "data", filesOf(root).find((file) => file.startsWith("quotes/"))!);
    const changed = readFileSync(quote, "utf8").replace("Orla Brennan:", "The mayor:");
    writeFileSync(quote, changed);
    expect(await desk.undo(MINA)).toMatchObject({
      type: "refused",
      faults: [expect.stringContaining("was changed since")],
    });
    expect(readFileSync(quote, "utf8")).toBe(changed);
  });
});

describe("what the shelf knows", () => {
  it("a further account is merged with its pledge, and taken back", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE, ferry: FERRY });
    const desk = await deskOver(root);
    const first = proposalWith(await desk.waiting({ source: "lighthouse" }), "Corrigan Lines has pledged");
    const purpose = "the lighthouse at Skerry Point";
    expect(await desk.accept(first.id, MINA, { fields: { purpose } })).toMatchObject({ type: "accepted" });
    const file = filesOf(root).find((one) => one.startsWith("pledges/"))!;
    const before = readFileSync(join(root, "data", file), "utf8");
    const further = proposalWith(await desk.waiting({ source: "ferry" }), "Corrigan Lines pledged");
    expect(further).toMatchObject({
      known: { as: "account", differences: [{ here: "$5 million", there: "$4.5 million" }] },
      isSure: false,
    });
    expect(await desk.accept(further.id, LU)).toMatchObject({ type: "accepted", isMerged: true });
    expect(recordAt(root, file).accounts).toMatchObject([
      { passages: [{ source: "lighthouse" }], amount: { value: 4_500_000 } },
      { passages: [{ source: "ferry" }], amount: { value: 5_000_000 }, verb: "pledged" },
    ]);
    expect(await faultsOf(root)).toEqual([]);
    expect((await desk.waiting({ source: "ferry" })).map(({ id }) => id)).not.toContain(further.id);
    expect(await desk.undo(LU)).toEqual({ type: "undone" });
    expect(readFileSync(join(root, "data", file), "utf8")).toBe(before);
  });

  it("a copy of a quotation is merged with it, and what is no copy is not", async () => {
    const root = shelfOf({ lighthouse: LIGHTHOUSE, ferry: FERRY });
    const desk = await deskOver(root);
    const first = proposalWith(await desk.waiting({ source: "ferry" }), "cheaper to mend");
    expect(await desk.accept(first.id, MINA, { as: "merged" })).toMatchObject({ type: "refused" });
    await desk.accept(first.id, MINA);
    const other = proposalWith(await desk.waiting({ source: "lighthouse" }), "cheaper to mend");
    expect(other.known).toMatchObject({ as: "copy", differences: [] });
    expect(await desk.accept(other.id, MINA)).toMatchObject({ type: "accepted", isMerged: true });
    const quote = filesOf(root).find((one) => one.startsWith("quotes/"))!;
    expect(recordAt(root, quote).passages).toMatchObject([{ source: "ferry" }, { source: "lighthouse" }]);
    expect(await faultsOf(root)).toEqual([]);
  });

  it("a record that is there is confirmed, and the rest of its file stays as it is", async () => {
    const root = shelfWith({});
    const desk = await deskOver(root, () => new Date("2026-03-01T10:00:00Z"));
    const [first] = await desk.waiting({ origins: ["existing"], source: "voa-common-prosperity" });
    expect(first).toMatchObject({ origin: "existing", source: "voa-common-prosperity" });
    const path = join(root, "data", `${first!.record}.json`);
    const before = readFileSync(path, "utf8");
    expect(await desk.accept(first!.id, MINA, { fields: { label: "x" } })).toMatchObject({ type: "refused" });
    expect(await desk.accept(first!.id, MINA)).toEqual({ type: "accepted", records: [first!.record] });
    expect(readFileSync(path, "utf8")).toBe(
      before
        .replace('"reviewedBy": null', '"reviewedBy": "Mina Lee"')
        .replace('"reviewedOn": null', '"reviewedOn": "2026-03-01"'),
    );
    const { records, unreviewed } = await desk.overview();
    expect(unreviewed).toHaveLength(records - 1);
    expect(unreviewed).not.toContain(first!.record);
    await desk.undo(MINA);
    expect(readFileSync(path, "utf8")).toBe(before);
  });
});

describe("no second record is made silently", () => {
  /** A desk on which the ferry's quotation and gift are accepted, and the lighthouse's are not. */
  async function begun() {
    const root = shelfOf({ lighthouse: LIGHTHOUSE, ferry: FERRY });
    const desk = await deskOver(root);
    const words = proposalWith(await desk.waiting({ source: "ferry" }), "cheaper to mend");
    await desk.accept(words.id, MINA);
    const quotes = () => filesOf(root).filter((one) => one.startsWith("quotes/"));
    return { root, desk, quotes, copy: proposalWith(await desk.waiting(), "cheaper to mend") };
  }

  it("another record of the same words is made where that is said, and taken back", async () => {
    const { root, desk, quotes, copy } = await begun();
    expect(await desk.accept(copy.id, LU, { as: "another" })).toEqual({
      type: "accepted",
      records: [expect.stringMatching(/^quotes\//)],
    });
    expect(quotes()).toHaveLength(2);
    expect(await faultsOf(root)).toEqual([]);
    await desk.undo(LU);
    expect(quotes()).toHaveLength(1);
  });

  it("the same words of another speaker are neither merged nor made anew before it is said which", async () => {
    const { root, desk, quotes, copy } = await begun();
    const fields = { speaker: "Orla Brennan" };
    expect(await desk.accept(copy.id, LU, { fields })).toMatchObject({
      type: "refused",
      faults: [expect.stringContaining("has the same words, said by")],
    });
    expect(quotes()).toHaveLength(1);
    expect(await desk.accept(copy.id, LU, { fields, as: "another" })).toMatchObject({ type: "accepted" });
    expect(quotes()).toHaveLength(2);
    expect(await faultsOf(root)).toEqual([]);
  });

  it("a suggestion of what is recorded shows the record, and is not recorded twice", async () => {
    const { root, desk, quotes, copy } = await begun();
    const suggest = (source: string) =>
      desk.suggest({ source, passage: { exact: copy.passages[0]!.exact }, kind: "quotes" }, LU.id);
    await suggest("ferry");
    const again = (await desk.waiting()).find(({ origin }) => origin === "suggestion")!;
    expect(again.known).toMatchObject({ ref: quotes()[0]!.replace(/\.json$/, ""), as: "copy" });
    expect(await desk.accept(again.id, MINA)).toMatchObject({
      type: "refused",
      faults: [expect.stringContaining("is of this very place already")],
    });
    await desk.reject(again.id, MINA);
    await suggest("lighthouse");
    const copied = (await desk.waiting()).find(({ origin }) => origin === "suggestion")!;
    expect(await desk.accept(copied.id, MINA)).toMatchObject({ type: "accepted", isMerged: true });
    expect(quotes()).toHaveLength(1);
    expect(await faultsOf(root)).toEqual([]);
  });
});

describe("sums", () => {
  const MARKET =
    "The market hall\n\nThe roof of the market hall cost $3 million in 1998, and it leaks.\n\nThe Harrow Fund has donated $40,000 for its mending.\n\nA further gift of $7,000 has been promised for the clock.\n";

  it("that nobody gave become statements, ticked one by one and never all at once", async () => {
    const root = shelfOf({ market: MARKET });
    const desk = await deskOver(root);
    const waiting = await desk.waiting();
    const facts = waiting.filter(({ kind }) => kind === "facts");
    expect(facts).toMatchObject([{ isListed: true, isSure: false, fields: [{ name: "label" }] }]);
    expect(facts[0]!.passages[0]!.exact).toContain("cost $3 million");
    expect(await desk.accept(facts[0]!.id, MINA)).toMatchObject({ type: "accepted" });
    expect(filesOf(root)).toEqual([expect.stringMatching(/^facts\/the-roof/)]);
    expect((await desk.waiting()).filter(({ kind }) => kind === "facts")).toEqual([]);
    expect(await faultsOf(root)).toEqual([]);
  });

  it("whose giver the source does not name are a question, and no record before it is answered", async () => {
    const root = shelfOf({ market: MARKET });
    const desk = await deskOver(root);
    const gift = proposalWith(await desk.waiting(), "A further gift");
    expect(gift).toMatchObject({ kind: "pledges", isSure: false, isListed: false });
    expect(gift.fields[0]).toMatchObject({ name: "donors", value: "", question: expect.anything() });
    expect(await desk.accept(gift.id, MINA)).toMatchObject({ type: "refused" });
    expect(filesOf(root)).toEqual([]);
    expect(await desk.accept(gift.id, MINA, { fields: { donors: "" } })).toMatchObject({ type: "accepted" });
  });
});

describe("what people send", () => {
  it("a suggestion must stand in a stored source", async () => {
    const desk = await deskOver(shelfOf({ lighthouse: LIGHTHOUSE }));
    const suggest = (source: string, exact: string) =>
      desk.suggest({ source, passage: { exact }, kind: "quotes" }, LU.id);
    expect(await suggest("nowhere", "x")).toEqual({ type: "no-source" });
    expect(await suggest("../../etc/passwd", "x")).toEqual({ type: "no-source" });
    expect(await suggest("lighthouse", "")).toEqual({ type: "not-found" });
    expect(await suggest("lighthouse", "x".repeat(100_000))).toEqual({ type: "not-found" });
    expect(await suggest("lighthouse", "Nobody gives for stairs and ladders")).toEqual({
      type: "not-found",
      nearest: expect.stringContaining("Nobody gives for a staircase"),
    });
    expect(await suggest("lighthouse", "They give for the lamp")).toMatchObject({ type: "waiting" });
    expect((await desk.overview()).sent).toMatchObject([{ origin: "suggestion" }]);
    const [first] = await desk.waiting();
    expect(first).toMatchObject({ origin: "suggestion", kind: "quotes" });
    expect(first!.fields[0]).toMatchObject({ name: "speaker", value: "Tomas Verhoeven" });
  });

  it("a report is settled without a change to the shelf, and names what it is about", async () => {
    const root = shelfWith({});
    const desk = await deskOver(root);
    const about = ["quotes/lu-independent-ngos", "sources/voa-common-prosperity"];
    const sent = await desk.report({ line: "/quote lu jun", remark: "@everyone wrong", about }, LU.id);
    const [report] = await desk.waiting();
    const { id } = report!;
    expect(sent).toEqual({ type: "waiting", id });
    expect(report).toMatchObject({ origin: "report", kind: "quotes", record: about[0], about });
    expect(report!.passages.length).toBeGreaterThan(0);
    expect(await desk.accept(id, MINA)).toEqual({ type: "accepted", records: [] });
    expect((await desk.overview()).sent).toEqual([]);
    expect(await desk.undo(MINA)).toEqual({ type: "undone" });
    expect(await desk.reject(id, MINA)).toEqual({ type: "rejected" });
  });

  it("one person has thirty suggestions and reports waiting at most, and others are not kept from theirs", async () => {
    const desk = await deskOver(shelfWith({}));
    const report = (number: number, from: string) =>
      desk.report({ line: "/quote lu jun", remark: `${number}`, about: [] }, from);
    const tooMany = { type: "too-many", most: 30 };
    for (let number = 0; number < 30; number += 1)
      expect(await report(number, LU.id)).toMatchObject({ type: "waiting" });
    expect(await report(30, LU.id)).toEqual(tooMany);
    const passage = { exact: "Their enthusiasm for the initiative" };
    expect(await desk.suggest({ source: "voa-common-prosperity", passage, kind: "facts" }, LU.id)).toEqual(
      tooMany,
    );
    expect(await report(30, MINA.id)).toMatchObject({ type: "waiting" });
    const [first] = await desk.waiting();
    await desk.reject(first!.id, MINA);
    expect(await report(30, LU.id)).toMatchObject({ type: "waiting" });
  });

  it("a report on nothing that is there waits all the same", async () => {
    const desk = await deskOver(shelfOf({ lighthouse: LIGHTHOUSE }));
    await desk.report(
      { line: "x".repeat(9_999), remark: "y".repeat(9_999), about: ["quotes/../../x"] },
      LU.id,
    );
    const [report] = await desk.waiting();
    expect(report).toMatchObject({ origin: "report", source: "", passages: [] });
    expect(report!.answers.length).toBeLessThanOrEqual(1_000);
    expect(existsSync("/x.json")).toBe(false);
  });
});
