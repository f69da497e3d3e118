/**
 * `npm run build`: compiles the program into `dist/`, for the package, which is run without a TypeScript loader; or into
 * the folder that is given.
 *
 * The modules that an ask in the terminal loads are joined into one file, since Node takes longer to find and link each
 * than to run it. Everything else stays in files of its own, loaded when first needed, as in the source. Packages stay
 * outside.
 */
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const target = resolve(process.argv[2] ?? fileURLToPath(new URL("../dist", import.meta.url)));
process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/** Where every ask begins, and what most answers need. */
const ASKING = ["src/programs/main.ts", "src/programs/start.ts", "commands/pledge/answer.ts"];

/** Returns the files that are loaded with some files, before anything that is imported later. */
function loadedWith(files: readonly string[]): ReadonlySet<string> {
  const loaded = new Set(files);
  for (const file of loaded)
    for (const [, from = ""] of readFileSync(file, "utf8").matchAll(
      /^(?:import|export) (?!type )(?:[^;"]* from )?"(\.[^"]+)";$/gm,
    ))
      loaded.add(join(dirname(file), from));
  return loaded;
}

/** Hashes the source, so that a cache which other code has made is not taken. */
function hashSource(): string {
  const hash = createHash("sha256");
  for (const folder of ["src", "commands"])
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort())
      if (name.endsWith(".ts"))
        hash
          .update(name)
          .update("\0")
          .update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

/**
 * Takes Node's own modules as they are. An import makes a copy of each, for which Node reads all that a module has, and so
 * loads the streams with the files.
 */
const takeBuiltins = (code: string): string =>
  code.replace(
    /\bimport\{([^}]*)\}from"(node:[^"]+)";/g,
    (_, names: string, name) =>
      `const{${names.replaceAll(" as ", ":")}}=process.getBuiltinModule(${JSON.stringify(name)});`,
  );

const asking = loadedWith(ASKING);
const bundle = await rolldown({
  input: {
    main: "src/programs/main.ts",
    // Started as threads, so they need names that do not change.
    "text-index-worker": "src/library/text-index-worker.ts",
    "publish-worker": "src/library/database/loading/part-worker.ts",
    "reading-worker": "src/intake/reading-worker.ts",
  },
  external: (id) => !/^[./]|^[A-Z]:/.test(id),
  platform: "node",
  preserveEntrySignatures: "allow-extension",
  transform: { target: "node20.19", define: { COMPILED_CODE_HASH: JSON.stringify(hashSource()) } },
});
await bundle.write({
  dir: target,
  cleanDir: true,
  entryFileNames: "[name].js",
  chunkFileNames: "[name]-[hash].js",
  // Names of functions stay, for the traces of errors.
  minify: { mangle: { toplevel: false, keepNames: true }, compress: true, codegen: true },
  codeSplitting: {
    groups: [{ name: "asking", test: (id) => asking.has(relative(".", id)) }],
  },
  plugins: [
    {
      name: "builtins",
      generateBundle: (_, files) => {
        for (const file of Object.values(files))
          if (file.type === "chunk") file.code = takeBuiltins(file.code);
      },
    },
  ],
});
copyFileSync("src/platforms/web/style.css", join(target, "style.css"));
