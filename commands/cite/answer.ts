/** Answers /cite: writes citations of a source, or of the sources behind a record. */

import { type Ask, createAsk, printAsk } from "../../src/ask/ask.ts";
import { toCslItem } from "../../src/citation/csl.ts";
import { type CitationStyle, lacksAccess, styleName } from "../../src/citation/style.ts";
import { CITATION_STYLES, findStyle } from "../../src/citation/styles.ts";
import {
  type Answer,
  type AnswerButton,
  type AnswerItem,
  type Block,
  createAnswer,
  type MenuChoice,
} from "../../src/desk/answer.ts";
import {
  askButtons,
  firstOfAll,
  MOST_LISTED,
  menuItems,
  mistakeAnswer,
  textBlock,
} from "../../src/desk/answer-parts.ts";
import { shortCredit } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { missAnswer, showingNotice } from "../../src/desk/resolve.ts";
import { suggestSources } from "../../src/desk/suggestions.ts";
import type { SourceInfo, Suggestion } from "../../src/library/library.ts";
import { RECORD_KINDS, recordRef } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { type StyledText, splitStyle } from "./style-in-text.ts";
import { type CitedPassages, type CiteSubject, isKnownName, resolveCiteSubject } from "./subject.ts";

const shownIn = (style: CitationStyle | undefined): readonly CitationStyle[] =>
  style ? [style] : CITATION_STYLES.filter(({ offered }) => offered === "usual");

/** Writes one source in each style, under its title when the answer cites several. */
function itemOf(
  { source, passages }: CitedPassages,
  styles: readonly CitationStyle[],
  several: boolean,
  { messages }: CommandContext,
): AnswerItem {
  const item = toCslItem(source, passages);
  return [
    ...(several ? [{ type: "heading", text: messages.source.work(source.title.text) } as const] : []),
    ...styles.map(
      (style) =>
        ({
          type: "copyable",
          label: styleName(style, messages.cite.styles),
          text: style.write(item),
        }) as const,
    ),
  ];
}

/** Builds the buttons: the data styles and, after an explicit style, the usual ones. */
function buttonsFor(
  asked: string,
  style: CitationStyle | undefined,
  { messages }: CommandContext,
): AnswerButton[] {
  const { styles, usual } = messages.cite;
  return askButtons([
    ...CITATION_STYLES.filter((one) => one.offered === "data" && one !== style).map((one) => ({
      label: styleName(one, styles),
      ask: createAsk("cite", asked, { style: one.id }),
    })),
    ...(style ? [{ label: usual, ask: createAsk("cite", asked) }] : []),
  ]);
}

/** Names the styles that are neither shown nor offered as buttons, with the line that asks for one. */
function othersThan(
  shown: readonly CitationStyle[],
  asked: string,
  { messages, naming: named }: CommandContext,
): string {
  const others = CITATION_STYLES.filter((style) => !shown.includes(style) && style.offered !== "data").map(
    ({ id }) => id,
  );
  const line = printAsk(createAsk("cite", asked, { style: others[0] }));
  return messages.cite.others(
    others,
    line.replace("/cite", () => named("cite")),
  );
}

/** Says once for each style that requires it that the day of access is to be added, outside of what is pasted. */
const accessNotes = (
  cited: readonly CitedPassages[],
  styles: readonly CitationStyle[],
  { cite: say }: CommandContext["messages"],
): Block[] =>
  styles
    .filter((style) => cited.some(({ source }) => lacksAccess(style, toCslItem(source))))
    .map((style) => textBlock(say.addAccess(styleName(style, say.styles), style.accessForm ?? "")));

/** Returns a text that resolves to the same sources when it is asked again. */
function canonical({ text: words }: StyledText, meant: Extract<CiteSubject, { type: "cited" }>): string {
  if (!meant.record) return meant.cited.map(({ source }) => source.id).join(" ");
  return meant.likeness ? recordRef(meant.record) : words;
}

