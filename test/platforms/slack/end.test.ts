/** An end over Slack's sockets loses nothing: what has arrived is acked, what arrives while closing is answered by a call. */
import { expect, it } from "vitest";
import { commandPayload } from "../../stand-ins/slack-payloads.ts";
import { slow, startSlackBot, until } from "./slack-bot.ts";

/** Commands that are sent until no socket is open: some 400 a second, which the stand-in in the same process can take. */
async function loadedEnd(milliseconds: number, loops = 8) {
  const { stand, stop } = await startSlackBot({ replyTimeoutMs: 100 }, { extra: [slow(milliseconds)] });
  await until(() => stand.open === 2, "both sockets");
  const sent: { path: string; acked: boolean; answered: boolean }[] = [];
  let isOver = false;
  const loop = async () => {
    while (!isOver && stand.open > 0) {
      const responseUrl = stand.responseUrl();
      const one = { path: new URL(responseUrl).pathname, acked: false, answered: false };
      sent.push(one);
      const payload = commandPayload("/slow", "", responseUrl, { userId: `U0READER${sent.length}` });
      void stand.raw({ type: "slash_commands", payload }, sent.length % stand.open).then(
        (ack) => {
          one.acked = true;
          one.answered = "blocks" in ack;
        },
        () => {},
      );
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const load = Promise.all(Array.from({ length: loops }, loop));
  await until(() => sent.length > 100, "a load");
  await stop();
  isOver = true;
  await load;
  const posted = new Set(stand.posts.filter(({ body }) => "blocks" in body).map(({ url }) => url));
  const unanswered = sent.filter(({ path, answered }) => !answered && !posted.has(path));
  const unacked = sent.filter(({ acked }) => !acked);
  const twice = sent.filter(({ path, answered }) => answered && posted.has(path));
  await stand.close();
  return { unanswered, unacked, twice, posted };
}

it.each([
  ["quick", 0],
  ["slow", 150],
])("every %s command that was sent is answered once", async (_, milliseconds) => {
  for (let end = 0; end < 2; end++) {
    const { unanswered, unacked, twice, posted } = await loadedEnd(milliseconds);
    expect(unanswered).toHaveLength(0);
    expect(twice).toHaveLength(0);
    // Only what was sent while the socket closed has no ack, and that is answered by a call.
    expect(unacked.every(({ path }) => posted.has(path))).toBe(true);
  }
});
