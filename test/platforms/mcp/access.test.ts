/** What may be read over HTTP: what everyone may, and with a key what is for the desk; and who may ask at all. */
import { describe, expect, it } from "vitest";
import { createLibrary } from "../../../src/library/embedded-library.ts";
import { collectEvidence } from "../../../src/shelf/evidence.ts";
import { recordRef } from "../../../src/shelf/kinds.ts";
import { readShelf } from "../../../src/shelf/shelf.ts";
import { shelf as own } from "../../desks.ts";
import { setting, shelfWith } from "../../shelves.ts";
import { KEY, serveToolsHere, textOf, VERSIONS } from "./serving.ts";

const [hiddenId = "", openId = ""] = own.sources.keys();
const library = createLibrary(
  await readShelf(shelfWith({ [`seeds/${hiddenId}.json`]: setting("/visibility", "desk") })),
);
const hiddenRecords = [...own.records.values()].filter((record) =>
  collectEvidence(record).some(({ source }) => source === hiddenId),
);

describe.each(VERSIONS)("a hidden source, in version %s", (version) => {
  it("and what stands on it is not there without a key", async () => {
    const client = await (await serveToolsHere(library)).connect(version);
    const { resources } = await client.listResources();
    const listed = JSON.stringify(resources);
    expect(listed).toContain(openId);
    expect(listed).not.toContain(hiddenId);
    expect(client.getInstructions()).toContain("1 stored source ");
    expect(client.getInstructions()).not.toContain(own.sources.get(hiddenId)!.title.text);
    for (const uri of [
      `refdesk://sources/${hiddenId}`,
      ...hiddenRecords.map((record) => `refdesk://records/${recordRef(record)}`),
    ])
      await expect(client.readResource({ uri })).rejects.toThrow("No such resource");
    const { completion } = await client.complete({
      ref: { type: "ref/resource", uri: "refdesk://sources/{id}" },
      argument: { name: "id", value: "" },
    });
    expect(completion.values).toEqual([openId]);
  });

  it("shows nothing of itself in the result of any tool without a key", async () => {
    const client = await (await serveToolsHere(library)).connect(version);
    const { tools } = await client.listTools();
    const openText = own.sources.get(openId)!.text;
    const secret = hiddenRecords
      .flatMap((record) => collectEvidence(record))
      .filter(({ source, exact }) => source === hiddenId && exact.length > 40 && !openText.includes(exact));
    expect(secret.length).toBeGreaterThan(10);
    const asked = [
      hiddenId,
      ...hiddenRecords.slice(0, 12).map(({ id }) => id),
      secret[0]!.exact.slice(0, 400),
    ];
    for (const { name, inputSchema } of tools)
      for (const text of asked) {
        const [first] = Object.keys(inputSchema.properties ?? {});
        const result = await client.callTool({ name, arguments: { [first!]: text } });
        const { ask: _, typed: __, ...shown } = result.structuredContent as Record<string, unknown>;
        const said = JSON.stringify(shown);
        for (const { exact } of secret.filter(({ exact }) => !text.includes(exact.slice(0, 40))))
          expect(said, `${name} ${text}`).not.toContain(JSON.stringify(exact).slice(1, -1));
        if (text !== hiddenId) expect(said).not.toContain(hiddenId);
      }
  });

  it("is not there without a key for having been asked for with one", async () => {
    const served = await serveToolsHere(library);
    const [withKey, without] = [await served.connectWithKey(version), await served.connect(version)];
    const ask = { name: "source", arguments: { source: hiddenId } };
    const title = own.sources.get(hiddenId)!.title.text;
    for (let times = 0; times < 2; times++) {
      expect(textOf(await withKey.callTool(ask))).toContain(title);
      expect(textOf(await without.callTool(ask))).not.toContain(title);
    }
  });

  it("is there with a key, and its pages are linked by addresses that open them", async () => {
    const client = await (await serveToolsHere(library)).connectWithKey(version);
    const { contents } = await client.readResource({ uri: `refdesk://sources/${hiddenId}` });
    expect(contents).toHaveLength(1);
    expect(JSON.stringify(contents)).toMatch(new RegExp(`/sources/${hiddenId}\\?expires=\\d+&signature=`));
    const result = await client.callTool({ name: "source", arguments: { source: hiddenId } });
    expect(textOf(result)).toContain(own.sources.get(hiddenId)!.title.text);
    const [record] = hiddenRecords;
    const read = await client.readResource({ uri: `refdesk://records/${recordRef(record!)}` });
    expect(JSON.stringify(read)).toMatch(/signature=/);
  });
});

describe("a request", () => {
  const ping = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });

  it.each([
    ["no key", {}, 200],
    ["the key", { authorization: `Bearer ${KEY}` }, 200],
    ["the key in other letters", { authorization: `Bearer ${KEY.toUpperCase()}` }, 401],
    ["half of the key", { authorization: `Bearer ${KEY.slice(0, 20)}` }, 401],
    ["no word of a key", { authorization: "Bearer" }, 401],
    ["another scheme", { authorization: `Basic ${KEY}` }, 401],
    ["a key that is very long", { authorization: `Bearer ${"x".repeat(5_000)}` }, 401],
    ["another host", { host: "evil.example" }, 403],
    ["another host with our name before it", { host: "localhost.evil.example" }, 403],
    ["a host that is none", { host: "a b" }, 403],
    ["the script of another site", { origin: "https://evil.example" }, 403],
    ["a script of nobody's", { origin: "null" }, 403],
    ["a script of this machine", { origin: "http://localhost:6274" }, 200],
    ["the public host", { host: "desk.example:8443", origin: "https://desk.example" }, 200],
  ])("with %s: %j gets %d", async (_, headers, status) => {
    const { post, log } = await serveToolsHere(undefined, { hosts: ["desk.example"] });
    const reply = await post(ping, headers);
    expect(reply.status).toBe(status);
    expect(reply.headers["cache-control"]).toBe("no-store");
    expect(JSON.stringify(log.lines)).not.toMatch(/key-of-these|evil/i);
  });

  it("with a key finds none where none is configured", async () => {
    const { post, log } = await serveToolsHere(undefined, { keys: [] });
    const reply = await post(ping, { authorization: `Bearer ${KEY}` });
    expect([reply.status, reply.headers["www-authenticate"]]).toEqual([401, 'Bearer realm="refdesk"']);
    expect(log.lines.map((line) => line.message)).toContainEqual(expect.stringMatching(/^refused .* key/));
  });

  it("takes any of several keys, however long", async () => {
    const keys = [KEY.replace("a-key", "b-key"), KEY, KEY.repeat(100)];
    const { post } = await serveToolsHere(undefined, { keys });
    for (const key of keys) expect((await post(ping, { authorization: `Bearer ${key}` })).status).toBe(200);
  });
});
