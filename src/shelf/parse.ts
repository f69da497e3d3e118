/** Parses the files of a shelf into sources and records, by schema first and then by `verifyRecord`. */
import { createHash } from "node:crypto";
import { config } from "zod";
import { runInSlices } from "../support/time-slices.ts";
import {
  createFoldedText,
  createPassageSpans,
  type FoldedText,
  type LocateResult,
  locateEvidence,
  longestMatchingPrefix,
  type PassageSpans,
} from "./evidence.ts";
import { ShelfError, type ShelfFault } from "./faults.ts";
import { type ShelfFiles, TOPICS_FILE } from "./files.ts";
import { type RecordKind, type RecordRef, recordNames, recordRef } from "./kinds.ts";
import type { ReportProgress } from "./load-progress.ts";
import { type AnyRecord, type Evidence, RECORD_SCHEMAS } from "./records.ts";
import { createSource, type Source, SourceCard } from "./sources.ts";
import { parseStrictJson, pointerStep } from "./strict-json.ts";
import { type Topic, topicsFrom } from "./topics.ts";
import { TopicsFile } from "./topics-file.ts";
import { verifyRecord } from "./verify.ts";

// Each schema parses only tens of records, so compiling it would cost more than it saves.
config({ jitless: true });

/** The sources and records of a shelf as plain values, with the range of each piece of evidence. */
export interface ParsedShelf {
  readonly sources: readonly Source[];
  readonly records: readonly AnyRecord[];
  readonly spans: PassageSpans;
  readonly topics: readonly Topic[];
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const shapeFaults = (file: string, issues: readonly Issue[]): ShelfFault[] =>
  issues.map(({ path, message }) => ({ file, pointer: path.map(pointerStep).join(""), message }));

function json(file: string, text: string, faults: ShelfFault[]): { value: unknown } | undefined {
  const parsed = parseStrictJson(text);
  if ("value" in parsed) return parsed;
  faults.push({ file, ...parsed });
  return undefined;
}

function parseSources(files: ShelfFiles, faults: ShelfFault[]): Source[] {
  const seeds = files.names.filter((file) => file.startsWith("seeds/"));
  const ids = new Set(seeds.map((file) => file.slice("seeds/".length).replace(/\.(json|txt)$/, "")));
  return [...ids].flatMap((id, order): Source[] => {
    const file = `seeds/${id}.json`;
    const text = files.text(`seeds/${id}.txt`);
    const card = files.text(file);
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
    const sha256 = createHash("sha256")
      .update(files.bytes(`seeds/${id}.txt`)!)
      .digest("hex");
    // The hash of a text that is not UTF-8 is not offered, since the text has to be stored anew.
    const isReadable = !files.faults.some((fault) => fault.file === `seeds/${id}.txt`);
    if (isReadable && sha256 !== parsed.data.sha256) {
      const message = `seeds/${id}.txt has the hash ${sha256}: the stored text is not the one that was recorded`;
      faults.push({ file, pointer: "/sha256", message });
    }
    return [createSource(parsed.data, { id, order, text })];
  });
}

function parseTopics(files: ShelfFiles, faults: ShelfFault[]): Topic[] {
  const text = files.text(TOPICS_FILE);
  const read = text === undefined ? undefined : json(TOPICS_FILE, text, faults);
  if (!read) return [];
  const parsed = TopicsFile.safeParse(read.value);
  if (parsed.success) return topicsFrom(parsed.data);
  faults.push(...shapeFaults(TOPICS_FILE, parsed.error.issues));
  return [];
}

const PLACE = /^data\/([a-z]+)\/(.*)\.json$/;

function parseRecord(file: string, text: string, faults: ShelfFault[]): AnyRecord | undefined {
  const [, kind, id] = PLACE.exec(file)!;
  const read = json(file, text, faults);
  if (!read) return undefined;
  const parsed = RECORD_SCHEMAS[kind as RecordKind].safeParse(read.value);
  // RECORD_SCHEMAS[kind] yields a record of that kind, but TypeScript cannot infer it for a variable key.
  if (parsed.success) return { ...parsed.data, kind, id } as AnyRecord;
  faults.push(...shapeFaults(file, parsed.error.issues));
  return undefined;
}

/**
 * Parses and verifies all sources and records.
 * @throws {ShelfError} with the faults of all files, not only the first
 */
export async function parseShelf(files: ShelfFiles, report?: ReportProgress): Promise<ParsedShelf> {
  const faults: ShelfFault[] = [...files.faults];
  const sources = parseSources(files, faults);
  const topics = parseTopics(files, faults);
  const names = files.names.filter((file) => PLACE.test(file));
  const records: AnyRecord[] = [];
  const check = <Item>(items: readonly Item[], work: (item: Item) => void, before: number) =>
    // Every record is counted twice: parsed first, then verified once all records are known.
    runInSlices(items, work, (done) =>
      report?.({ step: "checking", done: before + done, of: names.length * 2 }),
    );
  await check(
    names,
    (file) => {
      const record = parseRecord(file, files.text(file)!, faults);
      if (record) records.push(record);
    },
    0,
  );
  const texts = new Map<string, FoldedText>(
    sources.map((source) => [source.id, createFoldedText(source.text)]),
  );
  const spans = createPassageSpans();
  const byRef = new Map(records.map((record) => [recordRef(record), record]));
  const named = (form: RegExp) => new Set(files.names.flatMap((file) => form.exec(file)?.[1] ?? []));
  const around = {
    sources: new Map(sources.map((source) => [source.id, source])),
    sourceIds: named(/^seeds\/(.*)\.(?:json|txt)$/),
    refs: named(/^data\/(.*)\.json$/),
    namesOf(ref: RecordRef): readonly string[] {
      const record = byRef.get(ref);
      return record ? recordNames(record) : [];
    },
    locate(evidence: Evidence): LocateResult | undefined {
      const [text, known] = [texts.get(evidence.source), spans.get(evidence)];
      if (!text || known) return known && { span: known };
      const found = locateEvidence(evidence, text);
      if ("span" in found) spans.set(evidence, found.span);
      return found;
    },
    longestMatchingPrefix(evidence: Evidence) {
      const text = texts.get(evidence.source);
      return text && longestMatchingPrefix(evidence, text);
    },
  };
  await check(
    records,
    (record) => void faults.push(...verifyRecord(record, `data/${recordRef(record)}.json`, around)),
    names.length,
  );
  if (faults.length > 0) throw new ShelfError(faults);
  return { sources, records, spans, topics };
}
