/** Tests that Discord shows an answer's file with its first page only. */
import { expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { createBotFactory } from "../../../src/desk/bot.ts";
import { discordGateway } from "../../../src/platforms/discord/gateway.ts";
import { filed } from "../../delivery/cited.ts";
import { keptLog, library } from "../../desks.ts";
import { startDiscord } from "../../stand-ins/discord.ts";

it("comes as an edit of the same message, which names it; in private too", async () => {
  const stand = await startDiscord();
  const log = keptLog();
  const stop = await discordGateway(
    stand,
    { defaultAudience: "room", replyTimeoutMs: 60_000 },
    log,
  )(createBotFactory(library, [...commands, filed], log));
  for (const secret of [false, true]) {
    const answer = await stand.command("filed", { what: "x", private: secret } as never);
    expect(JSON.stringify(answer.data)).not.toContain("attachment://");
    const { kind, body, files } = await stand.afterwards(answer);
    expect(kind).toBe("edit");
    expect(JSON.stringify(body)).toContain('{"type":13,"file":{"url":"attachment://list.txt"}}');
    expect(files).toEqual([{ filename: "list.txt", bytes: Buffer.from("One.\n\nTwo “两”.\n") }]);
  }
  await stop();
  await stand.close();
  expect(stand.faults).toEqual([]);
});
