/** Hostile requests: each gets a whole reply of the protocol, and the desk goes on answering. */
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { createWorkQueue } from "../../../src/support/work-queue.ts";
import { countSettled, holdWork } from "../../held-work.ts";
import { serveTools, serveToolsHere, textOf, VERSIONS } from "./serving.ts";

const served = await serveTools();
afterAll(() => served.server.stop());
const { post } = served;

const message = (method: string, params?: unknown) =>
  JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });

it.each([
  ["no JSON", "{", 400],
  ["nothing", "", 400],
  ["a number", "7", 400],
  ["null", "null", 400],
  ["several messages at once", `[${message("tools/list")},${message("tools/list")}]`, 400],
  ["a hundred thousand brackets", "[".repeat(100_000), 400],
  ["more than a megabyte", JSON.stringify({ x: "x".repeat(2 ** 20) }), 413],
])("%s is refused", async (_, body, status) => {
  expect((await post(body)).status).toBe(status);
});

it.each([
  ["mcp-protocol-version", "2020-01-01"],
  ["mcp-protocol-version", "\u00ff".repeat(200)],
  ["mcp-method", "resources/read"],
  ["mcp-name", "\u00e9\u0009x"],
  ["accept-language", "zh;q=".repeat(2_000)],
  ["accept", "text/event-stream,".repeat(500)],
])("a header %s of any form is answered", async (name, value) => {
  const { status, body } = await post(message("tools/list"), { [name]: value });
  expect(status).toBeLessThan(500);
  expect(body).not.toMatch(/\bat .*\.(?:ts|js|mjs):\d/);
});

it("a body that is called something else is refused, and so is a reply that cannot be read", async () => {
  expect((await post(message("tools/list"), { "content-type": "text/plain" })).status).toBe(415);
  expect((await post(message("tools/list"), { accept: "text/html" })).status).toBe(406);
});

it("arguments of any depth and width are a mistake, not a failure", async () => {
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  const call = (given: string) =>
    post(`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"quote","arguments":${given}}}`);
  for (const given of [
    `{"speaker":${deep}}`,
    `{"speaker":[${deep}]}`,
    `{"constructor":"x","toString":"y"}`,
    JSON.stringify({ speaker: Array(10_000).fill("x") }),
    JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`a${index}`, "x"]))),
    JSON.stringify({ speaker: "x".repeat(900_000) }),
  ]) {
    const { status, body } = await call(given);
    expect(status).toBe(200);
    expect(body, given.slice(0, 60)).toMatch(/"outcome":"mistake"/);
  }
  expect((await call(`{"__proto__":{"speaker":"xi"}}`)).body).toMatch(/"outcome":"menu"/);
  expect(served.log.lines.filter(({ level }) => level === "error")).toEqual([]);
});

it.each([
  ["tools/list", { cursor: 7 }],
  ["tools/call", undefined],
  ["tools/call", { name: "quote", arguments: ["xi"] }],
  ["resources/list", { cursor: {} }],
  ["resources/templates/list", { cursor: 7 }],
  ["resources/read", {}],
  ["resources/read", { uri: 7 }],
  ["prompts/list", { cursor: null }],
  ["prompts/get", { name: "check-this-draft", arguments: { draft: 7 } }],
  ["completion/complete", undefined],
  ["completion/complete", { ref: { type: "x" }, argument: {} }],
])("%s with %j is told as a mistake in the request", async (method, params) => {
  const { body } = await post(message(method, params));
  const { error } = JSON.parse(body.slice(body.indexOf("{")));
  expect(error).toMatchObject({ code: -32_602, message: expect.stringContaining(method) });
  expect(served.log.lines.filter(({ level }) => level === "error")).toEqual([]);
});

it("a subscription ends at once, since nothing is announced", async () => {
  const client = await served.connect(VERSIONS[0]);
  expect(client.getServerCapabilities()).toEqual({ tools: {}, resources: {}, prompts: {}, completions: {} });
  const meta = {
    "io.modelcontextprotocol/protocolVersion": VERSIONS[0],
    "io.modelcontextprotocol/clientInfo": { name: "tests", version: "1" },
    "io.modelcontextprotocol/clientCapabilities": {},
  };
  const reply = await post(
    message("subscriptions/listen", { _meta: meta, notifications: { toolsListChanged: true } }),
    { "mcp-protocol-version": VERSIONS[0], "mcp-method": "subscriptions/listen" },
  );
  expect(reply.status).toBe(200);
});

it("any message has a whole reply, and no reply has more than the protocol's words", async () => {
  const word = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(
      "tools/call",
      "tools/list",
      "resources/read",
      "prompts/get",
      "quote",
      "__proto__",
      "name",
    ),
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      ...[word, fc.integer(), fc.constant(null), fc.boolean()],
      fc.array(tie("any"), { maxLength: 4 }),
      fc.dictionary(word, tie("any"), { maxKeys: 4 }),
    ),
  })).any;
  const params = fc.oneof(
    value,
    fc.record({ name: fc.constantFrom("quote", "check", "search", "x"), arguments: value }),
    fc.record({ uri: word, cursor: value, ref: value, argument: value }),
  );
  const method = fc.oneof(
    word,
    fc.constantFrom("tools/call", "resources/read", "resources/list", "prompts/get", "completion/complete"),
  );
  await fc.assert(
    fc.asyncProperty(method, params, value, async (name, given, id) => {
      const { status, body, headers } = await post(
        JSON.stringify({ jsonrpc: "2.0", id, method: name, params: given }),
      );
      expect([200, 202, 400, 404]).toContain(status);
      expect(body).not.toMatch(/\bat .*\.(?:ts|js|mjs):\d|node_modules|ENOENT/);
      for (const one of Object.values(headers)) expect(String(one)).toMatch(/^[\x20-\x7e]*$/);
    }),
    { numRuns: 300 },
  );
  expect(served.log.lines.filter(({ level }) => level === "error")).toEqual([]);
  const result = await (await served.connect()).callTool({
    name: "pledge",
    arguments: { subject: "alibaba" },
  });
  expect(textOf(result)).toContain("$15.5 billion");
});

it("whatever is asked for is text in the result, without what could steer a terminal", async () => {
  const client = await served.connect();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), async (typed) => {
      const { structuredContent, content } = await client.callTool({
        name: "search",
        arguments: { words: typed.toWellFormed() },
      });
      expect((structuredContent as { outcome: string }).outcome).not.toBe("failure");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(textOf({ content })).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e]/);
    }),
    { numRuns: 100 },
  );
});

it("so many calls are answered at once and no more: the others are told to come again", async () => {
  const { later } = createWorkQueue({ atOnce: 1, waiting: 3, patienceMs: 50 });
  const busy = await serveToolsHere(undefined, { workLater: later });
  const call = message("tools/call", { name: "check", arguments: { text: "Alibaba gave $7 million." } });
  const answered = holdWork();
  void later(answered.work);
  await answered.begun;
  const calls = Array.from({ length: 30 }, () => busy.post(call));
  await expect.poll(countSettled(calls)).toBe(27);
  answered.end();
  const replies = await Promise.all(calls);
  const refused = replies.filter(({ status }) => status === 503);
  expect(refused).toHaveLength(27);
  expect(refused[0]?.headers["retry-after"]).toBe("5");
  expect(JSON.parse(refused[0]!.body)).toMatchObject({ error: { code: -32_000 } });
  expect((await busy.post(call)).status).toBe(200);
  expect((await busy.post(message("tools/list"))).status).toBe(200);
});
