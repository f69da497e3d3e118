/** Tests what each press does and who sees it, for every combination of press, presser, message and answer. */
import { describe, expect, it } from "vitest";
import { decidePress, type PressDecision } from "../../src/delivery/press.ts";
import type { Outcome } from "../../src/desk/answer.ts";

const OUTCOMES: readonly Outcome[] = ["found", "menu", "nothing", "mistake", "failure"];
const OTHERS = OUTCOMES.filter((outcome) => outcome !== "found");

const decision = (text: string): PressDecision => {
  const [effect, audience] = text.split(" ");
  return { effect, audience } as PressDecision;
};

type Row = readonly [
  kind: "next" | "ask" | "share",
  outcomes: readonly Outcome[],
  froms: readonly number[],
  ownPrivate: string,
  ownPublic: string,
  otherPrivate: string,
  otherPublic: string,
];

const ROWS: readonly Row[] = [
  // kind, outcomes, from, then the decision for: owner private, owner public, other private, other public
  ["next", ["found"], [1, 4], "replace asker", "replace room", "post asker", "post asker"],
  ["next", OTHERS, [1, 4], "post asker", "post default", "post asker", "post asker"],
  ["ask", ["found"], [4], "replace asker", "replace room", "post asker", "post asker"],
  ["ask", ["found"], [1], "post asker", "post default", "post asker", "post asker"],
  ["ask", OTHERS, [1, 4], "post asker", "post default", "post asker", "post asker"],
  ["share", ["found"], [1, 4], "post room", "post asker", "post asker", "post asker"],
  ["share", OTHERS, [1, 4], "post asker", "post asker", "post asker", "post asker"],
];

const PRESSES = ROWS.flatMap(([kind, outcomes, froms, ...decisions]) =>
  outcomes.flatMap((outcome) =>
    froms.flatMap((from) =>
      decisions.map((expected, index) => ({
        press: { kind, outcome, from, isOwner: index < 2, isPrivate: index % 2 === 0 },
        expected,
      })),
    ),
  ),
);

describe("a press that asks", () => {
  it.each(PRESSES)("$press gives “$expected”", ({ press, expected }) => {
    expect(decidePress(press)).toEqual(decision(expected));
  });

  it.each([true, false].flatMap((isOwner) => [true, false].map((isPrivate) => ({ isOwner, isPrivate }))))(
    "for what a short answer leaves out gives the presser alone a message beside it: %j",
    (who) => {
      const press = { ...who, kind: "ask", outcome: "found", isDetail: true } as const;
      expect(decidePress({ ...press, from: 1 })).toEqual(decision("post asker"));
      // Its own pages turn in place, as any message's do.
      expect(decidePress({ ...press, from: 4 })).toEqual(decidePress({ ...press, from: 4, isDetail: false }));
    },
  );

  it("has a row for every combination", () => {
    const keys = new Set(PRESSES.map(({ press }) => JSON.stringify(press)));
    expect([keys.size, PRESSES.length]).toEqual([3 * OUTCOMES.length * 2 * 4, 3 * OUTCOMES.length * 2 * 4]);
  });

  it("never puts into the channel what anyone else than the owner pressed, or what is not shared", () => {
    for (const { press } of PRESSES)
      if (!press.isOwner || (press.isPrivate && press.kind !== "share"))
        expect(decidePress(press).audience, JSON.stringify(press)).toBe("asker");
  });
});

describe("a press that opens", () => {
  const PRESSED = OUTCOMES.flatMap((outcome) =>
    [true, false].map((isPrivate) => ({ kind: "open", outcome, from: 1, isPrivate }) as const),
  );

  it.each(PRESSED)("%j is for its owner alone, and refused to anybody else", (press) => {
    expect(decidePress({ ...press, isOwner: true })).toEqual(decision("post asker"));
    expect(decidePress({ ...press, isOwner: false })).toEqual(decision("refuse asker"));
  });
});

describe("a press that removes", () => {
  it.each([
    [true, true, "delete asker"],
    [true, false, "delete room"],
    [false, true, "refuse asker"],
    [false, false, "refuse asker"],
  ])("by its owner: %s, of a private message: %s", (isOwner, isPrivate, expected) => {
    expect(decidePress({ kind: "dismiss", isOwner, isPrivate })).toEqual(decision(expected));
  });
});
