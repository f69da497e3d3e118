/** Answers /pledge: shows commitments with each source's account of them. */

import type { Ask } from "../../src/ask/ask.ts";
import { type Answer, type Block, createAnswer } from "../../src/desk/answer.ts";
import {
  askButtons,
  firstOfAll,
  MOST_LISTED,
  menuItems,
  namedLine,
  offeredChoices,
  searchedText,
  textBlock,
} from "../../src/desk/answer-parts.ts";
import { createCitations } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { sourceForm, titleName } from "../../src/desk/lookup.ts";
import { noteBlocks, reviewNote } from "../../src/desk/notes.ts";
import {
  donorGroups,
  isPledge,
  isPledged,
  PLEDGE_SUBJECTS,
  pledgeOrder,
  pledgeSubjects,
} from "../../src/desk/pledges.ts";
import { readAround } from "../../src/desk/read-around.ts";
import {
  answerRecordResolution,
  missAnswer,
  profileOffer,
  recordChoices,
  recordOffers,
  severalAnswer,
} from "../../src/desk/resolve.ts";
import { resolveName } from "../../src/desk/resolve-name.ts";
import { matchingSuggestions, suggestAmong } from "../../src/desk/suggestions.ts";
import { writtenName } from "../../src/desk/unnamed.ts";
import { isEveryone, isGenericName } from "../../src/language/name-forms.ts";
import { extractTotal } from "../../src/language/phrases.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { foldName, nameWords } from "../../src/shelf/fold.ts";
import { type RecordKind, recordRef } from "../../src/shelf/kinds.ts";
import type { AnyRecord, PledgeRecord } from "../../src/shelf/records.ts";
import { answerWith } from "./found.ts";
import { statementItems } from "./statements.ts";
import { findPledges, isGivenBy, type PledgeSubjects, readPledgeSubjects } from "./subjects.ts";

const inPledgeOrder = (pledges: readonly PledgeRecord[]): PledgeRecord[] =>
  [...pledges].sort((a, b) => pledgeOrder(a) - pledgeOrder(b));

/** The note on several sums of which a total was asked for. */
const totalNote = (isTotal: boolean, { messages }: CommandContext): Block[] =>
  isTotal ? noteBlocks([{ text: messages.pledge.notAdded, caution: true }]) : [];

/** Answers for all pledges, and says that their sums are not added up. */
async function ofEveryone(ask: Ask, context: CommandContext): Promise<Answer> {
  const { hits, total } = await context.library.find({ kinds: ["pledges"], most: MOST_LISTED });
  const pledges = inPledgeOrder(hits.filter(isPledge));
  const name = context.messages.pledge.everyone;
  return answerWith(ask, { name, pledges, total }, totalNote(true, context), context);
}

/** Answers for several donors or occasions, and says which of the names no source has. */
async function ofSeveral(
  ask: Ask,
  subjects: PledgeSubjects,
  isTotal: boolean,
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const say = messages.pledge;
  const { donors, occasions, unnamed, unknown } = subjects;
  const named = [...donors, ...occasions];
  const labels = (records: readonly AnyRecord[]) =>
    records.map((record) =>
      isPledge(record) && record.donorsStated !== undefined
        ? messages.quoted(record.donorsStated)
        : record.label,
    );
  const missing: Block[] = [
    ...unnamed.map((name) => textBlock(messages.miss.unnamed(writtenName(name)))),
    ...(unknown.length > 0 ? [textBlock(say.noneBy(unknown.map(messages.quoted)))] : []),
  ];
  const { pledges, matching, unattributed, without, total } = await findPledges(subjects, library);
  // Whose pledge it is, or what for, is not known: the sums of another may not be taken for the answer.
  const isAstray = missing.length > 0 && named.length < 2;
  if (isAstray || pledges.length === 0)
    return createAnswer({
      ask,
      title:
        missing.length > 0
          ? messages.miss.title([...unnamed, ...unknown].join(", "))
          : messages.title(messages.list(labels(named)), say.none),
      outcome: "nothing",
      opening: [
        ...missing,
        textBlock(await searchedText(library, messages)),
        ...offeredChoices(
          say.known,
          (await Promise.all(named.map((record) => recordOffers(record, context)))).flat(),
        ),
      ],
    });
  const both = donors.length > 0 && occasions.length > 0;
  const opening = [
    ...missing,
    ...(both && matching === 0 ? [textBlock(say.noneFor(labels(donors), labels(occasions)))] : []),
    ...(without.length > 0 ? [textBlock(say.noneBy(labels(without)))] : []),
    ...totalNote(isTotal, context),
  ];
  const asked = matching + unattributed;
  const first = inPledgeOrder(pledges.slice(0, asked));
  const shown = [...first, ...inPledgeOrder(pledges.slice(asked))];
  const othersFrom = asked < shown.length ? asked : -1;
  return answerWith(
    ask,
    { name: messages.list(labels(named)), pledges: shown, subjects: named, othersFrom, total },
    opening,
    context,
  );
}

