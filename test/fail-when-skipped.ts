/** Fails the run in CI where a test is skipped: what cannot be tested there is tested nowhere. */
import type { Reporter } from "vitest/node";

/** A reporter for every run; elsewhere than in CI it says nothing. */
export const failWhenSkipped: Reporter = {
  onTestRunEnd(modules) {
    if (!process.env.CI) return;
    const skipped = modules.flatMap((module) =>
      [...module.children.allTests("skipped")].map(
        ({ fullName }) => `${module.relativeModuleId}: ${fullName}`,
      ),
    );
    if (skipped.length === 0) return;
    process.stderr.write(`\nSkipped, which none may be in CI:\n${skipped.join("\n")}\n`);
    process.exitCode = 1;
  },
};
