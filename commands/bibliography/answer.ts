/** What /bibliography answers: what the ledger has of this conversation, as a list in the style that was asked for. */

import { type Ask, makeAsk } from "../../src/ask/ask.ts";
import { STYLES, type Style, styleNamed } from "../../src/citation/styles.ts";
import { type Cited, daysBefore } from "../../src/citation-log/citation-log.ts";
import { type Answer, type Block, makeAnswer } from "../../src/desk/answer.ts";
import { notes } from "../../src/desk/citations.ts";
import type { Desk } from "../../src/desk/command.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { entriesOf, fileOf, isRead } from "./list.ts";

/** Numbers of days that are worth suggesting. */
const DAYS = [1, 7, 30, 90, 365];

interface Wanted {
  readonly days?: number;
  readonly style: Style;
}

/** What was asked for, or the word that is neither a number of days nor a style. */
function wantedIn({
  words,
  options,
}: Ask): Wanted | { readonly wrong: "days" | "style"; readonly given: string } {
  const [days] = /^\d{1,4}(?=\s*(?:d|days?|天|日)?$)/i.exec(words) ?? [];
  const typed = options.style ?? (days === undefined ? words : "");
  const style = typed === "" ? STYLES[0] : styleNamed(typed);
  if (options.style !== undefined && words !== "" && days === undefined)
    return { wrong: "days", given: words };
  if (!style || days === "0")
    return options.style === undefined ? { wrong: "days", given: words } : { wrong: "style", given: typed };
  return days === undefined ? { style } : { days: Number(days), style };
}

const said = (text: string): Block => ({ type: "text", text });

/** What can be asked instead. */
function menu(ask: Ask, wrong: "days" | "style", given: string, { words }: Desk): Answer {
  const say = words.bibliography;
  const choices =
    wrong === "days"
      ? DAYS.map((days) => ({ label: say.within(days), ask: makeAsk("bibliography", `${days}`) }))
      : STYLES.map(({ id }) => ({
          label: words.cite.styles[id],
          ask: makeAsk("bibliography", ask.words, { style: id }),
        }));
  return makeAnswer({
    ask,
    title: say.what,
    outcome: "menu",
    lead: [said(wrong === "days" ? say.notDays(given) : say.noStyle(given))],
    items: choices.map((choice) => [{ type: "choices", choices: [choice] }]),
  });
}

const nothing = (ask: Ask, text: string, { words }: Desk): Answer =>
  makeAnswer({ ask, title: words.bibliography.what, outcome: "nothing", lead: [said(text)] });

/** What was cited here; nothing where the ledger is away. */
async function cited(
  { ledger, conversation }: Desk,
  days: number | undefined,
): Promise<readonly Cited[] | undefined> {
  const since = days === undefined ? undefined : daysBefore(days, new Date());
  return ledger?.citedIn(conversation ?? "", since).catch(() => undefined);
}

export async function answer(ask: Ask, desk: Desk): Promise<Answer> {
  const { library, words, ledger, conversation } = desk;
  const say = words.bibliography;
  const wanted = wantedIn(ask);
  if ("wrong" in wanted) return menu(ask, wanted.wrong, wanted.given, desk);
  if (!ledger || conversation === undefined) return nothing(ask, say.unknown, desk);
  const { days, style } = wanted;
  const found = await cited(desk, days);
  if (!found) return nothing(ask, say.away, desk);
  const shelf = new Map((await library.about()).sources.map((source) => [source.id, source]));
  const sources = found.map(({ source }) => shelf.get(source)).filter((source) => source !== undefined);
  const gone = found.length - sources.length;
  if (sources.length === 0) return nothing(ask, days === undefined ? say.none : say.noneWithin(days), desk);
  const entries = entriesOf(sources, style);
  const title = words.title(say.what, words.cite.styles[style.id]);
  const file = fileOf(sources, style, entries, title);
  return makeAnswer({
    ask,
    title,
    outcome: "found",
    lead: days === undefined ? [] : [said(say.within(days))],
    items: entries.map((entry, index) => [
      isRead(style)
        ? { type: "paste", label: words.source.work(sources[index]?.title.text ?? ""), text: entry }
        : said(entry),
    ]),
    close: notes([say.counted, gone > 0 ? say.gone(gone) : undefined]),
    ...(file ? { file } : {}),
  });
}

export async function suggest(
  option: string,
  typed: string,
  { words }: Desk,
): Promise<readonly Suggestion[]> {
  const all =
    option === "days"
      ? DAYS.map((days) => ({ label: words.bibliography.within(days), value: `${days}` }))
      : STYLES.map(({ id }) => ({ label: words.cite.styles[id], value: id }));
  const sought = typed.trim().toLowerCase();
  return all.filter(({ label, value }) => value.startsWith(sought) || label.toLowerCase().includes(sought));
}
