/** From files to sources and records: the shape of each by its schema, then all that `verify` asks of it. */
import { createHash } from "node:crypto";
import { config } from "zod";
import { type Folded, folded, followed, locate } from "./evidence.ts";
import { type Fault, ShelfError } from "./faults.ts";
import type { Files } from "./files.ts";
import { KINDS, refOf } from "./kinds.ts";
import { type AnyRecord, type Evidence, SCHEMAS } from "./records.ts";
import { type Source, SourceCard } from "./sources.ts";
import { verify } from "./verify.ts";

// Each schema is used for tens of records: compiling it costs more than it saves.
config({ jitless: true });

/** The sources and records of a shelf, as plain values. */
export interface Parsed {
  readonly sources: readonly Source[];
  readonly records: readonly AnyRecord[];
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A JSON Pointer's step (RFC 6901, section 3). */
const step = (key: PropertyKey): string => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;

const shapeFaults = (file: string, issues: readonly Issue[]): Fault[] =>
  issues.map(({ path, message }) => ({ file, pointer: path.map(step).join(""), message }));

function json(file: string, text: string, faults: Fault[]): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    faults.push({ file, pointer: "", message: `is not JSON (${(error as Error).message})` });
    return undefined;
  }
}

function parseSources({ texts }: Files, faults: Fault[]): Source[] {
  const names = [...texts.keys()].filter((file) => file.startsWith("seeds/"));
  const ids = new Set(names.map((file) => file.slice("seeds/".length).replace(/\.(json|txt)$/, "")));
  return [...ids].flatMap((id, order): Source[] => {
    const file = `seeds/${id}.json`;
    const text = texts.get(`seeds/${id}.txt`);
    const card = texts.get(file);
    if (text === undefined || card === undefined) {
      const missing = text === undefined ? `seeds/${id}.txt` : file;
      faults.push({
        file: missing,
        pointer: "",
        message: "is missing: a source is a .txt and a .json of one name",
      });
      return [];
    }
    const read = json(file, card, faults);
    if (!read) return [];
    const parsed = SourceCard.safeParse(read.value);
    if (!parsed.success) {
      faults.push(...shapeFaults(file, parsed.error.issues));
      return [];
    }
    const sha256 = createHash("sha256").update(text).digest("hex");
    if (sha256 !== parsed.data.sha256) {
      const message = `seeds/${id}.txt has the hash ${sha256}: the stored text is not the one that was recorded`;
      faults.push({ file, pointer: "/sha256", message });
    }
    return [{ ...parsed.data, id, order, text }];
  });
}

function parseRecords({ texts }: Files, faults: Fault[]): AnyRecord[] {
  return KINDS.flatMap((kind) => {
    const folder = `data/${kind}/`;
    return [...texts]
      .filter(([file]) => file.startsWith(folder))
      .flatMap(([file, text]): AnyRecord[] => {
        const read = json(file, text, faults);
        if (!read) return [];
        const parsed = SCHEMAS[kind].safeParse(read.value);
        if (!parsed.success) {
          faults.push(...shapeFaults(file, parsed.error.issues));
          return [];
        }
        // A kind's schema gives that kind's record; the table of schemas cannot say so of a key that varies.
        return [{ ...parsed.data, kind, id: file.slice(folder.length, -".json".length) } as AnyRecord];
      });
  });
}

/**
 * The sources and records in a shelf's files.
 * @throws {ShelfError} with every fault of every file, not only the first
 */
export function parseFiles(files: Files): Parsed {
  const faults: Fault[] = [...files.faults];
  const sources = parseSources(files, faults);
  const records = parseRecords(files, faults);
  const texts = new Map<string, Folded>(sources.map((source) => [source.id, folded(source.text)]));
  const named = (form: RegExp) =>
    new Set([...files.texts.keys()].flatMap((file) => form.exec(file)?.[1] ?? []));
  const around = {
    sources: new Map(sources.map((source) => [source.id, source])),
    sourceIds: named(/^seeds\/(.*)\.(?:json|txt)$/),
    refs: named(/^data\/(.*)\.json$/),
    locate(evidence: Evidence) {
      const text = texts.get(evidence.source);
      return text && locate(evidence, text);
    },
    followed(evidence: Evidence) {
      const text = texts.get(evidence.source);
      return text && followed(evidence, text);
    },
  };
  for (const record of records) faults.push(...verify(record, `data/${refOf(record)}.json`, around));
  if (faults.length > 0) throw new ShelfError(faults);
  return { sources, records };
}
