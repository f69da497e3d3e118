/** Breaks of what is drawn: lengths, headings, links and markup. */
import type { Break } from "./break.ts";

const FIT = { file: "src/delivery/fit.ts", tests: ["test/delivery/fit.test.ts"] };
const MARKDOWN = {
  file: "src/platforms/discord/markdown.ts",
  tests: ["test/platforms/discord/markdown.test.ts"],
};

export const drawing: readonly Break[] = [
  {
    name: "a passage that is a little too long is cut to thirty letters",
    ...FIT,
    find: "[1600, 1100, 800, 550, 400, 280, 200, 140, 100, 60, 30]",
    replace: "[30]",
  },
  {
    name: "a message is longer than the platform takes",
    ...FIT,
    find: "for (const reduction of best.holds ? [] : reductions)",
    replace: "for (const reduction of reductions.slice(0, 0))",
  },
  {
    name: "a message has fewer items than it has room for",
    ...FIT,
    find: "    if (tried.holds) [low, best] = [middle, tried];\n    else high = middle;",
    replace: "    if (tried.holds) best = tried;\n    high = middle;",
  },
  {
    name: "a group's heading is lost on page 2",
    ...FIT,
    find: "  if (group && items[0]) items[0] = [group, ...items[0]];\n",
    replace: "",
  },
  {
    name: "the heading of another group stands on page 2",
    ...FIT,
    find: ".findLast(([first]) => isGroup(first))",
    replace: ".find(([first]) => isGroup(first))",
  },
  {
    name: "the opening is repeated on page 2",
    ...FIT,
    find: "index === 0 || answer.items.length === 0 ? cut(answer.opening) : []",
    replace: "cut(answer.opening)",
  },
  {
    name: "a page lists sources that it does not cite",
    ...FIT,
    find: "      .filter(({ number }) => cited.has(number))\n",
    replace: "",
  },
  {
    name: "a search match is marked where a passage is cut off",
    ...FIT,
    find: "passage.marked.filter(({ end }) => end <= kept)",
    replace: "passage.marked",
  },
  {
    name: "a parenthesis in an address ends its link",
    ...MARKDOWN,
    find: '.replaceAll(")", "%29")',
    replace: "",
  },
  {
    name: "a line that begins “2021. ” becomes a list",
    ...MARKDOWN,
    find: "(\\d+)([.)])(?=\\s|$)",
    replace: "(\\d{1,2})([.)])(?=\\s|$)",
  },
  {
    name: "a mention in a source's words calls people",
    ...MARKDOWN,
    find: "/[\\\\*_~`|[\\]<>:@]/g",
    replace: "/[\\\\*_~`|[\\]>:]/g",
  },
  {
    name: "three backticks in a citation end its block",
    ...MARKDOWN,
    find: '.replace(/``(?=`)/g, "`` ")',
    replace: "",
  },
  {
    name: "one donor is “Donors”",
    file: "commands/pledge/items.ts",
    find: "donors.length > 1 ? rows.donors : rows.donor",
    replace: "rows.donors",
    tests: ["test/commands/pledge.test.ts"],
  },
  {
    name: "several donors are “Donor”",
    file: "commands/pledge/items.ts",
    find: "donors.length > 1 ? rows.donors : rows.donor",
    replace: "rows.donor",
    tests: ["test/commands/pledge.test.ts"],
  },
  {
    name: "pledges stand in the order of their files",
    file: "commands/pledge/parts.ts",
    find: "[...pledges].sort((a, b) => pledgeOrder(a) - pledgeOrder(b))",
    replace: "[...pledges]",
    tests: ["test/commands/pledge.test.ts"],
  },
  {
    name: "that sums are not added up is not said",
    file: "commands/pledge/parts.ts",
    find: "isTotal ? noteBlocks(",
    replace: "!messages ? noteBlocks(",
    tests: ["test/commands/pledge.test.ts"],
  },
];
