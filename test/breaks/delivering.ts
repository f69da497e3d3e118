/** Breaks of how an answer becomes a message: its short form, its controls, and who may press them. */
import type { Break } from "./break.ts";

const PRESS = { file: "src/delivery/press.ts", tests: ["test/delivery/press.test.ts"] };
const BRIEF = { tests: ["test/delivery/brief.test.ts"] };
const EXCERPT = { file: "src/delivery/excerpt.ts", tests: ["test/delivery/excerpt.test.ts"] };
const LAYOUT = { file: "src/delivery/layout.ts", tests: ["test/delivery/layout.test.ts"] };

export const delivering: readonly Break[] = [
  {
    name: "anyone opens what a message keeps for its asker",
    ...PRESS,
    find: '!isOwner && (kind === "dismiss" || kind === "open")',
    replace: '!isOwner && kind === "dismiss"',
  },
  {
    name: "anyone removes a message",
    ...PRESS,
    find: '!isOwner && (kind === "dismiss" || kind === "open")',
    replace: '!isOwner && kind === "open"',
  },
  {
    name: "what is asked from a private message is for everyone",
    ...PRESS,
    find: "turnsPage || isPrivate || !isOwner",
    replace: "turnsPage || !isOwner",
  },
  {
    name: "anyone turns the pages of a message for all",
    ...PRESS,
    find: "if (turnsPage && isOwner)",
    replace: "if (turnsPage)",
  },
  {
    name: "a caution of a note is missing from the short form",
    ...BRIEF,
    file: "src/delivery/brief-items.ts",
    find: "    ...cautions,\n  ]);",
    replace: "  ]);",
  },
  {
    name: "that the sources differ is missing from the short form",
    ...BRIEF,
    file: "src/delivery/brief-items.ts",
    find: "...(differs && !lead.text.includes(brief.differ) ? [first] : []),",
    replace: "",
  },
  {
    name: "whose words they are is missing from the short form",
    ...BRIEF,
    file: "src/delivery/brief-items.ts",
    find: "if (credit !== undefined) return { ...block, speaker: credit, passages, compact: true };",
    replace: "if (credit !== undefined) return { ...unnamed, passages, compact: true };",
  },
  {
    name: "the whole passages are not offered where the short form leaves some out",
    ...BRIEF,
    file: "src/delivery/brief.ts",
    find: "leavesOut(answer, short, messages)",
    replace: "false",
  },
  {
    name: "a caution is said twice",
    ...BRIEF,
    file: "src/delivery/brief.ts",
    find: "      return isNew;\n",
    replace: "      return isNew || true;\n",
  },
  {
    name: "that nobody has reviewed an answer is not said",
    ...BRIEF,
    file: "src/delivery/source-line.ts",
    find: "reviewed.count === 0 ? brief.unreviewed",
    replace: "reviewed.count === 0 ? undefined",
  },
  {
    name: "a denial is cut from a passage",
    ...EXCERPT,
    find: "...[DENIES, LIMITS],",
    replace: "...[LIMITS],",
  },
  {
    name: "a condition is cut from a passage",
    ...EXCERPT,
    find: "  clausePattern(({ supposes }) => supposes),\n",
    replace: "",
  },
  {
    name: "who speaks is cut from a passage",
    ...EXCERPT,
    find: "KEPT.test(clause) || (clause.match(WORD) ?? []).some((word) => SAYS.has(word))",
    replace: "KEPT.test(clause)",
  },
  {
    name: "a passage ends before the sentence that turns its sense",
    ...EXCERPT,
    find: " && !TURNS.test(text.slice(end, end + BEGINNING).toLowerCase())",
    replace: "",
  },
  {
    name: "that a passage is cut is not marked",
    ...EXCERPT,
    find: "...(index === 0 && from > 0 ? { before: true as const } : {}),",
    replace: "",
  },
  {
    name: "a number is cut at its comma",
    ...EXCERPT,
    find: " && !/\\d[,.]$/.test(text.slice(0, end))",
    replace: "",
  },
  {
    name: "“Only you can see this” stands on what everyone sees",
    ...LAYOUT,
    find: "const canShare = isPrivate && ",
    replace: "const canShare = ",
  },
  {
    name: "an ask too long for its button has one that does not work",
    ...LAYOUT,
    find: 'if (control.type === "ask") return control.line.length <= buttonLine || isRead(control);',
    replace: 'if (control.type === "ask") return true;',
  },
  {
    name: "a menu shows its choices as text too",
    ...LAYOUT,
    find: "const isListed = !isMenu && (",
    replace: "const isListed = (",
  },
  {
    name: "a message has more than five buttons",
    ...{ file: "src/delivery/controls.ts", tests: ["test/delivery/layout.test.ts"] },
    find: "...questions.slice(0, room).map(",
    replace: "...questions.map(",
  },
];
