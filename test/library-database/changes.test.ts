/** A version of which a few files are published has the rows that publishing it whole would give it, to the last one. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/database/connection.ts";
import { publishFolder } from "../../src/library/database/publish-folder.ts";
import { digestOf } from "../../src/library/database/shelf-files.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { type Changes, change, faultsOf, setting, shelfWith } from "../shelves.ts";
import { madeShelf } from "./published.ts";
import { differenceTo } from "./whole-shelf.ts";

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);

const HIDDEN = "seeds/voa-common-prosperity.json";
const LU = "data/people/lu-jun.json";

/** A person of a name, on words that the project's first source has. */
const person = (label: string, exact = "Xi Jinping") =>
  JSON.stringify({
    ...{ label, aliases: [], roles: [{ stated: exact, evidence: { source: "made-by-hand", exact } }] },
    review: { entered: "2026-03-01", reviewedBy: null, reviewedOn: null },
  });

const TEXT =
  "A note\n\nXi Jinping spoke of 贫富差距研究院 and 马云基金会, and of common prosperity.\n\nNobody else did.\n";
const card = (more: object = {}) =>
  JSON.stringify({
    citation: { type: "report", title: "A note", language: "en", issued: { "date-parts": [[2031, 2, 3]] } },
    title: { text: "A note", basis: "text" },
    rights: { status: "unknown", text: "Made up." },
    sha256: digestOf(Buffer.from(TEXT)),
    ...more,
  });
const NOTE: Changes = { "seeds/made-by-hand.txt": TEXT, "seeds/made-by-hand.json": card() };

/** Changes of the project's shelf, one after another. */
const STEPS: readonly (readonly [string, Changes])[] = [
  ["a name is added", { [LU]: setting("/aliases", ["Lu of the NGOs"]) }],
  ["a name is taken away", { [LU]: setting("/aliases", []) }],
  [
    "an organization is renamed, which many records name",
    { "data/organizations/alibaba.json": setting("/label", "Quagga Holdings") },
  ],
  ["the note comes", NOTE],
  ["a person comes with it", { "data/people/somebody-new.json": person("Somebody New", "贫富差距研究院") }],
  [
    "a Chinese name comes that holds a topic’s words, and stands in the text of the other",
    { "data/people/another-new.json": person("贫富差距研究院") },
  ],
  [
    "it is another name, and longer",
    { "data/people/another-new.json": person("马云基金会贫富差距研究院", "马云基金会") },
  ],
  ["the note is for the desk alone", { "seeds/made-by-hand.json": card({ visibility: "desk" }) }],
  ["a source of many records is too", { [HIDDEN]: setting("/visibility", "desk") }],
  ["a record is renamed then", { [LU]: setting("/label", "Lu Jun of Yirenping") }],
  ["the source is open again", { [HIDDEN]: setting("/visibility", undefined) }],
  ["the note is open again", { "seeds/made-by-hand.json": card() }],
  [
    "the note goes with what stands on it",
    {
      "seeds/made-by-hand.txt": null,
      "seeds/made-by-hand.json": null,
      "data/people/somebody-new.json": null,
      "data/people/another-new.json": null,
    },
  ],
];

/** A source and records whose words are something to a database, or to what is sent to it. */
const HOSTILE_TEXT =
  'He keeps it in C:\\new\\table, says "{NULL,\\N}" and 50% of _that_; \u2028𝕏\tis it.\n\n\\.\n\nAll of it.\n';
const HOSTILE: Changes = {
  "seeds/made-by-hand.txt": HOSTILE_TEXT,
  "seeds/made-by-hand.json": JSON.stringify({
    citation: { type: "report", title: 'A "note" \\N', language: "en", publisher: '{\\}, "x"' },
    title: { text: 'A "note" \\N', basis: "text" },
    rights: { status: "unknown", text: "Made up." },
    sha256: digestOf(Buffer.from(HOSTILE_TEXT)),
  }),
  "data/people/hostile-one.json": person('O\'Nil "\\N" {NULL}', "C:\\new\\table"),
  "data/people/hostile-two.json": person("\\. 𝕏 %_", 'says "{NULL,\\N}" and 50% of _that_'),
};

