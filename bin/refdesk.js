#!/usr/bin/env node
// Starts the program: compiled, as the package has it, or from source, as a clone does.
import module from "node:module";

// An import of node:fs would load its streams too.
const { existsSync } = module.createRequire(import.meta.url)("node:fs");

// This file is read by Nodes that are too old for the rest of the program: only what they know may stand here.
const NEEDED = [20, 19];
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(
    `Refdesk needs Node.js ${NEEDED.join(".")} or later, and this is ${process.versions.node}. Install a newer one: https://nodejs.org\n`,
  );
  process.exit(2);
}

/** Registers the TypeScript loader. Resolves to whether there is one: it is installed for development alone. */
async function registerLoader() {
  try {
    (await import("tsx/esm/api")).register();
    return true;
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    return false;
  }
}

const source = new URL("../src/programs/main.ts", import.meta.url);
const compiled = new URL("../dist/main.js", import.meta.url);
// In a clone the source comes first: what was compiled before may be older.
const program = existsSync(source) && (await registerLoader()) ? source : compiled;
if (!existsSync(program)) {
  process.stderr.write("Refdesk is not installed here. Run `npm ci --include=dev` first.\n");
  process.exit(2);
}
// Newer Nodes keep what they have compiled, as they do for tsc and npm, in the system's temporary folder.
if (program === compiled) module.enableCompileCache?.();
const { main } = await import(program.href);
void main(process.argv.slice(2));
