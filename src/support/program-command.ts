/** Tells how this copy of the program is started: as source in a clone, or compiled in a package. */

/** Whether this is the compiled program, which has neither a TypeScript loader nor the scripts of a clone. */
export const IS_COMPILED = !import.meta.url.endsWith(".ts");

/**
 * Returns the command line that starts a program, for people to type.
 * @param name the program; `start` for the server or the prompt
 */
export function programCommand(name: string, args: readonly string[] = [], compiled = IS_COMPILED): string {
  if (compiled) return ["npx refdesk", ...(name === "start" ? [] : [name]), ...args].join(" ");
  // The manifest is copied whole, so npm must not print its own lines before it.
  const script = { start: "npm start", manifest: "npm run --silent manifest" }[name] ?? `npm run ${name}`;
  return [script, ...(args.length > 0 ? ["--", ...args] : [])].join(" ");
}
