/** Breaks of what is drafted from a text. */
import type { Break } from "./break.ts";

const TESTS = ["test/drafts/draft.test.ts"];
const GIVING = { file: "src/drafts/giving.ts", tests: TESTS };
const DONORS = { file: "src/drafts/donors.ts", tests: TESTS };

export const drafting: readonly Break[] = [
  {
    name: "what was refused is drafted as given",
    ...GIVING,
    find: "UNREAL.test(text.slice(Math.max(0, start - 80), start)) || SUPPOSED.test(text)",
    replace: "SUPPOSED.test(text)",
  },
  {
    name: "“had it given” is drafted as given",
    ...GIVING,
    find: "UNREAL.test(text.slice(Math.max(0, start - 80), start)) || SUPPOSED.test(text)",
    replace: "UNREAL.test(text.slice(Math.max(0, start - 80), start))",
  },
  {
    name: "a gift that was turned down is drafted as given",
    ...GIVING,
    find: "if (REFUSED_BEHIND.test(behind) || OWED_BEHIND.test(behind)) return NO_GIFT;",
    replace: "if (OWED_BEHIND.test(behind)) return NO_GIFT;",
  },
  {
    name: "what a part of a gift is for is a gift of its own",
    ...GIVING,
    find: "  if (OPENS_CLAUSE.test(before) && DOES_BEHIND.test(behind)) return NO_GIFT;\n",
    replace: "",
  },
  {
    name: "“NAME, whose trust has given”: NAME gave it",
    ...DONORS,
    find: "if (WHOSE_BEFORE.test(text.slice(Math.max(0, verb - 80), verb)))",
    replace: "if (WHOSE_BEFORE.test(text.slice(verb, verb)))",
  },
  {
    name: "who received is drafted as who gave",
    ...DONORS,
    find: "  if (isReceived && !containsHan(text))\n",
    replace: '  if (isReceived && text === "")\n',
  },
  {
    name: "who speaks of giving is drafted as who gave",
    ...{ ...DONORS, file: "src/drafts/han-givers.ts" },
    find: "    if (isSaid && to < cue.start) return { entities: [] };\n",
    replace: "",
  },
  {
    name: "a copy of a quotation by another speaker is not told",
    ...{ file: "src/drafts/known-records.ts", tests: ["test/review/desk.test.ts"] },
    find: 'isSame ? [] : [{ what: "speaker" as const, here: speaker, there: known.label }]',
    replace: "[]",
  },
  {
    name: "a further account of a gift is not told to have another sum",
    ...{ file: "src/drafts/known-records.ts", tests: ["test/review/desk.test.ts"] },
    find: 'isSame ? [] : [{ what: "amount", here: amount?.text ?? "", there }]',
    replace: "[]",
  },
];
