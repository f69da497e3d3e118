/** Makes the short form of an answer, which a channel reads in seconds. The answer itself stays whole. */
import type { AskDetail } from "../ask/ask.ts";
import type { Answer, AnswerButton, AnswerItem, Block, LineBlock } from "../desk/answer.ts";
import { itemLine } from "../desk/item-lines.ts";
import type { Messages } from "../language/messages.ts";
import { defined } from "../support/defined.ts";
import { briefItem, cautionBlocks, isNote } from "./brief-items.ts";
import { leavesOut } from "./left-out.ts";

/** The most items that the first page shows; up to how many others have a line each; and the rows of a table. */
const SHOWN_ITEMS = 2;
const LINED_ITEMS = 5;
const LINED_ROWS = 8;
/** The longest that these lines are together, and the longest first line, in UTF-16 units. */
const LINES = 400;
const LEAD = 120;

/** Returns a line as it is read, with the numbers of its sources. */
const lineText = ({ parts }: LineBlock): string =>
  parts
    .map(({ text, passages = [] }) => text + passages.map(({ source }) => ` [${source}]`).join(""))
    .join("");

/** Whether an answer is a table. */
const isTable = (items: readonly AnswerItem[]): boolean =>
  items.every((item) => item.some(({ type }) => type === "table"));

/** How many items the first page shows. */
const shownItems = ({ mainItems = SHOWN_ITEMS }: Answer): number => Math.min(mainItems, SHOWN_ITEMS);

/** Returns the items after those that are shown, in a line each where they are few. */
function furtherLines(answer: Answer, name: string, messages: Messages): Block[] {
  const { items, lines = [] } = answer;
  const shown = shownItems(answer);
  const rest = items.slice(shown);
  if (rest.length > LINED_ITEMS) return [];
  const joined = joinedLines(
    rest.flatMap((item, index) => lines[index + shown] ?? itemLine(item, name, messages) ?? []),
    messages,
  );
  return joined.reduce((sum, line) => sum + lineText(line).length, 0) <= LINES ? joined : [];
}

/** Ends a first line that is too long after its last part that fits; the rest follows as a line of its own. */
function splitLead(lead: LineBlock, { labelled }: Messages): LineBlock[] {
  const { parts } = lead;
  const ends = parts.map((_, index) => lineText({ ...lead, parts: parts.slice(0, index + 1) }).length);
  const at = ends.findIndex((end) => end > LEAD);
  if (at < 1) return [lead];
  const first = parts.slice(0, at);
  const rest = parts
    .slice(at)
    .map((part, index) => (index === 0 ? { ...part, text: part.text.trimStart() } : part));
  const isColon = first.at(-1)?.text === labelled("");
  return [
    { ...lead, parts: isColon ? first.slice(0, -1) : first },
    { ...lead, parts: rest },
  ];
}

/** Joins neighbouring lines that begin with the same name, as in “Reported, not quoted: … [1]; … [2]”. */
function joinedLines(lines: readonly LineBlock[], { between }: Messages): LineBlock[] {
  const joined: LineBlock[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const [name, , ...rest] = line.parts;
    const isSame = name?.strong === true && name.text === last?.parts[0]?.text;
    if (last && isSame)
      joined[joined.length - 1] = { ...last, parts: [...last.parts, { text: between }, ...rest] };
    else joined.push(line);
  }
  return joined;
}

/** Counts the notes of an answer. */
const countNotes = ({ opening, items, close }: Answer): number =>
  [...opening, ...items.flat(), ...close].filter(isNote).reduce((sum, { texts }) => sum + texts.length, 0);

/** Orders what can be asked next: what the answer rests on, what its short form leaves out, then what follows. */
function briefButtons(
  answer: Answer,
  short: Pick<Answer, "opening" | "items">,
  messages: Messages,
): AnswerButton[] {
  const { buttons, ask, items } = answer;
  const { brief } = messages;
  const isAsk = (command: string) => (button: AnswerButton) =>
    button.type === "ask" && button.ask.command === command;
  const cite = buttons.filter(isAsk("cite"));
  const context = buttons.filter(isAsk("source"));
  const rest = buttons.filter((button) => !cite.includes(button) && !context.includes(button));
  const notes = countNotes(answer);
  const detailed = (label: string, detail: AskDetail): AnswerButton => ({
    type: "ask",
    label,
    ask: { ...ask, from: 1, detail },
  });
  return [
    ...cite,
    ...(leavesOut(answer, short, messages)
      ? [detailed(isTable(items) ? brief.wholeTable : brief.whole, "full")]
      : []),
    ...(notes > 0 ? [detailed(brief.notes(notes), "notes")] : []),
    ...rest,
    ...context,
  ];
}

