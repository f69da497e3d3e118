/** Builds lines with links: each source number links to its passage on the source's page. */

import type { Answer, LineBlock, Passage, SpokenBlock, TableCell } from "../desk/answer.ts";
import { isAside } from "../desk/item-lines.ts";
import { passageAnchor } from "../desk/page-links.ts";
import type { Messages } from "../language/messages.ts";
import { defined } from "../support/defined.ts";
import { isolatePart } from "../support/isolation.ts";

/** A part of a line, and its link if it has one. */
export interface LinkSpan {
  readonly text: string;
  readonly url?: string;
  /** The passage that a source number stands for: a page links to it in its own way. */
  readonly passage?: Passage;
  readonly strong?: true;
}

/** Returns the text of spans without their links. */
export const spanText = (spans: readonly LinkSpan[]): string => spans.map(({ text }) => text).join("");

/** Returns the URL of a passage on its source's page, or undefined when the source has no page. */
function passageUrl(passage: Passage, { sources }: Pick<Answer, "sources">): string | undefined {
  const page = sources[passage.source - 1]?.page;
  return page === undefined ? undefined : `${page}#${passageAnchor(passage)}`;
}

/** Returns the source numbers of passages, as in “[1] [2]”, each linked to the first passage of its source. */
export function sourceNumbers(passages: readonly Passage[], answer: Pick<Answer, "sources">): LinkSpan[] {
  const first = new Map<number, Passage>();
  for (const passage of passages) if (!first.has(passage.source)) first.set(passage.source, passage);
  return [...first]
    .sort(([a], [b]) => a - b)
    .flatMap(([number, passage], index): LinkSpan[] => {
      const url = passageUrl(passage, answer);
      const mark = { text: `[${number}]`, passage, ...defined({ url }) };
      return index === 0 ? [mark] : [{ text: " " }, mark];
    });
}

/** Returns the credit line under passages: the speaker, if any, then publisher, date and number of each source. */
export function creditSpans(
  passages: readonly Passage[],
  speaker: string | undefined,
  answer: Answer,
  messages: Messages,
): LinkSpan[] {
  const numbers = [...new Set(passages.map(({ source }) => source))];
  const sources = numbers.flatMap((number, index): LinkSpan[] => [
    ...(index === 0 ? [] : [{ text: messages.between }]),
    { text: `${isolatePart(answer.sources[number - 1]?.short ?? "")} ` },
    ...sourceNumbers(
      passages.filter(({ source }) => source === number),
      answer,
    ),
  ]);
  const [before = "", after = ""] = speaker === undefined ? [] : messages.credit(speaker, "\n").split("\n");
  return [{ text: `— ${before}` }, ...sources, ...(after === "" ? [] : [{ text: after }])];
}

/** Returns the credit of words in a short answer: the speaker, where another line does not name him, and the numbers. */
export function compactCredit(block: SpokenBlock, answer: Pick<Answer, "sources">): LinkSpan[] {
  const { passages, speaker } = block;
  const isNamed = block.type === "quote" && block.isSpeakerNamed === true;
  const name =
    speaker === undefined || isNamed
      ? []
      : [{ text: `${isAside(speaker) ? "" : "— "}${isolatePart(speaker)} ` }];
  return [...name, ...sourceNumbers(passages, answer)];
}

/** Returns a line as spans: each part, with the numbers of its sources. */
export const lineSpans = ({ parts }: LineBlock, answer: Pick<Answer, "sources">): LinkSpan[] =>
  parts.flatMap(({ text, strong, url, passages = [] }) => {
    const numbers = sourceNumbers(passages, answer);
    const isAlone = parts.length === 1 && numbers.length === 0;
    return [
      ...(text === "" ? [] : [{ text: isAlone ? text : isolatePart(text), ...defined({ strong, url }) }]),
      ...(numbers.length === 0 || text === "" ? numbers : [{ text: " " }, ...numbers]),
    ];
  });

/** Returns the values of a cell, each with its source numbers. */
export const cellSpans = (cell: TableCell, answer: Pick<Answer, "sources">, messages: Messages): LinkSpan[] =>
  cell.flatMap(({ value, stated, passages }, index) => {
    const numbers = sourceNumbers(passages, answer);
    return [
      ...(index === 0 ? [] : [{ text: messages.between }]),
      { text: stated ? messages.quoted(value) : isolatePart(value) },
      ...(numbers.length === 0 ? [] : [{ text: " " }, ...numbers]),
    ];
  });
