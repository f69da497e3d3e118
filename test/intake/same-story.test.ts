/** A text that repeats much of another source: offered in a terminal, taken and told in a batch. */
import { describe, expect, it } from "vitest";
import { type AddContext, addSource } from "../../src/intake/add-source.ts";
import { createDocumentReader } from "../../src/intake/document-reader.ts";
import { readKnownSources } from "../../src/intake/known-sources.ts";
import { outcomeLine } from "../../src/intake/outcome-text.ts";
import { englishIntake } from "../../src/language/en/intake.ts";
import { createFolderStore } from "../../src/shelf/folder-store.ts";
import { shelfWith } from "../shelves.ts";
import { ENGLISH } from "./pages.ts";

const document = (name: string, paragraphs: readonly string[]) => ({
  name,
  bytes: Buffer.from(`${paragraphs.join("\n\n")}\n`),
});

const OWN = [
  "A reporter of another paper went to the river as well and found that the pumps had been sold.",
  "Nobody at the town hall could say to whom, or at what price, and the clerk who might know was away.",
];
const first = document("one.txt", ENGLISH);
const second = document("two.txt", [...ENGLISH.slice(0, Math.ceil(ENGLISH.length * 0.7)), ...OWN]);

async function addBoth(dialogue?: (question: string) => boolean) {
  const store = createFolderStore(shelfWith({}));
  const reader = createDocumentReader();
  const questions: string[] = [];
  const context: AddContext = {
    ...{ store, reader, known: await readKnownSources(store), takesWhole: false },
    decisions: { isPublic: false, rights: "reserved" },
    completeFacts: (facts) => facts,
    ...(dialogue && {
      dialogue: {
        takeWhole: async () => false,
        async addSameStory(...told) {
          const question = englishIntake.adding.addSameStory(...told);
          questions.push(question);
          return dialogue(question);
        },
        complete: async (facts) => facts,
      },
    }),
  };
  try {
    const { id } = await addSource(first, context);
    const outcome = await addSource(second, context).catch(String);
    return { id, outcome, questions };
  } finally {
    await reader.close();
  }
}

describe("the same story, told by another", () => {
  it("is offered as a source of its own, with a note", async () => {
    const { id, outcome, questions } = await addBoth(() => true);
    expect(questions).toEqual([
      expect.stringMatching(
        `^It tells the same story as ${id}: \\d\\d % of .* Add it as a source of its own\\?$`,
      ),
    ]);
    expect(outcome).toMatchObject({ result: "added", sameStory: id });
  });

  it("is left out if it is not wanted", async () => {
    const { id, outcome } = await addBoth(() => false);
    expect(outcome).toContain(`it tells the same story as ${id}, and is not wanted beside it`);
  });

  it("is taken in a batch, whose line says so", async () => {
    const { id, outcome } = await addBoth();
    if (typeof outcome === "string") throw new Error(outcome);
    expect(outcomeLine("two.txt", outcome, englishIntake)).toMatch(new RegExp(`; the same story as ${id}$`));
  });
});
