/** `refdesk check-shelf`: reads and checks the whole shelf, and prints every fault. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readBasicSettings, readEnvironment } from "../config/environment.ts";
import { PROJECT_FOLDER } from "../config/project-folder.ts";
import { truncateText } from "../desk/truncate.ts";
import { countNoun } from "../language/en/typography.ts";
import { unverifiedAmounts } from "../shelf/amounts.ts";
import { findDoubles } from "../shelf/doubles.ts";
import { ShelfError } from "../shelf/faults.ts";
import { recordRef } from "../shelf/kinds.ts";
import { readShelf } from "../shelf/shelf.ts";
import type { SourceCard } from "../shelf/sources.ts";
import { consoleEncoder } from "./console-text.ts";
import type { Program } from "./program.ts";

/** The members of a card that a citation needs. */
const CITED = ["author", "container-title", "issued", "language"] as const;

/** Returns the members that `refdesk add` could not find and nobody has entered since. */
const openCardMembers = ({ citation, publisherInferred, taken }: SourceCard): string[] =>
  taken === undefined
    ? []
    : CITED.filter(
        (member) =>
          citation[member] === undefined ||
          (member === "container-title" && publisherInferred !== undefined && !(member in taken.found)),
      );

const USAGE = `Usage: refdesk check-shelf [folder]

  Reads and checks the whole shelf, and lists every fault, with its file and
  the place in it; and each amount whose number could not be checked against
  the source's words, as “not verified”, which is no fault; and what is not
  known of a source that was added.

  folder     holds seeds/ and data/; without it, that which SHELF_DIR names,
             in the environment or .env, or else this project
  --help     this text

It also warns of passages that lie inside another record's of the same kind
and speaker, since such a pair may be one thing entered twice.

Exit status: 0 the shelf holds, 2 it does not.
`;

/** Checks the shelf and prints what it holds, or its faults. */
export const checkShelfProgram: Program = {
  usage: USAGE,
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const folder = resolve(
      positionals[0] ?? readBasicSettings(await readEnvironment()).shelf ?? PROJECT_FOLDER,
    );
    const encode = await consoleEncoder();
    const from = `Read from ${folder}`;
    try {
      const shelf = await readShelf(folder);
      const { sources, records, version } = shelf;
      for (const { record, pointer, words, other } of findDoubles(shelf))
        console.warn(
          encode(
            `Warning: data/${record}.json ${pointer}: “${truncateText(words, 80)}” lies inside a passage of data/${other}.json`,
          ),
        );
      console.log(
        `The shelf holds: ${countNoun(sources.size, "source")}, ${countNoun(records.size, "record")}, version ${version}.\n${from}`,
      );
      for (const { id, card } of sources.values()) {
        const open = openCardMembers(card);
        if (open.length > 0) console.log(encode(`Not known: seeds/${id}.json: ${open.join(", ")}`));
      }
      for (const record of records.values())
        for (const { pointer, stated } of unverifiedAmounts(record))
          console.log(encode(`Not verified: data/${recordRef(record)}.json ${pointer}: “${stated}”`));
      return 0;
    } catch (error) {
      if (!(error instanceof ShelfError)) throw error;
      console.error(`${encode(error.message)}\n\nFaults: ${error.faults.length}.\n${from}`);
      return 2;
    }
  },
};
