/** `refdesk draft`: drafts records from a source or a file. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { openShelfStore } from "../app/shelf-store.ts";
import { readBasicSettings, readEnvironment } from "../config/environment.ts";
import { type AskedDraft, draftLines } from "../drafts/draft-json.ts";
import { type ComparedDraft, printDrafts } from "../drafts/draft-print.ts";
import { draftText } from "../drafts/draft-text.ts";
import { knownRecord } from "../drafts/known-records.ts";
import { draftMessagesIn } from "../language/draft-messages.ts";
import { type DraftMessages, englishDraftMessages } from "../language/en/draft-messages.ts";
import { terminalLocale } from "../language/messages.ts";
import { consoleEncoder } from "./console-text.ts";
import type { Program } from "./program.ts";

const USAGE = `Usage: refdesk draft [--json] <source or file>

  Finds in a text what could become records: gifts and other sums, quotations
  with their speakers, definitions, dated sentences, people and organizations,
  each with its passage. What the text leaves open is asked, never guessed, and
  nothing is written: a draft is no record. <source> is the id of a source on
  the shelf; a file is plain text in UTF-8.

  --json     one draft a line; start counts code points
  --help     this text

The shelf is that which SHELF_DIR names, or else this project's; with
SHELF=database, that in the database.
`;

const MEGABYTE = 1_000_000;
const MOST_MEGABYTES = 20;

/** Reads a text file. @throws {Error} when it is too long or no text */
function readFile(path: string, say: DraftMessages): string {
  if (statSync(path).size > MOST_MEGABYTES * MEGABYTE) throw new Error(say.tooLong(path, MOST_MEGABYTES));
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    if (!text.includes("\0")) return text;
  } catch {
    // Told below: what cannot be decoded is no text.
  }
  throw new Error(say.noText(path));
}

/** Puts the questions of a draft into words, and asks of one that the shelf seems to have whether it is the same. */
function asked({ draft, known }: ComparedDraft): AskedDraft {
  const { questions = [], ...members } = draft;
  // Scripts read these: they are in one language, whoever runs it.
  const say = englishDraftMessages;
  const all = [
    ...questions.map(({ about, words, candidates }) => ({ ask: say.questions[about](words), candidates })),
    ...(known ? [{ ask: say.sameDraft(known.as, known.ref), candidates: [known.ref] }] : []),
  ];
  return { ...members, ...(all.length > 0 ? { questions: all } : {}) };
}

/** Prints the drafts of a source or a file. */
export const draftProgram: Program = {
  usage: USAGE,
  undone: "nothing was drafted",
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const [given, ...more] = positionals;
    if (given === undefined || more.length > 0)
      throw new Error(
        `One source or file is expected, and ${positionals.length} were given.\n\n${USAGE.trimEnd()}`,
      );
    const settings = readBasicSettings(await readEnvironment());
    const say = draftMessagesIn(terminalLocale(settings));
    const store = await openShelfStore(settings);
    const shelf = await store.read().finally(store.close);
    const source = shelf.sources.get(given);
    const isFile = source === undefined && existsSync(given) && statSync(given).isFile();
    if (!source && !isFile) throw new Error(say.noSource(given, [...shelf.sources.keys()]));
    const text = source?.text ?? readFile(given, say);
    const { drafts, reading } = draftText(text, {
      published: source?.published.date ?? undefined,
      language: source?.language,
    });
    const compared = drafts.map(
      (draft): ComparedDraft => ({ draft, known: knownRecord(draft, reading, shelf) }),
    );
    const printed = values.json
      ? draftLines(compared.map(asked), given, text).join("\n")
      : printDrafts(compared, reading, say);
    if (printed !== "")
      process.stdout.write(values.json ? `${printed}\n` : (await consoleEncoder())(`${printed}\n`));
    return 0;
  },
};
