/** Records are formatted as those in data/ are. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { formatRecord } from "../../src/review/record-json.ts";
import { PROJECT } from "../desks.ts";

it("every record of the shelf is formatted as it stands", () => {
  const files = readdirSync(join(PROJECT, "data"), { recursive: true, encoding: "utf8" }).filter((name) =>
    /.\/.*\.json$/.test(name),
  );
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const text = readFileSync(join(PROJECT, "data", file), "utf8");
    expect(formatRecord(JSON.parse(text)), file).toBe(text);
  }
});

it("what is undefined is left out, and what is hostile is a text", () => {
  expect(formatRecord({ a: undefined, b: [], c: {}, d: '"\u001b[31m\u202e@everyone' })).toBe(
    '{\n  "b": [],\n  "c": {},\n  "d": "\\"\\u001b[31m\u202e@everyone"\n}\n',
  );
});
