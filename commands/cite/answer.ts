/** What /cite answers. */

import { type Ask, makeAsk, printAsk } from "../../src/ask/ask.ts";
import { cslOf } from "../../src/citation/csl.ts";
import { STYLES, type Style, type StyleId, styleNamed } from "../../src/citation/styles.ts";
import {
  type Answer,
  type Block,
  type Button,
  type Choice,
  type Item,
  makeAnswer,
} from "../../src/desk/answer.ts";
import { shortOf } from "../../src/desk/citations.ts";
import type { Desk } from "../../src/desk/command.ts";
import { miss } from "../../src/desk/resolve.ts";
import type { SourceInfo, Suggestion } from "../../src/library/library.ts";
import { KINDS, refOf } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { parted, type Wanted } from "./style-in-text.ts";
import { type Cited, isName, type Meant, meantBy } from "./subject.ts";

/** What is given where no style is asked for. */
const USUAL: readonly StyleId[] = ["apa", "chicago", "mla", "gbt"];

/** For reference managers: each one press away. */
const DATA: readonly StyleId[] = ["bibtex", "ris", "csl"];

const shownIn = (style: Style | undefined): readonly Style[] =>
  style ? [style] : STYLES.filter(({ id }) => USUAL.includes(id));

/** One source in each of the styles, each on lines of its own. */
function itemOf(
  { source, passages }: Cited,
  styles: readonly Style[],
  several: boolean,
  { words }: Desk,
): Item {
  const item = cslOf(source, passages);
  return [
    ...(several ? [{ type: "heading", text: words.source.work(source.title.text) } as const] : []),
    ...styles.map(
      ({ id, write }) => ({ type: "paste", label: words.cite.styles[id], text: write(item) }) as const,
    ),
  ];
}

/** The same for a reference manager, or in the usual styles. */
function buttonsFor(asked: string, style: Style | undefined, { words }: Desk): Button[] {
  const { styles, usual } = words.cite;
  return [
    ...DATA.filter((id) => id !== style?.id).map(
      (id): Button => ({ type: "ask", label: styles[id], ask: makeAsk("cite", asked, { style: id }) }),
    ),
    ...(style ? [{ type: "ask", label: usual, ask: makeAsk("cite", asked) } as const] : []),
  ];
}

/** The styles that are neither shown nor a press away, and the line that gives one. */
function othersThan(shown: readonly Style[], asked: string, { words, named }: Desk): string {
  const others = STYLES.filter((style) => !shown.includes(style) && !DATA.includes(style.id)).map(
    ({ id }) => id,
  );
  const line = printAsk(makeAsk("cite", asked, { style: others[0] }));
  return words.cite.others(
    others,
    line.replace("/cite", () => named("cite")),
  );
}

/** What of it is cited, in words that come to the same when they are asked again. */
function canonical({ words }: Wanted, meant: Extract<Meant, { type: "cited" }>): string {
  if (!meant.record) return meant.cited.map(({ source }) => source.id).join(" ");
  return meant.likeness ? refOf(meant.record) : words;
}

function answerWith(ask: Ask, wanted: Wanted, meant: Extract<Meant, { type: "cited" }>, desk: Desk): Answer {
  const { words } = desk;
  const say = words.cite;
  const { cited, record, likeness } = meant;
  const styles = shownIn(wanted.style);
  const [first] = cited;
  const what = wanted.style ? say.whatIn(say.styles[wanted.style.id]) : say.what;
  const name =
    record?.label ?? (cited.length === 1 && first ? words.source.work(first.source.title.text) : undefined);
  const asked = canonical(wanted, meant);
  const lead: Block[] = [
    ...(likeness && name !== undefined
      ? [{ type: "text", text: words.showing(name, wanted.words) } as const]
      : []),
    ...(record ? [{ type: "text", text: say.behind(cited.length) } as const] : []),
  ];
  return makeAnswer({
    ask,
    title: name === undefined ? say.several(cited.length) : words.title(name, what),
    outcome: "found",
    lead,
    items: cited.map((one) => itemOf(one, styles, cited.length > 1 || record !== undefined, desk)),
    close: wanted.style ? [] : [{ type: "text", text: othersThan(styles, asked, desk) }],
    buttons: buttonsFor(asked, wanted.style, desk),
  });
}

