/** Parses the files of a shelf into sources and records, by schema first and then by `verifyRecord`. */
import { config } from "zod";
import { defined } from "../support/defined.ts";
import { memoizeByKey } from "../support/memoize.ts";
import { runInSlices, yieldTurn } from "../support/time-slices.ts";
import {
  collectEvidence,
  createFoldedText,
  createPassageSpans,
  type FoldedText,
  type PassageSpans,
} from "./evidence.ts";
import { ShelfError, type ShelfFault } from "./faults.ts";
import { isSameFile, type ShelfFiles, TOPICS_FILE } from "./files.ts";
import { type RecordKind, type RecordRef, recordNames, recordRef } from "./kinds.ts";
import type { ReportProgress } from "./load-progress.ts";
import { type AnyRecord, type Evidence, recordSchemas } from "./records.ts";
import { referencesWithPointers } from "./references.ts";
import { FileText, schemaParts } from "./schema-parts.ts";
import { shapeFaults } from "./shape-faults.ts";
import { createSource, type Source, sourceCard } from "./sources.ts";
import { parseStrictJson } from "./strict-json.ts";
import { type Topic, topicsFrom } from "./topics.ts";
import { TopicsFile } from "./topics-file.ts";
import { takeEnglish } from "./translations.ts";
import { verifyRecord } from "./verify.ts";
import { createVerifyContext } from "./verify-context.ts";

// Each schema parses only tens of records, so compiling it would cost more than it saves.
config({ jitless: true });

/** The sources and records of a shelf as plain values, with the range of each piece of evidence. */
export interface ParsedShelf {
  readonly sources: readonly Source[];
  readonly records: readonly AnyRecord[];
  readonly spans: PassageSpans;
  readonly topics: readonly Topic[];
}

const RECORD_FILES = recordSchemas(schemaParts(FileText));
const SourceCardFile = sourceCard(FileText);

function json(file: string, text: string, faults: ShelfFault[]): { value: unknown } | undefined {
  const parsed = parseStrictJson(text);
  if ("value" in parsed) return parsed;
  faults.push({ file, ...parsed });
  return undefined;
}

/** A shelf that was verified before, and the files from which it was made. */
export interface VerifiedBefore {
  readonly files: ShelfFiles;
  readonly sources: ReadonlyMap<string, Source>;
  readonly records: ReadonlyMap<RecordRef, AnyRecord>;
  readonly spans: PassageSpans;
  readonly topics: readonly Topic[];
  /** Returns the text of a source as passages are looked up in it, where that is kept beside the shelf. */
  readonly folded?: (source: Source) => FoldedText;
}

type CardFile = Pick<Source, "card" | "translations">;

function parseCard(file: string, text: string, faults: ShelfFault[]): CardFile | undefined {
  const read = json(file, text, faults);
  if (!read) return undefined;
  const parsed = SourceCardFile.safeParse(read.value);
  if (parsed.success) {
    const { english: card, ...translated } = takeEnglish(parsed.data);
    return { card, ...translated };
  }
  faults.push(...shapeFaults(file, parsed.error.issues));
  return undefined;
}

function parseSources(files: ShelfFiles, faults: ShelfFault[], before?: VerifiedBefore): Source[] {
  const seeds = files.names.filter((file) => file.startsWith("seeds/"));
  const ids = new Set(seeds.map((file) => file.slice("seeds/".length).replace(/\.(json|txt)$/, "")));
  // Of a part of a shelf, it is not known where in the whole its sources stand.
  const isPart = files.others !== undefined;
  const isAsBefore = (file: string) => before !== undefined && isSameFile(file, files, before.files);
  return [...ids].flatMap((id, order): Source[] => {
    const [file, textFile] = [`seeds/${id}.json`, `seeds/${id}.txt`];
    const known = before?.sources.get(id);
    const text = known && isAsBefore(textFile) ? known.text : files.text(textFile);
    const knownCard = known && isAsBefore(file) ? known : undefined;
    if (knownCard && text === knownCard.text)
      return [knownCard.order === order || isPart ? knownCard : { ...knownCard, order }];
    const read = {
      text,
      card: knownCard ?? files.text(file),
      sha256: files.states.get(textFile)?.digest,
      // The hash of a text that is not UTF-8 is not offered, since the text has to be stored anew.
      isReadable: !files.faults.some((fault) => fault.file === textFile),
    };
    const source = parseSource(id, order, read, faults);
    return source ? [source] : [];
  });
}

