/** Lines in which some words lead somewhere: the number of a source to the page on which its passage stands. */

import type { Answer, Passage, TableCell } from "../desk/answer.ts";
import { passageAnchor } from "../desk/page-links.ts";
import type { Messages } from "../language/messages.ts";
import { defined } from "../support/defined.ts";

/** A stretch of a line, and the address that it leads to. */
export interface LinkSpan {
  readonly text: string;
  readonly url?: string;
}

export const spanText = (spans: readonly LinkSpan[]): string => spans.map(({ text }) => text).join("");

/** The place of a passage on its source's page; nothing where sources have no pages. */
function passageUrl(passage: Passage, { sources }: Pick<Answer, "sources">): string | undefined {
  const page = sources[passage.source - 1]?.page;
  return page === undefined ? undefined : `${page}#${passageAnchor(passage)}`;
}

/** “[1]”, “[1] [2]”: the numbers of the sources of these passages, each leading to the first passage of its source. */
export function sourceNumbers(passages: readonly Passage[], answer: Pick<Answer, "sources">): LinkSpan[] {
  const first = new Map<number, Passage>();
  for (const passage of passages) if (!first.has(passage.source)) first.set(passage.source, passage);
  return [...first]
    .sort(([a], [b]) => a - b)
    .flatMap(([number, passage], index): LinkSpan[] => {
      const url = passageUrl(passage, answer);
      const mark = { text: `[${number}]`, ...defined({ url }) };
      return index === 0 ? [mark] : [{ text: " " }, mark];
    });
}

/** The line under a passage: who said it, if anybody did, and who published it when, with the numbers. */
export function creditSpans(
  passages: readonly Passage[],
  speaker: string | undefined,
  answer: Answer,
  messages: Messages,
): LinkSpan[] {
  const numbers = [...new Set(passages.map(({ source }) => source))];
  const sources = numbers.flatMap((number, index): LinkSpan[] => [
    ...(index === 0 ? [] : [{ text: "; " }]),
    { text: `${answer.sources[number - 1]?.short ?? ""} ` },
    ...sourceNumbers(
      passages.filter(({ source }) => source === number),
      answer,
    ),
  ]);
  const [before = "", after = ""] = speaker === undefined ? [] : messages.credit(speaker, "\n").split("\n");
  return [{ text: `— ${before}` }, ...sources, ...(after === "" ? [] : [{ text: after }])];
}

/** What a cell says, each value with the numbers of its sources. */
export const cellSpans = (cell: TableCell, answer: Pick<Answer, "sources">, messages: Messages): LinkSpan[] =>
  cell.flatMap(({ value, stated, passages }, index) => {
    const numbers = sourceNumbers(passages, answer);
    return [
      ...(index === 0 ? [] : [{ text: messages.between }]),
      { text: stated ? messages.quoted(value) : value },
      ...(numbers.length === 0 ? [] : [{ text: " " }, ...numbers]),
    ];
  });
