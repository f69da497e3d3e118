/** `refdesk [ask]`: answers an ask in the terminal, starts what is configured, or opens a prompt. */
import { parseArgs } from "node:util";
import { answerInTerminal } from "../app/terminal.ts";
import { readBasicSettings, readEnvironment } from "../config/environment.ts";
import { createLazyLog } from "../support/lazy-log.ts";
import type { Program } from "./program.ts";

const USAGE = `Usage: refdesk [--json] [--plain] [--full] [ask]
       refdesk [--json] [--plain] [--full] --stdin
       refdesk <program> [--help]

  ask        one question, such as "/pledge alibaba"; without one, the
             configured platforms are started, or else the terminal asks
  --stdin    read asks from standard input, one a line
  --json     print each answer's document as one line of JSON
  --full     the whole of each answer, with every passage and note
  --plain    no colour, no links, nothing drawn or redrawn
  --version  the version
  --help     this text

Programs: a first argument that is exactly such a name starts it

  init         make an empty shelf of your own
  setup        set Discord and Slack up; with --check, say what works
  add          make sources of files and addresses
  review       make records of what was found in them, key by key
  remove       remove a source, with the records that cite it alone
  check-shelf  read and check the whole shelf
  shelf        publish the shelf in a database, for several processes
  export       write the whole shelf for other programs
  manifest     print the Slack app's manifest
  workspaces   look after the Slack workspaces that install the app
  mcp          be asked by an assistant, over standard input and output
  help         this text, or that of a program; for asks: refdesk /help

Exit status: 0 something was found, 1 nothing was found, 2 it could not be asked.
`;

const OPTIONS = {
  stdin: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  plain: { type: "boolean", default: false },
  full: { type: "boolean", default: false },
} as const;

/** Serves when no ask is given and a platform or the HTTP server is configured; otherwise answers in the terminal. */
export const startProgram: Program = {
  usage: USAGE,
  undone: "nothing was started",
  async run(args) {
    const options = { args: [...args], options: OPTIONS, allowPositionals: true } as const;
    const { values: flags, positionals } = parseArgs(options);
    const asked = positionals.join(" ");
    const environment = await readEnvironment();
    const settings = readBasicSettings(environment);
    // An ask in the terminal does not read the platforms' settings: a fault in them must not prevent an answer.
    const configuration = asked !== "" || flags.stdin ? undefined : await import("../config/config.ts");
    const config = configuration?.readServerConfig(environment);
    const log = createLazyLog(config?.logLevel ?? "warn", config?.secrets ?? []);
    if (config && configuration?.isServerConfigured(config)) {
      await (await import("../app/serve.ts")).serve(config, settings, log);
      return undefined;
    }
    return answerInTerminal({ asked, ...flags }, settings, log);
  },
};
