/** Formats the results and the methods used, for the terminal and docs/finding.md. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { machine } from "../bench/report.ts";
import { COMMON_WORD } from "../src/search/candidates.ts";
import { RANKING_WEIGHTS, type RankingWeights, RERANK_DEPTH } from "../src/search/ranking.ts";
import { HERE } from "./engines.ts";
import { mean, quantile } from "./measures.ts";
import type { Measured } from "./measuring.ts";

/** The results of all engines on one collection. */
export interface Result {
  readonly collection: string;
  readonly documents: number;
  readonly questions: number;
  readonly engines: readonly { readonly name: string; readonly measured: Measured }[];
}

/** One set of weights, and its results on each collection. */
export interface Lesson {
  readonly name: string;
  readonly weights: RankingWeights;
  readonly reached: readonly { readonly ndcg: number; readonly chance: number; readonly isTest: boolean }[];
}

export interface Report {
  readonly results: readonly Result[];
  readonly lessons: readonly Lesson[];
}

/** Formats rows as a Markdown table, aligned to be readable as plain text; the first column is text. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const cell = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!);
  const dashes = (width: number, column: number) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`;
  const [head = [], ...others] = rows.map((row) => `| ${row.map(cell).join(" | ")} |`);
  return [head, `| ${widths.map(dashes).join(" | ")} |`, ...others].join("\n");
}

const whole = (value: number): string => Math.round(value).toLocaleString("en");
const time = (value: number): string => (value < 20 ? value.toFixed(2) : whole(value));

function rowOf({ name, measured }: Result["engines"][number], isBest: boolean): string[] {
  const { ndcg, recall, times, questions, build, memory } = measured;
  const gained = mean(ndcg).toFixed(4);
  return [
    times.length < questions ? `${name} (the first ${times.length} questions)` : name,
    isBest ? `**${gained}**` : gained,
    mean(recall).toFixed(3),
    whole(build),
    whole(memory / 1e6),
    time(quantile(times, 0.5)),
    time(quantile(times, 0.99)),
  ];
}

function resultTable({ collection, documents, questions, engines }: Result): string {
  const best = Math.max(
    ...engines
      .filter(({ measured }) => measured.times.length === questions)
      .map(({ measured }) => mean(measured.ndcg)),
  );
  const rows = engines.map((engine) => rowOf(engine, mean(engine.measured.ndcg) === best));
  const head = ["engine", "nDCG@10", "Recall@100", "build, ms", "memory, MB", "p50, ms", "p99, ms"];
  return `### ${collection}\n\n${whole(documents)} documents, ${whole(questions)} questions.\n\n${tableOf([head, ...rows])}`;
}

const lessonRow = ({ name, weights, reached }: Lesson): string[] => [
  name,
  ...Object.values(weights).map(String),
  ...reached.flatMap(({ ndcg, chance, isTest }) => [
    isTest ? `**${ndcg.toFixed(4)}**` : ndcg.toFixed(4),
    chance < 0.001 ? "< 0.001" : chance.toFixed(3),
  ]),
];

function lessonTable({ results, lessons }: Report): string {
  const head = [
    "weights",
    ...Object.keys(RANKING_WEIGHTS),
    ...results.flatMap(({ collection }) => [collection, "chance"]),
  ];
  return tableOf([head, ...lessons.map(lessonRow)]);
}

/** Returns what the terminal shows. */
export function shown(report: Report): string {
  const tables = report.results.map(resultTable);
  return [machine(), ...tables, ...(report.lessons.length > 0 ? [lessonTable(report)] : [])].join("\n\n");
}

