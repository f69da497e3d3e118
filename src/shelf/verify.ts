/** Checks what a schema cannot: that a record agrees with its sources and with the rest of the shelf. */
import {
  containsFolded,
  evidenceWithPointers,
  isInsideQuotes,
  type LocateResult,
  type longestMatchingPrefix,
} from "./evidence.ts";
import type { ShelfFault } from "./faults.ts";
import type { AnyRecord, Evidence, StatedDate } from "./records.ts";
import { type PlacedReference, referencesWithPointers } from "./references.ts";
import type { Source } from "./sources.ts";

/** Words attributed to a source, and the passages of which at least one must contain them. */
interface StatedWords {
  readonly pointer: string;
  readonly words: string | undefined;
  readonly within: readonly Evidence[];
}

type Worded = { readonly stated?: string | undefined; readonly evidence?: Evidence | undefined } | undefined;

function worded(pointer: string, value: Worded, within: readonly Evidence[]): StatedWords {
  return {
    pointer: `${pointer}/stated`,
    words: value?.stated,
    within: value?.evidence ? [value.evidence] : within,
  };
}

function statedTexts(record: AnyRecord): StatedWords[] {
  switch (record.kind) {
    case "pledges": {
      const all = record.accounts.flatMap((account) => account.passages);
      return [
        { pointer: "/donorsStated", words: record.donorsStated, within: all },
        ...record.accounts.flatMap((account, index) => {
          const at = (field: string) => `/accounts/${index}/${field}`;
          const within = account.passages;
          const amount = account.amount;
          return [
            { pointer: at("verb"), words: account.verb, within },
            { pointer: at("period"), words: account.period, within },
            { pointer: at("purpose"), words: account.purpose, within },
            { pointer: at("occasion"), words: account.occasion, within },
            {
              pointer: at("amount/stated"),
              words: amount.status === "unstated" ? undefined : amount.stated,
              within,
            },
            worded(at("when"), account.when, within),
          ];
        }),
      ];
    }
    case "quotes": {
      const within = [...record.passages, ...(record.within ? [record.within] : [])];
      return [
        worded("/said", record.said, within),
        worded("/where", record.where, within),
        worded("/via", record.via, within),
      ];
    }
    case "events":
    case "facts":
      return [worded("/when", record.when, record.passages)];
    case "people":
    case "organizations":
      return record.roles.map((role, index) => worded(`/roles/${index}`, role, [role.evidence]));
    case "terms":
      return [];
  }
}

/** Returns the references whose target must exist: all except those in an organization's roles. */
const checkedReferences = (record: AnyRecord): PlacedReference[] =>
  referencesWithPointers(record).filter(
    ({ pointer }) => record.kind !== "organizations" || !pointer.startsWith("/roles/"),
  );

/** Checks the rules that apply to one kind only. */
function kindFaults(record: AnyRecord, shelf: VerifyContext): { pointer: string; message: string }[] {
  const faults: { pointer: string; message: string }[] = [];
  const undated = (pointer: string, when: StatedDate) => {
    const year = when.date?.slice(0, 4);
    if (year && !when.inferred && !when.stated.includes(year))
      faults.push({
        pointer: `${pointer}/inferred`,
        message: `the year ${year} is not in the source's words “${when.stated}”: say why it is inferred`,
      });
  };
  if (record.kind === "quotes") {
    record.passages.forEach((passage, index) => {
      const found = shelf.locate(passage);
      const source = shelf.sources.get(passage.source);
      if (source && found && "span" in found && !isInsideQuotes(found.span, source.text))
        faults.push({
          pointer: `/passages/${index}/exact`,
          message: "the passage does not lie inside one pair of quotation marks of the source",
        });
      if (record.within && !containsFolded(passage.exact, record.within.exact))
        faults.push({ pointer: "/within/exact", message: "the sentence does not hold the quoted words" });
    });
    if (record.said) undated("/said", record.said);
  }
  if (record.kind === "pledges") {
    if (record.joint && record.donors.length === 1)
      faults.push({ pointer: "/joint", message: "a joint sum has several donors" });
    record.accounts.forEach((account, index) => {
      if (new Set(account.passages.map((passage) => passage.source)).size > 1)
        faults.push({
          pointer: `/accounts/${index}/passages`,
          message: "an account is what one source says",
        });
      if (account.when) undated(`/accounts/${index}/when`, account.when);
    });
  }
  if ((record.kind === "events" || record.kind === "facts") && record.when) undated("/when", record.when);
  if (record.kind === "terms" && record.definitions.length === 0 && record.uses.length === 0)
    faults.push({ pointer: "/uses", message: "a term that no source defines needs at least one use" });
  return faults;
}

/** What `verifyRecord` needs to know about the shelf. */
export interface VerifyContext {
  readonly sources: ReadonlyMap<string, Source>;
  /** Records and sources that have a file, including files with faults of their own. */
  readonly refs: ReadonlySet<string>;
  readonly sourceIds: ReadonlySet<string>;
  /** Returns undefined when the source could not be read, which is reported as a fault of the source. */
  readonly locate: (evidence: Evidence) => LocateResult | undefined;
  readonly longestMatchingPrefix: (evidence: Evidence) => ReturnType<typeof longestMatchingPrefix>;
}

const shown = (text: string) => (text.length > 160 ? `${text.slice(0, 159)}…` : text);

/** Returns all faults of one record: evidence, stated words, references, then the rules of its kind. */
export function verifyRecord(record: AnyRecord, file: string, shelf: VerifyContext): ShelfFault[] {
  const faults: ShelfFault[] = [];
  const add = (pointer: string, message: string) => faults.push({ file, pointer, message });
  for (const { pointer, evidence } of evidenceWithPointers(record)) {
    if (!shelf.sourceIds.has(evidence.source)) {
      add(`${pointer}/source`, `no source “${evidence.source}” in seeds/`);
      continue;
    }
    const found = shelf.locate(evidence);
    if (!found || !("fault" in found)) continue;
    const passage = `seeds/${evidence.source}.txt: “${evidence.exact}”`;
    if (found.fault === "absent") {
      const place = shelf.longestMatchingPrefix(evidence);
      const where = place ? `; the source goes on from “${place.upTo}” with “${place.goesOn}”` : "";
      if (place?.whole) add(pointer, `its prefix or suffix does not stand beside this passage in ${passage}`);
      else add(`${pointer}/exact`, `this passage is not in ${passage}${where}`);
    } else add(`${pointer}/exact`, `this passage stands more than once; add prefix or suffix. ${passage}`);
  }
  for (const { pointer, words, within } of statedTexts(record)) {
    if (words !== undefined && !within.some((passage) => containsFolded(words, passage.exact)))
      add(pointer, `“${shown(words)}” is given as the source's words and is not in the passage beside it`);
  }
  for (const { pointer, ref } of checkedReferences(record)) {
    if (!shelf.refs.has(ref)) add(pointer, `no record “${ref}” in data/`);
  }
  for (const { pointer, message } of kindFaults(record, shelf)) add(pointer, message);
  return faults;
}
