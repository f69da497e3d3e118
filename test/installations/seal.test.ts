/** Tests the seal of tokens: bound to its row, opened by any of the keys, and refused where it was changed. */
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSealer, SealFault } from "../../src/installations/seal.ts";

const secret = () => randomBytes(32).toString("base64");
const [old, current] = [secret(), secret()];
const row = { app: "1.2", organization: "E1", owner: "T1" };
const sealer = createSealer([current, old]);

describe("a sealed text", () => {
  it("opens in its row, whatever it holds, and is another each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 1_000 }), (text) => {
        const sealed = sealer.seal(text, row);
        expect(sealer.open(sealed, row)).toBe(text.toWellFormed());
        expect(sealer.seal(text, row)).not.toBe(sealed);
      }),
    );
  });

  it("tells nothing of what it holds, nor of its key", () => {
    const sealed = sealer.seal("xoxb-1-the-token", row);
    expect(sealed).toMatch(/^1\.[\da-f]{8}\.[\w-]+$/);
    expect(sealed).not.toContain("xoxb");
    expect(Buffer.from(sealed.split(".")[2] ?? "", "base64url").toString("latin1")).not.toContain("token");
  });

  it.each([
    ["another app", { app: "1.3" }],
    ["another organization", { organization: "E2" }],
    ["no organization", { organization: "" }],
    ["another workspace", { owner: "T2" }],
    ["a workspace whose parts join to the same", { organization: "E1T", owner: "1" }],
  ])("does not open in a row of %s", (_, other) => {
    expect(() => sealer.open(sealer.seal("token", row), { ...row, ...other })).toThrow(SealFault);
  });

  it("does not open once a character of it is another, or missing", () => {
    const sealed = sealer.seal("xoxb-1-the-token", row);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom("", "A", "z", "0", "."), (at, put) => {
        const changed = sealed.slice(0, at) + put + sealed.slice(at + 1);
        // The last character of base64url may have bits that are read as nothing.
        const isSame = Buffer.from(changed.split(".")[2] ?? "", "base64url").equals(
          Buffer.from(sealed.split(".")[2] ?? "", "base64url"),
        );
        fc.pre(changed !== sealed && !(isSame && changed.startsWith(sealed.slice(0, 11))));
        expect(() => sealer.open(changed, row)).toThrow(SealFault);
      }),
      { numRuns: 500 },
    );
    expect(() => sealer.open("", row)).toThrow("was cut");
  });
});

describe("a key", () => {
  it("that is an older one opens what it sealed, and the first one seals", () => {
    const before = createSealer([old]).seal("token", row);
    expect(sealer.open(before, row)).toBe("token");
    expect([sealer.isCurrent(before), sealer.isCurrent(sealer.seal("token", row))]).toEqual([false, true]);
    expect(createSealer([current]).open(sealer.seal("token", row), row)).toBe("token");
  });

  it("that is not there is said so", () => {
    expect(() => createSealer([secret()]).open(sealer.seal("token", row), row)).toThrow("INSTALL_KEYS");
  });
});
