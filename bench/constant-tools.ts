/** Gives results of tools as constants, with the protocol's own package as its makers set it up: the baseline for tools. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { type CallToolResult, createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { ordersGiven } from "./serving.ts";

const results = ordersGiven().answers.map((answer) => JSON.parse(answer) as CallToolResult);
let turn = 0;

const handler = createMcpHandler(() => {
  const server = new McpServer({ name: "constant", version: "1.0.0" });
  for (const name of ["pledge", "quote", "define"])
    server.registerTool(
      name,
      { description: "Gives a constant", inputSchema: z.record(z.string(), z.string()) },
      async () => results[turn++ % results.length]!,
    );
  return server;
});

const handle = toNodeHandler(handler);
const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  // Node's own types leave a method out only of replies.
  void handle(request as Parameters<typeof handle>[0], response);
});
server.listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ port: (server.address() as AddressInfo).port }));
});
