/** Bolt's own HTTPReceiver, with an app that acks every command with a constant. */
import type { AddressInfo } from "node:net";
import { App, HTTPReceiver, type RespondArguments } from "@slack/bolt";
import { ordersGiven } from "./serving.ts";
import { silentLogger } from "./silent.ts";

const { secret, answer } = ordersGiven();
const message = JSON.parse(answer) as RespondArguments;
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
app.command(/^\/.+/, ({ ack }) => ack(message));
const server = await receiver.start({ port: 0, host: "127.0.0.1" });
console.log(JSON.stringify({ port: (server.address() as AddressInfo).port }));
