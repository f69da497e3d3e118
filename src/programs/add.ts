/** `refdesk add`: makes sources of files and addresses. */
import { parseArgs } from "node:util";
import { openShelfStore } from "../app/shelf-store.ts";
import { readBasicSettings, readEnvironment } from "../config/environment.ts";
import { addAll } from "../intake/add-all.ts";
import { createBibliography, takeOutWorks } from "../intake/bibliography-file.ts";
import type { RightsStatus } from "../intake/card.ts";
import { createIntakeDialogue, readGiven } from "../intake/card-questions.ts";
import { comparePassages } from "../intake/carried-passages.ts";
import type { DocumentFacts } from "../intake/document.ts";
import { createDocumentReader } from "../intake/document-reader.ts";
import { expandInputs, readList } from "../intake/expand-inputs.ts";
import { readKnownSources } from "../intake/known-sources.ts";
import { carriedText, outcomeLine, outcomeText, summaryLine } from "../intake/outcome-text.ts";
import type { IntakeMessages } from "../language/en/intake.ts";
import { intakeMessagesIn } from "../language/intake-messages.ts";
import { terminalLocale } from "../language/messages.ts";
import { consoleEncoder } from "./console-text.ts";
import type { Program } from "./program.ts";

const USAGE = `Usage: refdesk add [options] <file, folder or https address> …

  Makes sources of pages, PDF, Word (.docx), mail (.eml), Markdown and plain
  text: the text into seeds/<id>.txt, what is known of it into its card,
  seeds/<id>.json. CSL-JSON or RIS beside them, as Zotero exports it, fills in
  the cards of the texts that it names by address or title. In a terminal, what is not known is asked; else it stays
  open. What is on the shelf already is not added again.

  --list <file>     also add what a file lists, one address or file a line
  --public          everyone may open its pages; without it, the desk alone
  --rights <which>  reserved (without it), public-domain or unknown
  --whole           of a page with next to no article, all the text
  --again           fetch a known address once more, for a newer version
  --allow-private   also fetch from private networks, and on any port
  --title, --author, --publisher, --date, --language, --address <text>
                    what you know better than the document
  --ask-nothing     ask nothing, even in a terminal
  --help            this text

The shelf is that which SHELF_DIR names, or else this project's; with
SHELF=database, that in the database.

Exit status: 0 all were added or known, 1 some were not, 2 none was.
`;

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;

const OPTIONS = {
  list: text,
  public: flag,
  rights: { type: "string", default: "reserved" },
  whole: flag,
  again: flag,
  "allow-private": flag,
  "ask-nothing": flag,
  title: text,
  author: { type: "string", multiple: true },
  publisher: text,
  date: text,
  language: text,
  address: text,
} as const;

const RIGHTS: readonly RightsStatus[] = ["reserved", "public-domain", "unknown"];

/** @throws {Error} when there is no such status */
function rightsOf(typed: string): RightsStatus {
  const status = RIGHTS.find((one) => one === typed);
  if (status === undefined)
    throw new Error(`“${typed}” is no status of rights. Give --rights one of ${RIGHTS.join(", ")}.`);
  return status;
}

/** Reads the facts that are given on the command line. @throws {Error} when one cannot be read */
function factsGiven(values: Readonly<Record<string, unknown>>, say: IntakeMessages): DocumentFacts {
  const { title, author, publisher, date, language, address } = values;
  const authors = (author as readonly string[] | undefined)?.join("; ");
  const given = { title, authors, publisher, issued: date, language, address };
  let facts: DocumentFacts = {};
  for (const [member, value] of Object.entries(given)) {
    if (typeof value !== "string") continue;
    const read = readGiven(member as keyof typeof given, value, say);
    if (typeof read === "string") throw new Error(`“${value}”: ${read}.`);
    facts = { ...facts, ...read };
  }
  return facts;
}

/** Returns a function that tells whether the person has pressed ctrl-C; a second press ends the process at once. */
function watchInterrupt({ outcome }: IntakeMessages): () => boolean {
  let isStopped = false;
  process.once("SIGINT", () => {
    isStopped = true;
    process.stderr.write(`${outcome.stopping}\n`);
  });
  return () => isStopped;
}

/** Adds what is given, and prints what came of it. */
export const addProgram: Program = {
  usage: USAGE,
  undone: "nothing was added",
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const listed = values.list === undefined ? [] : readList(values.list);
    const { inputs, works } = takeOutWorks(expandInputs([...positionals, ...listed]));
    const bibliography = createBibliography(works);
    if (inputs.length === 0) throw new Error(`Nothing was given that could be added.\n\n${USAGE.trimEnd()}`);
    const environment = await readEnvironment();
    const settings = readBasicSettings(environment);
    const say = intakeMessagesIn(terminalLocale(settings));
    const given = factsGiven(values, say);
    const isSingle = inputs.length === 1;
    const asks = isSingle && process.stdin.isTTY && process.stdout.isTTY && !values["ask-nothing"];
    const dialogue = asks
      ? createIntakeDialogue((await import("../setup/prompter.ts")).createTerminalPrompter(false), say)
      : undefined;
    const encode = await consoleEncoder();
    const print = (text: string): void => void process.stdout.write(encode(`${text}\n`));
    const store = await openShelfStore(settings);
    const reader = createDocumentReader();
    try {
      await store.recover();
      const outcomes = await addAll(inputs, {
        store,
        known: await readKnownSources(store),
        reader,
        decisions: { isPublic: values.public, rights: rightsOf(values.rights) },
        completeFacts: (facts) => ({ ...bibliography.complete(facts), ...given }),
        takesWhole: values.whole,
        ...(dialogue ? { dialogue } : {}),
        again: values.again,
        async fetch(address) {
          const { openGuard, publicGuard } = await import("../intake/guarded-connector.ts");
          const { fetchDocument } = await import("../intake/fetch-document.ts");
          return fetchDocument(address, values["allow-private"] ? openGuard : publicGuard);
        },
        today: () => new Date().toISOString().slice(0, 10),
        report: (input, outcome) =>
          print(isSingle ? outcomeText(input, outcome, say) : outcomeLine(input, outcome, say)),
        isStopped: watchInterrupt(say),
      });
      if (!isSingle) print(summaryLine(outcomes, inputs.length, say));
      for (const outcome of outcomes) {
        const earlier = outcome.result === "added" ? outcome.card.taken.earlier : undefined;
        if (outcome.result !== "added" || earlier === undefined) continue;
        const carried = carriedText(earlier, comparePassages(await store.read(), earlier, outcome.text), say);
        if (carried !== undefined) print(carried);
      }
      print(say.outcome.shelf(store.place));
      const failed = outcomes.filter(({ result }) => result === "refused").length;
      return failed === 0 && outcomes.length === inputs.length ? 0 : failed === inputs.length ? 2 : 1;
    } finally {
      await reader.close();
      await store.close();
    }
  },
};