/** The two files of a source as they were read; each undefined where it is missing. */
interface SourceFiles {
  readonly text: string | undefined;
  readonly sha256: string | undefined;
  /** Its card as the file has it, or as it was parsed before. */
  readonly card: string | CardFile | undefined;
  /** Whether the text is UTF-8. */
  readonly isReadable: boolean;
}

/** Parses the files of a source, and adds what is wrong with them to the faults. */
export function parseSource(
  id: string,
  order: number,
  { text, sha256, card: own, isReadable }: SourceFiles,
  faults: ShelfFault[],
): Source | undefined {
  const [file, textFile] = [`seeds/${id}.json`, `seeds/${id}.txt`];
  if (text === undefined || own === undefined) {
    const missing = text === undefined ? textFile : file;
    const message = "is missing: a source is a .txt and a .json of one name";
    faults.push({ file: missing, pointer: "", message });
    return undefined;
  }
  const read = typeof own === "string" ? parseCard(file, own, faults) : own;
  if (!read) return undefined;
  const { card, translations } = read;
  if (isReadable && sha256 !== card.sha256) {
    const message = `${textFile} has the hash ${sha256}: the stored text is not the one that was recorded`;
    faults.push({ file, pointer: "/sha256", message });
  }
  return createSource(card, { id, order, text, ...defined({ translations }) });
}

/** Parses the file of the topics, where there is one, and adds what is wrong with it to the faults. */
export function parseTopicsText(text: string | undefined, faults: ShelfFault[]): readonly Topic[] {
  const read = text === undefined ? undefined : json(TOPICS_FILE, text, faults);
  if (!read) return [];
  const parsed = TopicsFile.safeParse(read.value);
  if (parsed.success) return topicsFrom(parsed.data);
  faults.push(...shapeFaults(TOPICS_FILE, parsed.error.issues));
  return [];
}

const parseTopics = (files: ShelfFiles, faults: ShelfFault[], before?: VerifiedBefore): readonly Topic[] =>
  before && isSameFile(TOPICS_FILE, files, before.files)
    ? before.topics
    : parseTopicsText(files.text(TOPICS_FILE), faults);

const PLACE = /^data\/([a-z]+)\/(.*)\.json$/;

/** Parses the file of a record, and adds what is wrong with it to the faults. */
export function parseRecord(file: string, text: string, faults: ShelfFault[]): AnyRecord | undefined {
  const [, kind, id] = PLACE.exec(file)!;
  const read = json(file, text, faults);
  if (!read) return undefined;
  const parsed = RECORD_FILES[kind as RecordKind].safeParse(read.value);
  if (parsed.success) {
    const { english, ...translated } = takeEnglish(parsed.data);
    // RECORD_FILES[kind] yields a record of that kind, but TypeScript cannot infer it for a variable key.
    return { ...english, ...translated, kind, id } as AnyRecord;
  }
  faults.push(...shapeFaults(file, parsed.error.issues));
  return undefined;
}

/** Returns what a record's verification reads besides the record: the sources of its passages, and what it refers to. */
export const dependenciesOf = (record: AnyRecord) => ({
  sources: collectEvidence(record).map(({ source }) => source),
  refs: referencesWithPointers(record).map(({ ref }) => ref),
});

