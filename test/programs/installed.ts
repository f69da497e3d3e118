/** Installs the package as npm would, without a network: packed, and unpacked beside the packages that it depends on. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/** The part of package.json that installing needs. */
export const PACKAGE = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as {
  readonly version: string;
  readonly bin: { readonly refdesk: string };
  readonly dependencies: Readonly<Record<string, string>>;
};

function succeed(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw error ?? new Error(`${command} ended with ${status}: ${stderr}`);
}

/**
 * Installs the package in a folder. Each package that it names is linked, and no other; what those need they find where
 * they really are.
 * @returns the folder of the installed package
 */
export function installPackage(folder: string): string {
  const installed = join(folder, "node_modules/refdesk");
  succeed("npm", ["pack", "--pack-destination", folder], PROJECT);
  mkdirSync(installed, { recursive: true });
  succeed("tar", ["-xzf", `refdesk-${PACKAGE.version}.tgz`, "-C", installed, "--strip-components=1"], folder);
  for (const name of Object.keys(PACKAGE.dependencies)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(PROJECT, "node_modules", name), link, "junction");
  }
  return installed;
}

/** Prints the address of every module that is loaded. */
const HOOK = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from "node:fs";
  export async function load(url, context, next) {
    if (url.startsWith("file:")) writeSync(2, "loaded " + url + "\\n");
    return next(url, context);
  }`)}`;
const REGISTER = `data:text/javascript,${encodeURIComponent(`import { register } from "node:module"; register(${JSON.stringify(HOOK)});`)}`;

/** Returns the files that an ask of the installed package loads, from its own folder on; a package by its name. */
export function filesLoaded(installed: string, ask: string, cache: string): string[] {
  const program = join(installed, PACKAGE.bin.refdesk);
  const { status, stderr } = spawnSync(process.execPath, ["--import", REGISTER, program, ask], {
    env: { ...process.env, CACHE_DIR: cache },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  const paths = [...stderr.matchAll(/^loaded (file:.*)$/gm)].map(([, url = ""]) => fileURLToPath(url));
  return [
    ...new Set(paths.map((path) => (/.*node_modules\/(?:refdesk\/)?(.*)/s.exec(path) ?? [])[1] ?? path)),
  ];
}
