/** The embedded library: a checked shelf in memory, names by exact index, text by MiniSearch. */

import { evidenceOf } from "./evidence.ts";
import { KINDS, type Kind, type Ref, refOf } from "./kinds.ts";
import type { About, Citation, Finding, Library, Query, SourceInfo, Suggestion } from "./library.ts";
import { indexNames } from "./names.ts";
import type { AnyRecord, RecordOf } from "./records.ts";
import { concerns } from "./relations.ts";
import type { Shelf } from "./shelf.ts";
import type { Source } from "./sources.ts";
import type { TextIndex } from "./text.ts";

function infoOf({ text, ...info }: Source): SourceInfo {
  return { ...info, length: text.length };
}

function aboutOf(shelf: Shelf): About {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  for (const record of shelf.records.values()) counts[record.kind]++;
  const latest = (days: readonly (string | null)[]) =>
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  const sources = [...shelf.sources.values()];
  return {
    version: shelf.version,
    sources: sources.map(infoOf),
    counts,
    upTo: latest(sources.map(({ published }) => published.date)),
    lastChange: latest([...shelf.records.values()].map(({ review }) => review.reviewedOn ?? review.entered)),
  };
}

/** The records that speak of each record, in the order of the shelf. */
function concernedIn(records: readonly AnyRecord[]): ReadonlyMap<Ref, ReadonlySet<AnyRecord>> {
  const found = new Map<Ref, Set<AnyRecord>>();
  for (const record of records)
    for (const ref of concerns(record)) {
      const some = found.get(ref);
      if (some) some.add(record);
      else found.set(ref, new Set([record]));
    }
  return found;
}

/** The records that stand on each source, in the order of the shelf. */
function standingOn(records: readonly AnyRecord[]): ReadonlyMap<string, ReadonlySet<AnyRecord>> {
  const found = new Map<string, Set<AnyRecord>>();
  for (const record of records)
    for (const { evidence } of evidenceOf(record)) {
      const some = found.get(evidence.source);
      if (some) some.add(record);
      else found.set(evidence.source, new Set([record]));
    }
  return found;
}

/** A library over one shelf. What it needs beyond names is made when it is first asked for. */
export function createLibrary(shelf: Shelf): Library {
  const records = [...shelf.records.values()];
  const names = indexNames(records);
  const concerned = concernedIn(records);
  let text: Promise<TextIndex> | undefined;
  let about: About | undefined;
  let standing: ReturnType<typeof standingOn> | undefined;

  /** The records on a source; looked up once for all, since every record must be read through for it. */
  function onSource(source: string): ReadonlySet<AnyRecord> {
    standing ??= standingOn(records);
    return standing.get(source) ?? new Set();
  }

  /** How many records speak of each: what most speak of is the most useful to suggest. */
  const weightOf = (record: AnyRecord): number => concerned.get(refOf(record))?.size ?? 0;

  /** The surest way that finds anything; a way less sure is not even tried. */
  function resolve(words: string, kinds: readonly Kind[]): Finding {
    const same = names.same(words, kinds);
    if (same.length > 0) return { by: "name", hits: same };
    const whole = names.words(words, kinds);
    if (whole.length > 0) return { by: "words", hits: whole };
    const alike = names.alike(words, kinds);
    return alike.length > 0 ? { by: "likeness", hits: alike } : { by: "name", hits: [] };
  }

  /** The full text is indexed when it is first sought in: most of what is asked is asked by name. */
  async function texts(): Promise<TextIndex> {
    text ??= import("./text.ts").then(({ indexText }) => indexText(shelf.records));
    return text;
  }

  async function seek({
    words,
    in: where = "names",
    kinds = KINDS,
    concerning,
    source,
  }: Query): Promise<Finding> {
    if (words === undefined || words === "") {
      const listed =
        concerning !== undefined
          ? [...(concerned.get(concerning) ?? [])]
          : source !== undefined
            ? [...onSource(source)]
            : records;
      return { by: "list", hits: listed.filter(({ kind }) => kinds.includes(kind)) };
    }
    if (where === "names") return resolve(words, kinds);
    const found = await (await texts()).holding(words, kinds);
    return { by: "text", hits: found.map((ref) => shelf.records.get(ref)!) };
  }

  return {
    async get<K extends Kind>(kind: K, id: string) {
      // The shelf keeps each record under its own kind, so what stands at `kind/id` is of that kind.
      return shelf.records.get(`${kind}/${id}`) as RecordOf<K> | undefined;
    },

    async find(query) {
      const { by, hits } = await seek(query);
      const { concerning, source } = query;
      const among = concerning === undefined ? undefined : concerned.get(concerning);
      const there = source === undefined ? undefined : onSource(source);
      return {
        by,
        hits: hits.filter(
          (record) =>
            (concerning === undefined || among?.has(record)) && (there === undefined || there.has(record)),
        ),
      };
    },

    async search(sought) {
      const { search } = await import("./searching.ts");
      return search(sought, { records: shelf.records, names, concerned, text: await texts() });
    },

    async suggest(typed, kinds) {
      const found =
        typed.trim() === ""
          ? records.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => weightOf(b) - weightOf(a))
          : [
              ...names.same(typed, kinds),
              ...names.beginning(typed, kinds),
              ...names.words(typed, kinds),
              ...names.alike(typed, kinds),
            ];
      return [...new Set(found)].map(({ id, label }): Suggestion => ({ label, value: id }));
    },

    async mentions(words, kinds) {
      return names.within(words, kinds);
    },

    async context(evidence): Promise<Citation> {
      const source = shelf.sources.get(evidence.source);
      const span = shelf.spans.get(evidence);
      if (!source || !span) throw new Error(`No such evidence on this shelf: ${JSON.stringify(evidence)}`);
      const { start, end } = span;
      const from = source.text.lastIndexOf("\n", start - 1) + 1;
      const to = source.text.indexOf("\n", end);
      return {
        source: infoOf(source),
        text: source.text.slice(start, end),
        start,
        end,
        before: source.text.slice(from, start),
        after: source.text.slice(end, to < 0 ? undefined : to),
      };
    },

    async text(source) {
      return shelf.sources.get(source)?.text;
    },

    async about() {
      about ??= aboutOf(shelf);
      return about;
    },
  };
}
