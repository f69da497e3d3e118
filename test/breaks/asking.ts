/** Breaks of how what is typed is read and printed. */
import type { Break } from "./break.ts";

const FILE = "src/ask/ask.ts";
const TESTS = ["test/ask/ask.test.ts"];

export const asking: readonly Break[] = [
  {
    name: "the quotation marks of a checked message are dropped",
    ...{ file: FILE, tests: TESTS },
    find: "if (isSentence && !isOwn(token)) words.push(token.raw);",
    replace: "if (isSentence && !isOwn(token)) words.push(token.value);",
  },
  {
    name: "a quotation mark in a message ends what is asked about it",
    ...{ file: FILE, tests: TESTS },
    find: 'MAX_MESSAGE_LENGTH).replace(/["\\\\]/g, "\\\\$&")}"`',
    replace: 'MAX_MESSAGE_LENGTH)}"`',
  },
  {
    name: "item:-4 is taken",
    ...{ file: FILE, tests: TESTS },
    find: "/^[1-9]\\d{0,5}$/",
    replace: "/^-?[1-9]\\d{0,5}$/",
  },
  {
    name: "item:1.5 is taken",
    ...{ file: FILE, tests: TESTS },
    find: "/^[1-9]\\d{0,5}$/",
    replace: "/^[1-9][\\d.]{0,5}$/",
  },
  {
    name: "item:-4 is taken from a form",
    ...{ file: FILE, tests: TESTS },
    find: '  if (item !== "" && !ITEM_NUMBER.test(item)) return problem("bad-item", item);\n',
    replace: "",
  },
  {
    name: "private:nobody is taken",
    ...{ file: FILE, tests: TESTS },
    find: '      if (isPrivate === undefined) return problem("bad-private", value);\n',
    replace: "",
  },
  {
    name: "detail:some is taken",
    ...{ file: FILE, tests: TESTS },
    find: '      if (detail === undefined) return problem("bad-detail", value);\n',
    replace: "",
  },
  {
    name: "one question has several lines, by the order of its options",
    ...{ file: FILE, tests: TESTS },
    find: "\n    .sort(([a], [b]) => (a < b ? -1 : 1))",
    replace: "",
  },
  {
    name: "the details of an answer are lost where its line is printed",
    ...{ file: FILE, tests: TESTS },
    find: "    ...(ask.detail === undefined ? [] : [`${DETAIL_OPTION}:${ask.detail}`]),\n",
    replace: "",
  },
];
