/** Serves one page as a constant, with Refdesk's headers, on plain `node:http`: the baseline for pages. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ordersGiven } from "./serving.ts";

const [page = "", headers = "{}"] = ordersGiven().answers;
const sent = {
  ...(JSON.parse(headers) as Record<string, string>),
  "content-length": Buffer.byteLength(page),
};
const body = Buffer.from(page);

const server = createServer({ keepAliveTimeout: 65_000 }, (_request, response) => {
  response.writeHead(200, sent).end(body);
});
server.listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ port: (server.address() as AddressInfo).port }));
});
