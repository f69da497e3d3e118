/**
 * Runs the Chat SDK's own adapters on `node:http`, answering every command with a card that has the words and
 * buttons of Refdesk's answer, as a constant. It acknowledges requests and then posts the answer by a call, the only
 * way it offers.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createDiscordAdapter } from "@chat-adapter/discord";
import { createSlackAdapter } from "@chat-adapter/slack";
import { createMemoryState } from "@chat-adapter/state-memory";
import { Actions, Button, Card, CardText, Chat, ConsoleLogger, LinkButton } from "chat";

const { platform, publicKey, secret, answers } = JSON.parse(readFileSync(process.env.BENCH ?? "", "utf8"));
const apiUrl = process.env.API_URL ?? "";

// The Discord adapter's base URL cannot be configured for some calls, so they are redirected to the stand-in here.
const { fetch: call } = globalThis;
globalThis.fetch = (url, options) =>
  call(String(url).replace("https://discord.com/api/v10", apiUrl), options);

/** Yields the texts and buttons of a Discord message in reading order. */
function* partsOf(components) {
  for (const { content, type, label, custom_id: id, url, components: inner, accessory } of components ?? []) {
    if (content) yield CardText(content);
    if (type === 2)
      yield Actions([url ? LinkButton({ label, url }) : Button({ label: label ?? "?", id: id ?? "x" })]);
    yield* partsOf(inner);
    if (accessory) yield* partsOf([accessory]);
  }
}

const cards = answers.map((answer) => Card({ children: [...partsOf(JSON.parse(answer).data.components)] }));
let turn = 0;

const logger = new ConsoleLogger("warn");
const adapters =
  platform === "discord"
    ? {
        discord: createDiscordAdapter({
          ...{ apiUrl, publicKey, botToken: "of-the-bench", applicationId: "1100000000000000401" },
          contentFormat: "componentsv2",
          logger,
        }),
      }
    : {
        slack: createSlackAdapter({
          ...{
            apiUrl: `${apiUrl}/`,
            signingSecret: secret,
            botToken: "xoxb-of-the-bench",
            botUserId: "U0BENCH",
          },
          logger,
        }),
      };

const chat = new Chat({ userName: "refdesk", adapters, state: createMemoryState(), logger });
chat.onSlashCommand(async ({ channel }) => {
  await channel.post(cards[turn++ % cards.length]);
});
await chat.initialize();

const waitUntil = (work) => void work.catch((error) => console.error(error));

const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", async () => {
    const { method, url, headers } = request;
    const body = Buffer.concat(chunks);
    const asked = new Request(`http://127.0.0.1${url}`, { method, headers, body });
    const reply = await chat.webhooks[platform](asked, { waitUntil });
    const text = await reply.text();
    const length = { "content-length": Buffer.byteLength(text) };
    response.writeHead(reply.status, { ...Object.fromEntries(reply.headers), ...length }).end(text);
  });
});
server.listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ port: server.address().port }));
});
