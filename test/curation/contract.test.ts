/** Tests suggesting, reporting and reviewing in chat: the same on Discord and on Slack, over their stand-ins. */
import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { AddSource } from "../../src/curation/add.ts";
import { createMemoryLimit } from "../../src/delivery/ask-limit.ts";
import { shelf } from "../desks.ts";
import { type CurationDesk, curationDesks, type DeskOptions, type DeskParts } from "./contract.ts";
import { createMemoryDesk, drafts, type MemoryEntry, quotation } from "./memory-desk.ts";

const [SOURCE = ""] = [...shelf.sources.keys()];
const TEXT = shelf.sources.get(SOURCE)!.text;
const SENTENCE = TEXT.slice(0, TEXT.indexOf(".") + 1);

/** Text that would be a mention, markup, a command, an escape or a path, if anything were read as such. */
const HOSTILE =
  "@everyone <!channel> <@U0ANN000001> *bold* `x` [a](https://e.example) \u001b[31m \u202Eabc ../../x /review x do:accept";

describe.each(curationDesks)("$platform", ({ start, id }) => {
  let desk: CurationDesk;
  let entries: MemoryEntry[];
  const open = async (
    some: MemoryEntry[] = [],
    parts: Partial<DeskParts> = {},
    options: DeskOptions = {},
  ) => {
    entries = some;
    const memory = createMemoryDesk(entries);
    const reviewers = new Set([id("ann"), id("bob")]);
    desk = await start({ ...{ desk: async () => memory, reviewers }, ...parts }, options);
  };
  const stateOf = (proposal: string) => entries.find((one) => one.proposal.id === proposal)?.state;
  afterEach(async () => expect(await desk.end()).toEqual([]));

  describe("a report", () => {
    it.each([
      ["of what was found", "pledge", "alibaba"],
      [
        "of a long ask",
        "check",
        `Alibaba pledged $20 billion ${"over the next five years ".repeat(9)}in all.`,
      ],
    ])("%s goes to the desk with what the answer was about", async (_, command, text) => {
      await open();
      const form = await desk.press(await desk.ask(command, text), "Report a problem");
      const told = await desk.fill(form, { remark: "The sum is wrong." });
      expect(told).toMatchObject({ isPrivate: true, replaces: false });
      expect(told.text).toContain("Your report waits for a reviewer");
      const [{ proposal, from } = {}] = entries;
      expect(from).toBe(id("ann"));
      expect(proposal?.remark).toBe("The sum is wrong.");
      expect(proposal?.about).toContain(`sources/${SOURCE}`);
      expect(proposal?.about?.some((ref) => ref.startsWith("pledges/alibaba"))).toBe(true);
    });

    it("is counted apart from what is asked", async () => {
      const limits = { askLimit: createMemoryLimit("ask", 1), sendLimit: createMemoryLimit("send", 1) };
      await open([], {}, { limits });
      const found = await desk.ask("pledge", "alibaba");
      const form = await desk.press(found, "Report a problem");
      await desk.fill(form, { remark: "The sum is wrong." });
      expect((await desk.fill(form, { remark: "It still is." })).text).toContain("Too many");
      expect(entries).toHaveLength(1);
      expect((await desk.ask("pledge", "tencent")).text).toContain("Too many");
      expect((await desk.ask("pledge", "tencent", "bob")).text).not.toContain("Too many");
    });

    it("cannot be sent where the database is away, and says so", async () => {
      await open([], { desk: () => Promise.reject(new Error("no database")) });
      const form = await desk.press(await desk.ask("pledge", "alibaba"), "Report a problem");
      expect((await desk.fill(form, { remark: "Wrong." })).text).toMatch(
        /cannot be kept at the moment.*Reference/,
      );
    });
  });

  describe("a suggestion", () => {
    it("begins with a message's text, and waits with its source, kind and sender", async () => {
      await open();
      const form = await desk.suggestOn(SENTENCE);
      expect(form.form?.values.passage).toBe(SENTENCE);
      expect(form.form?.options.source).toEqual([...shelf.sources.keys()]);
      const told = await desk.fill(form, { source: SOURCE, kind: "quotes", remark: "By the author." });
      expect(told.text).toContain("Your suggestion waits for a reviewer");
      expect(entries).toMatchObject([
        { from: id("ann"), proposal: { source: SOURCE, kind: "quotes", remark: "By the author." } },
      ]);
    });

    it("is offered where nothing is found", async () => {
      await open();
      const miss = await desk.ask("pledge", "jd.com");
      const form = await desk.press(miss, "Suggest a record");
      await desk.fill(form, { source: SOURCE, passage: SENTENCE, kind: "terms" });
      expect(entries).toHaveLength(1);
    });

    it("that the source does not have is shown the nearest words", async () => {
      await open();
      const form = await desk.suggestOn("These words stand nowhere.");
      const told = await desk.fill(form, { source: SOURCE, kind: "quotes" });
      expect(told.text).toContain("The source does not have this passage");
      expect(told.text).toContain(SENTENCE.slice(0, 30));
      expect(entries).toEqual([]);
    });

    it("whose words stand several times is asked which are meant", async () => {
      await open();
      const form = await desk.suggestOn("philanthropy");
      const told = await desk.fill(form, { source: SOURCE, kind: "terms" });
      expect(told.text).toMatch(/has these words \d+ times/);
      const done = await desk.press(told, "Place 2");
      expect(done.text).toContain("Your suggestion waits");
      const [first, second] = [TEXT.indexOf("philanthropy"), entries[0]!.proposal.passages[0]!.start];
      expect(second).toBe(TEXT.indexOf("philanthropy", first + 1));
    });
  });

  describe("reviewing", () => {
    it("is for reviewers alone, and asked anew at every press", async () => {
      const reviewers = new Set([id("ann")]);
      await open(drafts(quotation("q1")), { reviewers });
      expect((await desk.type("review", "bob")).text).toContain("Only reviewers can do this");
      const card = await desk.type("review");
      const form = await desk.press(card, "Edit");
      reviewers.clear();
      expect((await desk.press(card, "Accept")).text).toContain("Only reviewers can do this");
      expect((await desk.fill(form, {})).text).toContain("Only reviewers can do this");
      expect(stateOf("q1")).toBe("waiting");
    });

    it("shows one proposal, with its passage, its fields and what it answers, to the reviewer alone", async () => {
      await open(drafts(quotation("q1"), quotation("q2")));
      const card = await desk.type("review");
      expect(card.isPrivate).toBe(true);
      for (const words of [
        "Quotation, drafted · 2 waiting",
        SENTENCE.slice(0, 40),
        "Speaker",
        "Xi Jinping",
        "/quote xi-jinping",
      ])
        expect(card.text).toContain(words);
      expect(card.text).not.toContain('"Share"');
    });

    it("accepts, rejects, puts off and takes back, each in place of the one before", async () => {
      await open(drafts(quotation("q1"), quotation("q2"), quotation("q3")));
      const later = await desk.press(await desk.type("review"), "Later");
      expect(later.replaces).toBe(true);
      expect(later.text).toContain("Put behind the others.");
      const accepted = await desk.press(later, "Accept");
      expect(accepted.text).toContain("Accepted: quotes/q2.");
      const rejected = await desk.press(accepted, "Reject");
      expect(["q1", "q2", "q3"].map(stateOf)).toEqual(["deferred", "accepted", "rejected"]);
      const undone = await desk.press(rejected, "Undo");
      expect(undone.text).toContain("Taken back.");
      expect(stateOf("q3")).toBe("waiting");
    });

    it("has what was accepted or taken back answer at once, and nothing for what was not", async () => {
      let refreshed = 0;
      const refresh = async () => {
        refreshed += 1;
      };
      await open(drafts(quotation("q1"), quotation("q2")), { refresh });
      const accepted = await desk.press(await desk.type("review"), "Accept");
      await expect.poll(() => refreshed).toBe(1);
      const undone = await desk.press(accepted, "Undo");
      await expect.poll(() => refreshed).toBe(2);
      await desk.press(await desk.press(undone, "Later"), "Reject");
      expect(refreshed).toBe(2);
    });

    it("accepts what was edited: a field, one among the others, and a passage", async () => {
      const fields = (["donors", "amount", "value", "currency", "verb", "purpose"] as const).map((name) => ({
        ...{ name, value: `a ${name}` },
      }));
      await open(drafts(quotation("q1", { kind: "pledges", fields })));
      const form = await desk.press(await desk.type("review"), "Edit");
      expect(Object.keys(form.form!.values)).toEqual(["donors", "amount", "value", "others", "passage"]);
      expect(form.form!.values.others).toContain("Purpose: a purpose");
      const others = form.form!.values.others!.replace("a purpose", "floods");
      const done = await desk.fill(form, { donors: "Tencent", others, passage: SENTENCE.slice(0, 20) });
      expect(done.replaces).toBe(true);
      expect(done.text).toContain("Nothing waits for review.");
      expect(entries[0]).toMatchObject({
        state: "accepted",
        edits: {
          fields: { donors: "Tencent", purpose: "floods" },
          passages: [{ exact: SENTENCE.slice(0, 20) }],
        },
      });
      expect(Object.keys(entries[0]!.edits!.fields!)).toEqual(["donors", "purpose"]);
    });

    it("says what is wrong with an edit", async () => {
      await open(drafts(quotation("q1")));
      const form = await desk.press(await desk.type("review"), "Edit");
      const told = await desk.fill(form, { passage: "These words stand nowhere." });
      expect(told.text).toContain("It cannot be written so.");
      expect(stateOf("q1")).toBe("waiting");
    });

    it("offers those who may be meant", async () => {
      const question = { ask: "Which Xi?", candidates: ["Xi Jinping", "Xi Zhongxun"] };
      await open(drafts(quotation("q1", { fields: [{ name: "speaker", value: "", question }] })));
      const card = await desk.type("review");
      expect(card.text).toContain("Open: Which Xi? (Xi Jinping; Xi Zhongxun)");
      const form = await desk.press(card, "Edit");
      expect(form.form!.options.speaker).toEqual(question.candidates);
      await desk.fill(form, { speaker: "Xi Zhongxun" });
      expect(entries[0]!.edits).toEqual({ fields: { speaker: "Xi Zhongxun" } });
    });

    it("by two at once: one decides, and the other is told who did", async () => {
      await open(drafts(quotation("q1")));
      const [anns, bobs] = [await desk.type("review", "ann"), await desk.type("review", "bob")];
      const form = await desk.press(bobs, "Edit", "bob");
      await desk.press(anns, "Reject", "ann");
      for (const label of ["Accept", "Later", "Edit"])
        expect((await desk.press(bobs, label, "bob")).text).toContain("ann has rejected this already.");
      expect((await desk.fill(form, {}, "bob")).text).toContain("ann has rejected this already.");
      expect(stateOf("q1")).toBe("rejected");
    });

    it("goes on after a restart between any two steps", async () => {
      await open(drafts(quotation("q1"), quotation("q2")));
      const restart = () => {
        const memory = createMemoryDesk(entries);
        return desk.restart({ desk: async () => memory, reviewers: new Set([id("ann")]) });
      };
      const card = await desk.type("review");
      await restart();
      const form = await desk.press(card, "Edit");
      await restart();
      await desk.fill(form, { label: "Another label" });
      expect(entries[0]).toMatchObject({ state: "accepted", edits: { fields: { label: "Another label" } } });
      await restart();
      const undone = await desk.press(card, "Undo");
      expect(stateOf("q1")).toBe("waiting");
      await restart();
      await desk.press(undone, "Accept");
      expect(stateOf("q1")).toBe("accepted");
    });

    it("says at once where nothing can be accepted", async () => {
      await open(drafts(quotation("q1")), { isWritable: () => false });
      expect((await desk.type("review")).text).toContain("folder cannot be written here");
    });

    it("that takes long is promised, and comes", async () => {
      const memory = createMemoryDesk(drafts(quotation("q1"), quotation("q2")));
      const slowly = async () => {
        await setTimeout(60);
        return memory;
      };
      await open(memory.entries, { desk: slowly }, { replyTimeoutMs: 1 });
      const card = await desk.type("review");
      expect(card.text).toContain("drafted · 2 waiting");
      const next = await desk.press(card, "Accept");
      expect(next).toMatchObject({ replaces: true });
      expect(next.text).toContain("Accepted: quotes/q1.");
    });

    it("adds to the record that is known, which the card shows, or makes another", async () => {
      const differences = [{ what: "amount", here: "$15 billion", there: "$15.5 billion" }] as const;
      const known = { ref: "pledges/alibaba", as: "account", differences } as const;
      await open(drafts(quotation("q1", { known }), quotation("q2", { known })));
      const card = await desk.type("review");
      expect(card.text).toContain("pledges/alibaba is of the same");
      expect(card.text).not.toContain('"Accept"');
      const merged = await desk.press(card, "Add to that record");
      expect(merged.text).toContain("Added to quotes/known.");
      expect((await desk.press(merged, "Make another record")).text).toContain("Accepted: quotes/q2.");
    });
  });

  it("/refdesk status says what waits, and to reviewers where to go on", async () => {
    await open(drafts(quotation("q1")), { reviewers: new Set([id("ann")]) });
    const status = await desk.type("status");
    expect(status.text).toContain(`${shelf.records.size} of ${shelf.records.size}`);
    expect((await desk.press(status, "Review")).text).toContain("drafted · 1 waiting");
    expect((await desk.type("status", "bob")).text).not.toContain('"Review"');
  });

  it("/refdesk status gives the link to its page to reviewers alone", async () => {
    const url = "https://desk.example/status?expires=1&signature=x";
    await open([], { reviewers: new Set([id("ann")]), statusUrl: () => url });
    expect((await desk.type("status")).text).toContain(url);
    expect((await desk.type("status", "bob")).text).not.toContain("signature");
  });

  describe("a source", () => {
    const added: string[] = [];
    const addSource: AddSource = async (address) => {
      added.push(address);
      return address.endsWith("/gone") ? { type: "refused", why: "404" } : { type: "added", source: SOURCE };
    };

    it("is added by reviewers where the deployment lets them, and leads to its drafts", async () => {
      await open(drafts(quotation("q1")), { reviewers: new Set([id("ann")]), addSource });
      const form = await desk.press(await desk.type("status"), "Add a source");
      const reply = await desk.fill(form, { address: "https://news.example/a" });
      expect(reply.text).toContain(`Added: ${SOURCE}. 1 draft to review.`);
      expect((await desk.press(reply, "Review its drafts")).text).toContain("drafted · 1 waiting");
      for (const [address, words] of [
        ["http://news.example/a", "is no address that can be added"],
        ["file:///etc/passwd", "is no address that can be added"],
        ["https://news.example/gone", "It was not added: 404"],
      ] as const)
        expect((await desk.fill(form, { address })).text).toContain(words);
      expect((await desk.fill(form, { address: "https://news.example/b" }, "bob")).text).toContain(
        "Only reviewers",
      );
      const status = await desk.type("status");
      expect((await desk.press(status, "Add a source", "bob")).text).toContain("Only reviewers");
      expect(added.splice(0)).toEqual(["https://news.example/a", "https://news.example/gone"]);
    });

    it("is not added where it does not", async () => {
      await open();
      expect((await desk.type("status")).text).not.toContain("Add a source");
    });
  });

  it("hostile text is text, in every field and on every card", async () => {
    await open();
    const report = await desk.press(await desk.ask("pledge", "alibaba"), "Report a problem");
    await desk.fill(report, { remark: HOSTILE });
    const suggestion = await desk.suggestOn(HOSTILE);
    await desk.fill(suggestion, { source: SOURCE, kind: "quotes", remark: HOSTILE });
    await desk.fill(suggestion, { source: SOURCE, kind: "quotes", passage: SENTENCE, remark: HOSTILE });
    expect(entries.map(({ proposal }) => proposal.remark)).toEqual([HOSTILE, HOSTILE]);
    const fields = [
      { name: "speaker", value: HOSTILE, question: { ask: HOSTILE, candidates: [HOSTILE] } },
    ] as const;
    entries.push(...drafts(quotation("q9", { fields, answers: HOSTILE, remark: HOSTILE })));
    // The stand-ins refuse what mentions anyone, and check every payload against the platform's schemas.
    for (let card = await desk.type("review"); card.text.includes('"Reject"'); )
      card = await desk.press(card, "Reject");
    expect(entries.map(({ state }) => state)).toEqual(["rejected", "rejected", "rejected"]);
  });
});

it("a role makes a reviewer on Discord", async () => {
  const role = "1100000000000000777";
  const memory = createMemoryDesk(drafts(quotation("q1")));
  const parts = { desk: async () => memory, reviewers: new Set([`discord:role:${role}`]) };
  const [{ start } = curationDesks[0]!] = curationDesks;
  for (const [roles, words] of [
    [[role], "1 waiting"],
    [["1100000000000000778"], "Only reviewers"],
  ] as const) {
    const desk = await start(parts, { roles });
    expect((await desk.type("review")).text).toContain(words);
    expect(await desk.end()).toEqual([]);
  }
});
