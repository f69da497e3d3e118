/**
 * Mutants of the shelf's files: each is refused with its file and the place in it, or changes nothing that an answer says,
 * or changes what no check can judge.
 */
import { hash } from "node:crypto";
import { ShelfError, type ShelfFault } from "../../src/shelf/faults.ts";
import { readShelfFiles, type ShelfFiles, TOPICS_FILE } from "../../src/shelf/files.ts";
import { foldText } from "../../src/shelf/fold.ts";
import { type ParsedShelf, parseShelf } from "../../src/shelf/parse.ts";
import { PROJECT } from "../desks.ts";

const files = await readShelfFiles(PROJECT);
const original = await parseShelf(files);

/** Draws numbers that are the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const draw = chance(16);
const oneOf = <Value>(all: readonly Value[]): Value => all[draw(all.length)]!;

type Path = readonly (string | number)[];

/** Fields that hold the desk's own words and readings, or what only the world can tell: docs/reliability.md lists them. */
export const UNJUDGED = [
  ...["label", "aliases", "notConfusedWith", "notes", "note", "topics", "review", "inferred"],
  ...["speakerInferred", "publisherInferred", "citation", "republication", "section", "rights", "type"],
  ...["joint", "date", "to", "prefix", "suffix", "visibility", "uses", "neighbours"],
] as const;

const isUnjudged = (path: Path): boolean =>
  path.some((key) => (UNJUDGED as readonly unknown[]).includes(key));

/** Every value of a file with its path, but for the file itself. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return path.length === 0 ? [] : [path];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    places(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

const inText = (text: string): string => {
  const letters = [...text];
  const at = draw(letters.length);
  const other = oneOf(["x", "7", "é", "的", " ", "", "​", letters[at]!.toUpperCase(), letters[at]!.repeat(2)]);
  letters.splice(at, 1, other);
  return letters.join("");
};

/** Ways to alter a value; a number is altered by its size, a text by a character. */
function altered(value: unknown): unknown {
  if (typeof value === "number") return oneOf([value * 10, value / 10, value + 1, -value, String(value)]);
  if (typeof value === "boolean") return String(value);
  if (value === null) return "x";
  if (typeof value === "string")
    return oneOf([inText, inText, inText, (text: string) => text.slice(0, -1)])(value);
  return Array.isArray(value) ? oneOf([{}, "x", [...value, 1]]) : { ...value, extra: "x" };
}

interface Mutant {
  readonly file: string;
  readonly path: Path;
  readonly text: string;
  readonly how: string;
  /** Whether a source's words were only made fewer: where they begin and end is for whoever reviews. */
  readonly isCut?: boolean;
}

function mutantOf(file: string): Mutant {
  const text = files.text(file)!;
  if (file.endsWith(".txt") || draw(12) === 0) {
    // In the text of a source every character is held by its hash; in a record, broken JSON is refused.
    const made = file.endsWith(".txt") ? inText(text) : text.slice(0, draw(text.length));
    return { file, path: [], text: made, how: "text" };
  }
  const value = JSON.parse(text) as Record<string, unknown>;
  if (draw(12) === 0) {
    const key = oneOf(Object.keys(value));
    return { file, path: [key], text: text.replace("{", `{${JSON.stringify(key)}: 1,`), how: "twice" };
  }
  const path = oneOf(places(value));
  const parent = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>((at, key) => at[key] as never, value);
  const key = path.at(-1)!;
  const old = parent[key];
  const made = altered(old);
  parent[key] = made;
  const isCut =
    typeof old === "string" && typeof made === "string" && foldText(old).includes(foldText(made).trim());
  return {
    file,
    path,
    text: JSON.stringify(value),
    how: `altered to ${JSON.stringify(made).slice(-60)}`,
    isCut,
  };
}

const mutated = ({ file, text }: Mutant): ShelfFiles => ({
  ...files,
  text: (name) => (name === file ? text : files.text(name)),
  states: new Map([...files.states, [file, { digest: hash("sha256", text, "hex") }]]),
});

/** What an answer can say of a shelf: all of it, but for what is not judged. */
const said = ({ sources, records }: ParsedShelf): string =>
  foldText(
    JSON.stringify([sources, records], (key, value: unknown) =>
      (UNJUDGED as readonly string[]).includes(key) || key === "sha256" ? undefined : value,
    ),
  );

async function faultsOf(mutant: Mutant): Promise<readonly ShelfFault[] | ParsedShelf> {
  try {
    return await parseShelf(mutated(mutant));
  } catch (error) {
    if (!(error instanceof ShelfError)) throw error;
    return error.faults;
  }
}

/** What became of mutants. */
export interface TriedMutants {
  readonly refused: number;
  readonly same: number;
  /** Changes of what no check can judge. */
  readonly unjudged: number;
  /** What went wrong: mutants that changed what is said, or whose fault names no file or place. */
  readonly faults: readonly string[];
}

/** Tries so many mutants, the same in every run. */
export async function tryMutants(times: number): Promise<TriedMutants> {
  const before = said(original);
  const counts = { refused: 0, same: 0, unjudged: 0 };
  const faults: string[] = [];
  for (let number = 0; number < times; number++) {
    const mutant = mutantOf(oneOf(files.names));
    const found = await faultsOf(mutant);
    const about = `${mutant.file} /${mutant.path.join("/")} ${mutant.how}`;
    if ("records" in found) {
      if (isUnjudged(mutant.path) || mutant.isCut || mutant.file === TOPICS_FILE) counts.unjudged += 1;
      else if (said(found) === before) counts.same += 1;
      else faults.push(`${about}: says something else`);
      continue;
    }
    const isPlaced = found.every(
      ({ file, pointer }) => files.names.includes(file) && (mutant.how === "text" || pointer !== ""),
    );
    if (found.length === 0 || !isPlaced) faults.push(`${about}: refused without its file and place`);
    else counts.refused += 1;
  }
  return { ...counts, faults };
}
