/** Runs the program that the first argument names, or `start.ts`; handles help, version and errors for all of them. */
import type { Program } from "./program.ts";

/** The programs by name. Each is imported only when it runs, so that an ask does not load them. */
const PROGRAMS: ReadonlyMap<string, () => Promise<Program>> = new Map([
  ["init", async () => (await import("./init.ts")).initProgram],
  ["setup", async () => (await import("./setup.ts")).setupProgram],
  ["add", async () => (await import("./add.ts")).addProgram],
  ["draft", async () => (await import("./draft.ts")).draftProgram],
  ["review", async () => (await import("./review.ts")).reviewProgram],
  ["remove", async () => (await import("./remove.ts")).removeProgram],
  ["check-shelf", async () => (await import("./check-shelf.ts")).checkShelfProgram],
  ["shelf", async () => (await import("./shelf.ts")).shelfProgram],
  ["export", async () => (await import("./export.ts")).exportProgram],
  ["manifest", async () => (await import("./manifest.ts")).manifestProgram],
  ["workspaces", async () => (await import("./workspaces.ts")).workspacesProgram],
  ["mcp", async () => (await import("./mcp.ts")).mcpProgram],
  ["help", async () => helpProgram],
]);

const loadStart = async (): Promise<Program> => (await import("./start.ts")).startProgram;

/** Prints the usage of a program, or of Refdesk as a whole. */
const helpProgram: Program = {
  usage: `Usage: refdesk help [program]

  Shows the usage of a program: ${[...PROGRAMS.keys()].join(", ")};
  without a name, that of refdesk. What can be asked is told by: refdesk /help
`,
  async run(args) {
    const [name, ...more] = args;
    const load = name === undefined ? loadStart : PROGRAMS.get(name);
    if (!load || more.length > 0)
      throw new Error(
        `“${args.join(" ")}” is no program. There are: ${[...PROGRAMS.keys()].join(", ")}.\n` +
          `What can be asked is told by: refdesk "/help ${args.join(" ")}"`,
      );
    process.stdout.write((await load()).usage);
    return 0;
  },
};

/** Returns name and version, such as `refdesk 1.2.3`. */
const readVersion = async (): Promise<string> =>
  `refdesk ${(await import("../config/project-folder.ts")).projectVersion()}`;

/** Whether a flag is among the arguments before `--`. */
const hasFlag = (args: readonly string[], flag: string): boolean =>
  args.slice(0, args.includes("--") ? args.indexOf("--") : undefined).includes(flag);

/** Returns the message of an error that ended a program, for the person who must correct its cause. */
function explainFailure(error: unknown, { usage, undone }: Program): string {
  if (!(error instanceof Error)) return String(error);
  if (undone !== undefined && error.name === "ShelfError")
    return `The shelf does not hold, so ${undone}.\n\n${error.message}`;
  if (undone !== undefined && error.name === "ConfigError")
    return `The configuration is not right, so ${undone}.\n\n${error.message}`;
  // Node goes on with how to pass what begins with a hyphen; that is no help to who mistyped an option.
  if ("code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))
    return `${error.message.replace(/\.? To specify [\s\S]*$|\.?$/, ".")}\n\n${usage}`;
  return error.message;
}

/** Runs the program that the arguments name. Importing this file starts nothing: compiled, it is also read by threads. */
export async function main(args: readonly string[]): Promise<void> {
  process.stdout.on("error", endUnwritten);
  const [first = "", ...rest] = args;
  const loadNamed = PROGRAMS.get(first);
  if (!loadNamed && hasFlag(args, "--version")) {
    process.stdout.write(`${await readVersion()}\n`);
    return;
  }
  const program = await (loadNamed ?? loadStart)();
  const programArgs = loadNamed ? rest : args;
  if (hasFlag(programArgs, "--help")) {
    process.stdout.write(program.usage);
    return;
  }
  try {
    const status = await program.run(programArgs);
    if (status !== undefined) process.exitCode = status;
  } catch (error) {
    const { consoleEncoder } = await import("./console-text.ts");
    process.stderr.write(`${(await consoleEncoder())(explainFailure(error, program))}\n`);
    // Exit at once: a platform started before the failure would keep the process running.
    process.exit(2);
  }
}

function endUnwritten(error: NodeJS.ErrnoException): never {
  // A reader that closes early, as in `refdesk --stdin | head`, is not a failure.
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(
    `Standard output cannot be written, so the output is not complete: ${error.message}\n`,
  );
  process.exit(2);
}
