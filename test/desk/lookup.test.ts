/** What the desk calls its records inside a sentence. */
import { expect, it } from "vitest";
import { nameInSentence } from "../../src/desk/lookup.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { bot, library } from "../desks.ts";

/** A group with a name, and a passage in which it is named. */
const group = (label: string, exact: string, type = "group"): AnyRecord =>
  ({ kind: "organizations", id: "x", label, type, roles: [{ evidence: { source: "s", exact } }] }) as never;

it.each([
  ["Analysts", "Most analysts agree.", "analysts"],
  ["Netizens on Weibo", "Many netizens on Weibo supported it.", "netizens on Weibo"],
  ["Beijing residents", "Residents of Beijing were there.", "Beijing residents"],
  ["Residents of Beijing", "Residents of Beijing were there.", "Residents of Beijing"],
  ["Workers", "The coworkers were there.", "Workers"],
])("%s, of which a source says “%s”, is %s", (label, exact, name) => {
  expect(nameInSentence(group(label, exact))).toBe(name);
  expect(nameInSentence(group(label, exact, "organization"))).toBe(label);
});

it("leaves every other name on the shelf as it is", async () => {
  const { hits } = await library.find({ kinds: ["people", "organizations", "events", "terms"] });
  const changed = hits.filter((record) => nameInSentence(record) !== record.label);
  expect(changed.map(({ id }) => id).sort()).toEqual(["analysts", "netizens-on-weibo"]);
});

it("has groups in sentences as the sources write them", async () => {
  const { opening } = await bot.answerLine("/quote analysts");
  expect(opening).toEqual([
    { type: "text", text: "No direct quotation of analysts on record. Reported speech follows." },
  ]);
  const { items, buttons } = await bot.answerLine("/check Netizens said “political awareness”.");
  expect(items[0]?.[1]).toEqual({
    type: "text",
    text: "Word for word in SupChina as words of netizens on Weibo (1 source).",
  });
  expect(buttons.map(({ label }) => label)).toContain("Quotes: netizens on Weibo");
});
