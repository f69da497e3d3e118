/** Values written to .env are read back by dotenv, other lines stay, and only the owner can read the file. */
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "dotenv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpenToOthers } from "../../src/config/environment.ts";
import { readEnvFile, setEnvValue, writeEnvFile } from "../../src/setup/env-file.ts";
import { PROJECT } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";

const EXAMPLE = join(PROJECT, ".env.example");

describe("withValue", () => {
  it.each([
    ["an empty text", "", "A=v\n"],
    ["an empty value", "# a\nA=\nB=2\n", "# a\nA=v\nB=2\n"],
    ["another value", "A=old\nB=2\n", "A=v\nB=2\n"],
    ["a quoted value", "A='o\nld' # why\nB=2\n", "A=v # why\nB=2\n"],
    ["spaces and a comment", "A = old # why\n", "A =v # why\n"],
    ["a comment for a value", "A=# why\n", "A=v # why\n"],
    ["export", "export A=old\n", "export A=v\n"],
    ["the assignment that counts", "A=1\nA=2\n", "A=1\nA=v\n"],
    ["none but in a comment", "#A=1\n", "#A=1\nA=v\n"],
    ["none but in another's value", "B='\nA=1\n'\n", "B='\nA=1\n'\nA=v\n"],
    ["no end of line", "B=2", "B=2\nA=v\n"],
    ["lines of Windows", "A=\r\nB=2\r\n", "A=v\r\nB=2\r\n"],
    ["lines of Windows and none of it", "B=2\r\n", "B=2\r\nA=v\r\n"],
  ])("changes %s", (_, text, made) => {
    expect(setEnvValue(text, "A", "v")).toBe(made);
  });

  it("says which value cannot be written", () => {
    expect(() => setEnvValue("", "A", "'\"`\r")).toThrow("A: this value cannot be written to .env");
  });

  const NAMES = ["DISCORD_TOKEN", "SLACK_BOT_TOKEN", "OTHER", "TOKEN"];
  const name = fc.constantFrom(...NAMES);
  const plain = fc.stringMatching(/^[\w.\-:/#=$ ]{0,30}$/).map((value) => value.trim());
  const quoted = fc.constantFrom("'", '"', "`").chain((mark) => plain.map((value) => mark + value + mark));
  const line = fc.oneof(
    fc.constantFrom("", "# DISCORD_TOKEN=x", "   ", "# it's a comment", "not an assignment"),
    fc
      .tuple(fc.constantFrom("", "export ", "  "), name, fc.constantFrom("=", " = "), fc.oneof(plain, quoted))
      .map((parts) => parts.join("")),
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom("\n", "\r\n"), fc.boolean())
    .map(([lines, end, last]) => lines.join(end) + (last ? end : ""));

  it("is read back by dotenv, with everything else as it was", () => {
    const value = fc.oneof(
      plain,
      fc.string({ unit: "grapheme-ascii" }).filter((one) => !/["'`\\]/.test(one)),
    );
    fc.assert(
      fc.property(text, name, value, (before, set, to) => {
        const after = setEnvValue(before, set, to);
        expect(parse(after)).toEqual({ ...parse(before), [set]: to });
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves every other line as it stood", () => {
    fc.assert(
      fc.property(text, name, plain, (before, set, to) => {
        const [old, made] = [before.split(/\r?\n/), setEnvValue(before, set, to).split(/\r?\n/)];
        const changed = old.filter((one, at) => made[at] !== one && one !== "");
        expect(changed.length).toBeLessThanOrEqual(1);
        for (const one of changed) expect(one).toMatch(new RegExp(`^\\s*(export )?${set} ?=`));
        expect(made.length - old.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 2000 },
    );
  });

  it("never gives another value than was set, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), name, fc.string({ unit: "binary" }), (before, set, to) => {
        let after: string;
        try {
          after = setEnvValue(before, set, to);
        } catch {
          return;
        }
        expect(parse(after)).toEqual({ ...parse(before), [set]: to });
      }),
    );
  });

  it("fills in the project's own example", () => {
    const before = readFileSync(EXAMPLE, "utf8");
    const after = setEnvValue(before, "SLACK_BOT_TOKEN", "xoxb-made-up-for-these-tests");
    expect(after).toBe(before.replace("SLACK_BOT_TOKEN=", "SLACK_BOT_TOKEN=xoxb-made-up-for-these-tests"));
  });
});

describe("the file", () => {
  it("begins as the example where there is none", () => {
    const file = join(temporaryFolder(), ".env");
    expect(readEnvFile(file, EXAMPLE)).toBe(readFileSync(EXAMPLE, "utf8"));
    writeFileSync(file, "A=1\n");
    expect(readEnvFile(file, EXAMPLE)).toBe("A=1\n");
  });

  it("is its owner's alone, also where it was not before", () => {
    const file = join(temporaryFolder(), ".env");
    writeEnvFile(file, "A=1\n");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(join(file, "..", "open"), "A=1\n", { mode: 0o644 });
    const open = join(file, "..", "open");
    expect([isOpenToOthers(file), isOpenToOthers(open), isOpenToOthers(`${file}s`)]).toEqual([
      false,
      true,
      false,
    ]);
    writeEnvFile(open, "A=2\n");
    expect([statSync(open).mode & 0o777, readFileSync(open, "utf8")]).toEqual([0o600, "A=2\n"]);
  });

  it("is written where a link leads, and leaves nothing beside it", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "kept"), "A=1\n");
    symlinkSync(join(folder, "kept"), join(folder, ".env"));
    writeEnvFile(join(folder, ".env"), "A=2\n");
    expect(readFileSync(join(folder, "kept"), "utf8")).toBe("A=2\n");
    expect(readdirSync(folder).sort()).toEqual([".env", "kept"]);
  });

  it("stays as it was where it cannot be written", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, ".env"));
    expect(() => writeEnvFile(join(folder, ".env"), "A=1\n")).toThrow();
    expect(readdirSync(folder)).toEqual([".env"]);
  });
});
