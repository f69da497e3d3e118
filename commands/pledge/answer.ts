/** Answers /pledge: shows commitments with each source's account of them. */

import type { Ask } from "../../src/ask/ask.ts";
import { type Answer, createAnswer } from "../../src/desk/answer.ts";
import { firstOfAll, MOST_LISTED, menuItems, textBlock } from "../../src/desk/answer-parts.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { donorGroups, isPledge, isPledged, PLEDGE_SUBJECTS, pledgeSubjects } from "../../src/desk/pledges.ts";
import { answerRecordResolution, missAnswer, recordChoices, severalAnswer } from "../../src/desk/resolve.ts";
import { resolveName } from "../../src/desk/resolve-name.ts";
import { matchingSuggestions, suggestAmong } from "../../src/desk/suggestions.ts";
import { isEveryone, isGenericName } from "../../src/language/name-forms.ts";
import { extractTotal } from "../../src/language/question-words.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { foldName, nameWords } from "../../src/shelf/fold.ts";
import { type RecordKind, recordRef } from "../../src/shelf/kinds.ts";
import { lazy } from "../../src/support/lazy.ts";
import { answerWith } from "./found.ts";
import { inPledgeOrder, isGivenBy, totalNote } from "./parts.ts";

/** What most asks do without, since they name one donor who has pledged. */
const loadSeveral = lazy(() => import("./several.ts"));
const loadWithout = lazy(() => import("./without.ts"));

/** Answers for all pledges, and says that their sums are not added up. */
async function ofEveryone(ask: Ask, context: CommandContext): Promise<Answer> {
  const { hits, total } = await context.library.find({ kinds: ["pledges"], most: MOST_LISTED });
  const pledges = inPledgeOrder(hits.filter(isPledge));
  const name = context.messages.pledge.everyone;
  return answerWith(ask, { name, pledges, total }, totalNote(true, context), context);
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
        if (pledges.total === 0) return (await loadWithout()).withoutPledge(ask, record, opening, context);
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
  const several = await (await loadSeveral()).answerSeveral(ask, rest, isTotal, context);
  if (several) return several;
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
