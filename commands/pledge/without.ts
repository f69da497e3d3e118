/** Answers for a subject that no commitment is linked to. */
import type { Ask } from "../../src/ask/ask.ts";
import { type Answer, type Block, createAnswer } from "../../src/desk/answer.ts";
import { askButtons, firstOfAll, MOST_LISTED, namedLine, searchedText } from "../../src/desk/answer-parts.ts";
import { createCitations } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { sourceForm, titleName } from "../../src/desk/lookup.ts";
import { noteBlocks, reviewNote } from "../../src/desk/notes.ts";
import { readAround } from "../../src/desk/read-around.ts";
import { profileOffer, recordOffers } from "../../src/desk/resolve.ts";
import { recordRef } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { statementItems } from "./statements.ts";

/** Parts a text from what stands before it: by a space, unless its first sign has its own. */
const spacedText = (text: string): string =>
  /^[\p{L}(]/u.test(text) && !/^\p{Script=Han}/u.test(text) ? ` ${text}` : text;

/** Answers for a subject without a commitment: shows what else the sources say about it. */
export async function withoutPledge(
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
