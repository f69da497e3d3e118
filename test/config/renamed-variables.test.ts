/** Variables set by their former names are read and reported as deprecated. */
import { describe, expect, it } from "vitest";
import { ConfigError, readServerConfig, VARIABLE_NAMES } from "../../src/config/config.ts";
import {
  deprecatedVariables,
  deprecationText,
  RENAMED_VARIABLES,
} from "../../src/config/renamed-variables.ts";

describe("a variable's old name", () => {
  it.each([
    [
      { ANSWERS: "asker" },
      { defaultAudience: "asker" },
      "is the old name of DEFAULT_VISIBILITY: set DEFAULT_VISIBILITY=asker instead",
    ],
    [
      { ANSWERS: "room" },
      { defaultAudience: "room" },
      "is the old name of DEFAULT_VISIBILITY: set DEFAULT_VISIBILITY=channel instead",
    ],
    [
      { INDEX: "yes" },
      { allowIndexing: true },
      "is the old name of ALLOW_INDEXING: set ALLOW_INDEXING=yes instead",
    ],
  ])("%j is read, and said to be old", (environment, config, text) => {
    const read = readServerConfig(environment);
    expect(read).toMatchObject(config);
    expect(read.deprecated.map(deprecationText)).toEqual([text]);
  });

  it("counts for nothing where the new one is set, or where it is empty", () => {
    expect(readServerConfig({ ANSWERS: "asker", DEFAULT_VISIBILITY: "channel" })).toMatchObject({
      defaultAudience: "room",
      deprecated: [],
    });
    expect(deprecatedVariables({ INDEX: " ", ANSWERS: "" })).toEqual([]);
  });

  it("is the one that an error names", () => {
    expect(() => readServerConfig({ INDEX: "maybe" })).toThrow(ConfigError);
    expect(() => readServerConfig({ INDEX: "maybe" })).toThrow(/^INDEX: expected yes or no\.$/);
    expect(() => readServerConfig({ ANSWERS: "constructor" })).toThrow(
      /^ANSWERS: expected channel or asker\.$/,
    );
  });

  it("is no variable of today, and stands for one", () => {
    for (const { old, name } of RENAMED_VARIABLES) {
      expect(VARIABLE_NAMES).not.toContain(old);
      expect(VARIABLE_NAMES).toContain(name);
    }
  });
});