/** Changes that concern every record. */
const TOPIC_STEPS: readonly (readonly [string, Changes])[] = [
  [
    "there are other topics",
    { "data/topics.json": JSON.stringify([{ words: ["speech"], aliases: ["讲话", "習近平"] }]) },
  ],
];

describe.skipIf(programs === undefined)("publishing what has changed", () => {
  let postgres: Postgres;
  let database: Database;
  beforeAll(async () => {
    postgres = await startPostgres(programs!);
  });
  afterAll(() => postgres?.close());
  beforeEach(async () => {
    database = await openDatabase(await postgres.database(), { most: 2 });
  });
  afterEach(() => database.close());

  it("gives the rows that publishing all of it gives", async () => {
    const root = shelfWith({});
    await publishFolder(database, root);
    expect(await differenceTo(database, root)).toEqual({});
    for (const [what, changes] of STEPS) {
      change(root, changes);
      expect(await faultsOf(root), what).toEqual([]);
      expect(await publishFolder(database, root), what).toMatchObject({ isNew: true });
      expect(await differenceTo(database, root), what).toEqual({});
    }
  });

  it("also where the whole shelf is compared", async () => {
    const root = shelfWith({});
    const parting = { manyFiles: 0, records: 40 };
    await publishFolder(database, root, { parting });
    expect(await differenceTo(database, root)).toEqual({});
    for (const [what, changes] of [...STEPS, ...TOPIC_STEPS]) {
      change(root, changes);
      expect(await publishFolder(database, root, { parting }), what).toMatchObject({ isNew: true });
      expect(await differenceTo(database, root), what).toEqual({});
    }
  });

  it("also part by part, however it is parted", async () => {
    const hidden = { [HIDDEN]: setting("/visibility", "desk") };
    const people = { ...NOTE, "data/people/somebody-new.json": person("贫富差距基金会") };
    for (const root of [
      shelfWith({ ...people, ...hidden }),
      shelfWith({ ...HOSTILE, ...hidden }),
      madeShelf(300),
    ])
      for (const parting of [{ records: 3 }, { records: 40 }, { records: 40, threads: 2 }]) {
        const own = await openDatabase(await postgres.database(), { most: 2 });
        await publishFolder(own, root, { parting });
        expect(await differenceTo(own, root)).toEqual({});
        await own.close();
      }
  });

  it("also where any of the records of a shelf change, come and go", async () => {
    const root = madeShelf(300);
    const kept = shelfWith({});
    for (const folder of ["seeds", "data"]) {
      rmSync(join(kept, folder), { recursive: true });
      cpSync(join(root, folder), join(kept, folder), { recursive: true });
    }
    await publishFolder(database, root);
    const files = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".json"))
      .sort();
    const aChange = fc.record({
      file: fc.nat(files.length - 1),
      how: fc.constantFrom("away", "back", "label", "review", "hidden"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(aChange, { minLength: 1, maxLength: 4 }), async (changes) => {
        const before = new Map<string, string | null>();
        for (const { file: at, how } of changes) {
          const file = files[at]!;
          const path = join(root, file);
          const there = readdirSync(join(path, "..")).includes(path.slice(path.lastIndexOf("/") + 1));
          if (!before.has(file)) before.set(file, there ? readFileSync(path, "utf8") : null);
          const own = readFileSync(join(kept, file), "utf8");
          const isSource = file.startsWith("seeds/");
          if (how === "away" && there && !isSource) rmSync(path);
          else if (how === "label" && !isSource) writeFileSync(path, setting("/label", `Quagga ${at}`)(own));
          else if (how === "review" && !isSource)
            writeFileSync(
              path,
              setting("/review/reviewedOn", "2026-12-31")(setting("/review/reviewedBy", "Mina")(own)),
            );
          else if (how === "hidden" && isSource) writeFileSync(path, setting("/visibility", "desk")(own));
          else writeFileSync(path, own);
        }
        const faults = await faultsOf(root);
        if (faults.length > 0) {
          // What does not hold is refused with the same faults, and nothing is written.
          await expect(publishFolder(database, root)).rejects.toThrow(faults.join("\n"));
          change(root, Object.fromEntries([...before].filter(([, text]) => text !== null)));
          for (const [file, text] of before) if (text === null) rmSync(join(root, file), { force: true });
        }
        await publishFolder(database, root);
        expect(await differenceTo(database, root)).toEqual({});
      }),
      { numRuns: 12 },
    );
  });
});
