/** Reads a test collection in BEIR's format: documents, queries and relevance judgements. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { SearchDocument } from "../src/search/corpus.ts";

export interface Question {
  readonly text: string;
  /** The grade of each judged document by id. */
  readonly judged: ReadonlyMap<string, number>;
}

export interface Collection {
  readonly name: string;
  readonly documents: readonly SearchDocument[];
  /** Queries with judgements only, since the others measure nothing. */
  readonly questions: readonly Question[];
}

interface Row {
  readonly _id: string;
  readonly title?: string;
  readonly text: string;
}

const linesOf = (file: string): string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");

const rowsOf = (file: string): Row[] => linesOf(file).map((line): Row => JSON.parse(line));

/** Returns the file of judgements: qrels/test.tsv as in BEIR, or qrels.tsv. */
function judgementsIn(folder: string): string {
  const places = ["qrels/test.tsv", "qrels.tsv"].map((place) => join(folder, place));
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error(`No judgements in ${folder}: expected qrels.tsv or qrels/test.tsv`);
  return found;
}

/**
 * Parses judgements by query. Every line has query, document and grade, separated by tabs; a header line is skipped.
 */
export function readJudgements(lines: readonly string[]): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const [index, line] of lines.entries()) {
    const [question, document, grade] = line.split("\t");
    const value = Number(grade);
    if (index === 0 && Number.isNaN(value)) continue;
    if (question === undefined || document === undefined || !Number.isFinite(value))
      throw new Error(
        `Line ${index + 1} of the judgements is “${line}”: expected question, document and grade`,
      );
    const judged = judgements.get(question);
    if (judged) judged.set(document, value);
    else judgements.set(question, new Map([[document, value]]));
  }
  return judgements;
}

export function readCollection(folder: string): Collection {
  for (const file of ["corpus.jsonl", "queries.jsonl"])
    if (!existsSync(join(folder, file)))
      throw new Error(`No ${file} in ${folder}: expected a collection in BEIR's form`);
  const judgements = readJudgements(linesOf(judgementsIn(folder)));
  const documents = rowsOf(join(folder, "corpus.jsonl")).map(({ _id, title = "", text }) => ({
    ...{ id: _id, title, text },
  }));
  const questions = rowsOf(join(folder, "queries.jsonl")).flatMap(({ _id, text }): Question[] => {
    const judged = judgements.get(_id);
    return judged ? [{ text, judged }] : [];
  });
  return { name: basename(folder), documents, questions };
}
