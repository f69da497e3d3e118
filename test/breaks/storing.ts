/** Breaks of a shelf in a database. */
import type { Break } from "./break.ts";

const SAME = ["test/library-database/contract.test.ts"];
const PUBLISH = ["test/library-database/publish.test.ts"];
const CHANGES = ["test/library-database/changes.test.ts"];
const STORE = ["test/shelf/shelf-store.test.ts"];

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
    ...{ file: "src/library/database/publish-folder.ts", tests: PUBLISH },
    find: "  if (same !== undefined) {",
    replace: "  if (same === -1) {",
  },
  {
    name: "a folder that lacks what was accepted is published over it",
    ...{ file: "src/library/database/publish-folder.ts", tests: ["test/programs/shelf.test.ts"] },
    find: "return own === null || before.includes(own) || at > exported;",
    replace: "return false;",
  },
  {
    name: "a shelf is written over files that were never published",
    ...{ file: "src/library/database/export-folder.ts", tests: ["test/programs/shelf.test.ts"] },
    find: "if (own.length > 0) throw new OwnFilesError(own);",
    replace: "",
  },
  {
    name: "a change in the database is written over another",
    ...{ file: "src/library/database/change-files.ts", tests: STORE },
    find: "throw new ChangedSinceError(file);",
    replace: "continue;",
  },
  {
    name: "a name that is changed in the database is left as it was in the texts of others",
    ...{ file: "src/library/database/changed-part.ts", tests: CHANGES },
    find: "await part.referrers(renamed)",
    replace: "await part.referrers([])",
  },
  {
    name: "a passage that two records have goes with one of them",
    ...{ file: "src/library/database/publish-part.ts", tests: CHANGES },
    find: "const around = [...concerned.after, ...standing];",
    replace: "const around = [...concerned.after];",
  },
  {
    name: "a source that comes leaves the places of those after it",
    ...{ file: "src/library/database/publish-changes.ts", tests: CHANGES },
    find: "const order = isOther || flipped.length > 0 ?",
    replace: "const order = flipped.length > 0 ?",
  },
  {
    name: "a new Chinese name is no name in the texts that have it",
    ...{ file: "src/library/database/changed-documents.ts", tests: CHANGES },
    find: "for (const name of changed.filter(isOther)) ",
    replace: "for (const name of changed.filter(() => false)) ",
  },
];
