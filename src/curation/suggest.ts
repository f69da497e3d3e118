/** Takes passages of stored sources that people suggest as records. */
import { type Ask, createAsk } from "../ask/ask.ts";
import type { AnswerButton, Block } from "../desk/answer.ts";
import { textBlock } from "../desk/answer-parts.ts";
import { shortCredit } from "../desk/citations.ts";
import { resolveSource } from "../desk/resolve-source.ts";
import { truncateText } from "../desk/truncate.ts";
import type { Messages } from "../language/messages.ts";
import type { Library, LibraryHolder, SourceInfo } from "../library/library.ts";
import type { ProposalPassage, SuggestedPassage, TypedPassage } from "../review/review-desk.ts";
import { RECORD_KINDS, type RecordKind } from "../shelf/kinds.ts";
import { cutText } from "../support/cut-text.ts";
import { defined } from "../support/defined.ts";
import type { CurationContext } from "./curation.ts";
import {
  type CurationReply,
  type Form,
  type FormField,
  type FormValues,
  MOST_OPTION_VALUE,
  MOST_OPTIONS,
  MOST_TEXT,
} from "./form.ts";
import { deskLine, parsePlace, printPlace } from "./lines.ts";
import { notice } from "./notice.ts";
import { requesterId } from "./requester.ts";

/** How much of a source's title and of a passage is shown. */
const TITLE = 60;
const SHOWN = 300;
/** The most places that are offered where words occur several times. */
const PLACES = 4;

const kindOf = (text: string | undefined): RecordKind | undefined =>
  RECORD_KINDS.find((kind) => kind === text);

const sourceLabel = (source: SourceInfo, messages: Messages): string =>
  `${truncateText(source.title.text, TITLE)} · ${shortCredit(source, messages)}`;

/** Returns the field of the source: a choice where the shelf has few, else a text. */
async function sourceField(library: Library, messages: Messages, chosen: string): Promise<FormField> {
  const { curation } = messages;
  const field = {
    name: "source",
    label: curation.source,
    isRequired: true,
    ...(chosen ? { value: chosen } : {}),
  };
  const { hits, total } = await library.findSources({ most: MOST_OPTIONS });
  const isChoice = total <= hits.length && hits.every(({ id }) => id.length <= MOST_OPTION_VALUE);
  if (!isChoice || hits.length === 0) return { ...field, hint: curation.sourceHint, completedBy: "source" };
  return {
    ...field,
    options: hits.map((source) => ({ label: sourceLabel(source, messages), value: source.id })),
  };
}

/** Returns the form of a suggestion, with what its line chooses and the passage that it begins with. */
export async function suggestForm(
  ask: Ask,
  holder: LibraryHolder,
  messages: Messages,
  passage = "",
): Promise<Form> {
  const { curation, recordKinds } = messages;
  const kind = kindOf(ask.options.kind);
  return {
    id: deskLine(createAsk("suggest")),
    title: curation.suggest,
    submit: curation.send,
    fields: [
      await sourceField(holder.current().library, messages, ask.text),
      {
        name: "passage",
        label: curation.passage,
        hint: curation.passageHint,
        isRequired: true,
        isLong: true,
        value: cutText(passage.trim(), MOST_TEXT),
      },
      {
        name: "kind",
        label: curation.kind,
        isRequired: true,
        ...defined({ value: kind }),
        options: RECORD_KINDS.map((value) => ({ label: recordKinds[value].name, value })),
      },
      { name: "remark", label: curation.remark, isRequired: false },
    ],
  };
}

const suggestAsk = (source: string, kind: RecordKind, at?: string): Ask =>
  createAsk("suggest", source, { kind, at });

const button = (label: string, ask: Ask): AnswerButton => ({ type: "ask", label, ask });

/** Returns the buttons that suggest one of the places where words stand, with the places themselves. */
function placeChoices(
  places: readonly ProposalPassage[],
  source: string,
  kind: RecordKind,
  { curation }: Messages,
): { readonly blocks: Block[]; readonly buttons: AnswerButton[] } {
  const offered = places.slice(0, PLACES);
  return {
    blocks: offered.map((place, index) => textBlock(`${index + 1}. ${surroundings(place)}`)),
    buttons: offered.map((place, index) =>
      button(curation.place(index + 1), suggestAsk(source, kind, printPlace(place))),
    ),
  };
}

/** How much is shown before and after a passage. */
const AROUND = 80;

