/** Lays out a page as the regions of a message, in their order. A platform's renderer only draws them. */
import { printAsk } from "../ask/ask.ts";
import { type AnswerSource, askLine, type Block } from "../desk/answer.ts";
import { truncateText } from "../desk/truncate.ts";
import type { Messages } from "../language/messages.ts";
import { defined } from "../support/defined.ts";
import { printableText } from "../support/printable.ts";
import {
  choiceButtons,
  isListing,
  isPlainMenu,
  MENU_THRESHOLD,
  type MenuEntry,
  pageChoices,
} from "./choices.ts";
import { type AskControl, type MessageControl, messageControls } from "./controls.ts";
import { clipLabel } from "./fit.ts";
import type { AnswerPage } from "./renderer.ts";
import { sourceLine } from "./source-line.ts";
import { type AnswerTable, mergeTables } from "./table.ts";
import type { Visibility } from "./visibility.ts";

/** What a platform's controls can hold. */
export interface ControlCapacity {
  /** Characters of the ask behind a button. */
  readonly buttonLine: number;
  /** Characters of the ask behind a menu's entry. */
  readonly menuLine: number;
  /** Characters of a link button's URL. */
  readonly linkUrl: number;
  /** Characters of the ask that the message's own controls carry. */
  readonly ownLine: number;
  /** Whether a button would cut a label. */
  readonly cutsLabel: (label: string) => boolean;
  /** Whether a label that a button would cut goes into a menu instead. */
  readonly cutLabelsToMenu: boolean;
  /**
   * Whether the head of a message has room for the whole ask, from which its buttons for pages, details and sharing
   * read it; undefined where they hold it themselves.
   */
  readonly keepsAsk?: (askLine: string) => boolean;
}

/** Who sees a message, and whether it has controls. */
export interface MessageVisibility extends Visibility {
  /** Omits all controls, so that the text lists what can be asked next. */
  readonly withoutControls?: boolean;
}

/** The controls of a message, in order. Everything in them is within the platform's capacity. */
export interface LaidControls {
  /** The page's choices, when they are shown as a menu. */
  readonly menu: readonly MenuEntry[];
  readonly buttons: readonly MessageControl[];
  /** The entries of the More menu. */
  readonly more: readonly AskControl[];
  /** The label of the last entry of the More menu, which reports a problem with the message's own ask. */
  readonly report?: string;
}

/** The regions of a message, in order. A region without content is empty. */
export interface MessageLayout {
  /** Missing in a short answer, whose first line says what was understood. */
  readonly title?: string;
  /** The ask, where it is shown: in a short answer, only if no control can carry it. */
  readonly askLine?: string;
  /** The line that says who shared the answer. */
  readonly sharedBy?: string;
  readonly opening: readonly Block[];
  /** The items, as groups to be set apart from each other. A menu's items are one group, or none beside its menu. */
  readonly items: readonly (readonly Block[])[];
  /** The items as one table, for platforms that draw tables instead of the groups. */
  readonly table?: AnswerTable;
  /** Notes that sources differ: they belong to the body, the rest of the close to the foot, beside the sources. */
  readonly differences: readonly Block[];
  readonly sources: readonly AnswerSource[];
  readonly close: readonly Block[];
  /** Lines on what this page shows, and who sees it. */
  readonly paging: readonly string[];
  readonly controls: LaidControls;
}

/** Characters of a sharer's name, and of an ask for which the head has no room. */
const SHARER = 100;
const CUT_ASK = 300;

/** Whether a page's choices are shown as a menu: they are many, or a button would cut the label of one. */
function showsMenu(page: AnswerPage, { menuLine, cutsLabel, cutLabelsToMenu }: ControlCapacity): boolean {
  const fitting = pageChoices(page, menuLine);
  if (fitting.length >= MENU_THRESHOLD) return true;
  const isAll = fitting.length === pageChoices(page).length;
  return cutLabelsToMenu && isAll && fitting.some(({ label }) => cutsLabel(label));
}

/** Whether buttons show everything about a page's choices, so that the text need not list them. */
function buttonsShowAll(page: AnswerPage, { buttonLine, cutsLabel }: ControlCapacity): boolean {
  const choices = pageChoices(page);
  return (
    isPlainMenu(choices) && choices.every(({ line, label }) => line.length <= buttonLine && !cutsLabel(label))
  );
}

/** The controls that read the ask in the message's head where a platform's buttons cannot hold it. */
const READS_ASK: readonly MessageControl["type"][] = ["next", "back", "share"];

