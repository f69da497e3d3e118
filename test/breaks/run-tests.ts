/** Runs files of tests in a folder, and tells whether any failed. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** How long a run may take, in milliseconds: what a break makes endless is not noticed by a test. */
const LONGEST_MS = 600_000;

/** What came of a run: the first test that failed; or that the tests could not be run. */
export type TestRun =
  | { readonly is: "passed" }
  | { readonly is: "failed"; readonly test: string }
  | { readonly is: "stuck"; readonly why: string };

/** The parts that are read of vitest's report. */
interface Report {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const readReport = (path: string): Report | undefined => {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Report;
  } catch {
    return undefined;
  }
};

/** Runs the tests, up to the first that fails, once: not again over the library that hands out copies. */
export async function runTests(folder: string, tests: readonly string[]): Promise<TestRun> {
  const report = join(folder, ".breaks-report.json");
  rmSync(report, { force: true });
  const { CI: _, ...env } = process.env;
  const child = spawn(
    process.execPath,
    [
      ...["node_modules/vitest/vitest.mjs", "run", "--project", "!cloning", "--bail", "1"],
      ...["--reporter", "json", "--outputFile", report, ...tests],
    ],
    { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"], timeout: LONGEST_MS, killSignal: "SIGKILL" },
  );
  const end = () => void child.kill();
  process.on("exit", end);
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said = (said + chunk).slice(-2_000);
  });
  const [status] = (await once(child, "close")) as [number | null];
  process.off("exit", end);
  const { numTotalTests = 0, testResults = [] } = readReport(report) ?? {};
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find((result) => result.status === "failed");
  if (failed) return { is: "failed", test: failed.fullName };
  if (status === 0 && numTotalTests > 0) return { is: "passed" };
  const message = testResults.find((result) => result.message !== "")?.message ?? said;
  return { is: "stuck", why: status === null ? "it took too long" : (message.trim().split("\n")[0] ?? "") };
}
