/** Words in quotation marks, held against the quotations on the shelf, and after them against every recorded passage. */
import { type Alignment, align, hasWeight, placeOf, type Word, wordsIn } from "../desk/alignment.ts";
import { foldText } from "../library/fold.ts";
import { refOf } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import type { AnyRecord } from "../library/records.ts";
import { concerns } from "../library/relations.ts";
import { type Attribution, attributed } from "./attribution.ts";
import { type Passage, passagesIn } from "./passages.ts";
import type { Reading } from "./reading.ts";
import { relation } from "./speakers.ts";
import type { Difference, WordsVerdict } from "./verdicts.ts";

/** Where a quotation leaves something out, or puts the writer's own words, and says so. */
const GAP = /\[[^\]]*\]|\(\s*(?:\.{3,}|…+)\s*\)|\.{3,}|…+/g;

const isHan = ({ word }: Word): boolean => /\p{Script=Han}/u.test(word);

/** How much words say: Chinese characters count less than words, of which they are parts. */
const weightOf = (words: readonly Word[]): number =>
  words.filter(hasWeight).reduce((sum, word) => sum + (isHan(word) ? 0.4 : 1), 0);
const lengthOf = (words: readonly Word[]): number =>
  words.reduce((sum, word) => sum + (isHan(word) ? 0.5 : 1), 0);

/** What was quoted, in the runs that its own gaps leave. */
interface Said {
  readonly text: string;
  readonly runs: readonly (readonly Word[])[];
  readonly words: readonly Word[];
}

function saidOf(text: string): Said {
  const edges = [...text.matchAll(GAP)].map(({ index, 0: gap }) => [index, index + gap.length] as const);
  const all = wordsIn(text);
  const runs = [...edges, [text.length, text.length] as const].map(([end], index) =>
    all.filter((word) => word.start >= (edges[index - 1]?.[1] ?? 0) && word.end <= end),
  );
  const kept = runs.filter((run) => run.length > 0);
  return { text, runs: kept, words: kept.flat() };
}

type Marks = WordsVerdict["marked"];

/** Marks on the pieces of a passage for some of its words, neighbours joined. */
function marksOf(passage: Passage, words: readonly Word[]): Marks {
  const chosen = new Set(words);
  return passage.evidence.map((_, piece) => {
    const marks: { start: number; end: number }[] = [];
    let previous: Word | undefined;
    for (const word of passage.words.filter((one) => one.piece === piece)) {
      if (chosen.has(word)) {
        const last = marks.at(-1);
        if (last && previous && chosen.has(previous)) last.end = word.end;
        else marks.push({ start: word.start, end: word.end });
      }
      previous = word;
    }
    return marks;
  });
}

/** The words of a passage in which all runs stand, unbroken and in their order; nothing where they do not. */
function verbatim(said: Said, passage: Passage): Word[] | undefined {
  const found: Word[] = [];
  let from = 0;
  for (const run of said.runs) {
    const at = placeOf(run, passage.words, from);
    if (at < 0) return undefined;
    from = at + run.length;
    found.push(...passage.words.slice(at, from));
  }
  return found;
}

function textOf(words: readonly Word[], passage: Passage): string {
  const placed = words as Passage["words"];
  const pieces = [...new Set(placed.map(({ piece }) => piece))];
  return pieces
    .map((piece) => {
      const own = placed.filter((word) => word.piece === piece);
      return passage.evidence[piece]!.exact.slice(own[0]!.start, own.at(-1)!.end);
    })
    .join(" ");
}

/** What was quoted nearly as it stands in a passage: how much of it is shared, and where they part. */
interface Near {
  readonly shared: readonly Word[];
  readonly changes: number;
  readonly span: number;
  readonly differences: readonly Difference[];
  readonly known: readonly Word[];
}

function nearly(said: Said, passage: Passage): Near {
  const laid: Alignment[] = said.runs.map((run) => align(run, passage.words));
  const partings = laid.flatMap((one) => one.partings);
  return {
    shared: laid.flatMap(({ shared }) => shared.map(([word]) => word)),
    changes: partings.reduce((sum, one) => sum + Math.max(lengthOf(one.said), lengthOf(one.known)), 0),
    span: laid.reduce((sum, { from, to }) => sum + to - from, 0),
    known: partings.flatMap(({ known }) => known),
    differences: partings.map((one) => ({
      said: one.said.length === 0 ? "" : said.text.slice(one.said[0]!.start, one.said.at(-1)!.end),
      known: textOf(one.known, passage),
    })),
  };
}

