/** Tests what a workspace may ask in all, beside what each person may. */
import { expect, it } from "vitest";
import { createSurroundings } from "../../src/app/workspace-surroundings.ts";
import { createMemoryLimit } from "../../src/delivery/ask-limit.ts";
import type { DeliveryPolicy } from "../../src/delivery/policy.ts";
import type { WorkspaceSettings } from "../../src/installations/workspace-settings.ts";

/** Creates the surroundings of workspaces, over settings that a test changes. */
function made(settings: Record<string, WorkspaceSettings>, asksPerWorkspace?: number) {
  const policy: DeliveryPolicy = { defaultAudience: "room", askLimit: createMemoryLimit("ask", 3) };
  const nobody = () => Promise.reject(new Error("nobody is asked"));
  const none: WorkspaceSettings = {};
  const surroundingsOf = createSurroundings({
    ...{ platform: "slack", policy, botFor: nobody, withoutPages: (own: DeliveryPolicy) => own },
    ...(asksPerWorkspace === undefined ? {} : { asksPerWorkspace }),
    settings: { of: (workspace) => settings[workspace] ?? none, stored: nobody, change: nobody },
    shelves: { get: nobody },
    curation: { curationFor: () => ({ open: nobody, submit: nobody }) },
  });
  /** Asks as a person of a workspace. @returns whether they may */
  return async (workspace: string, person: string): Promise<boolean> =>
    (await (await surroundingsOf(workspace)).policy.askLimit?.(`slack ${workspace}/${person}`)) === undefined;
}

async function count(times: number, may: () => Promise<boolean>): Promise<number> {
  let allowed = 0;
  for (let turn = 0; turn < times; turn++) if (await may()) allowed += 1;
  return allowed;
}

it("is what its settings say, whoever asks, and another workspace has its own", async () => {
  const may = made({ T1: { asks: 4 } });
  expect(await count(3, () => may("T1", "ann"))).toBe(3);
  expect(await count(3, () => may("T1", "bob"))).toBe(1);
  expect(await count(3, () => may("T2", "ann"))).toBe(3);
});

it("is the deployment's where its settings say nothing, and any number where that does not either", async () => {
  const limited = made({ T1: { asks: 6 } }, 2);
  expect(await count(6, () => limited("T2", crypto.randomUUID()))).toBe(2);
  expect(await count(7, () => limited("T1", crypto.randomUUID()))).toBe(6);
  const free = made({});
  expect(await count(200, () => free("T1", crypto.randomUUID()))).toBe(200);
});

it("is not used up by whoever may not ask any more", async () => {
  const may = made({ T1: { asks: 5 } });
  expect(await count(100, () => may("T1", "ann"))).toBe(3);
  expect(await count(100, () => may("T1", "bob"))).toBe(2);
});

it("goes on being counted when other settings change", async () => {
  const settings: Record<string, WorkspaceSettings> = { T1: { asks: 2 } };
  const may = made(settings);
  expect(await count(2, () => may("T1", "ann"))).toBe(2);
  settings.T1 = { asks: 2, language: "en" };
  expect(await may("T1", "bob")).toBe(false);
});
