/** Makes a copy of the checkout in which files can be changed, with the packages of the checkout itself. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Copies what git knows of a checkout, or would know. The copy goes when the process ends. @returns its folder */
export function copyCheckout(project: string): string {
  const folder = mkdtempSync(join(tmpdir(), "refdesk-breaks-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
  const listed = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const names = execFileSync("git", listed, { cwd: project, encoding: "utf8" }).split("\0");
  for (const name of names)
    if (name !== "" && existsSync(join(project, name))) cpSync(join(project, name), join(folder, name));
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
  return folder;
}