/** Returns whether a record that is as it was before must be verified anew, since something that it depends on is not. */
function dependentsOfChanges(
  before: VerifiedBefore,
  sources: readonly Source[],
  records: ReadonlyMap<RecordRef, AnyRecord>,
): (record: AnyRecord) => boolean {
  const now = new Map(sources.map((source) => [source.id, source]));
  const sourceIds = new Set(
    [...before.sources.values()]
      .filter(({ id, text, card }) => now.get(id)?.text !== text || now.get(id)?.card !== card)
      .map(({ id }) => id),
  );
  const nameKey = (record: AnyRecord) => recordNames(record).join("\n");
  const refs = new Set<RecordRef>();
  for (const [ref, record] of before.records) {
    const next = records.get(ref);
    if (record !== next && (!next || nameKey(record) !== nameKey(next))) refs.add(ref);
  }
  if (sourceIds.size + refs.size === 0) return () => false;
  return (record) => {
    const needed = dependenciesOf(record);
    return needed.sources.some((id) => sourceIds.has(id)) || needed.refs.some((ref) => refs.has(ref));
  };
}

/**
 * Parses and verifies all sources and records.
 * @param before a shelf verified before; only the files that have changed since then are parsed, and only what depends on
 * them is verified. What has not changed is the same object as before.
 * @throws {ShelfError} with the faults of all files, not only the first
 */
export async function parseShelf(
  files: ShelfFiles,
  report?: ReportProgress,
  before?: VerifiedBefore,
): Promise<ParsedShelf> {
  const faults: ShelfFault[] = [...files.faults];
  const sources = parseSources(files, faults, before);
  const topics = parseTopics(files, faults, before);
  const names = files.names.filter((file) => PLACE.test(file));
  const records: AnyRecord[] = [];
  const check = <Item>(items: readonly Item[], work: (item: Item) => void, done: number) =>
    // Every record is counted twice: parsed first, then verified once all records are known.
    runInSlices(items, work, (more) =>
      report?.({ step: "checking", done: done + more, of: names.length * 2 }),
    );
  const knownRecord = (file: string): AnyRecord | undefined =>
    before && isSameFile(file, files, before.files)
      ? before.records.get(file.slice("data/".length, -".json".length) as RecordRef)
      : undefined;
  await check(
    names,
    (file) => {
      const record = knownRecord(file) ?? parseRecord(file, files.text(file)!, faults);
      if (record) records.push(record);
    },
    0,
  );
  await yieldTurn();
  const byId = new Map(sources.map((source) => [source.id, source]));
  const foldedOf = before?.folded ?? memoizeByKey(({ text }: Source): FoldedText => createFoldedText(text));
  const folded = (id: string): FoldedText | undefined => (byId.has(id) ? foldedOf(byId.get(id)!) : undefined);
  const spans = createPassageSpans();
  const byRef = new Map(records.map((record) => [recordRef(record), record]));
  const locatedBefore = (evidence: Evidence) =>
    byId.get(evidence.source)?.text === before?.sources.get(evidence.source)?.text
      ? before?.spans.get(evidence)
      : undefined;
  const there = [...files.names, ...(files.others ?? [])];
  const named = (form: RegExp) => new Set(there.flatMap((file) => form.exec(file)?.[1] ?? []));
  const around = createVerifyContext({
    sources: byId,
    sourceIds: named(/^seeds\/(.*)\.(?:json|txt)$/),
    refs: named(/^data\/(.*)\.json$/),
    namesOf(ref: RecordRef): readonly string[] {
      const record = byRef.get(ref);
      return record ? recordNames(record) : [];
    },
    folded,
    spans,
    locatedBefore,
  });
  await yieldTurn();
  const isDependent = before && dependentsOfChanges(before, sources, byRef);
  await check(
    records,
    (record) => {
      const ref = recordRef(record);
      if (isDependent && before?.records.get(ref) === record && !isDependent(record))
        for (const evidence of collectEvidence(record)) spans.set(evidence, before.spans.get(evidence)!);
      else faults.push(...verifyRecord(record, `data/${ref}.json`, around));
    },
    names.length,
  );
  if (faults.length > 0) throw new ShelfError(faults);
  return { sources, records, spans, topics };
}
