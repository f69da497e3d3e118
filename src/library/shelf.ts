/** Reads seeds/ and data/ from disk and lets nothing through that does not hold. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Folded, folded, type Located, locate, type Span } from "./evidence.ts";
import { type AnyRecord, type Evidence, Id, KINDS, type Ref, refOf, SCHEMAS } from "./records.ts";
import { type Source, SourceCard } from "./sources.ts";
import { evidenceOf, type Fault, verify } from "./verify.ts";

/** A shelf that has been checked whole: every passage of every record has been found in its source. */
export interface Shelf {
  readonly sources: ReadonlyMap<string, Source>;
  readonly records: ReadonlyMap<Ref, AnyRecord>;
  /** Where each piece of evidence stands in its source's text. */
  readonly spans: ReadonlyMap<Evidence, Span>;
  /** Twelve hexadecimal digits that change with any byte of any file. */
  readonly version: string;
}

/** A shelf that does not hold, with all that is wrong with it. */
export class ShelfError extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(formatFault).join("\n"));
    this.name = "ShelfError";
    this.faults = faults;
  }
}

/** One fault as one line: the file, the place in it, and what is wrong. */
export const formatFault = ({ file, pointer, message }: Fault): string =>
  `${file}${pointer ? ` ${pointer}` : ""}: ${message}`;

interface Gathered {
  readonly hash: ReturnType<typeof createHash>;
  readonly faults: Fault[];
  readonly root: string;
}

function read(file: string, { root, hash, faults }: Gathered): string | undefined {
  try {
    const bytes = readFileSync(join(root, file));
    hash.update(file).update("\0").update(bytes).update("\0");
    return bytes.toString("utf8");
  } catch (error) {
    faults.push({ file, pointer: "", message: `cannot be read (${(error as Error).message})` });
    return undefined;
  }
}

function readJson(file: string, gathered: Gathered): unknown {
  const text = read(file, gathered);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    gathered.faults.push({ file, pointer: "", message: `is not JSON (${(error as Error).message})` });
    return undefined;
  }
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function shapeFaults(file: string, issues: readonly Issue[]): Fault[] {
  return issues.map(({ path, message }) => ({
    file,
    pointer: path.map((key) => `/${String(key)}`).join(""),
    message,
  }));
}

/** The ids of a folder's files with one ending, in order. A name that is no id, or an ending that is not ours, is a fault. */
function idsIn(folder: string, endings: readonly string[], gathered: Gathered): string[] {
  if (!existsSync(join(gathered.root, folder))) {
    gathered.faults.push({ file: `${folder}/`, pointer: "", message: "this folder is missing" });
    return [];
  }
  const ids = new Set<string>();
  for (const name of readdirSync(join(gathered.root, folder)).sort()) {
    const ending = endings.find((candidate) => name.endsWith(candidate));
    const id = ending && name.slice(0, -ending.length);
    if (id && Id.safeParse(id).success) ids.add(id);
    else
      gathered.faults.push({
        file: `${folder}/${name}`,
        pointer: "",
        message: `expected a name of lower-case words joined by hyphens, ending in ${endings.join(" or ")}`,
      });
  }
  return [...ids];
}

function readSources(gathered: Gathered): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const id of idsIn("seeds", [".json", ".txt"], gathered)) {
    const file = `seeds/${id}.json`;
    const card = SourceCard.safeParse(readJson(file, gathered));
    const text = read(`seeds/${id}.txt`, gathered);
    if (!card.success) {
      gathered.faults.push(...shapeFaults(file, card.error.issues));
    } else if (text !== undefined) {
      const sha256 = createHash("sha256").update(text).digest("hex");
      if (sha256 !== card.data.sha256)
        gathered.faults.push({
          file,
          pointer: "/sha256",
          message: `seeds/${id}.txt has the hash ${sha256}: the stored text is not the one that was recorded`,
        });
      sources.set(id, { ...card.data, id, order: sources.size, text });
    }
  }
  return sources;
}

function readRecords(gathered: Gathered): Map<Ref, AnyRecord> {
  const records = new Map<Ref, AnyRecord>();
  for (const kind of KINDS) {
    for (const id of idsIn(`data/${kind}`, [".json"], gathered)) {
      const file = `data/${kind}/${id}.json`;
      const parsed = SCHEMAS[kind].safeParse(readJson(file, gathered));
      if (!parsed.success) gathered.faults.push(...shapeFaults(file, parsed.error.issues));
      // A kind's schema gives that kind's record; the table of schemas cannot say so of a key that varies.
      else records.set(`${kind}/${id}`, { ...parsed.data, kind, id } as AnyRecord);
    }
  }
  return records;
}

/**
 * The shelf under `root` (which holds seeds/ and data/), read and checked.
 * @throws {ShelfError} with every fault of every file, not only the first.
 */
export function readShelf(root: string): Shelf {
  const gathered: Gathered = { root, hash: createHash("sha256"), faults: [] };
  const sources = readSources(gathered);
  const records = readRecords(gathered);
  const texts = new Map<string, Folded>([...sources].map(([id, source]) => [id, folded(source.text)]));
  const seen = new Map<Evidence, Located>();
  const find = (evidence: Evidence): Located => {
    let found = seen.get(evidence);
    if (!found) {
      found = locate(evidence, texts.get(evidence.source) ?? folded(""));
      seen.set(evidence, found);
    }
    return found;
  };
  const refs = new Set<string>(records.keys());
  for (const record of records.values())
    gathered.faults.push(...verify(record, `data/${refOf(record)}.json`, { sources, refs, locate: find }));
  if (gathered.faults.length > 0) throw new ShelfError(gathered.faults);

  const spans = new Map<Evidence, Span>();
  for (const record of records.values())
    for (const { evidence } of evidenceOf(record)) {
      const found = find(evidence);
      if ("span" in found) spans.set(evidence, found.span);
    }
  return { sources, records, spans, version: gathered.hash.digest("hex").slice(0, 12) };
}
