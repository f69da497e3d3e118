/** What becomes of a resolution: one match, with the notice that it is only alike, several, or a miss. */
import { describe, expect, it } from "vitest";
import { createAsk } from "../../src/ask/ask.ts";
import { createAnswer } from "../../src/desk/answer.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { answerResolution } from "../../src/desk/resolve.ts";
import { type Resolution, resolutionFrom } from "../../src/desk/resolve-name.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { library } from "../desks.ts";

const context: CommandContext = {
  library,
  messages: englishMessages,
  commands: [],
  naming: (command) => `/${command}`,
};

/** Which way was gone, with what, in the title; the notice in the opening. */
function answered(resolution: Resolution<string>) {
  const titled = (title: string, opening: Parameters<typeof createAnswer>[0]["opening"] = []) =>
    createAnswer({ ask: createAsk("any"), title, outcome: "found", opening });
  return answerResolution(
    {
      resolution,
      typed: "zoo",
      nameOf: (match) => match.toUpperCase(),
      one: async (match, opening) => titled(`one ${match}`, opening),
      several: (matches) => titled(`several ${matches}`),
      miss: async (near) => titled(`miss ${near}`),
    },
    context,
  );
}

describe("a resolution is answered", () => {
  it.each([
    [resolutionFrom<string>([]), "miss ", 0],
    [resolutionFrom(["a"]), "one a", 0],
    [resolutionFrom(["a"], true), "one a", 1],
    [resolutionFrom(["a", "b"]), "several a,b", 0],
    [{ type: "near", matches: ["a", "b"] } as const, "miss a,b", 0],
  ])("%j: %s", async (resolution, title, notices) => {
    const { title: given, opening } = await answered(resolution);
    expect(given).toBe(title);
    expect(opening).toEqual(
      notices === 0 ? [] : [{ type: "text", text: englishMessages.showing("A", "zoo") }],
    );
  });
});
