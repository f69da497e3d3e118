/** Breaks of a shelf in a database. */
import type { Break } from "./break.ts";

const SAME = ["test/library-database/contract.test.ts"];
const PUBLISH = ["test/library-database/publish.test.ts"];

export const storing: readonly Break[] = [
  {
    name: "an answer mixes two versions of a shelf",
    ...{ file: "src/library/database/edition.ts", tests: PUBLISH },
    find: "${alias}.since <= $2 and ${alias}.until > $2",
    replace: "${alias}.until > $2",
  },
  {
    name: "what a version no longer has is still found",
    ...{ file: "src/library/database/edition.ts", tests: PUBLISH },
    find: "${alias}.since <= $2 and ${alias}.until > $2",
    replace: "${alias}.since <= $2",
  },
  {
    name: "a shelf in a database shows everyone what is for the desk alone",
    ...{ file: "src/library/database/database-library.ts", tests: SAME },
    find: "{ ...version, shelf: -version.shelf, summary: open }",
    replace: "version",
  },
  {
    name: "records without a date come first where the newest should",
    ...{ file: "src/library/database/record-lists.ts", tests: SAME },
    find: "desc nulls last, ",
    replace: "desc, ",
  },
  {
    name: "a period leaves out what began before it and lasts into it",
    ...{ file: "src/library/database/record-lists.ts", tests: SAME },
    find: "d.f <= ${value(to)} and d.l >= ${value(from)}",
    replace: "d.f <= ${value(to)} and d.f >= ${value(from)}",
  },
  {
    name: "a question fails while the database restarts",
    ...{ file: "src/database/patient-queries.ts", tests: ["test/library-database/away.test.ts"] },
    find: "isConnectionError(error) && performance.now() < until",
    replace: "false",
  },
  {
    name: "the version that is read can be dropped",
    ...{ file: "src/library/database/versions.ts", tests: PUBLISH },
    find: "    if (current === number) return false;\n",
    replace: "",
  },
  {
    name: "publishing the same files makes a version each time",
    ...{ file: "src/library/database/publish-shelf.ts", tests: PUBLISH },
    find: "    if (same) {",
    replace: "    if (same && id < 0) {",
  },
];
