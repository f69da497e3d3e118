/** Asks at the terminal for what is not known of a document, and reads what is given on the command line. */
import { cardNotes } from "../language/en/card-notes.ts";
import type { IntakeMessages } from "../language/en/intake.ts";
import type { IntakeDialogue } from "./add-source.ts";
import { parseByline } from "./author-names.ts";
import type { OpenMember } from "./card.ts";
import type { DocumentFacts } from "./document.ts";
import { canonicalLanguage } from "./page-facts.ts";
import { parseMetadataDate } from "./written-dates.ts";

const at = cardNotes.places.given;

/** The part of a terminal's prompts that is needed here. */
export interface Questions {
  text(question: string, given: string, fault: (value: string) => string | undefined): Promise<string>;
  agree(question: string, byDefault: boolean): Promise<boolean>;
}

/** Reads what a person typed for a member. Returns the fact, or what was expected. */
export function readGiven(
  member: OpenMember,
  typed: string,
  { questions: say }: IntakeMessages,
): DocumentFacts | string {
  const value = typed.replace(/\s+/g, " ").trim();
  if (member === "authors") return { authors: { value: parseByline(value), at } };
  if (member === "issued") {
    const date = parseMetadataDate(value);
    return date === undefined ? say.noDate : { issued: { value: date, at } };
  }
  if (member === "language") {
    const tag = canonicalLanguage(value);
    return tag === undefined ? say.noLanguage : { language: { value: tag, at } };
  }
  if (member === "address" && !(/^https?:\/\//i.test(value) && URL.canParse(value))) return say.noAddress;
  return { [member]: { value, at } };
}

/** Creates the dialogue over a terminal's prompts. */
export const createIntakeDialogue = (questions: Questions, say: IntakeMessages): IntakeDialogue => ({
  takeWhole: (article, length) => questions.agree(say.adding.takeWhole(article, length), false),
  addSameStory: (id, share) => questions.agree(say.adding.addSameStory(id, share), false),
  async complete(facts, open) {
    let completed = facts;
    for (const member of open) {
      const typed = await questions.text(say.questions[member], "", (value) => {
        const read = value === "" ? {} : readGiven(member, value, say);
        return typeof read === "string" ? read : undefined;
      });
      const read = typed === "" ? {} : readGiven(member, typed, say);
      if (typeof read !== "string") completed = { ...completed, ...read };
    }
    return completed;
  },
});
