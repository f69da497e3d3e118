/** Shows a recorded passage in its context. */

import { type Ask, createAsk } from "../../src/ask/ask.ts";
import {
  type Answer,
  type Block,
  createAnswer,
  type MenuChoice,
  type Passage,
} from "../../src/desk/answer.ts";
import { askButtons, MOST_LISTED, mistakeAnswer } from "../../src/desk/answer-parts.ts";
import { createCitations } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { noteBlocks, reviewNote } from "../../src/desk/notes.ts";
import { isReported, speakerName, speakerReason } from "../../src/desk/quotations.ts";
import { profileOffer, recordOffers } from "../../src/desk/resolve.ts";
import type { PassageContext, SourceInfo, SourcePassage } from "../../src/library/library.ts";
import { contextOf } from "../../src/library/lookups.ts";
import { isSameEvidence } from "../../src/shelf/evidence.ts";
import type { AnyRecord, Evidence, QuoteRecord } from "../../src/shelf/records.ts";
import { splitSentences } from "../../src/support/segments.ts";

/** How many passages around an offset are looked at. */
const AROUND = 60;

/**
 * Returns the passages recorded from a source around an offset, in text order. Of several with the same start, only the
 * longest is kept, with the records of all.
 */
async function placesAround(
  source: SourceInfo,
  at: string,
  { library }: CommandContext,
): Promise<SourcePassage[]> {
  const near = /^\d{1,9}$/.test(at) ? Number(at) : 0;
  const { hits } = await library.passages(source.id, { near, most: AROUND });
  const found = new Map<number, SourcePassage>();
  for (const passage of hits) {
    const there = found.get(passage.start) ?? passage;
    found.set(passage.start, { ...there, records: [...new Set([...there.records, ...passage.records])] });
  }
  return [...found.values()];
}

/**
 * Returns the text around a passage: all of the context in the public domain, otherwise one sentence on either
 * side.
 */
function surroundings({ before, after, source }: PassageContext): { before: string; after: string } {
  if (source.rights.status === "public-domain") return { before, after };
  return {
    before: splitSentences(before, source.language).at(-1) ?? "",
    after: splitSentences(after, source.language)[0] ?? "",
  };
}

/** Extends a passage by the text around it, with the passage itself marked. */
function widened(passage: Passage, citation: PassageContext): Passage {
  const { before, after } = surroundings(citation);
  const marked = { start: before.length, end: before.length + citation.text.length };
  return {
    ...passage,
    text: before + citation.text + after,
    start: citation.start - before.length,
    end: citation.end + after.length,
    marked: [marked],
  };
}

/**
 * Draws a passage with the text around it: with its speaker when it is somebody's words, of which the quotation marks
 * stand in the source's text.
 */
async function speakingBlock(
  evidence: Evidence,
  passage: Passage,
  records: readonly AnyRecord[],
  context: CommandContext,
): Promise<Block> {
  const say = context.messages.quote;
  const quote = records.find(
    (record): record is QuoteRecord =>
      record.kind === "quotes" && record.passages.some((one) => isSameEvidence(one, evidence)),
  );
  const [marked] = passage.marked ?? [];
  if (quote && marked)
    return {
      type: "quote",
      passages: [passage],
      speaker: say.fragment(await speakerName(quote, context)),
      fragment: passage.text.slice(marked.start, marked.end),
    };
  const report = records.find(isReported);
  return report?.passages.some((one) => isSameEvidence(one, evidence))
    ? { type: "report", passages: [passage], speaker: say.reportOf(await speakerName(report, context)) }
    : { type: "quote", passages: [passage] };
}

/**
 * Answers with the passage that begins at a character of a source.
 * @param at the offset, as typed
 */
export async function passageAnswer(
  ask: Ask,
  source: SourceInfo,
  at: string,
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const say = messages.sourceCard;
  const places = await placesAround(source, at, context);
  const place = places.find(({ start }) => String(start) === at);
  if (!place) return mistakeAnswer(ask, say.noPassage(at), messages);
  const { evidence } = place;
  const [citation, found] = await Promise.all([
    contextOf(evidence, library),
    library.records(place.records.slice(0, MOST_LISTED)),
  ]);
  const records = found.filter((record) => record !== undefined);
  const citations = createCitations(library, messages);
  const passage = await citations.passage(evidence);
  const offers = await Promise.all(
    records.map(async (record) => [
      ...(await recordOffers(record, context)),
      ...profileOffer(record, context),
    ]),
  );
  const distinct = new Map(offers.flat().map((offer) => [offer.label, offer]));
  const inferred = records.map(speakerReason);
  const another = (label: string, other: SourcePassage | undefined): MenuChoice[] =>
    other ? [{ label, ask: createAsk("source", source.id, { at: String(other.start) }) }] : [];
  return createAnswer({
    ask,
    title: messages.title(messages.source.work(source.title.text), say.whatPlace),
    outcome: "found",
    items: [
      [
        { type: "text", text: say.place(citation.start, citation.end, source.length) },
        await speakingBlock(evidence, widened(passage, citation), records, context),
        ...noteBlocks([evidence.note, ...inferred]),
        { type: "heading", text: say.onIt },
        ...records.map(
          ({ label, kind }) =>
            ({ type: "text", text: messages.search.hit(label, messages.recordKinds[kind].name) }) as const,
        ),
      ],
    ],
    close: noteBlocks([reviewNote(records, messages)]),
    sources: citations.sources(),
    buttons: askButtons([
      ...another(
        say.before,
        places.findLast((other) => other.end <= citation.start),
      ),
      ...another(
        say.after,
        places.find((other) => other.start >= citation.end),
      ),
      ...distinct.values(),
    ]),
  });
}
