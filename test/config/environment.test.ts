/** Tests which of the system's variables tell the language and the encoding. */
import { expect, it } from "vitest";
import { readBasicSettings } from "../../src/config/environment.ts";

it.each([
  ["nothing is set", {}, undefined, true],
  ["LANG alone", { LANG: "zh_CN.UTF-8" }, "zh_CN.UTF-8", true],
  ["LC_MESSAGES before LANG", { LC_MESSAGES: "zh_TW.utf8", LANG: "en_US.UTF-8" }, "zh_TW.utf8", true],
  ["LC_ALL before both", { LC_ALL: "en_GB.UTF-8", LC_MESSAGES: "zh_TW", LANG: "zh_CN" }, "en_GB.UTF-8", true],
  ["an empty one is not set", { LC_ALL: "", LC_MESSAGES: "", LANG: "zh_CN.UTF-8" }, "zh_CN.UTF-8", true],
  ["LC_CTYPE tells the encoding alone", { LC_CTYPE: "zh_CN.GBK", LANG: "en_US.UTF-8" }, "en_US.UTF-8", false],
  ["LC_ALL before LC_CTYPE", { LC_ALL: "C.UTF-8", LC_CTYPE: "zh_CN.GBK" }, "C.UTF-8", true],
  ["LC_MESSAGES tells no encoding", { LC_MESSAGES: "de_DE.ISO-8859-1" }, "de_DE.ISO-8859-1", true],
  ["as macOS sets it", { LC_CTYPE: "UTF-8" }, undefined, true],
  ["a language without an encoding", { LANG: "en_US" }, "en_US", true],
  ["the C locale", { LC_ALL: "C" }, "C", false],
  ["the C locale by its other name", { LANG: "POSIX" }, "POSIX", false],
  ["an older encoding", { LANG: "en_US.ISO-8859-1" }, "en_US.ISO-8859-1", false],
] as const)("%s", (_, variables, system, isUtf8) => {
  const settings = readBasicSettings(variables);
  expect([settings.system, settings.isUtf8]).toEqual([system, isUtf8]);
});
