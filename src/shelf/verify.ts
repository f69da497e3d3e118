/** Checks what a schema cannot: that a record agrees with its sources and with the rest of the shelf. */
import { UNKNOWN_LANGUAGE } from "../language/language-tags.ts";
import { amountFaults } from "./amounts.ts";
import {
  containsWords,
  evidenceWithPointers,
  isInsideWord,
  type LocateResult,
  type longestMatchingPrefix,
  type MatchingPrefix,
  type TextSpan,
} from "./evidence.ts";
import type { ShelfFault } from "./faults.ts";
import { kindDefinition, type RecordRef } from "./kinds.ts";
import type { AnyRecord, Evidence } from "./records.ts";
import { referencesWithPointers } from "./references.ts";
import type { Source } from "./sources.ts";

/** What `verifyRecord` needs to know about the shelf. */
export interface VerifyContext {
  readonly sources: Pick<ReadonlyMap<string, Source>, "get">;
  /** Records and sources that have a file, including files with faults of their own. */
  readonly refs: Pick<ReadonlySet<string>, "has">;
  readonly sourceIds: Pick<ReadonlySet<string>, "has">;
  /** Returns the names of the record at `kind/id`; none when it could not be read. */
  readonly namesOf: (ref: RecordRef) => readonly string[];
  /** Returns undefined when the source could not be read, which is reported as a fault of the source. */
  readonly locate: (evidence: Evidence) => LocateResult | undefined;
  readonly longestMatchingPrefix: (evidence: Evidence) => ReturnType<typeof longestMatchingPrefix>;
}

/** Names a character that cannot be seen, or returns undefined for one that can. */
function nameOfUnseen(character: string): string | undefined {
  if (character === "\n" || character === "\r") return "a line end";
  if (character === "\t") return "a tab";
  if (character === " " || !/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(character)) return undefined;
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Says how the source goes on where it differs, and names what cannot be seen there, in the source or the passage. */
function continuation({ goesOn, differing }: MatchingPrefix): string {
  const [source, passage] = [differing.source, differing.passage].map(nameOfUnseen);
  const text = goesOn.trim() === "" && source ? "" : `“${goesOn}”`;
  return [
    source ? [source, text].filter(Boolean).join(" and then ") : text,
    ...(passage
      ? [`where the passage has ${passage}`]
      : source && differing.passage === " "
        ? ["where the passage has a space"]
        : []),
  ].join(", ");
}

const shown = (text: string) => (text.length > 160 ? `${text.slice(0, 159)}…` : text);

/** Tells whether a passage leaves off a part of a word. */
const cutsWord = ({ start, end }: TextSpan, text: string): boolean =>
  isInsideWord(text, start) || isInsideWord(text, end);

/** Returns all faults of one record: evidence, stated words, references, then the rules of its kind. */
export function verifyRecord(record: AnyRecord, file: string, shelf: VerifyContext): ShelfFault[] {
  const kind = kindDefinition(record);
  const faults: ShelfFault[] = [];
  const add = (pointer: string, message: string) => faults.push({ file, pointer, message });
  for (const { pointer, evidence } of evidenceWithPointers(record)) {
    if (!shelf.sourceIds.has(evidence.source)) {
      add(`${pointer}/source`, `no source “${evidence.source}” in seeds/`);
      continue;
    }
    const found = shelf.locate(evidence);
    if (found && "span" in found && cutsWord(found.span, shelf.sources.get(evidence.source)?.text ?? ""))
      add(`${pointer}/exact`, "begins or ends inside a word of its source");
    if (!found || !("fault" in found)) continue;
    const passage = `seeds/${evidence.source}.txt: “${evidence.exact}”`;
    if (found.fault === "absent") {
      const place = shelf.longestMatchingPrefix(evidence);
      const where = place ? `; the source goes on from “${place.upTo}” with ${continuation(place)}` : "";
      if (place?.whole) add(pointer, `its prefix or suffix does not stand beside this passage in ${passage}`);
      else add(`${pointer}/exact`, `this passage is not in ${passage}${where}`);
    } else add(`${pointer}/exact`, `this passage stands more than once; add prefix or suffix. ${passage}`);
  }
  for (const { pointer, words, within } of kind.statedWords(record)) {
    if (words !== undefined && !within.some((passage) => containsWords(words, passage.exact)))
      add(pointer, `“${shown(words)}” is given as the source's words and is not in the passage beside it`);
    else if (words !== undefined && /\s\s/.test(words) && !within.some(({ exact }) => exact.includes(words)))
      add(pointer, `“${shown(words)}” has several spaces in a row where the passage beside it has not`);
  }
  for (const { pointer, ref } of referencesWithPointers(record)) {
    if (!shelf.refs.has(ref)) add(pointer, `no record “${ref}” in data/`);
  }
  const languageOf = (source: string): string => shelf.sources.get(source)?.language ?? UNKNOWN_LANGUAGE;
  for (const { pointer, message } of [
    ...(kind.rules?.(record, shelf) ?? []),
    ...amountFaults(record, languageOf),
  ])
    add(pointer, message);
  return faults;
}
