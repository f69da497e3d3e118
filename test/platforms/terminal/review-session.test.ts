/** A reviewer's keys, over a real desk and without a terminal. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { plainStyle } from "../../../src/delivery/text.ts";
import { reviewScreenIn } from "../../../src/language/review-messages.ts";
import { type ReviewScreen, runReviewSession } from "../../../src/platforms/terminal/review-session.ts";
import { createReviewDesk } from "../../../src/review/create-review-desk.ts";
import type { ReviewStore } from "../../../src/review/review-store.ts";
import { openReviewStore } from "../../../src/review/sql-review-store.ts";
import { createFolderStore } from "../../../src/shelf/folder-store.ts";
import { FERRY, LIGHTHOUSE, shelfOf } from "../../review/articles.ts";
import { faultsOf } from "../../shelves.ts";

const MINA = { id: "terminal:Mina Lee", name: "Mina Lee" };

const stores: ReviewStore[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

/** What is typed into a prompt: how the option begins that is picked, and the text. */
interface Typed {
  readonly at: string;
  readonly text: string;
}

/** Plays keys; what is typed into a prompt stands as a list of the field and its new text. */
async function play(root: string, keys: readonly (string | readonly [string, string])[]) {
  const store = await openReviewStore({ folder: join(root, ".refdesk") });
  stores.push(store);
  const desk = createReviewDesk({ files: createFolderStore(root), store });
  const left = keys.flatMap((one): (string | Typed)[] =>
    typeof one === "string" ? [...one] : [{ at: one[0], text: one[1] }],
  );
  const shown: string[] = [];
  const typed = (): Typed => {
    const next = left[0];
    if (next === undefined || typeof next === "string") throw new Error(`“${next}” was to be typed`);
    return next;
  };
  const screen: ReviewScreen = {
    show: (text) => void shown.push(text),
    async key() {
      const key = left.shift() ?? "q";
      if (typeof key !== "string") throw new Error(`“${key.text}” came as a key`);
      return key;
    },
    async pick(_, options) {
      const found = options.find(({ label }) => label.startsWith(typed().at));
      if (!found) throw new Error(`nothing to pick begins with “${typed().at}”`);
      return found.value;
    },
    text: async () => {
      const { text } = typed();
      left.shift();
      return text;
    },
  };
  const tally = await runReviewSession(desk, MINA, {}, screen, {
    ...plainStyle,
    say: reviewScreenIn("en"),
  });
  return { tally, shown, desk, firstLines: shown.map((text) => text.split("\n")[0]) };
}

const filesIn = (root: string) =>
  readdirSync(join(root, "data"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort();

it("after a key the next proposal stands there, and stopping early leaves the rest", async () => {
  const root = shelfOf({ lighthouse: LIGHTHOUSE });
  const { tally, firstLines } = await play(root, ["arsq"]);
  expect(firstLines).toMatchInlineSnapshot(`
    [
      "1 of 7 · gift",
      "Accepted: data/organizations/corrigan-lines.json, data/pledges/corrigan-lines-4-5-million.json",
      "Rejected.",
      "Later.",
    ]
  `);
  expect(tally).toMatchObject({ accepted: 1, rejected: 1, deferred: 1 });
  expect(filesIn(root).map((file) => file.split("/")[0])).toEqual(["organizations", "pledges"]);
});

it("takes back the last decision, and the one before, and the proposal stands there again", async () => {
  const root = shelfOf({ lighthouse: LIGHTHOUSE });
  const { tally, shown } = await play(root, ["aauuq"]);
  expect(shown.at(-1)).toContain("answers /pledge Corrigan Lines");
  expect(tally).toMatchObject({ accepted: 0, rejected: 0 });
  expect(filesIn(root)).toEqual([]);
});

it("accepts the sure ones of a kind together, after they were shown", async () => {
  const root = shelfOf({ lighthouse: LIGHTHOUSE });
  const { shown, tally } = await play(root, ["AxAAq"]);
  expect(shown[1]).toContain("2 gifts without a question:");
  expect(shown[1]).toContain("Halloway Foundation");
  expect(shown[2]).toContain("1 of 7");
  expect(tally.accepted).toBe(2);
  expect(await faultsOf(root)).toEqual([]);
});

it("edits a field, an edge and a passage before it accepts", async () => {
  const root = shelfOf({ lighthouse: LIGHTHOUSE });
  const { shown, tally } = await play(root, [
    ...["e", ["for", "to repair the lighthouse at Skerry Point"], "a"],
    ...["s", "]", "[", "s", "s", "e", ["the passage", "cheaper to mend a boat"], "a"],
    ...["e", ["the passage", "It is cheaper to mend a light"], "a", "q"],
  ] as (string | [string, string])[]);
  expect(shown.join("\n")).toContain("The nearest words there are");
  expect(tally.accepted).toBe(2);
  const pledge = filesIn(root).find((file) => file.startsWith("pledges/"))!;
  expect(JSON.parse(readFileSync(join(root, "data", pledge), "utf8")).accounts[0].purpose).toBe(
    "to repair the lighthouse at Skerry Point",
  );
  const quote = filesIn(root).find((file) => file.startsWith("quotes/"))!;
  expect(JSON.parse(readFileSync(join(root, "data", quote), "utf8")).passages[0].exact).toBe(
    "It is cheaper to mend a light",
  );
});

it("asks which place is meant where a typed passage occurs twice", async () => {
  const root = shelfOf({ ferry: FERRY });
  const passage = "The council thanked the firm.";
  const store = await openReviewStore({ folder: join(root, ".refdesk") });
  stores.push(store);
  const place = FERRY.indexOf("The lamp is dark.");
  await createReviewDesk({ files: createFolderStore(root), store }).suggest(
    { source: "ferry", passage: { exact: "The lamp is dark.", start: place }, kind: "facts" },
    "slack:T1:U2",
  );
  const { shown, tally } = await play(root, ["e", ["the passage", passage], "a", "2", "q"]);
  expect(shown.find((text) => text.includes("several times"))).toContain("will be lit");
  expect(tally.accepted).toBe(1);
  const fact = filesIn(root).find((file) => file.startsWith("facts/"))!;
  expect(JSON.parse(readFileSync(join(root, "data", fact), "utf8")).passages).toEqual([
    { source: "ferry", exact: passage, suffix: " The lamp will" },
  ]);
});

it("ticks through the list, accepts the ticked ones, and rejects others", async () => {
  const root = shelfOf({ lighthouse: LIGHTHOUSE });
  const { shown, tally } = await play(root, ["rrrrrrr", "1", "1", "a", "A", "a", "q"]);
  expect(shown.join("\n")).toContain("Nothing is ticked.");
  expect(tally.rejected).toBe(7);
  expect(tally.accepted).toBeGreaterThan(4);
  expect(await faultsOf(root)).toEqual([]);
});

it("merges only with a record that is shown, and says of every other key that it is none", async () => {
  const { shown } = await play(shelfOf({ lighthouse: LIGHTHOUSE }), ["mz9?xq"]);
  expect(shown.slice(1, 4).map((text) => text.split("\n")[0])).toMatchInlineSnapshot(`
    [
      "No record is shown here to which it could be added.",
      "“z” is no key here. ? shows all keys.",
      "No question here has a candidate of this number.",
    ]
  `);
  expect(shown[4]).toContain("move the passage’s beginning");
});

it("ends where nothing is left, and where no more keys come", async () => {
  const root = shelfOf({ ferry: FERRY });
  const { tally } = await play(root, ["r".repeat(9)]);
  expect(tally.left).toBeLessThan(4);
});