const optionsOf = ({ style }: Wanted) => (style ? { style: style.id } : {});

/** A menu line for a source: its title, who published it when. */
const sourceChoice = (source: SourceInfo, wanted: Wanted, { words }: Desk): Choice => ({
  label: words.source.work(source.title.text),
  detail: shortOf(source, words),
  ask: makeAsk("cite", source.id, optionsOf(wanted)),
});

const recordChoice = (record: AnyRecord, wanted: Wanted): Choice => ({
  label: record.label,
  ask: makeAsk("cite", refOf(record), optionsOf(wanted)),
});

const menuOf = (ask: Ask, title: string, lead: readonly Block[], choices: readonly Choice[]): Answer =>
  makeAnswer({
    ask,
    title,
    outcome: "menu",
    lead,
    items: choices.map((choice) => [{ type: "choices", choices: [choice] }]),
  });

/** There is no such style: all there are. */
const noStyle = (ask: Ask, given: string, { words }: Desk): Answer =>
  makeAnswer({
    ask,
    title: words.mistake.title,
    outcome: "mistake",
    lead: [
      {
        type: "text",
        text: words.cite.noStyle(
          given,
          STYLES.map(({ id }) => id),
        ),
      },
    ],
  });

/** The words and the style, from the option or from the words themselves. Words that name something are all of them its name. */
async function wantedBy({ words, options }: Ask, { library }: Desk): Promise<Wanted | undefined> {
  if (options.style === undefined) return (await isName(words, library)) ? { words } : parted(words);
  const style = styleNamed(options.style);
  return style && { words, style };
}

export async function answer(ask: Ask, desk: Desk): Promise<Answer> {
  const { library, words } = desk;
  const wanted = await wantedBy(ask, desk);
  if (!wanted) return noStyle(ask, ask.options.style ?? "", desk);
  if (wanted.words === "") {
    const { sources } = await library.about();
    return menuOf(
      ask,
      words.cite.menuTitle,
      [],
      sources.map((source) => sourceChoice(source, wanted, desk)),
    );
  }
  const meant = await meantBy(wanted.words, library);
  if (meant.type === "cited" && meant.cited.length > 0) return answerWith(ask, wanted, meant, desk);
  const { records, sources } = meant.type === "cited" ? { records: [], sources: [] } : meant;
  const choices = [
    ...records.map((record) => recordChoice(record, wanted)),
    ...sources.map((source) => sourceChoice(source, wanted, desk)),
  ];
  if (meant.type !== "several") return miss(ask, wanted.words, { choices, kinds: KINDS }, desk);
  const lead: Block[] = [{ type: "text", text: words.menu.lead }];
  return menuOf(ask, words.menu.several(wanted.words), lead, choices);
}

export async function suggest(
  option: string,
  typed: string,
  { library, words }: Desk,
): Promise<readonly Suggestion[]> {
  if (option === "style") {
    const found = STYLES.map(({ id }) => ({ label: words.cite.styles[id], value: id }));
    const sought = typed.trim().toLowerCase();
    const meant = styleNamed(typed)?.id;
    return found.filter(
      ({ label, value }) => value === meant || value.includes(sought) || label.toLowerCase().includes(sought),
    );
  }
  const { sources } = await library.about();
  const sought = typed.trim().toLowerCase();
  const own = sources
    .map(({ id, title, publisher }) => ({ label: words.source.clauses([title.text, publisher]), value: id }))
    .filter(({ label, value }) => value.startsWith(sought) || label.toLowerCase().includes(sought));
  return [...own, ...(await library.suggest(typed, KINDS))];
}
