/** Tests that the library of an answer gathers what is asked for, remembers it, and gives what the library gives. */
import { expect, it } from "vitest";
import { createCountingLibrary } from "../../bench/shelf/counting-library.ts";
import { createAnswerLibrary } from "../../src/library/answer-library.ts";
import { contextOf, recordAt } from "../../src/library/lookups.ts";
import { collectEvidence } from "../../src/shelf/evidence.ts";
import { recordRef } from "../../src/shelf/kinds.ts";
import { referencesOf } from "../../src/shelf/references.ts";
import { library } from "../desks.ts";

it("asks at once for what is asked for one by one in one turn", async () => {
  const { library: counting, take } = createCountingLibrary(library);
  const own = createAnswerLibrary(counting);
  const ids = ["alibaba", "tencent", "xiaomi"];
  const records = await Promise.all(ids.map((id) => recordAt("organizations", id, own)));
  expect(records.map((record) => record?.id)).toEqual(ids);
  expect(take().calls).toBe(1);
});

it("asks for what belongs to one record for all that came with it", async () => {
  const { library: counting, take } = createCountingLibrary(library);
  const own = createAnswerLibrary(counting);
  const { hits } = await own.find({ kinds: ["pledges"], most: 20 });
  take();
  for (const record of hits) {
    for (const evidence of collectEvidence(record))
      expect(await contextOf(evidence, own)).toEqual(await contextOf(evidence, library));
    for (const ref of referencesOf(record))
      expect((await own.records([ref]))[0]).toEqual((await library.records([ref]))[0]);
    expect(await own.tallies([recordRef(record)])).toEqual(await library.tallies([recordRef(record)]));
  }
  expect(take().calls).toBeLessThanOrEqual(4);
});

it("asks nothing twice, also of what is not there", async () => {
  const { library: counting, take } = createCountingLibrary(library);
  const own = createAnswerLibrary(counting);
  for (let time = 0; time < 2; time++) {
    expect(await recordAt("people", "nobody", own)).toBeUndefined();
    await own.find({ words: "alibaba" });
    await own.mentions(["Alibaba and Tencent"], ["organizations"]);
    await own.about();
  }
  expect(take().calls).toBe(4);
});

it("asks again for what failed", async () => {
  let isDown = true;
  const failing = createAnswerLibrary({
    ...library,
    records: (refs) => (isDown ? Promise.reject(new Error("away")) : library.records(refs)),
    find: (query) => (isDown ? Promise.reject(new Error("away")) : library.find(query)),
  });
  await expect(recordAt("people", "lu-jun", failing)).rejects.toThrow("away");
  await expect(failing.find({})).rejects.toThrow("away");
  isDown = false;
  expect((await recordAt("people", "lu-jun", failing))?.id).toBe("lu-jun");
  expect((await failing.find({})).total).toBeGreaterThan(0);
});