/** Whether few enough words were changed that it must be these words that are meant. No short phrase passes. */
function isMeant(said: Said, near: Near, passage: Passage, own: boolean): boolean {
  const all = lengthOf(said.words);
  const shared = lengthOf(near.shared);
  const weight = weightOf(near.shared);
  const short = own && near.changes <= 1 && all >= 4 && weight >= 2 && near.span >= passage.words.length - 1;
  if (short && passage.isQuotation) return true;
  return passage.isQuotation
    ? shared >= 5 && weight >= 3 && shared >= all * 0.7 && near.changes <= Math.max(2, all * 0.35)
    : shared >= 7 && weight >= 5 && shared >= all * 0.8 && near.changes <= Math.max(1, all * 0.2);
}

/** One passage that holds the words, or nearly. */
interface Candidate {
  readonly passage: Passage;
  readonly exact: readonly Word[] | undefined;
}

async function judge(
  said: Said,
  attribution: Attribution | undefined,
  named: ReadonlySet<string>,
  library: Library,
): Promise<WordsVerdict | undefined> {
  const candidates = (await passagesIn(library))
    .near(said.words)
    .map((passage): Candidate => ({ passage, exact: verbatim(said, passage) }));
  const order = ({ passage, exact }: Candidate) => (exact ? 0 : 2) + (passage.isQuotation ? 0 : 1);
  const all = await Promise.all(
    candidates.map(async (candidate) => {
      const { record, evidence } = candidate.passage;
      const whose = attribution && (await relation(attribution.speaker, record, evidence, library));
      return { ...candidate, whose };
    }),
  );
  // Of passages that hold the words alike, the one whose speaker the sentence names is meant.
  all.sort((a, b) => order(a) - order(b) || Number(b.whose === "own") - Number(a.whose === "own"));
  for (const { passage, exact, whose } of all) {
    const { record, evidence } = passage;
    const as = passage.isQuotation
      ? "quotation"
      : "speaker" in record && record.speaker
        ? "report"
        : "source";
    const near = exact ? undefined : nearly(said, passage);
    const weight = weightOf(said.words);
    const length = lengthOf(said.words);
    if (near && !isMeant(said, near, passage, whose === "own")) continue;
    const strong = passage.isQuotation ? weight >= 3 && length >= 4 : weight >= 4 && length >= 5;
    const ours = evidence.some(({ exact: text }) => isMarked(said.text, text));
    const touched = concerns(record).some((ref) => named.has(ref));
    const enough =
      strong ||
      (whose === "own" && weight >= 2 && length >= (passage.isQuotation ? 2 : 4)) ||
      (!passage.isQuotation && ours && weight >= 2 && touched && whose !== "other");
    if (!near && !enough) continue;
    const other = whose === "other" && attribution?.closed && (strong || near !== undefined);
    return {
      about: "words",
      kind: near || other ? "differs" : "borne",
      said: said.text,
      as,
      record,
      evidence,
      part: (near?.span ?? said.words.length) < passage.words.length,
      differences: near?.differences ?? [],
      ...(other ? { otherSpeaker: attribution.speaker } : {}),
      marked: marksOf(passage, near ? near.known : (exact ?? [])),
    };
  }
  return undefined;
}

/** Whether words stand in quotation marks in a source's passage too. */
function isMarked(words: string, passage: string): boolean {
  const bare = foldText(words)
    .replace(/[\s.,;:!?]+$/, "")
    .toLowerCase();
  return new RegExp(`["']${bare.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}[.,;:!?]*["']`).test(
    foldText(passage).toLowerCase(),
  );
}

/** Whether what stands in quotation marks is only the name of something on the shelf. */
async function isName(text: string, library: Library): Promise<AnyRecord | undefined> {
  const { by, hits } = await library.find({
    words: text.replace(/[\s.,;:!?。，]+$/u, ""),
    kinds: ["terms", "events", "organizations", "people"],
  });
  return by === "name" ? hits[0] : undefined;
}

/** The verdicts on a sentence's quotations, and those quotations that got none. */
export async function quotationsIn(
  reading: Reading,
  library: Library,
): Promise<{ readonly verdicts: WordsVerdict[]; readonly open: string[] }> {
  const verdicts: WordsVerdict[] = [];
  const open: string[] = [];
  const named = new Set<string>(reading.tokens.flatMap(({ record }) => (record ? [refOf(record)] : [])));
  for (const [index, { quoted }] of reading.tokens.entries()) {
    if (!quoted) continue;
    const said = saidOf(quoted.inner);
    const attribution = attributed(reading, index);
    const name = await isName(quoted.inner, library);
    const verdict = said.words.length === 0 ? undefined : await judge(said, attribution, named, library);
    // A term in quotation marks is no quotation, unless it is one whole on the shelf and is given to its speaker.
    if (verdict && (!name || (verdict.as === "quotation" && !verdict.part && attribution)))
      verdicts.push(verdict);
    else if (!name) open.push(quoted.text);
  }
  return { verdicts, open };
}