/** Returns a passage between what stands before and after it, so that its places can be told apart. */
export function surroundings({ before, exact, after }: ProposalPassage): string {
  const reversed = [...before].reverse().slice(0, AROUND).reverse().join("");
  const begins = reversed.length < before.length ? `[…] ${reversed}` : before;
  return `${begins}«${truncateText(exact, SHOWN)}»${truncateText(after, AROUND)}`.trim();
}

/** Where some words stand in a source's text; undefined where they do not. */
async function placeOf(words: string, source: string, library: Library): Promise<string | undefined> {
  const start = (await library.text(source))?.indexOf(words) ?? -1;
  return start < 0 ? undefined : printPlace({ start, end: start + words.length });
}

/** Sends a suggestion, and says what became of it. */
async function suggest(suggestion: SuggestedPassage, context: CurationContext): Promise<CurationReply> {
  const { desk, bot, from, holder } = context;
  const { messages } = bot;
  const { curation } = messages;
  const { source, kind } = suggestion;
  const ask = createAsk("suggest", source);
  const outcome = await desk.suggest(suggestion, requesterId(from));
  const again = button(curation.tryAgain, suggestAsk(source, kind));
  switch (outcome.type) {
    case "waiting":
      return notice(ask, curation.suggested, bot);
    case "too-many":
      return notice(ask, curation.tooManyWaiting(outcome.most), bot);
    case "no-source":
      return sourceFault(curation.noSource(source), context);
    case "ambiguous": {
      const { blocks, buttons } = placeChoices(outcome.places, source, kind, messages);
      return notice(ask, curation.severalPlaces(outcome.places.length), bot, buttons, blocks);
    }
    case "not-found": {
      const { nearest } = outcome;
      const at = nearest && (await placeOf(nearest, source, holder.current().library));
      const text =
        nearest === undefined ? curation.notInSource : curation.nearest(truncateText(nearest, SHOWN));
      const use = at ? [button(curation.useNearest, suggestAsk(source, kind, at))] : [];
      const typed = textBlock(curation.written(truncateText(suggestion.passage.exact, SHOWN)));
      const { answer } = notice(ask, text, bot, [...use, again], [typed]);
      return { type: "faults", faults: { passage: text }, answer };
    }
  }
}

/** Says that a source was not found. */
function sourceFault(text: string, { bot }: CurationContext): CurationReply {
  const again = button(bot.messages.curation.tryAgain, createAsk("suggest"));
  const { answer } = notice(createAsk("suggest"), text, bot, [again]);
  return { type: "faults", faults: { source: text }, answer };
}

/** Takes a form with a suggestion. */
export async function sendSuggestion(values: FormValues, context: CurationContext): Promise<CurationReply> {
  const { bot, holder } = context;
  const { curation } = bot.messages;
  const { source: typed = "", passage = "", remark = "" } = values;
  const kind = kindOf(values.kind);
  const { library } = holder.current();
  const found = await resolveSource(cutText(typed, MOST_OPTION_VALUE), library);
  if (found.type !== "one") return sourceFault(curation.noSource(truncateText(typed, TITLE)), context);
  if (passage.trim() === "" || kind === undefined) {
    const again = button(curation.tryAgain, createAsk("suggest", found.match.id));
    const { answer } = notice(createAsk("suggest"), curation.nothingWritten, bot, [again]);
    const field = kind === undefined ? "kind" : "passage";
    return { type: "faults", faults: { [field]: curation.nothingWritten }, answer };
  }
  const exact: TypedPassage = { exact: cutText(passage.trim(), MOST_TEXT) };
  const note = cutText(remark.trim(), MOST_TEXT);
  const suggestion = { source: found.match.id, passage: exact, kind };
  return suggest({ ...suggestion, ...(note === "" ? {} : { remark: note }) }, context);
}

/** Suggests the words at a place that was offered. */
export async function suggestPlace(ask: Ask, context: CurationContext): Promise<CurationReply> {
  const kind = kindOf(ask.options.kind);
  const place = parsePlace(ask.options.at);
  const text = await context.holder.current().library.text(ask.text);
  const exact = place && text?.slice(place.start, place.end);
  if (kind === undefined || !place || !exact)
    return sourceFault(context.bot.messages.curation.noSource(truncateText(ask.text, TITLE)), context);
  return suggest({ source: ask.text, passage: { exact, start: place.start }, kind }, context);
}
