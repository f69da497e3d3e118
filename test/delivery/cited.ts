/** A command whose pages cite different sources, one that changes, and what is noted of them, for both platforms. */

import type { RecordCitations } from "../../src/citation-log/citation-log.ts";
import { createAnswer } from "../../src/desk/answer.ts";
import type { Command } from "../../src/desk/command.ts";
import { broken, loadAnswer } from "../desks.ts";

const sources = ["a", "b"].map((id, index) => ({ number: index + 1, id, short: id, full: `${id}.` }));
const item = (source: number) =>
  [{ type: "quote", passages: [{ source, text: "Ten coins. ".repeat(60), start: 0, end: 660 }] }] as const;

/** Cites one source on its first pages, and another on its last. */
export const paged: Command = {
  ...broken,
  name: "paged",
  load: loadAnswer(async (ask) =>
    createAnswer({
      ask,
      title: "Paged",
      outcome: "found",
      items: [...Array(11).fill(item(1)), item(2)],
      sources,
    }),
  ),
};

/** Tells how often it was asked, and where from. */
export const changing = (): Command => {
  let asked = 0;
  return {
    ...broken,
    name: "changing",
    cacheable: false,
    load: loadAnswer(async (ask, { conversation }) =>
      createAnswer({
        ask,
        title: "Changing",
        outcome: "found",
        opening: [{ type: "text", text: `Asked ${++asked} from ${conversation}.` }],
      }),
    ),
  };
};

/** Has a file beside its answer. */
export const filed: Command = {
  ...broken,
  name: "filed",
  load: loadAnswer(async (ask) =>
    createAnswer({
      ask,
      title: "Filed",
      outcome: "found",
      opening: [{ type: "text", text: "One." }],
      file: { type: "file", name: "list.txt", title: "A list", text: "One.\n\nTwo “两”.\n" },
    }),
  ),
};

/** What was noted, in order. */
export function noted(): {
  readonly lines: [conversation: string, sources: readonly string[]][];
  note: RecordCitations;
} {
  const lines: [string, readonly string[]][] = [];
  return { lines, note: (...given) => void lines.push(given) };
}

/** Both sources of the real shelf. */
export const BOTH = ["supchina-tech-philanthropy", "voa-common-prosperity"];
