/** Answers /quote: shows a speaker's quotations, then reported speech, all or about one topic. */

import { type Ask, createAsk } from "../../src/ask/ask.ts";
import {
  type Answer,
  type AnswerButton,
  type AnswerItem,
  type Block,
  blockPassages,
  createAnswer,
  type LineBlock,
  type MenuChoice,
} from "../../src/desk/answer.ts";
import {
  askButtons,
  firstOfAll,
  MOST_LISTED,
  menuItems,
  namedLine,
  searchedText,
  textBlock,
} from "../../src/desk/answer-parts.ts";
import { bylineItem, isByline } from "../../src/desk/bylines.ts";
import { createCitations } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { findRecord, nameInSentence, sourceForm, titleName } from "../../src/desk/lookup.ts";
import { noteBlocks, reviewNote } from "../../src/desk/notes.ts";
import { quotationItem, type ReportedSpeech, reportItem, wordingNote } from "../../src/desk/quotations.ts";
import { answerRecordResolution, missAnswer, profileOffer, recordOffers } from "../../src/desk/resolve.ts";
import { type Resolution, resolveName, resolvePlainName } from "../../src/desk/resolve-name.ts";
import { suggestAmong } from "../../src/desk/suggestions.ts";
import { splitTopic } from "../../src/language/question-words.ts";
import type { Library, Suggestion } from "../../src/library/library.ts";
import { tallyOf } from "../../src/library/lookups.ts";
import { recordRef } from "../../src/shelf/kinds.ts";
import type { AnyRecord, QuoteRecord } from "../../src/shelf/records.ts";
import { type FoundWords, findSpeakers, findSpoken, SPEAKERS, speakingAmong } from "./spoken.ts";

