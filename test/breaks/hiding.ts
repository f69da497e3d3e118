/** Breaks of privacy: something is shown to those who may not see it, or is told to the log. */
import type { Break } from "./break.ts";

const PICTURES = ["test/platforms/private-pictures.test.ts"];
const VIEW = ["test/library/public-view.test.ts"];

export const hiding: readonly Break[] = [
  {
    name: "the picture of a private answer goes to the channel",
    file: "src/delivery/follow-ups.ts",
    find: "!(isPrivate && files.hasPublicFiles)",
    replace: "true",
    tests: PICTURES,
  },
  {
    name: "Slack's files are taken for seen by the asker alone",
    file: "src/platforms/slack/uploads.ts",
    find: "          hasPublicFiles: true,\n",
    replace: "",
    tests: PICTURES,
  },
  {
    name: "the files of a reply to a mention in Discord are taken for seen by the asker alone",
    file: "src/platforms/discord/reply.ts",
    find: "    hasPublicFiles: true,\n",
    replace: "",
    tests: PICTURES,
  },
  {
    name: "a private answer's sources are recorded as cited in the channel",
    file: "src/delivery/follow-ups.ts",
    find: "if (isPrivate || cited.length === 0",
    replace: "if (cited.length === 0",
    tests: ["test/delivery/deliver.test.ts"],
  },
  {
    name: "a miss is for everyone",
    file: "src/delivery/visibility.ts",
    find: 'audience === "asker" || ',
    replace: "",
    tests: ["test/platforms/discord/visibility.test.ts"],
  },
  {
    name: "a source for the desk alone is there for everyone",
    file: "src/library/partial-shelf.ts",
    find: "new Map([...shelf.sources].filter(([id]) => !sources.has(id)))",
    replace: "shelf.sources",
    tests: VIEW,
  },
  {
    name: "records that stand on a source for the desk alone are there for everyone",
    file: "src/library/partial-shelf.ts",
    find: "new Map([...shelf.records].filter(([, record]) => !hidden.has(record)))",
    replace: "shelf.records",
    tests: VIEW,
  },
  {
    name: "where one source is hidden, everything is",
    file: "src/library/partial-shelf.ts",
    find: "([, record]) => !hidden.has(record)",
    replace: "() => false",
    tests: VIEW,
  },
  {
    name: "what is for the desk alone is shown, and the rest is hidden",
    file: "src/library/public-view.ts",
    find: 'visibility: "desk"',
    replace: 'visibility: "public"',
    tests: ["test/platforms/web/hidden.test.ts"],
  },
  {
    name: "a page shows what stands around the passages of a reserved source",
    file: "src/library/excerpts.ts",
    find: '{ ...citation, before: "", after: "" }',
    replace: "citation",
    tests: ["test/library/rights.test.ts"],
  },
  {
    name: "a page has the whole text of a reserved source",
    file: "src/library/excerpts.ts",
    find: "return source && isPublicDomain(source) ?",
    replace: "return source ?",
    tests: ["test/library/rights.test.ts"],
  },
  {
    name: "of a reserved source so much is shown around passages that most of it can be read",
    file: "src/library/excerpts.ts",
    find: "EXCERPT_SHARE = 1 / 4",
    replace: "EXCERPT_SHARE = 4",
    tests: ["test/platforms/web/rights.test.ts"],
  },
  {
    name: "the log has what was typed for a command that there is not",
    file: "src/delivery/deliver.ts",
    find: "const command = commands.some(({ name }) => name === ask.command) ? ask.command : undefined;",
    replace: "const command = ask.command;",
    tests: ["test/platforms/typed-logs.test.ts"],
  },
  {
    name: "a link to a hidden page opens another page too",
    file: "src/platforms/web/link-signer.ts",
    find: "update(`${path}\\n${expires}`)",
    replace: "update(expires)",
    tests: ["test/platforms/web/link-signer.test.ts"],
  },
  {
    name: "a link to a hidden page opens it for ever",
    file: "src/platforms/web/link-signer.ts",
    find: "return until > now ? until : undefined;",
    replace: "return until;",
    tests: ["test/platforms/web/link-signer.test.ts"],
  },
];
