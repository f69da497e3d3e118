/** Answers /bibliography: lists the sources cited in this conversation in the requested style. */

import { type Ask, createAsk } from "../../src/ask/ask.ts";
import { toCslItem } from "../../src/citation/csl.ts";
import { type CitationStyle, lacksAccess, styleName } from "../../src/citation/style.ts";
import { CITATION_STYLES, findStyle } from "../../src/citation/styles.ts";
import { type CitedSource, daysBefore } from "../../src/citation-log/citation-log.ts";
import { type Answer, createAnswer } from "../../src/desk/answer.ts";
import { menuItems, textBlock } from "../../src/desk/answer-parts.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { noteBlocks } from "../../src/desk/notes.ts";
import { matchingSuggestions } from "../../src/desk/suggestions.ts";
import { parseDays } from "../../src/language/ask-words.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { defined } from "../../src/support/defined.ts";
import { isDataStyle, listEntries, listFile } from "./list.ts";

/** Numbers of days that are offered as choices. */
const DAYS = [1, 7, 30, 90, 365];

interface Wanted {
  readonly days?: number;
  readonly style: CitationStyle;
}

/** Reads the days and the style. Returns the offending text when it is neither a number of days nor a style. */
function wantedIn({
  text: words,
  options,
}: Ask): Wanted | { readonly wrong: "days" | "style"; readonly given: string } {
  const days = parseDays(words);
  const typed = options.style ?? (days === undefined ? words : "");
  const style = typed === "" ? CITATION_STYLES[0] : findStyle(typed);
  if (options.style !== undefined && words !== "" && days === undefined)
    return { wrong: "days", given: words };
  if (!style || days === "0")
    return options.style === undefined ? { wrong: "days", given: words } : { wrong: "style", given: typed };
  return days === undefined ? { style } : { days: Number(days), style };
}

/** Offers valid days or styles in place of the one that was not understood. */
function menu(ask: Ask, wrong: "days" | "style", given: string, { messages }: CommandContext): Answer {
  const say = messages.bibliography;
  const choices =
    wrong === "days"
      ? DAYS.map((days) => ({ label: say.within(days), ask: createAsk("bibliography", `${days}`) }))
      : CITATION_STYLES.map((style) => ({
          label: styleName(style, messages.cite.styles),
          ask: createAsk("bibliography", ask.text, { style: style.id }),
        }));
  return createAnswer({
    ask,
    title: say.what,
    outcome: "menu",
    opening: [textBlock(wrong === "days" ? say.notDays(given) : say.noStyle(given))],
    items: menuItems(choices),
  });
}

const nothing = (ask: Ask, text: string, { messages }: CommandContext): Answer =>
  createAnswer({ ask, title: messages.bibliography.what, outcome: "nothing", opening: [textBlock(text)] });

/** Returns the sources cited in this conversation, or undefined when there is no log or it cannot be read. */
async function cited(
  { citationLog, conversation }: CommandContext,
  days: number | undefined,
): Promise<readonly CitedSource[] | undefined> {
  const since = days === undefined ? undefined : daysBefore(days, new Date());
  return citationLog?.citedIn(conversation ?? "", since).catch(() => undefined);
}

export async function answer(ask: Ask, context: CommandContext): Promise<Answer> {
  const { library, messages, citationLog, conversation } = context;
  const say = messages.bibliography;
  const wanted = wantedIn(ask);
  if ("wrong" in wanted) return menu(ask, wanted.wrong, wanted.given, context);
  if (!citationLog || conversation === undefined) return nothing(ask, say.unknown, context);
  const { days, style } = wanted;
  const found = await cited(context, days);
  if (!found) return nothing(ask, say.away, context);
  const cards = await library.sources(found.map(({ source }) => source));
  const sources = cards.filter((source) => source !== undefined);
  const gone = found.length - sources.length;
  if (sources.length === 0)
    return nothing(ask, days === undefined ? say.none : say.noneWithin(days), context);
  const entries = listEntries(sources, style);
  const title = messages.title(say.what, styleName(style, messages.cite.styles));
  const file = listFile(sources, style, entries, title);
  return createAnswer({
    ask,
    title,
    outcome: "found",
    opening: days === undefined ? [] : [textBlock(say.within(days))],
    items: entries.map((entry, index) => [
      isDataStyle(style)
        ? { type: "copyable", label: messages.source.work(sources[index]?.title.text ?? ""), text: entry }
        : textBlock(entry),
    ]),
    close: noteBlocks([
      sources.some((source) => lacksAccess(style, toCslItem(source)))
        ? messages.cite.addAccess(styleName(style, messages.cite.styles), style.accessForm ?? "")
        : undefined,
      say.counted,
      gone > 0 ? say.gone(gone) : undefined,
    ]),
    ...defined({ file }),
  });
}

export async function suggest(
  option: string,
  typed: string,
  { messages }: CommandContext,
): Promise<readonly Suggestion[]> {
  const all =
    option === "days"
      ? DAYS.map((days) => ({ label: messages.bibliography.within(days), value: `${days}` }))
      : CITATION_STYLES.map((style) => ({
          label: styleName(style, messages.cite.styles),
          value: style.id,
        }));
  return matchingSuggestions(all, typed);
}