/** Returns a label without the speaker's name at its head, which the answer's first line has. */
const withoutName = (label: string, name: string): string =>
  label.startsWith(name) ? label.slice(name.length).replace(/^(?:[’']s)?\s+/, "") : label;

async function answerWith(
  ask: Ask,
  title: string,
  subject: { readonly name: string; readonly beside?: string; readonly about?: string | undefined },
  opening: readonly Block[],
  { quotes, reports, shown, total }: FoundWords,
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const citations = createCitations(library, messages);
  const items: AnswerItem[] = [];
  const lines: (LineBlock | undefined)[] = quotes.map(() => undefined);
  const wording = await wordingNote(quotes, context);
  const whole = quotes.filter(({ within }) => within === undefined).length;
  for (const quote of quotes)
    items.push(await quotationItem(quote, citations, context, wording !== undefined));
  for (const [index, report] of reports.entries()) {
    const heading: Block[] =
      index === 0 ? [{ type: "heading", text: messages.quote.reported, group: true }] : [];
    const item = await reportItem(report, citations, context);
    items.push([...heading, ...item]);
    lines.push(
      namedLine(
        messages.brief.reported,
        [{ text: withoutName(report.label, subject.name), passages: item.flatMap(blockPassages) }],
        messages,
      ),
    );
  }
  const count = messages.brief.words(whole, quotes.length - whole, reports.length);
  return createAnswer({
    ask,
    title,
    outcome: "found",
    lead: namedLine(
      subject.name,
      subject.about ? messages.brief.wordsAbout(count, subject.about) : count,
      messages,
      subject.beside,
    ),
    lines,
    opening,
    items,
    close: [
      ...firstOfAll(shown, total, messages),
      ...noteBlocks([wording, reviewNote([...quotes, ...reports], messages)]),
    ],
    sources: citations.sources(),
    buttons: await buttonsFor([...quotes, ...reports], context),
  });
}

/** The most buttons below quotations. */
const MOST_BUTTONS = 4;

/** Offers the terms that the quotations are about, then the organizations. */
async function buttonsFor(
  records: readonly (QuoteRecord | ReportedSpeech)[],
  context: CommandContext,
): Promise<AnswerButton[]> {
  const about = records.flatMap((record) => record.about);
  const terms = about.filter((ref) => ref.startsWith("terms/"));
  const donors = about.filter((ref) => ref.startsWith("organizations/"));
  const choices: MenuChoice[] = [];
  for (const ref of new Set([...terms, ...donors])) {
    if (choices.length === MOST_BUTTONS) break;
    const record = await findRecord(ref, context.library);
    const [offer] = record ? await recordOffers(record, context) : [];
    if (offer) choices.push(offer);
  }
  return askButtons(choices);
}

/** Answers with quotations about a topic, by any speaker. */
async function byTopic(
  ask: Ask,
  topic: string,
  opening: readonly Block[],
  near: readonly AnyRecord[],
  context: CommandContext,
) {
  const spoken = await findSpoken({ words: topic, in: "text" }, context);
  if (spoken.quotes.length + spoken.reports.length === 0)
    return missAnswer(ask, topic, { near, none: context.messages.quote.noWords }, context);
  return answerWith(
    ask,
    context.messages.title(context.messages.quoted(topic), context.messages.quote.what),
    { name: context.messages.quoted(topic) },
    opening,
    spoken,
    context,
  );
}

async function bySpeaker(
  ask: Ask,
  speaker: AnyRecord,
  opening: readonly Block[],
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const say = messages.quote;
  const about = ask.options.about;
  const ref = recordRef(speaker);
  const [{ quotes, reports }, spoken] = await Promise.all([
    tallyOf(speaker, library),
    findSpoken({ speaker: ref, ...(about ? { words: about, in: "text" } : {}) }, context),
  ]);
  if (quotes + reports === 0) return wordless(ask, speaker, opening, context);
  if (spoken.quotes.length + spoken.reports.length === 0) {
    return createAnswer({
      ask,
      title: say.noneAbout(speaker.label, about ?? ""),
      outcome: "nothing",
      opening: [...opening, textBlock(await searchedText(library, messages))],
      buttons: askButtons([
        { label: messages.offer.quote(nameInSentence(speaker)), ask: createAsk("quote", speaker.id) },
      ]),
    });
  }
  const none: Block[] = spoken.quotes.length > 0 ? [] : [textBlock(say.noDirect(nameInSentence(speaker)))];
  const what = spoken.quotes.length === 0 ? say.whatNone : about ? say.whatAbout(about) : say.what;
  const title = messages.title(titleName(speaker, messages), what);
  const subject = { name: speaker.label, beside: sourceForm(speaker, messages), about };
  return answerWith(ask, title, subject, [...opening, ...none], spoken, context);
}

/**
 * Answers for a known subject that is never quoted: shows which sources it wrote, and offers its people and other
 * answers about it.
 */
async function wordless(
  ask: Ask,
  speaker: AnyRecord,
  opening: readonly Block[],
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const concerning = recordRef(speaker);
  const [people, statements] = await Promise.all([
    library.find({ kinds: ["people"], concerning, most: MOST_LISTED }),
    library.find({ kinds: ["facts"], concerning, most: MOST_LISTED }),
  ]);
  const offers = (await Promise.all([...people.hits, speaker].map((record) => recordOffers(record, context))))
    .flat()
    .concat(profileOffer(speaker, context));
  const citations = createCitations(library, messages);
  const bylines = statements.hits.filter(isByline);
  const items: AnswerItem[] = [];
  for (const byline of bylines) items.push(await bylineItem(byline, citations, context));
  return createAnswer({
    ask,
    title: messages.title(titleName(speaker, messages), messages.quote.noWords),
    outcome: items.length > 0 ? "found" : "nothing",
    opening: [
      ...opening,
      textBlock(messages.quote.noWordsLead(speaker.label)),
      textBlock(await searchedText(library, messages)),
    ],
    items,
    close: noteBlocks([reviewNote(bylines, messages)]),
    sources: citations.sources(),
    buttons: askButtons(offers.slice(0, 4)),
  });
}

async function menu(ask: Ask, context: CommandContext): Promise<Answer> {
  const { library, messages } = context;
  const { hits, total } = await findSpeakers(context);
  const tallies = await library.tallies(hits.map(recordRef));
  return createAnswer({
    ask,
    title: messages.quote.menuTitle,
    outcome: "menu",
    items: menuItems(
      hits.map((record, index) => ({
        label: record.label,
        detail: messages.quote.menuDetail(tallies[index]!.quotes, tallies[index]!.reports),
        ask: createAsk("quote", record.id),
      })),
    ),
    close: firstOfAll(hits.length, total, messages),
  });
}

/** Turns a fuzzy match into a suggestion, so that nobody's words are shown as someone else's. */
const asNearOnly = (resolution: Resolution<AnyRecord>): Resolution<AnyRecord> =>
  resolution.type === "one" && resolution.likeness
    ? { type: "near", matches: [resolution.match] }
    : resolution;

/** Reads “xi on inequality”: a speaker and a topic, where the whole is nobody's name. */
async function withTopic(ask: Ask, library: Library): Promise<Ask | undefined> {
  const parts = splitTopic(ask.text);
  if (parts.length === 0) return undefined;
  const [whole, ...speakers] = await Promise.all([
    resolvePlainName(ask.text, [SPEAKERS], library),
    ...parts.map(({ speaker }) => resolveName(speaker, [SPEAKERS], library)),
  ]);
  const at = speakers.findIndex(({ type }) => type === "one" || type === "several");
  if (whole.type !== "none" || at < 0) return undefined;
  const { speaker, topic } = parts[at]!;
  return createAsk(ask.command, speaker, { about: topic }, ask.from);
}

export async function answer(ask: Ask, context: CommandContext): Promise<Answer> {
  const { library, messages } = context;
  const about = ask.options.about;
  const split = about === undefined ? await withTopic(ask, library) : undefined;
  if (split) return answer(split, context);
  if (ask.text === "")
    return about
      ? byTopic(ask, about, [textBlock(messages.quote.byTopicOnly)], [], context)
      : menu(ask, context);
  return answerRecordResolution(
    ask,
    {
      resolution: asNearOnly(await resolveName(ask.text, [SPEAKERS], library)),
      one: (speaker, opening) => bySpeaker(ask, speaker, opening, context),
      async miss(alike) {
        const near = await speakingAmong(alike, context);
        return about
          ? missAnswer(ask, ask.text, { near, none: messages.quote.noWords }, context)
          : byTopic(ask, ask.text, [textBlock(messages.quote.byTopic(ask.text))], near, context);
      },
    },
    context,
  );
}

export async function suggest(
  option: string,
  typed: string,
  context: CommandContext,
): Promise<readonly Suggestion[]> {
  const { library } = context;
  if (option === "about")
    return suggestAmong(
      typed,
      ["terms", "organizations"],
      // Quotations about it, besides those that it speaks.
      ({ counts, quotes }) => (counts.quotes ?? 0) > quotes,
      library,
    );
  if (typed !== "")
    return suggestAmong(typed, SPEAKERS, ({ quotes, reports }) => quotes + reports > 0, library);
  return (await findSpeakers(context)).hits.map(({ id, label }) => ({ label, value: id }));
}
