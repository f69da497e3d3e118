/** Logs are one JSON object per line on standard error and contain no secrets. */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { redactSecrets } from "../../src/support/log.ts";
import { PROJECT } from "../desks.ts";

const SECRETS = ["xoxb-made-up-for-these-tests", "made-up.for-these.tests"];

/** Runs lines of code with a `log` in a separate process, because the log writes directly to file descriptor 2. */
function logged(level: string, program: string): { out: string; lines: string[] } {
  const code = `import { createLog } from "./src/support/log.ts";
    const [secret, other] = ${JSON.stringify(SECRETS)};
    const log = createLog(${JSON.stringify(level)}, [secret, other]);
    ${program}`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", code];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: PROJECT, encoding: "utf8" });
  expect(status ?? 0, stderr).toBe(0);
  return { out: stdout, lines: stderr.split("\n").filter(Boolean) };
}

describe("hide", () => {
  it.each([
    ["nothing to hide", "a b", ["secret"], "a b"],
    [
      "wherever it stands",
      "a secret, (secret) and secretsecret",
      ["secret"],
      "a [hidden], ([hidden]) and [hidden][hidden]",
    ],
    ["more than one", "one two one", ["one!", "one t"], "[hidden]wo one"],
    [
      "marks that mean something to a pattern",
      "a.b*c $& a.b*c axbyc",
      ["a.b*c"],
      "[hidden] $& [hidden] axbyc",
    ],
    ["none that is too short to be a secret", "a and b", ["", "a", "and"], "a and b"],
  ])("%s", (_, text, secrets, hidden) => {
    expect(redactSecrets(text, secrets)).toBe(hidden);
  });
});

describe("the log", () => {
  it("holds a secret nowhere: message, data, keys, errors with their stacks and causes", () => {
    const { out, lines } = logged(
      "debug",
      `log.info({}, "token " + secret);
       log.warn({ at: { deep: [secret, { [other]: other }] } }, "data");
       const cause = new TypeError("because " + other);
       log.error({ err: Object.assign(new Error("failed with " + secret, { cause }), { token: secret }) }, "error");
       log.error({ url: new URL("https://example.org/?token=" + secret), map: "Bearer " + other }, "address");`,
    );
    expect(out).toBe("");
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      for (const secret of SECRETS) expect(line).not.toContain(secret);
      expect(line).toContain("[hidden]");
      expect(() => JSON.parse(line)).not.toThrow();
    }
    const error = JSON.parse(lines[2]!);
    expect(error.msg).toBe("error");
    expect(Object.keys(error.err)).toEqual(["type", "message", "stack"]);
    expect(error.err.message).toBe("failed with [hidden]: because [hidden]");
    expect(error.err.stack).toContain("Error: failed with [hidden]\n    at ");
  });

  it("keeps to its level, and says when and how badly", () => {
    const { lines } = logged(
      "warn",
      `log.info({}, "info"); log.warn({ id: 7 }, "warn"); log.error({}, "error");`,
    );
    const parsed = lines.map((line) => JSON.parse(line));
    expect(parsed).toEqual([
      { level: 40, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), id: 7, msg: "warn" },
      { level: 50, time: expect.any(String), msg: "error" },
    ]);
  });

  it("is written line by line, whatever becomes of the process", () => {
    const { lines } = logged(
      "info",
      `for (let id = 0; id < 99; id++) log.error({ id }, "last words"); process.kill(process.pid, "SIGKILL");`,
    );
    expect(lines).toHaveLength(99);
  });
});