const page = (report: Report): string => `# Finding

How finding works, how well, and how its weights were learnt. Made by
\`npm run eval -- --peers --learn --write ${report.results.map(({ collection }) => `<${collection}>`).join(" ")}\`, each a folder that
holds a collection in BEIR's form (\`corpus.jsonl\`, \`queries.jsonl\`, \`qrels.tsv\` or \`qrels/test.tsv\`), on
${machine()}.

## How it works

1. **One analysis for what is stored and what is asked** ([\`analysis.ts\`](../src/search/analysis.ts)). Words without case, accents and
   possessives, by Snowball's English stem, without Lucene's English stop words; letters and figures apart, so that
   “COVID-19” and “covid19” meet; numbers by what they come to, with their unit beside them, so that “$15.5bn”, “15,500
   million dollars” and “155亿美元” meet; Chinese by overlapping pairs of characters. The text itself is never changed.
2. **What a question means** ([\`query.ts\`](../src/search/query.ts)). The words by which a question is put (“who”, “did”) count only where
   there is nothing else. A word that no document has is taken for the nearest that one has, and this is said; a number
   never is. A run of Chinese is found where all its pairs are; one that stands nowhere is parted at its rarest pair, and
   this is said. Only while someone types may the last word be unfinished.
3. **Candidates** ([\`candidates.ts\`](../src/search/candidates.ts)). The documents that hold any of the words, by
   [MiniSearch](https://github.com/lucaong/minisearch) and its BM25 (k 1.2, b 0.75) over the terms of the analysis; those
   that hold every word are always among the first ${RERANK_DEPTH}. A word in more than ${whole(COMMON_WORD)} documents finds none by itself
   beside a rarer one, which bounds the time of a search and changes nothing among fewer documents.
4. **The order of the first ${RERANK_DEPTH}** ([\`ranking.ts\`](../src/search/ranking.ts)). BM25 of all words; again over the title; how near the words
   stand to each other (Büttcher, Clarke and Lushman, SIGIR 2006); and what the best of them share (after Lavrenko and
   Croft's relevance models, SIGIR 2001), over the candidates alone, so that nothing is found by it that has none of the
   words.

## How well

Each engine has a process of its own, and each question is asked once after ${30} that warm it up. nDCG@10 is
trec_eval's (the grade is the gain, over the logarithm of the place), Recall@100 the part of the relevant documents that
is among the first hundred. Memory is what JavaScript holds after building more than before it, the documents
themselves aside, and for SQLite its pages besides. An engine that takes longer than a minute is asked as many
questions as it answers in them. The floor that was set before this was made is 0.694 on SciFact and 0.389 on Cranfield,
the best that MiniSearch reached when tuned; Lucene's BM25 is published at 0.679 on SciFact (BEIR).

${report.results.map(resultTable).join("\n\n")}

Beside Refdesk stand, over the fields \`title\` and \`text\`: MiniSearch as it comes; FlexSearch with its English preset and
\`suggest\`, without which it finds only what holds every word; Orama with its English stemmer and stop words; Lunr as it
comes; Fuse.js with its search by words; wink-bm25-text-search as its page sets it up with wink-nlp; SQLite's FTS5 with
its Porter stemmer, any of the words, by its \`bm25\`. Their versions stand in \`eval/peers/package.json\`; they are
installed by \`--peers\` alone.

## How the weights were learnt

By coordinate ascent over a few round numbers, from nothing but BM25 and the title at 0.2: on one collection, then
tested on the other, in bold. A gain that does not carry over would not be one. “Chance” is how likely so large a
difference from the first row is by chance alone (a randomization test over the questions, two-sided).

${lessonTable(report)}

The weights in use are those on which the two learnings agree, and, where they differ, a value from one's to the
other's. They were chosen with both collections in sight: what carries over is to be read from the rows in bold. The last
rows are the weights in use with one of them changed, and say what it brings. k and b are Lucene's usual ones and were
not learnt.

A document is taken for one of the best by its score to the power of \`sharpness\`. With 1, ten documents count almost
alike, which helps where many answer a question (Cranfield) and harms where one does (SciFact). With 8, the first few
count, and it helps in both.
`;

export const writePage = (report: Report): Promise<void> =>
  writeFile(join(HERE, "../docs/finding.md"), page(report));
