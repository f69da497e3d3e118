/** Makes installations of the app, each with a shelf of its own, as a database and folders that a process starts over. */
import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { createSealer } from "../../src/installations/seal.ts";
import { openInstallations } from "../../src/installations/sql-installations.ts";
import { openSettings } from "../../src/installations/sql-settings.ts";
import { PROJECT } from "../bot.ts";

/** The app that is installed. */
export interface MadeApp {
  readonly clientId: string;
  readonly key: string;
}

/** Installations, and where they are kept. */
export interface MadeInstallations {
  readonly dataFolder: string;
  readonly teams: readonly string[];
}

const SCOPES = ["commands", "app_mentions:read", "im:history", "chat:write", "files:write", "users:read"];

const teamId = (number: number): string => `T0BENCH${String(number).padStart(5, "0")}`;

/** Makes a shelf: a folder of its own, with the texts and records of the project's. */
function makeShelfIn(folder: string): string {
  mkdirSync(folder);
  for (const part of ["seeds", "data"]) symlinkSync(join(PROJECT, part), join(folder, part));
  return folder;
}

/** Makes so many installations, each with a shelf of its own. */
export async function makeInstallations(
  root: string,
  count: number,
  { clientId, key }: MadeApp,
): Promise<MadeInstallations> {
  const folder = mkdtempSync(join(root, "workspaces-"));
  const dataFolder = join(folder, "kept");
  mkdirSync(dataFolder);
  const place = { folder: dataFolder };
  const installations = await openInstallations(place, clientId, createSealer([key]));
  const settings = await openSettings(place);
  const teams = Array.from({ length: count }, (_, number) => teamId(number));
  for (const owner of teams) {
    await installations.save({
      ...{ owner, organization: "", name: `Workspace ${owner}`, scopes: SCOPES, botId: `B${owner}` },
      ...{ botUser: `U${owner}`, token: `xoxb-${owner}-${"0".repeat(24)}`, installedAt: new Date() },
    });
    await settings.set(owner, { shelf: makeShelfIn(join(folder, owner)) });
  }
  await settings.close();
  await installations.close();
  return { dataFolder, teams };
}
