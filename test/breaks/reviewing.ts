/** Breaks of suggesting, reporting and reviewing. */
import type { Break } from "./break.ts";

const CHAT = { file: "src/curation/curation.ts", tests: ["test/curation/contract.test.ts"] };
const DESK = ["test/review/desk.test.ts"];
const WRITER = { file: "src/shelf/shelf-writer.ts", tests: ["test/shelf/shelf-writer.test.ts"] };

export const reviewing: readonly Break[] = [
  {
    name: "anyone reviews in chat",
    ...CHAT,
    find: "          if (!mayReview(from)) return refuse(bot);\n",
    replace: "",
  },
  {
    name: "anyone sends the form of a reviewer",
    ...CHAT,
    find: "(!isOwn && !mayReview(from))",
    replace: '(!isOwn && form === "")',
  },
  {
    name: "anyone adds sources in chat",
    ...CHAT,
    find: "if (!mayReview(from) || !parts.addSource) return refuse(bot);",
    replace: "if (!parts.addSource) return refuse(bot);",
  },
  {
    name: "an address that is not https is fetched from chat",
    ...{ file: "src/curation/add.ts", tests: ["test/curation/contract.test.ts"] },
    find: 'new URL(text).protocol === "https:"',
    replace: "true",
  },
  {
    name: "what was accepted does not answer before the next start",
    ...{ file: "src/curation/review.ts", tests: ["test/curation/contract.test.ts"] },
    find: "  refreshAfter(outcome, context);\n",
    replace: "",
  },
  {
    name: "everyone has the link to the page of what waits",
    ...{ file: "src/curation/status.ts", tests: ["test/curation/contract.test.ts"] },
    find: "mayReview ? statusUrl?.() : undefined",
    replace: "statusUrl?.()",
  },
  {
    name: "a record is written to a shelf that does not hold with it",
    ...{ file: "src/review/plan-acceptance.ts", tests: DESK },
    find: "  if (faults.length > 0) return refused(...faults.map(({ text }) => text));\n  return { changes,",
    replace: "  return { changes,",
  },
  {
    name: "the same words of another speaker are added to the record of the first",
    ...{ file: "src/review/plan-acceptance.ts", tests: DESK },
    find: "return speaker && edits.as === undefined",
    replace: 'return speaker && edits.as === "another"',
  },
  {
    name: "a further account takes the place of the first",
    ...{ file: "src/review/merge-record.ts", tests: DESK },
    find: "...((content[list] as readonly unknown[] | undefined) ?? []), ",
    replace: "",
  },
  {
    name: "what was changed since is overwritten",
    ...WRITER,
    find: "      if (moved) throw new ChangedSinceError(moved.file);\n",
    replace: "",
  },
  {
    name: "changes that were interrupted are lost",
    ...WRITER,
    find: "  if (existsSync(journal))\n    makeChanges(",
    replace: '  if (journal === "")\n    makeChanges(',
  },
  {
    name: "two processes write to a shelf at once",
    ...WRITER,
    find: "return pid === process.pid ? !held.has(root) : !isRunning(pid);",
    replace: "return true;",
  },
  {
    name: "taking back leaves what was written",
    ...{ file: "src/review/undo.ts", tests: DESK },
    find: "        await write(some);\n",
    replace: "",
  },
  {
    name: "a draft that was rejected comes back",
    ...{ file: "src/review/gather-proposals.ts", tests: DESK },
    find: 'const open = own.filter(({ id }) => OPEN_STATES.includes(states.get(id) ?? "waiting"));',
    replace: "const open = own;",
  },
  {
    name: "what was put off comes first again",
    ...{ file: "src/review/gather-proposals.ts", tests: DESK },
    find: "            isLast(one) - isLast(other) || ",
    replace: "            ",
  },
];
