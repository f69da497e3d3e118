/** Resources and prompts, as the protocol's own client lists, reads and completes them. */
import { afterAll, describe, expect, it } from "vitest";
import { recordRef } from "../../../src/shelf/kinds.ts";
import { shelf } from "../../desks.ts";
import { serveTools, VERSIONS } from "./serving.ts";

const served = await serveTools();
afterAll(() => served.server.stop());

describe.each(VERSIONS)("in version %s", async (version) => {
  const client = await served.connect(version);
  const read = async (uri: string) => {
    const [content] = (await client.readResource({ uri })).contents;
    return JSON.parse(content && "text" in content ? content.text : "");
  };

  it("lists every source and every record once, page by page", async () => {
    const all: string[] = [];
    const sizes: number[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = await client.listResources(cursor === undefined ? { cursor: "1" } : { cursor });
      sizes.push(page.resources.length);
      all.push(...page.resources.map(({ uri }) => uri));
      cursor = page.nextCursor;
    }
    expect(all).toEqual([
      ...[...shelf.sources.keys()].map((id) => `refdesk://sources/${id}`),
      ...[...shelf.records.values()].map((record) => `refdesk://records/${recordRef(record)}`),
    ]);
    expect(Math.max(...sizes)).toBe(100);
    expect(sizes.length).toBeGreaterThan(1);
  });

  it("reads each as the API gives it", async () => {
    for (const id of shelf.sources.keys())
      expect(await read(`refdesk://sources/${id}`)).toEqual(await served.api(`/api/sources/${id}`));
    for (const record of shelf.records.values())
      expect(await read(`refdesk://records/${recordRef(record)}`)).toEqual(
        await served.api(`/api/records/${recordRef(record)}`),
      );
  });

  it.each([
    "refdesk://sources/nothing",
    "refdesk://sources/VOA-common-prosperity",
    "refdesk://sources/../package.json",
    "refdesk://sources/voa-common-prosperity/..",
    "refdesk://sources/%2e%2e%2fpackage",
    "refdesk://records/__proto__/constructor",
    "refdesk://records/quotes/__proto__",
    "refdesk://records/words/nobody",
    "file:///etc/passwd",
    `refdesk://sources/${"a".repeat(10_000)}`,
    "",
  ])("has nothing at %s", async (uri) => {
    await expect(client.readResource({ uri })).rejects.toThrow("No such resource");
  });

  it("has no page of another name", async () => {
    for (const cursor of ["0", "-1", "1e9", "x", "99999999999"])
      await expect(client.listResources({ cursor })).rejects.toThrow("No such cursor");
    expect((await client.listResources({ cursor: "999999" })).resources).toEqual([]);
  });

  it("completes ids and kinds", async () => {
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      "refdesk://sources/{id}",
      "refdesk://records/{kind}/{id}",
    ]);
    const complete = async (uri: string, name: string, value: string, given: Record<string, string> = {}) =>
      (
        await client.complete({
          ref: { type: "ref/resource", uri },
          argument: { name, value },
          context: { arguments: given },
        })
      ).completion.values;
    const [source, record] = resourceTemplates.map(({ uriTemplate }) => uriTemplate);
    expect(await complete(source!, "id", "voa")).toEqual(["voa-common-prosperity"]);
    expect(await complete(record!, "kind", "p")).toEqual(["pledges", "people"]);
    expect(await complete(record!, "id", "ali", { kind: "organizations" })).toContain("alibaba");
    expect(await complete(record!, "id", "ali", { kind: "people" })).not.toContain("alibaba");
    expect(await complete(record!, "id", "x".repeat(5_000))).toEqual([]);
    expect(await complete(record!, "nothing", "a")).toEqual([]);
    expect(await complete("refdesk://nothing/{id}", "id", "a")).toEqual([]);
  });

  it("offers two prompts, which hold what they were given", async () => {
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name, title }) => [name, title])).toEqual([
      ["answer-with-sources", "Answer with sources"],
      ["check-this-draft", "Check this draft"],
    ]);
    const { messages } = await client.getPrompt({
      name: "check-this-draft",
      arguments: { draft: "Alibaba gave $16 billion." },
    });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      role: "user",
      content: { text: expect.stringMatching(/one sentence or two at a time[\s\S]*\n\nAlibaba gave \$16/) },
    });
    await expect(client.getPrompt({ name: "check-this-draft", arguments: {} })).rejects.toThrow("draft");
    await expect(client.getPrompt({ name: "constructor", arguments: {} })).rejects.toThrow("No such prompt");
    await expect(
      client.getPrompt({ name: "answer-with-sources", arguments: { question: "x".repeat(100_001) } }),
    ).rejects.toThrow("100000 characters");
  });
});
