/** Tells what a library has in one language: its labels, and the notes of the desk. */
import type { Locale } from "../language/messages.ts";
import { collectEvidence, isSameEvidence } from "../shelf/evidence.ts";
import type { RecordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { inLanguage, labelIn, type ToldLanguage } from "../shelf/translations.ts";
import { defined } from "../support/defined.ts";
import { lazy } from "../support/lazy.ts";
import { memoizeByKey } from "../support/memoize.ts";
import type { Library, SourceInfo } from "./library.ts";

/** Returns what tells records and sources in a language, each the same object every time. */
function createTelling(language: ToldLanguage) {
  const record = memoizeByKey((told: AnyRecord): AnyRecord => {
    const { translations, ...content } = told;
    // What it is called in other languages stays with it: that is how it is found.
    const labels = { label: labelIn(told, language.locale), ...defined({ translations }) };
    return { ...inLanguage(content, translations, language), ...labels } as AnyRecord;
  });
  // Loaded when first needed: an ask in English does without the schema of a card.
  const sourceTeller = lazy(async () => {
    const { sourceIn } = await import("../shelf/sources.ts");
    return memoizeByKey((info: SourceInfo): SourceInfo => sourceIn(info, language));
  });
  /** Returns the evidence of a told record that is this one, with its note in the language. */
  const evidence = (one: Evidence, of: AnyRecord | undefined): Evidence =>
    (of && collectEvidence(of).find((other) => isSameEvidence(other, one))) ?? one;
  return { record, sourceTeller, evidence };
}

function localized(library: Library, language: ToldLanguage): Library {
  const tell = createTelling(language);
  return {
    ...library,
    async records(refs) {
      return (await library.records(refs)).map((record) => record && tell.record(record));
    },
    async find(query) {
      const { hits, ...rest } = await library.find(query);
      return { ...rest, hits: hits.map(tell.record) };
    },
    async search(sought) {
      const { hits, named, ...rest } = await library.search(sought);
      const told = hits.map((hit) => {
        const record = tell.record(hit.record);
        return { ...hit, record, evidence: tell.evidence(hit.evidence, record) };
      });
      return { ...rest, hits: told, named: named.map(tell.record) };
    },
    async suggest(typed, kinds, most) {
      const found = await library.suggest(typed, kinds, most);
      const records = await library.records(found.map(({ kind, value }): RecordRef => `${kind}/${value}`));
      return found.map((suggestion, index) => {
        const record = records[index];
        return record ? { ...suggestion, label: labelIn(record, language.locale) } : suggestion;
      });
    },
    async mentions(texts, kinds) {
      return (await library.mentions(texts, kinds)).map((named) => named.map(tell.record));
    },
    async closest(text, most) {
      const passages = await library.closest(text, most);
      return passages.map((passage) => {
        const record = tell.record(passage.record);
        return { ...passage, record, evidence: passage.evidence.map((one) => tell.evidence(one, record)) };
      });
    },
    async contexts(evidence) {
      const [contexts, tellSource] = [await library.contexts(evidence), await tell.sourceTeller()];
      return contexts.map(({ source, ...context }) => ({ ...context, source: tellSource(source) }));
    },
    async sources(ids) {
      const [sources, tellSource] = [await library.sources(ids), await tell.sourceTeller()];
      return sources.map((source) => source && tellSource(source));
    },
    async findSources(query) {
      const [{ hits, ...rest }, tellSource] = [await library.findSources(query), await tell.sourceTeller()];
      return { ...rest, hits: hits.map(tellSource) };
    },
    async passages(source, query) {
      const { hits, ...rest } = await library.passages(source, query);
      const first = await library.records(hits.flatMap(({ records }) => records.slice(0, 1)));
      const told = hits.map((passage, index) => {
        const record = first[index] && tell.record(first[index]);
        return { ...passage, evidence: tell.evidence(passage.evidence, record) };
      });
      return { ...rest, hits: told };
    },
    without: (sources) => localized(library.without(sources), language),
  };
}

const localizedByLocale = memoizeByKey((_: Library) => new Map<Locale, Library>());

/**
 * Returns a library that tells everything in a language, as far as it is translated; in English, the library itself. It
 * finds the same, since a record is found by its names in all languages.
 */
export function localizeLibrary(library: Library, language: ToldLanguage): Library {
  if (language.locale === "en") return library;
  const known = localizedByLocale(library);
  const told = known.get(language.locale) ?? localized(library, language);
  known.set(language.locale, told);
  return told;
}
