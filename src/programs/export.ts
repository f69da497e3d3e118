/** `refdesk export`: writes the whole shelf to a folder, in formats for other programs. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { openShelfStore } from "../app/shelf-store.ts";
import { readBasicSettings, readEnvironment } from "../config/environment.ts";
import { exportFiles, writeFiles } from "../export/folder.ts";
import type { Program } from "./program.ts";

const USAGE = `Usage: refdesk export [--over] [--base <address>] <folder>

  Writes the shelf into the folder, which is made where there is none:

  shelf.jsonld       everything: W3C Web Annotation, schema.org, PROV-O
  csv/               a table for each kind of record, the sources, the passages
  sources.bib        the sources for BibTeX
  sources.csl.json   the sources as CSL-JSON
  texts/             whole texts, of the sources in the public domain alone

  --over             writes over what has the same name; deletes nothing
  --base <address>   where names in shelf.jsonld begin, such as
                     https://refdesk.example.org/; without it, PUBLIC_URL
  --help             this text
`;

/** Returns the base URL of exported names, with a trailing slash. @throws {Error} when it is not an HTTP address */
function baseOf(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  if (!URL.canParse(typed) || !/^https?:$/.test(new URL(typed).protocol))
    throw new Error(
      `“${typed}” is no address where names could begin. Give --base one such as https://refdesk.example.org/.`,
    );
  return new URL(typed.endsWith("/") ? typed : `${typed}/`).href;
}

/** Exports the shelf, and prints what was written where. */
export const exportProgram: Program = {
  usage: USAGE,
  undone: "nothing was written",
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { over: { type: "boolean" }, base: { type: "string" } },
      allowPositionals: true,
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0)
      throw new Error(`One folder is expected, and ${positionals.length} were given.\n\n${USAGE.trimEnd()}`);
    const environment = await readEnvironment();
    const base = baseOf(values.base ?? (environment.PUBLIC_URL || undefined));
    const store = await openShelfStore(readBasicSettings(environment));
    const shelf = await store.read().finally(store.close);
    const files = exportFiles(shelf, base);
    const into = resolve(folder);
    writeFiles(into, files, values.over);
    process.stdout.write(
      `Written into ${into}: ${shelf.sources.size} sources and ${shelf.records.size} records, in ${files.size} files.\nRead from ${store.place}.\n`,
    );
    return 0;
  },
};
