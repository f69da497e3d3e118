/** Tests that what fills public pages has of a reserved source its passages alone, and all of one in the public domain. */
import { expect, it } from "vitest";
import { isPublicDomain, limitToRights } from "../../src/library/excerpts.ts";
import { collectEvidence } from "../../src/shelf/evidence.ts";
import { library, shelf } from "../desks.ts";

const limited = limitToRights(library);
const { hits } = await library.findSources({});
const evidence = [...shelf.records.values()].flatMap(collectEvidence);

it.each(hits.map((source) => [source.id, source] as const))("of %s", async (id, source) => {
  const isOpen = isPublicDomain(source);
  expect(await limited.text(id)).toBe(isOpen ? shelf.sources.get(id)!.text : undefined);
  const own = evidence.filter((one) => one.source === id);
  const [whole, shown] = [await library.contexts(own), await limited.contexts(own)];
  expect(whole.some(({ before, after }) => before + after !== "")).toBe(true);
  expect(shown.map(({ text }) => text)).toEqual(whole.map(({ text }) => text));
  expect(shown.some(({ before, after }) => before + after !== "")).toBe(isOpen);
});

it("of both kinds", () => {
  expect(new Set(hits.map(isPublicDomain)).size).toBe(2);
});
