/**
 * What part of the exact first ten a search finds, as JSON, in a process of its own. Exact is what comes first when every
 * record that holds any of the words is scored.
 */
import { recordDocuments } from "../../src/library/text-index.ts";
import { createSearchEngine, type EngineOptions } from "../../src/search/engine.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { chanceFrom } from "./chance.ts";
import { tellable } from "./telling.ts";

/** What a recall is measured on: a shelf, and where it was kept when it was read before. */
export interface RecallErrand {
  readonly root: string;
  readonly cache: string;
}

/** What part is found by searches of three words, and of ten. */
export interface Recall {
  /** Of the exact first ten. */
  readonly three: number;
  readonly ten: number;
  /** Of the records that hold every word, or of thirty where there are more, among the first thirty. */
  readonly wholeThree: number;
  readonly wholeTen: number;
}

const FIRST = 10;
const SHOWN = 30;
const SEARCHES = 50;

const { root, cache }: RecallErrand = JSON.parse(process.argv[3] ?? "{}");
const { records } = await readShelf(root, cache);
const documents = [...recordDocuments({ records })];
const engine = createSearchEngine(documents);
const chance = chanceFrom(11);

function recallOf(words: number): number {
  let [found, expected] = [0, 0];
  for (let search = 0; search < SEARCHES; search++) {
    const query = Array.from({ length: words }, () => tellable(chance)).join(" ");
    const first = (options: EngineOptions): readonly string[] =>
      engine.search(query, { ...options, limit: FIRST }).hits.map(({ id }) => id);
    const exact = first({ commonWord: Number.POSITIVE_INFINITY });
    const given = new Set(first({}));
    expected += exact.length;
    found += exact.filter((id) => given.has(id)).length;
  }
  return found / expected;
}

/** Draws words that a record has, so that some record holds all of them. */
function heldWords(words: number): string {
  const all = chance.of(documents).text.match(/\p{L}{4,}/gu) ?? [];
  return Array.from({ length: words }, () => chance.of(all)).join(" ");
}

function wholeRecallOf(words: number): number {
  let [found, expected] = [0, 0];
  for (let search = 0; search < SEARCHES; search++) {
    const query = heldWords(words);
    const whole = new Set(engine.search(query, { all: true }).hits.map(({ id }) => id));
    const given = engine.search(query, { limit: SHOWN }).hits;
    expected += Math.min(SHOWN, whole.size);
    found += given.filter(({ id }) => whole.has(id)).length;
  }
  return found / expected;
}

const recall: Recall = {
  three: recallOf(3),
  ten: recallOf(10),
  wholeThree: wholeRecallOf(3),
  wholeTen: wholeRecallOf(10),
};
process.stdout.write(JSON.stringify(recall));
