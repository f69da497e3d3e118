/** Breaks of the comparison of whole sentences with passages. */
import type { Break } from "./break.ts";

const TESTS = ["test/commands/turned-sentences.test.ts"];

/** A way in which a passage says something else, and an example of what is then taken for supported. */
const difference = (way: string, list: string, name: string): Break => ({
  ...{ name, file: "src/claims/statement-clauses.ts", tests: TESTS },
  find: list,
  replace: list.replace(new RegExp(`${way}(?:, )?`), ""),
});
const FIRST = "...[hasOtherSubject, isMadeAgent, exchangesOwners, isOtherAccount],";
const SECOND = "...[isOfPlace, hasOtherComplement, isAlternativeLost, opensElsewhere],";

export const statements: readonly Break[] = [
  difference("hasOtherSubject", FIRST, "what another does is said to be done by whom the sentence names"),
  difference("isMadeAgent", FIRST, "whom it is done to is said to do it"),
  difference("exchangesOwners", FIRST, "what is one's and what is another's may be exchanged"),
  difference("isOtherAccount", FIRST, "what is said according to another is supported"),
  difference("isOfPlace", SECOND, "companies that gave for a place are said to be of it"),
  difference("hasOtherComplement", SECOND, "an obstacle to stability is one to growth"),
  difference("opensElsewhere", SECOND, "what opens one clause may open another"),
  {
    name: "what rose is supported where the source says that it fell",
    file: "src/claims/statement-match.ts",
    find: "isOpposite(textOf(said), textOf(known)) ||",
    replace: "",
    tests: TESTS,
  },
  {
    name: "a reason that no source gives is supported",
    file: "src/claims/check-message.ts",
    find: "      openReason(verdicts, tokenized) ??\n",
    replace: "",
    tests: TESTS,
  },
  {
    name: "a date beside somebody's words is supported with them",
    file: "src/claims/check-message.ts",
    find: "openFigure(verdicts, withQuotedClaims, isSettled) ??",
    replace: "",
    tests: TESTS,
  },
  {
    name: "a span of years that no source gives is supported",
    file: "src/claims/check-message.ts",
    find: "      openSpan(verdicts, tokenized) ??\n",
    replace: "",
    tests: TESTS,
  },
  {
    name: "“solely” is supported",
    file: "src/claims/check-message.ts",
    find: "      openExclusion(verdicts, tokenized) ??\n",
    replace: "",
    tests: TESTS,
  },
  {
    name: "what a sentence says beyond its date is supported with it",
    file: "src/claims/check-message.ts",
    find: " ??\n      beyondCompared(verdicts, tokenized),",
    replace: ",",
    tests: TESTS,
  },
  {
    name: "words that limit what a source says may be left out",
    file: "src/claims/statement-match.ts",
    find: "...{ passage, shared, conflicts, loose, dropped },",
    replace: "...{ passage, shared, conflicts, loose, dropped: [] },",
    tests: TESTS,
  },
];
