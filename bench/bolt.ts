/** Runs Bolt's own HTTPReceiver with an app that acks every command with constants in turn. */
import type { AddressInfo } from "node:net";
import { App, HTTPReceiver, type RespondArguments } from "@slack/bolt";
import { ordersGiven } from "./serving.ts";
import { silentLogger } from "./silent.ts";

const { secret, answers } = ordersGiven();
const messages = answers.map((answer) => JSON.parse(answer) as RespondArguments);
let turn = 0;
const receiver = new HTTPReceiver({ signingSecret: secret, logger: silentLogger });
const app = new App({
  token: "xoxb-of-the-bench",
  receiver,
  logger: silentLogger,
  tokenVerificationEnabled: false,
  botId: "B0BENCH",
  botUserId: "U0BENCH",
  convoStore: false,
  ignoreSelf: false,
});
app.command(/^\/.+/, ({ ack }) => ack(messages[turn++ % messages.length]!));
const server = await receiver.start({ port: 0, host: "127.0.0.1" });
console.log(JSON.stringify({ port: (server.address() as AddressInfo).port }));
