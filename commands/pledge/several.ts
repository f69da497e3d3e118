/** Answers for several donors or occasions: “alibaba and tencent”, “alibaba for zhengzhou”. */
import type { Ask } from "../../src/ask/ask.ts";
import { type Answer, type Block, createAnswer } from "../../src/desk/answer.ts";
import { offeredChoices, searchedText, textBlock } from "../../src/desk/answer-parts.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { isPledge } from "../../src/desk/pledges.ts";
import { recordOffers } from "../../src/desk/resolve.ts";
import { writtenName } from "../../src/desk/unnamed.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { answerWith } from "./found.ts";
import { inPledgeOrder, totalNote } from "./parts.ts";
import { findPledges, type PledgeSubjects, readPledgeSubjects } from "./subjects.ts";

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

/**
 * Answers for the donors and occasions that a text names.
 * @returns undefined when the text is one name, or has none that is known exactly
 */
export async function answerSeveral(
  ask: Ask,
  text: string,
  isTotal: boolean,
  context: CommandContext,
): Promise<Answer | undefined> {
  const subjects = await readPledgeSubjects(text, context.library);
  return subjects && ofSeveral(ask, subjects, isTotal, context);
}