function answerWith(
  ask: Ask,
  styled: StyledText,
  meant: Extract<CiteSubject, { type: "cited" }>,
  context: CommandContext,
): Answer {
  const { messages } = context;
  const say = messages.cite;
  const { cited, record, likeness } = meant;
  const styles = shownIn(styled.style);
  const [first] = cited;
  const what = styled.style ? say.whatIn(styleName(styled.style, say.styles)) : say.what;
  const name =
    record?.label ??
    (cited.length === 1 && first ? messages.source.work(first.source.title.text) : undefined);
  const asked = canonical(styled, meant);
  const opening: Block[] = [
    ...showingNotice(likeness && name !== undefined, name ?? "", styled.text, context),
    ...(record ? [textBlock(say.behind(cited.length))] : []),
  ];
  return createAnswer({
    ask,
    title: name === undefined ? say.several(cited.length) : messages.title(name, what),
    outcome: "found",
    opening,
    items: cited.map((entry) => itemOf(entry, styles, cited.length > 1 || record !== undefined, context)),
    close: [
      ...accessNotes(cited, styles, messages),
      ...(styled.style ? [] : [textBlock(othersThan(styles, asked, context))]),
    ],
    buttons: buttonsFor(asked, styled.style, context),
  });
}

const optionsOf = ({ style }: StyledText) => (style ? { style: style.id } : {});

/** Returns a menu choice for a source: its title, with the publisher and the date. */
const sourceChoice = (source: SourceInfo, styled: StyledText, { messages }: CommandContext): MenuChoice => ({
  label: messages.source.work(source.title.text),
  detail: shortCredit(source, messages),
  ask: createAsk("cite", source.id, optionsOf(styled)),
});

const recordChoice = (record: AnyRecord, styled: StyledText): MenuChoice => ({
  label: record.label,
  ask: createAsk("cite", recordRef(record), optionsOf(styled)),
});

const menuOf = (ask: Ask, title: string, opening: readonly Block[], choices: readonly MenuChoice[]): Answer =>
  createAnswer({
    ask,
    title,
    outcome: "menu",
    opening,
    items: menuItems(choices),
  });

/** Reports an unknown style and lists the known ones. */
const noStyle = (ask: Ask, given: string, { messages }: CommandContext): Answer =>
  mistakeAnswer(
    ask,
    messages.cite.noStyle(
      given,
      CITATION_STYLES.map(({ id }) => id),
    ),
    messages,
  );

/**
 * Reads the text and the style, from the option or from the text itself. When the whole text is a known name, no
 * word of it is read as a style.
 * @returns undefined when the option names no known style
 */
async function wantedBy(
  { text: words, options }: Ask,
  { library }: CommandContext,
): Promise<StyledText | undefined> {
  if (options.style === undefined)
    return (await isKnownName(words, library)) ? { text: words } : splitStyle(words);
  const style = findStyle(options.style);
  return style && { text: words, style };
}

export async function answer(ask: Ask, context: CommandContext): Promise<Answer> {
  const { library, messages } = context;
  const styled = await wantedBy(ask, context);
  if (!styled) return noStyle(ask, ask.options.style ?? "", context);
  if (styled.text === "") {
    const { hits, total } = await library.findSources({ most: MOST_LISTED });
    return menuOf(
      ask,
      messages.cite.menuTitle,
      firstOfAll(hits.length, total, messages),
      hits.map((source) => sourceChoice(source, styled, context)),
    );
  }
  const subject = await resolveCiteSubject(styled.text, library);
  if (subject.type === "cited" && subject.cited.length > 0) return answerWith(ask, styled, subject, context);
  const { records, sources } = subject.type === "cited" ? { records: [], sources: [] } : subject;
  const choices = [
    ...records.map((record) => recordChoice(record, styled)),
    ...sources.map((source) => sourceChoice(source, styled, context)),
  ];
  if (subject.type !== "several")
    return missAnswer(
      ask,
      styled.text,
      { choices, kinds: RECORD_KINDS, none: context.messages.miss.noSource },
      context,
    );
  return menuOf(ask, messages.menu.several(styled.text), [textBlock(messages.menu.lead)], choices);
}

export async function suggest(
  option: string,
  typed: string,
  { library, messages }: CommandContext,
): Promise<readonly Suggestion[]> {
  if (option === "style") {
    const found = CITATION_STYLES.map((style) => ({
      label: styleName(style, messages.cite.styles),
      value: style.id,
    }));
    const sought = typed.trim().toLowerCase();
    const meant = findStyle(typed)?.id;
    return found.filter(
      ({ label, value }) => value === meant || value.includes(sought) || label.toLowerCase().includes(sought),
    );
  }
  const sources = await suggestSources(typed, library, messages);
  return [...sources, ...(await library.suggest(typed, RECORD_KINDS))];
}
