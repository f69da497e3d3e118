/** Tests the commands that messages tell people to type. */
import { expect, it } from "vitest";
import { programCommand } from "../../src/support/program-command.ts";

it.each([
  ["start", [], "npm start", "npx refdesk"],
  ["setup", [], "npm run setup", "npx refdesk setup"],
  ["setup", ["--check", "--all"], "npm run setup -- --check --all", "npx refdesk setup --check --all"],
  [
    "manifest",
    ["https://desk.test"],
    "npm run --silent manifest -- https://desk.test",
    "npx refdesk manifest https://desk.test",
  ],
] as const)("%s %j is started in a clone by “%s”, in a package by “%s”", (name, args, clone, installed) => {
  expect(programCommand(name, args, false)).toBe(clone);
  expect(programCommand(name, args, true)).toBe(installed);
});

it("this is a clone", () => {
  expect(programCommand("start")).toBe("npm start");
});
