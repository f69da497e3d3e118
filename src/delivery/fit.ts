/** Fits as many whole items as possible into a message; shortens texts only when a single item is too long. */

import { type Answer, type AnswerItem, type Block, citedSources, type Passage } from "../desk/answer.ts";
import { OMISSION_MARK, truncateText } from "../desk/truncate.ts";
import { cutText } from "../support/cut-text.ts";
import { defined } from "../support/defined.ts";
import type { AnswerPage, FittedMessage } from "./renderer.ts";

/** Maximum text lengths to try in turn when texts must be shortened, in UTF-16 units. */
const LENGTHS = [1600, 1100, 800, 550, 400, 280, 200, 140, 100, 60, 30];

/** Maximum numbers of blocks per item to try in turn when the shortest texts do not fit. */
const BLOCKS = [8, 4, 2, 1];

/** Cuts a label to `most` UTF-16 units. For titles and buttons, never for a source's words: the ellipsis is plain. */
export const clipLabel = (text: string, most: number): string =>
  text.length <= most ? text : `${cutText(text, most - 1)}…`;

function shortenPassage(passage: Passage, most: number): Passage {
  const text = truncateText(passage.text, most);
  if (text === passage.text || !passage.marked) return { ...passage, text };
  const kept = text.length - OMISSION_MARK.length;
  return { ...passage, text, marked: passage.marked.filter(({ end }) => end <= kept) };
}

function shortenBlock(block: Block, most: number): Block {
  const passages = (all: readonly Passage[]): Passage[] =>
    all.map((passage) => shortenPassage(passage, most));
  switch (block.type) {
    case "heading":
    case "text":
      return { ...block, text: truncateText(block.text, most) };
    case "line":
      return {
        ...block,
        parts: block.parts.map((part) => ({ ...part, text: truncateText(part.text, most) })),
      };
    case "copyable":
      return { ...block, label: truncateText(block.label, most), text: truncateText(block.text, most) };
    case "note":
      return { ...block, texts: block.texts.map((text) => truncateText(text, most)) };
    case "quote":
    case "report":
      return {
        ...block,
        passages: passages(block.passages),
        ...(block.speaker === undefined ? {} : { speaker: truncateText(block.speaker, most) }),
      };
    case "details":
      return { ...block, rows: block.rows.map((row) => ({ ...row, value: truncateText(row.value, most) })) };
    case "table":
      return {
        ...block,
        rows: block.rows.map((row) =>
          row.map((cell) => cell.map((part) => ({ ...part, value: truncateText(part.value, most) }))),
        ),
      };
    case "choices":
      return {
        ...block,
        choices: block.choices.map(({ ask, ...texts }) => ({
          ask,
          label: truncateText(texts.label, most),
          ...(texts.detail === undefined ? {} : { detail: truncateText(texts.detail, most) }),
        })),
      };
  }
}

/** How many items the first attempt has at most. */
const FEW = 64;

/** The limits of an attempt: number of items, length of a text, blocks per item. */
interface Measure {
  readonly size: number;
  readonly length: number;
  readonly blocks: number;
}

const { POSITIVE_INFINITY: ALL } = Number;

/** Returns the group heading that applies to an item, unless the item begins with its own. */
function groupAt(items: readonly AnswerItem[], index: number): Block | undefined {
  const isGroup = (block: Block | undefined) => block?.type === "heading" && block.group === true;
  if (isGroup(items[index]?.[0])) return undefined;
  return items.slice(0, index).findLast(([first]) => isGroup(first))?.[0];
}

function pageOf(answer: Answer, { size, length, blocks: maxBlocks }: Measure): AnswerPage {
  const index = answer.ask.from - 1;
  const isWhole = length === ALL && maxBlocks === ALL;
  const cut = (blocks: readonly Block[]) =>
    isWhole ? blocks : blocks.slice(0, maxBlocks).map((block) => shortenBlock(block, length));
  const items: AnswerItem[] = answer.items.slice(index, index + size).map(cut);
  const group = groupAt(answer.items, index);
  if (group && items[0]) items[0] = [group, ...items[0]];
  const opening = index === 0 || answer.items.length === 0 ? cut(answer.opening) : [];
  const close = cut(answer.close);
  const cited = new Set([...opening, ...items.flat(), ...close].flatMap(citedSources));
  const rest = index + size < answer.items.length;
  return {
    answer: { ...answer, close },
    opening,
    items,
    from: answer.ask.from,
    sources: answer.sources
      .filter(({ number }) => cited.has(number))
      .map((source) => ({ ...source, full: truncateText(source.full, length) })),
    ...(rest ? { next: { ...answer.ask, from: answer.ask.from + size } } : {}),
    shortened: !isWhole,
  };
}

/** Returns a page that holds one line and no more, for an answer of which nothing fits. */
const linePage = (answer: Answer, text: string): AnswerPage => ({
  answer: { ...answer, items: [], close: [], buttons: [] },
  opening: [{ type: "text", text }],
  items: [],
  from: answer.ask.from,
  sources: [],
  shortened: false,
});

/**
 * Draws the fullest message that `holds` accepts: whole items from the ask's first one on, at least one. If one item is
 * too long, shortens its texts with a visible mark, then drops its last blocks and sets the page's `shortened`. If
 * nothing fits, draws `lastLine` alone, or returns the smallest attempt where there is none.
 * @param holds whether a message is within the platform's limits
 * @param most the maximum number of items on a page
 */
export function fitAnswer<Message>(
  answer: Answer,
  drawPage: (page: AnswerPage) => Message,
  holds: (message: Message) => boolean,
  most = ALL,
  lastLine?: string,
): FittedMessage<Message> {
  const attempt = (measure: Measure) => {
    const page = pageOf(answer, measure);
    const message = drawPage(page);
    const cited = page.sources.map(({ id }) => id);
    return { message, cited, holds: holds(message), ...defined({ next: page.next }) };
  };
  const attemptWhole = (size: number) => attempt({ size, length: ALL, blocks: ALL });
  const { from } = answer.ask;
  const mostHere = from === 1 ? Math.min(most, answer.firstPageSize ?? ALL) : most;
  const all = Math.max(0, Math.min(answer.items.length - (from - 1), mostHere));
  const firstSize = Math.min(all, FEW);
  let best = attemptWhole(firstSize);
  // Binary search for the most items. Each try at most doubles what fits: drawing a long list in full is slow.
  let [low, high] = best.holds ? [firstSize, all + 1] : [0, firstSize];
  while (high - low > 1) {
    const middle = Math.min(Math.floor((low + high) / 2), Math.max(low * 2, FEW));
    const tried = attemptWhole(middle);
    if (tried.holds) [low, best] = [middle, tried];
    else high = middle;
  }
  const size = Math.min(1, all);
  const reductions: Measure[] = [
    ...LENGTHS.map((length) => ({ size, length, blocks: ALL })),
    ...BLOCKS.map((blocks) => ({ size, length: LENGTHS.at(-1)!, blocks })),
  ];
  for (const reduction of best.holds ? [] : reductions) {
    best = attempt(reduction);
    if (best.holds) break;
  }
  if (!best.holds && lastLine !== undefined)
    return { message: drawPage(linePage(answer, lastLine)), cited: [] };
  const { message, cited, next } = best;
  return { message, cited, ...defined({ next }) };
}