/** Leaves out what an item says in the same words as one before it, such as a caution that holds for both. */
function eachOnce(items: readonly AnswerItem[]): AnswerItem[] {
  const said = new Set<string>();
  return items.map((item) =>
    item.filter((block) => {
      if (block.type !== "text") return true;
      const isNew = !said.has(block.text);
      said.add(block.text);
      return isNew;
    }),
  );
}

/** Whether an answer has a short form: a menu is looked over as it is, and a text to copy is wanted whole. */
const hasBrief = ({ outcome, ask, items, file }: Answer): boolean =>
  outcome === "found" &&
  ask.detail === undefined &&
  file === undefined &&
  !items.flat().some(({ type }) => type === "copyable");

/**
 * Makes the short form of an answer: its first line is the answer, then its evidence, cut to what carries it, every
 * caution, and one line of sources. What is not found, and what was asked for whole, stays as it is.
 */
function briefAnswer(answer: Answer, messages: Messages): Answer {
  if (!hasBrief(answer)) return answer;
  const { opening, items, close, title, ask } = answer;
  const lead: LineBlock = answer.lead ?? { type: "line", parts: [{ text: title, strong: true }] };
  // A later page has no first line: there, everybody is named again.
  const isFirst = ask.from === 1;
  const said = isFirst ? { name: lead.parts[0]?.text ?? "", text: lineText(lead) } : { name: "", text: "" };
  // The first line is that of the first item, or there is no other.
  const isNamed = (index: number) =>
    isFirst && (items.length === 1 || (index === 0 && answer.lines?.[0] === lead));
  const short = eachOnce(items.map((item, index) => briefItem(item, isNamed(index), said, messages)));
  const last = shownItems(answer) - 1;
  if (!isTable(items) && isFirst && short[last])
    short[last] = [...short[last], ...furtherLines(answer, said.name, messages)];
  const notes = [...opening, ...close].filter(isNote);
  const isShown = (block: Block) => !isNote(block) && !(block.type === "text" && block.isExtra);
  const shown = {
    opening: [
      ...splitLead(lead, messages),
      ...opening.filter(isShown),
      ...cautionBlocks(notes, said, messages),
    ],
    items: short.filter((item) => item.length > 0),
  };
  return {
    ...answer,
    lead,
    ...shown,
    close: close.filter(isShown),
    buttons: briefButtons(answer, shown, messages),
    isBrief: true,
    firstPageSize: isTable(items) ? LINED_ROWS : shownItems(answer),
    ...defined({ reviewed: notes.find(({ reviewed }) => reviewed)?.reviewed }),
  };
}

/** Returns the notes of an answer alone, each under the heading of its item, with the full credits of the sources. */
function notesAnswer(answer: Answer, messages: Messages): Answer {
  const { opening, items, close, lead, title } = answer;
  const noted = [opening, ...items, close].flatMap((blocks): AnswerItem[] => {
    const notes = blocks.filter(isNote);
    const [heading] = blocks.filter(({ type }) => type === "heading");
    return notes.length === 0 ? [] : [[...(heading ? [heading] : []), ...notes]];
  });
  const subject = lead?.parts.find(({ strong }) => strong)?.text ?? title;
  return {
    ...answer,
    title: messages.brief.notesTitle(subject),
    opening: [],
    items: noted,
    close: [],
    buttons: [],
  };
}

/** Returns the form of an answer that its ask wants: the short one, the whole, or its notes. */
export const answerForm = (answer: Answer, messages: Messages): Answer =>
  answer.ask.detail === "notes" ? notesAnswer(answer, messages) : briefAnswer(answer, messages);
