/** Tests that the gateway package is discord.js's own, and what discord.js's `Client` lacks for a handed-over session. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { WebSocketManager as ImportedManager, type SessionInfo } from "@discordjs/ws";
import { Client, type ClientOptions, Events, SimpleShardingStrategy } from "discord.js";
import { expect, it, onTestFinished } from "vitest";
import { WebSocketManager } from "../../../src/platforms/discord/gateway-package.ts";
import { PROJECT } from "../../desks.ts";
import { startDiscord } from "../../stand-ins/discord.ts";

const here = createRequire(import.meta.url);
const dependenciesIn = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(file, "utf8")).dependencies;

it("the gateway package is the one that discord.js depends on, in the build that it loads", () => {
  const entry = here.resolve("discord.js");
  const theirs = dependenciesIn(join(entry, "../../package.json"));
  const ours = dependenciesIn(join(PROJECT, "package.json"));
  expect(ours["@discordjs/ws"]).toBe(theirs["@discordjs/ws"]);
  expect(Object.keys(ours).filter((name) => /^@?discord/.test(name))).toEqual([
    "@discordjs/ws",
    "discord.js",
  ]);
  expect(WebSocketManager).toBe(createRequire(entry)("@discordjs/ws").WebSocketManager);
  expect(WebSocketManager).not.toBe(ImportedManager);
});

/** A `Client` whose session is kept outside, as far as its options allow. */
function clientWith(apiUrl: string, session: SessionInfo | null) {
  const kept = { session, close: async (): Promise<void> => {} };
  const ws: ClientOptions["ws"] = {
    buildStrategy(manager) {
      const { updateSessionInfo } = manager.options;
      manager.options.retrieveSessionInfo = () => kept.session;
      manager.options.updateSessionInfo = (shard, info) => {
        if (info !== null) kept.session = info;
        return updateSessionInfo(shard, info);
      };
      kept.close = async () => manager.destroy({ code: 4200 });
      return new SimpleShardingStrategy(manager);
    },
  };
  return { client: new Client({ intents: [], rest: { api: apiUrl, retries: 0 }, ws }), kept };
}

it("discord.js’s Client never becomes ready on a session that another one began", async () => {
  const stand = await startDiscord();
  onTestFinished(() => stand.close());
  const first = clientWith(stand.apiUrl, null);
  const ready = new Promise((resolve) => first.client.once(Events.ClientReady, resolve));
  await first.client.login(stand.token);
  await ready;
  await first.kept.close();
  const second = clientWith(stand.apiUrl, first.kept.session);
  onTestFinished(() => second.client.destroy());
  const resumed = new Promise((resolve) => second.client.once(Events.ShardResume, resolve));
  await second.client.login(stand.token);
  await resumed;
  expect(stand.identified).toHaveLength(1);
  expect(stand.resumes).toBe(1);
  expect(second.client.isReady()).toBe(false);
  expect(second.client.application).toBeNull();
});