/** Parts a text from what stands before it: by a space, unless its first sign has its own. */
const spacedText = (text: string): string =>
  /^[\p{L}(]/u.test(text) && !/^\p{Script=Han}/u.test(text) ? ` ${text}` : text;

/** Answers for a subject without a commitment: shows what else the sources say about it. */
async function withoutPledge(
  ask: Ask,
  subject: AnyRecord,
  opening: readonly Block[],
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const citations = createCitations(library, messages);
  const [{ hits: related, total }, { sources, upTo }] = await Promise.all([
    library.find({ kinds: ["facts", "events", "quotes"], concerning: recordRef(subject), most: MOST_LISTED }),
    library.about(),
  ]);
  await readAround([subject, ...related], library);
  const items = await statementItems(subject, related, citations, context);
  return createAnswer({
    ask,
    title: messages.title(titleName(subject, messages), messages.pledge.none),
    outcome: items.length > 0 ? "found" : "nothing",
    lead: namedLine(
      subject.label,
      [{ text: messages.brief.noPledge(sources) }, { text: spacedText(messages.brief.namedHere(upTo)) }],
      messages,
      sourceForm(subject, messages),
    ),
    opening: [...opening, { type: "text", text: messages.pledge.noneLead(subject.label), isExtra: true }],
    items,
    close: [
      ...firstOfAll(related.length, total, messages),
      ...noteBlocks([await searchedText(library, messages), reviewNote([subject, ...related], messages)]),
    ],
    sources: citations.sources(),
    buttons: askButtons([...(await recordOffers(subject, context)), ...profileOffer(subject, context)]),
  });
}

async function menu(ask: Ask, context: CommandContext): Promise<Answer> {
  const { messages } = context;
  const { donors, occasions } = await pledgeSubjects(context.library);
  const { pledge: say } = messages;
  return createAnswer({
    ask,
    title: say.menuTitle,
    outcome: "menu",
    items: [
      ...menuItems(recordChoices(ask, donors.hits), say.donors),
      ...menuItems(recordChoices(ask, occasions.hits), say.occasions),
    ],
    close: firstOfAll(
      donors.hits.length + occasions.hits.length,
      donors.total + occasions.total,
      context.messages,
    ),
  });
}

/** Answers for the one subject, or the one pledge, that the text names. */
async function ofOne(ask: Ask, text: string, isTotal: boolean, context: CommandContext): Promise<Answer> {
  const { library, messages } = context;
  const resolution = await resolveName<RecordKind>(text, [PLEDGE_SUBJECTS, ["pledges"]], library);
  const total = totalNote(isTotal, context);
  return answerRecordResolution(
    ask,
    {
      resolution,
      typed: text,
      several: (records) =>
        records.every((record) => isGivenBy(record, text))
          ? answerWith(
              ask,
              { name: messages.quoted(text), pledges: inPledgeOrder(records.filter(isPledge)) },
              total,
              context,
            )
          : severalAnswer(ask, records, context),
      async one(record, opening) {
        if (isPledge(record))
          return answerWith(ask, { name: messages.quoted(text), pledges: [record] }, opening, context);
        const concerning = recordRef(record);
        const pledges = await library.find({ kinds: ["pledges"], concerning, most: MOST_LISTED });
        if (pledges.total === 0) return withoutPledge(ask, record, opening, context);
        const shown = inPledgeOrder(pledges.hits.filter(isPledge));
        return answerWith(
          ask,
          { name: record.label, pledges: shown, subjects: [record], total: pledges.total },
          [...opening, ...total],
          context,
        );
      },
      async miss(near) {
        const byText =
          near.length > 0
            ? undefined
            : await library.find({ words: text, in: "passages", kinds: ["pledges"], most: MOST_LISTED });
        if (!byText || byText.total === 0)
          return missAnswer(ask, text, { near, kinds: PLEDGE_SUBJECTS, none: messages.pledge.none }, context);
        const opening = [textBlock(messages.pledge.byText(text)), ...total];
        const pledges = inPledgeOrder(byText.hits.filter(isPledge));
        const { total: all } = byText;
        return answerWith(ask, { name: messages.quoted(text), pledges, total: all }, opening, context);
      },
    },
    context,
  );
}

export async function answer(ask: Ask, context: CommandContext): Promise<Answer> {
  const { library, messages } = context;
  if (ask.text === "") return menu(ask, context);
  const { rest, isTotal } = extractTotal(ask.text);
  const kinds: readonly RecordKind[] = [...PLEDGE_SUBJECTS, "pledges"];
  // What the text names is needed where the whole is no name.
  const [exact] = await Promise.all([library.find({ words: rest, kinds }), library.mentions([rest], kinds)]);
  // A source may call donors by words that otherwise mean everyone: “major Chinese tech companies”.
  if (rest !== "" && exact.by === "name" && exact.hits.length > 0) return ofOne(ask, rest, isTotal, context);
  const folded = foldName(rest);
  const isAll = isEveryone(folded);
  // “All” alone asks for nothing in particular.
  if (isAll && !isTotal && !/\s|\p{Script=Han}{3}/u.test(rest)) return menu(ask, context);
  if (isAll || rest === "") return ofEveryone(ask, context);
  const subjects = await readPledgeSubjects(rest, library);
  if (subjects) return ofSeveral(ask, subjects, isTotal, context);
  if (isGenericName(nameWords(folded))) return missAnswer(ask, rest, { none: messages.pledge.none }, context);
  return ofOne(ask, rest, isTotal, context);
}

export async function suggest(
  _option: string,
  typed: string,
  { library }: CommandContext,
): Promise<readonly Suggestion[]> {
  if (typed === "") {
    const { donors, occasions } = await pledgeSubjects(library);
    return [...donors.hits, ...occasions.hits].map(({ id, label }) => ({ label, value: id }));
  }
  const [suggested, groups] = await Promise.all([
    suggestAmong(typed, PLEDGE_SUBJECTS, isPledged, library),
    donorGroups(library),
  ]);
  const named = groups.map((words) => ({ label: words, value: words }));
  return [...suggested, ...matchingSuggestions(named, typed)];
}
