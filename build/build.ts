/** `npm run build`: compiles the program into `dist/`, for the package, which is run without a TypeScript loader. */
import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
process.chdir(PROJECT);

// Start from nothing: what is left of a file that was removed would be packed.
rmSync("dist", { recursive: true, force: true });
const { status } = spawnSync(
  process.execPath,
  ["node_modules/typescript/bin/tsc", "--project", "tsconfig.build.json"],
  { stdio: "inherit" },
);
if (status !== 0) process.exit(1);

// The compiler copies nothing. The one script in src/ loads source in a thread, which compiled code does not need.
for (const folder of ["src", "commands"])
  cpSync(folder, `dist/${folder}`, {
    recursive: true,
    filter: (path) => ![".ts", ".js"].includes(extname(path)),
  });
