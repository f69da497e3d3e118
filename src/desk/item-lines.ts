/** Says what an item of an answer shows, in one line. */
import type { Messages } from "../language/messages.ts";
import { type AnswerItem, blockPassages, type LineBlock, type LinePart } from "./answer.ts";

/** The longest words of a source that a line shows, in UTF-16 units: a fragment whole, of a sentence its first clause. */
const SHOWN = 100;

/** Returns the first clause of a text, with a mark where more follows; undefined where it is too long for a line. */
function firstClause(text: string, gap: string): string | undefined {
  if (text.length <= SHOWN) return text;
  const end = text.slice(0, SHOWN).search(/[,;:，；：](?=\s|\p{Script=Han})/u);
  return end < 0 ? undefined : `${text.slice(0, end)} ${gap}`;
}

/** Returns an item as one line: its name with what is stated, or its words; undefined where no line holds them. */
export function itemLine(item: AnswerItem, messages: Messages): LineBlock | undefined {
  const heading = item.find((block) => block.type === "heading");
  const details = item.find((block) => block.type === "details");
  const spoken = item.find((block) => block.type === "quote" || block.type === "report");
  const [row] = details?.rows.filter(({ stated }) => stated) ?? [];
  const passages = item.flatMap(blockPassages);
  if (heading && !heading.group && row) {
    const parts: LinePart[] = [
      { text: heading.text, strong: true },
      { text: messages.labelled("").trimEnd() === "" ? " " : messages.labelled("") },
      { text: messages.quoted(row.value), passages: passages.slice(0, 1) },
    ];
    return { type: "line", parts };
  }
  if (!spoken) return undefined;
  const isQuote = spoken.type === "quote" && spoken.speaker !== undefined;
  const words =
    spoken.type === "quote" && spoken.fragment !== undefined ? spoken.fragment : spoken.passages[0]?.text;
  const text = words === undefined ? undefined : firstClause(words, messages.gap);
  return text === undefined
    ? undefined
    : {
        type: "line",
        parts: [{ text: isQuote ? messages.quoted(text) : text, passages: spoken.passages.slice(0, 1) }],
      };
}