/** Returns the controls of a page. Asks that no control can hold get none; they can still be typed. */
function layControls(
  page: AnswerPage,
  messages: Messages,
  visibility: Visibility,
  { isMenu, isAskShown, keepsAsk }: Record<"isMenu" | "isAskShown" | "keepsAsk", boolean>,
  capacity: ControlCapacity,
): LaidControls {
  const { answer, next } = page;
  const { buttonLine, menuLine, linkUrl, ownLine, cutsLabel, cutLabelsToMenu } = capacity;
  const own = printAsk(answer.ask);
  const asked = isMenu ? answer.buttons : [...choiceButtons(page), ...answer.buttons];
  const { shown, more } = messageControls({ ...answer, buttons: asked }, messages, visibility, next);
  // What is asked in another detail needs no line of its own where the message's head has the ask.
  const isRead = ({ detail }: AskControl) =>
    detail !== undefined && capacity.keepsAsk !== undefined && isAskShown && keepsAsk;
  const fitsMenu = (control: AskControl) => control.line.length <= menuLine || isRead(control);
  const movesToMenu = (control: MessageControl): control is MessageControl & { type: "ask" } =>
    cutLabelsToMenu && control.type === "ask" && cutsLabel(control.label) && fitsMenu(control);
  const fitsButton = (control: MessageControl): boolean => {
    if (!keepsAsk && READS_ASK.includes(control.type)) return false;
    if (control.type === "ask") return control.line.length <= buttonLine || isRead(control);
    return control.type !== "link" || control.url.length <= linkUrl;
  };
  return {
    menu: isMenu ? pageChoices(page, menuLine) : [],
    buttons: shown
      .filter((control) => !movesToMenu(control) && fitsButton(control))
      .map((control) =>
        control.type === "share" && answer.isBrief && own.length <= ownLine
          ? { ...control, line: own }
          : control,
      ),
    more: [...shown.filter(movesToMenu), ...more].filter(fitsMenu),
    ...(answer.takesReports && (own.length <= ownLine || (isAskShown && keepsAsk))
      ? { report: messages.curation.report }
      : {}),
  };
}

function pagingLines(
  { answer, items, from, next, shortened }: AnswerPage,
  messages: Messages,
  { isPrivate, withoutControls }: MessageVisibility,
  keepsAsk: boolean,
): string[] {
  const last = from + items.length - 1;
  const canShare = isPrivate && !withoutControls && keepsAsk && answer.outcome === "found";
  return [
    ...(shortened ? [messages.shortened] : []),
    ...(items.length > 0 && (next || from > 1) && (!answer.isBrief || withoutControls)
      ? [messages.more(from, last, answer.items.length)]
      : []),
    ...(next && withoutControls ? [messages.typeForMore(printAsk(next))] : []),
    ...(canShare && from === 1 ? [messages.delivery.onlyYou] : []),
  ];
}

/** Lays out a page for a platform whose controls hold `capacity`. */
export function layoutPage(
  page: AnswerPage,
  messages: Messages,
  visibility: MessageVisibility,
  capacity: ControlCapacity,
): MessageLayout {
  const { answer, opening, items, sources } = page;
  const { sharedBy, withoutControls = false } = visibility;
  const isMenu = !withoutControls && showsMenu(page, capacity);
  // Choices are not listed in the text when the controls that show them come right below it.
  const isNear = sources.length === 0 && answer.close.length === 0;
  const isListed = !isMenu && (withoutControls || !isNear || !buttonsShowAll(page, capacity));
  const read = (blocks: readonly Block[]) => blocks.filter(({ type }) => isListed || type !== "choices");
  const isPlain = isListing(items);
  const groups = isPlain ? [isMenu ? [] : items.flat()] : items;
  const isDifference = (block: Block) => block.type === "note" && block.differs === true;
  const asked = askLine(answer);
  const sharer = sharedBy === undefined ? undefined : clipLabel(printableText(sharedBy), SHARER);
  const isHeaded = !answer.isBrief;
  const isAskShown = isHeaded || printAsk(answer.ask).length > capacity.ownLine;
  const keepsAsk = !isAskShown || (capacity.keepsAsk?.(asked) ?? true);
  const line = answer.isBrief ? sourceLine(page, messages) : undefined;
  return {
    ...defined({ title: isHeaded ? answer.title : undefined }),
    ...defined({ askLine: isAskShown ? (keepsAsk ? asked : truncateText(asked, CUT_ASK)) : undefined }),
    ...(sharer === undefined ? {} : { sharedBy: messages.delivery.sharedBy(sharer) }),
    opening: read(opening),
    items: groups.map(read),
    ...defined({ table: mergeTables(items) }),
    differences: answer.close.filter(isDifference),
    sources: answer.isBrief ? [] : sources,
    close: [...(line ? [line] : []), ...answer.close.filter((block) => !isDifference(block))],
    paging: pagingLines(page, messages, visibility, keepsAsk),
    controls: withoutControls
      ? { menu: [], buttons: [], more: [] }
      : layControls(page, messages, visibility, { isMenu, isAskShown, keepsAsk }, capacity),
  };
}
