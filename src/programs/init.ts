/** `refdesk init <folder>`: makes an empty shelf. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ENV_FILE } from "../config/environment.ts";
import { PROJECT_FOLDER } from "../config/project-folder.ts";
import { readEnvFile, setEnvValue, writeEnvFile } from "../setup/env-file.ts";
import { IS_COMPILED } from "../support/program-command.ts";
import type { Program } from "./program.ts";

const USAGE = `Usage: refdesk init <folder>

  Makes an empty shelf: the folders seeds/ and data/, settings in .env, and a
  README. Nothing that is there already is touched.

  folder     a new or empty folder; it may hold other files, but no shelf
  --help     this text

Then start refdesk in that folder. It reads the shelf there, and takes up what
you add while it runs.
`;

const EXAMPLE = join(PROJECT_FOLDER, ".env.example");

const README = `# A shelf for Refdesk

- \`seeds/\` holds the sources: the text of each, and a card that says what it is.
- \`data/\` holds the records: what the sources say, each with its passage.
- \`.env\` holds the settings, and tokens once you have set a platform up. Give it to nobody.

In this folder, \`refdesk add <file or address>\` adds a source, \`refdesk check-shelf\` checks the whole shelf, \`refdesk\`
starts it, and \`refdesk setup\` connects Discord or Slack. While it runs, it takes up what you change here.
`;

const IGNORED = `${ENV_FILE}\n.refdesk/\n`;

/** What must not be there yet. */
const OWN = ["seeds", "data", ENV_FILE];

/** Makes the shelf, and says what to do next. */
export const initProgram: Program = {
  usage: USAGE,
  undone: "no shelf was made",
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [typed, ...more] = positionals;
    if (typed === undefined || more.length > 0)
      throw new Error(`One folder is expected, and ${positionals.length} were given.\n\n${USAGE.trimEnd()}`);
    const folder = resolve(typed);
    const taken = OWN.filter((name) => existsSync(join(folder, name)));
    if (taken.length > 0)
      throw new Error(
        `There is ${taken.join(" and ")} in ${folder} already, so no shelf was made. Name a new folder.`,
      );
    for (const name of ["seeds", "data"]) mkdirSync(join(folder, name), { recursive: true });
    const env = join(folder, ENV_FILE);
    writeEnvFile(env, setEnvValue(readEnvFile(env, EXAMPLE), "SHELF_DIR", "."));
    for (const [name, text] of [
      ["README.md", README],
      [".gitignore", IGNORED],
    ] as const)
      if (!existsSync(join(folder, name))) writeFileSync(join(folder, name), text);
    const command = IS_COMPILED ? "npx refdesk" : `node ${join(PROJECT_FOLDER, "bin/refdesk.js")}`;
    process.stdout.write(
      `An empty shelf is in ${folder}. Go there, and add your first source:\n\n` +
        `  ${command} add <file or address>\n  ${command}\n`,
    );
    return 0;
  },
};
