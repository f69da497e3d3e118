/** Tests who presses what, where, and who then sees it: the same on Discord and on Slack. */
import { afterEach, describe, expect, it } from "vitest";
import type { Audience } from "../../src/desk/answer.ts";
import { type ContractDesk, contractDesks } from "./press-contract.ts";

const CHECKED = "/check Alibaba pledged $20 billion";
/** An ask that no id of Discord’s controls holds. */
const LONG =
  "/check Alibaba pledged $20 billion over the next five years for common prosperity, as the papers of its home town say.";

describe.each(contractDesks)("$platform", ({ start }) => {
  let desk: ContractDesk;
  const open = async (defaultAudience: Audience = "room") => {
    // Long enough for a busy machine: nothing here is about late answers.
    desk = await start({ defaultAudience, replyTimeoutMs: 20_000 });
  };
  afterEach(async () => expect(await desk.end()).toEqual([]));

  describe("what is asked from a private message", () => {
    it.each([
      ["a button", "/pages private:yes", "Ask alibaba"],
      ["the More menu", "/pages private:yes", "Ask meituan"],
      ["a choice", "/quote jun", "Lu Jun"],
      ["a message that is private by itself", "/pages aside", "Ask alibaba"],
      ["a check", CHECKED, "Cite"],
    ])("by %s is for the asker alone, and so is what is asked from there", async (_, line, label) => {
      await open();
      const first = await desk.ask(line);
      expect(first.audience).toBe("asker");
      const second = await desk.press(first, label);
      expect(second).toMatchObject({ effect: "post", audience: "asker" });
      expect(second.text).toContain('"Share"');
      expect(desk.cited).toEqual([]);
    });

    it("is for the channel once it is shared, with who shared it", async () => {
      await open();
      const first = await desk.ask("/pages private:yes");
      const second = await desk.press(first, "Ask alibaba");
      const shared = await desk.press(second, "Share");
      expect(shared).toMatchObject({ effect: "post", audience: "room" });
      expect(shared.text).toContain("Shared by ann");
      await expect.poll(() => desk.cited.length).toBe(1);
    });
  });

  describe("what is asked from a message in the channel", () => {
    it.each([
      ["room", "ann", "room"],
      ["room", "bob", "asker"],
      ["asker", "ann", "asker"],
      ["asker", "bob", "asker"],
    ] as const)("where answers are for the %s, by %s: for the %s", async (byDefault, by, audience) => {
      await open(byDefault);
      const first = await desk.ask("/pages private:no");
      expect(first.audience).toBe("room");
      const second = await desk.press(first, "Ask alibaba", by);
      expect(second).toMatchObject({ effect: "post", audience });
    });

    it("is for the asker alone where nothing is found", async () => {
      await open();
      const first = await desk.ask("/pages");
      expect(await desk.press(first, "Ask jd.com")).toMatchObject({ effect: "post", audience: "asker" });
    });
  });

  describe("what a short answer leaves out", () => {
    it.each([
      ["room", "Whole passages", "ann"],
      ["room", "Whole passages", "bob"],
      ["room", "Notes (", "ann"],
      ["asker", "Notes (", "bob"],
    ] as const)(
      "where answers are for the %s, by “%s”, is for %s alone, beside it",
      async (byDefault, label, by) => {
        await open(byDefault);
        const first = await desk.ask("/pledge alibaba private:no");
        expect(first.audience).toBe("room");
        const second = await desk.press(first, label, by);
        expect(second).toMatchObject({ effect: "post", audience: "asker" });
        expect(second.text).toContain("does not name common prosperity");
        // Only what everyone saw is recorded.
        await expect.poll(() => desk.cited.length).toBe(1);
      },
    );

    it.each([
      ["Whole passages", "In light of these announcements"],
      ["Notes (", "Notes on"],
    ])("of a long ask too: “%s”", async (label, expected) => {
      await open();
      const first = await desk.ask(LONG);
      expect(first.text).not.toContain(expected);
      const second = await desk.press(first, label);
      expect(second).toMatchObject({ effect: "post", audience: "asker" });
      expect(second.text).toContain(expected);
    });
  });

  describe("turning a page", () => {
    it.each([
      ["private:yes", "room", "asker"],
      ["private:no", "room", "room"],
      ["private:no", "asker", "room"],
    ] as const)(
      "of %s, where answers are for the %s, leaves it for the %s",
      async (said, byDefault, audience) => {
        await open(byDefault);
        const first = await desk.ask(`/pages ${said}`);
        const second = await desk.press(first, "Next");
        expect(second).toMatchObject({ effect: "replace", audience });
        const back = await desk.press(second, "Back");
        expect(back).toMatchObject({ effect: "replace", audience });
      },
    );

    it("by anyone else gives them a message of their own", async () => {
      await open();
      const first = await desk.ask("/pages");
      const second = await desk.press(first, "Next", "bob");
      expect(second).toMatchObject({ effect: "post", audience: "asker" });
      expect(await desk.press(second, "Back", "bob")).toMatchObject({ effect: "replace", audience: "asker" });
    });

    it("of a shared message leaves it in the channel, whatever it is for by itself", async () => {
      await open();
      const shared = await desk.press(await desk.ask("/pages aside"), "Share");
      expect(shared.audience).toBe("room");
      const turned = await desk.press(shared, "Next");
      expect(turned).toMatchObject({ effect: "replace", audience: "room" });
      expect(turned.text).toContain('"Delete"');
      expect(turned.text).not.toContain("Only visible to you");
    });
  });

  describe("what is asked by a mention", () => {
    it("is for the channel where something is found, and its asker turns its pages and removes it", async () => {
      await open();
      const { reply, aside } = await desk.write("/pages");
      expect(aside).toBeUndefined();
      expect(reply).toMatchObject({ effect: "post", audience: "room" });
      await expect.poll(() => desk.cited.length).toBe(1);
      const others = await desk.press(reply, "Next", "bob");
      expect(others).toMatchObject({ effect: "post", audience: "asker" });
      const turned = await desk.press(reply, "Next");
      expect(turned).toMatchObject({ effect: "replace", audience: "room" });
      expect(await desk.press(turned, "Back")).toMatchObject({ effect: "replace", audience: "room" });
      expect(await desk.press(turned, "Delete", "bob")).toMatchObject({ effect: "refuse" });
      expect(await desk.press(turned, "Delete")).toMatchObject({ effect: "delete" });
    });

    it.each([
      ["a check", CHECKED, "15.5 billion"],
      ["a miss", "pledge jd.com", "Nothing on record"],
      ["a menu", "/quote jun", "Lu Jun"],
      ["a question that nothing answers", "how much did jd.com pledge?", "jd.com"],
      ["what was asked privately", "/pages private:yes", "Ten coins"],
      ["a mistake", "/quote xi wher:x", "wher"],
      ["what is for its asker by itself", "/pages aside", "Ten coins"],
      ["a mention of the bot alone", "", "What can be asked"],
    ])("is for its asker alone where it is %s, until it is shared", async (_, line, words) => {
      await open();
      const { reply, room } = await desk.write(line);
      expect(reply).toMatchObject({ effect: "post", audience: "asker" });
      expect(reply.text).toContain(words);
      expect(room.replace(/"custom_id":"[^"]*"/g, "")).not.toContain(words);
      expect(desk.cited).toEqual([]);
      if (!reply.text.includes('"Share"')) return;
      const shared = await desk.press(reply, "Share");
      expect(shared).toMatchObject({ effect: "post", audience: "room" });
      expect(shared.text).toContain(words);
    });

    it("is opened and removed by nobody else", async () => {
      await open("asker");
      const { reply, aside } = await desk.write("pledge alibaba");
      expect(reply.audience).toBe("asker");
      if (!aside) return; // Slack shows it to nobody else.
      const others = await desk.press(aside, "Show it", "bob");
      expect(others.audience).toBe("asker");
      expect(others.text).toContain("Only the person who asked can open this.");
      expect(await desk.press(aside, "Delete", "bob")).toMatchObject({ effect: "refuse" });
      expect(await desk.press(aside, "Delete")).toMatchObject({ effect: "delete" });
    });

    it("in a direct message is for the two who are there, whatever it is", async () => {
      await open("asker");
      for (const line of ["pledge alibaba", CHECKED, "pledge jd.com", "/quote jun"]) {
        const { reply, aside } = await desk.write(line, { isDirect: true });
        expect([aside, reply.audience]).toEqual([undefined, "room"]);
      }
    });
  });

  it("who asked removes a message, and so does who shared it; nobody else can", async () => {
    await open();
    const first = await desk.ask("/pages");
    expect(await desk.press(first, "Delete", "bob")).toMatchObject({ effect: "refuse", audience: "asker" });
    expect(await desk.press(first, "Delete")).toMatchObject({ effect: "delete" });
    const shared = await desk.press(await desk.ask("/pages private:yes"), "Share");
    expect(await desk.press(shared, "Delete", "bob")).toMatchObject({ effect: "refuse", audience: "asker" });
    expect(await desk.press(shared, "Delete")).toMatchObject({ effect: "delete" });
  });
});
