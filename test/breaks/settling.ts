/** Breaks of what workspaces and servers have of their own, and of how much is asked. */
import type { Break } from "./break.ts";

const SETTINGS = { file: "src/curation/settings.ts", tests: ["test/curation/settings.test.ts"] };

export const settling: readonly Break[] = [
  {
    name: "anyone changes the settings of a workspace",
    ...SETTINGS,
    find: "return (await refusal(from, bot)) ?? (await work());",
    replace: "return await work();",
  },
  {
    name: "a form of settings is kept in part though a value is refused",
    ...SETTINGS,
    find: "if (next === undefined) throw new RefusedValue(name);\n    return next;",
    replace: "return next ?? before;",
  },
  {
    name: "a shelf that is gone can be chosen",
    tests: SETTINGS.tests,
    file: "src/installations/workspace-settings.ts",
    find: ' || (read === "own" && !hasShelf)',
    replace: "",
  },
  {
    name: "an admin of another workspace counts as one",
    tests: SETTINGS.tests,
    file: "src/platforms/slack/standing.ts",
    find: "const isHere = workspace === undefined || team_id === workspace;",
    replace: "const isHere = true;",
  },
  {
    name: "a server that has not installed the app has settings",
    tests: SETTINGS.tests,
    file: "src/platforms/discord/interaction.ts",
    find: "owners === undefined || owners[GUILD_INSTALL] === server ? server : undefined;",
    replace: "owners === undefined || owners !== undefined ? server : undefined;",
  },
  {
    name: "what is sent to the desk is counted among what is asked",
    tests: ["test/curation/contract.test.ts"],
    file: "src/platforms/slack/curate.ts",
    find: "await policy.sendLimit?.(",
    replace: "await policy.askLimit?.(",
  },
  {
    name: "whoever may not ask any more uses up what the workspace has",
    tests: ["test/app/surroundings.test.ts"],
    file: "src/app/workspace-surroundings.ts",
    find: "(await all.askLimit?.(person)) ?? limit(`${platform} ${workspace}`)",
    replace: "(await limit(`${platform} ${workspace}`)) ?? all.askLimit?.(person)",
  },
  {
    name: "every answer waits for a database that is late",
    tests: ["test/coordination/limits.test.ts"],
    file: "src/coordination/database-limits.ts",
    find: "aloneUntil = performance.now() + alone;",
    replace: "aloneUntil = performance.now();",
  },
];
