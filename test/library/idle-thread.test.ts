/** Tests that an idle thread ends. The file has no other test, since it counts all threads of its process. */
import { expect, it } from "vitest";
import { bridgeQueries, createTextIndex } from "../../src/library/text-index.ts";
import { createThreadedTextIndex } from "../../src/library/threaded-text-index.ts";
import { createTopicBridge } from "../../src/library/topic-bridge.ts";
import { shelf } from "../desks.ts";

const { records } = shelf;
const here = createTextIndex({ records });

it("a closed index ends its thread once nothing more is asked, and answers what is asked later all the same", async () => {
  const threads = () => process.getActiveResourcesInfo().filter((name) => name === "MessagePort").length;
  const before = threads();
  // Between the library and its index stands the bridge of topic words.
  const index = bridgeQueries(
    createThreadedTextIndex({ records }, { idleMs: 100 }),
    createTopicBridge([], []),
  );
  index.close();
  for (let turn = 0; turn < 3; turn++) {
    const asked = index.ranked("donations");
    expect(threads()).toBeGreaterThan(before);
    expect(await asked).toEqual(await here.ranked("donations"));
    await expect.poll(threads).toBe(before);
  }
});
