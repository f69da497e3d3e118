/** `refdesk mcp`: serves the desk as an assistant's tools, over standard input and output. */
import { parseArgs } from "node:util";
import { readBasicSettings, readEnvironment } from "../config/environment.ts";
import { createLazyLog } from "../support/lazy-log.ts";
import type { Program } from "./program.ts";

const USAGE = `Usage: refdesk mcp

  Serves the desk to an assistant in the Model Context Protocol, over standard
  input and output: every command that can be asked is a tool, and every source
  and record a resource. An assistant's program starts it, as docs/mcp.md says.
  It ends when its standard input does.

  --help     this text
`;

/** Serves until the client closes standard input. Everything on the shelf is open to it. */
export const mcpProgram: Program = {
  usage: USAGE,
  undone: "nothing can be asked",
  async run(args) {
    parseArgs({ args: [...args] });
    const settings = readBasicSettings(await readEnvironment());
    const { answerOverStdio } = await import("../app/tools-over-stdio.ts");
    await answerOverStdio(settings, createLazyLog("warn", []));
    return 0;
  },
};
