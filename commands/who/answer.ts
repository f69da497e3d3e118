/** Answers /who: shows the profile of a person or an organization. */

import { type Ask, createAsk } from "../../src/ask/ask.ts";
import { type Answer, type Block, createAnswer, type LineBlock } from "../../src/desk/answer.ts";
import { firstOfAll, MOST_LISTED, menuItems, namedLine } from "../../src/desk/answer-parts.ts";
import { type Citations, createCitations } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { sourceForm, titleName } from "../../src/desk/lookup.ts";
import { noteBlocks, reviewNote } from "../../src/desk/notes.ts";
import { answerRecordResolution, missAnswer } from "../../src/desk/resolve.ts";
import { resolveName } from "../../src/desk/resolve-name.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { recordRef } from "../../src/shelf/kinds.ts";
import {
  gatherProfile,
  missingNouns,
  type ProfileData,
  type ProfileSubject,
  profileRecords,
} from "./profile-data.ts";
import { profileButtons, profileItems } from "./profile-items.ts";

const WHO = ["people", "organizations"] as const;

/** Returns the answer in one line: what the sources call the subject, the first of them. */
async function leadOf(
  { subject }: ProfileData,
  citations: Citations,
  { messages }: CommandContext,
): Promise<LineBlock> {
  const role = subject.roles.find(({ stated }) => stated !== undefined);
  const beside = sourceForm(subject, messages);
  if (!role?.stated) return namedLine(subject.label, "", messages, beside);
  const passages = [await citations.passage(role.evidence)];
  return namedLine(subject.label, [{ text: messages.quoted(role.stated), passages }], messages, beside);
}

async function answerWith(
  ask: Ask,
  subject: ProfileSubject,
  opening: readonly Block[],
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const say = messages.who;
  const citations = createCitations(library, messages);
  const profile = await gatherProfile(subject, context);
  const absent = missingNouns(profile, context);
  return createAnswer({
    ask,
    title: messages.title(titleName(subject, messages), say.what),
    outcome: "found",
    lead: await leadOf(profile, citations, context),
    opening,
    items: await profileItems(profile, citations, context),
    close: [
      ...firstOfAll(profile.shown, profile.total, messages),
      ...noteBlocks([
        absent.length > 0 ? say.absent(absent) : undefined,
        reviewNote(profileRecords(profile), messages),
      ]),
    ],
    sources: citations.sources(),
    buttons: await profileButtons(profile, context),
  });
}

/** Lists everyone, those with the most records first. */
async function menu(ask: Ask, { library, messages }: CommandContext): Promise<Answer> {
  const { hits, total } = await library.find({ kinds: WHO, order: "references", most: MOST_LISTED });
  const tallies = await library.tallies(hits.map(recordRef));
  return createAnswer({
    ask,
    title: messages.who.menuTitle,
    outcome: "menu",
    items: menuItems(
      hits.map(({ id, label }, index) => {
        const count = tallies[index]!.total;
        return {
          label,
          ...(count > 0 ? { detail: messages.who.menuDetail(count) } : {}),
          ask: createAsk("who", id),
        };
      }),
    ),
    close: firstOfAll(hits.length, total, messages),
  });
}

export async function answer(ask: Ask, context: CommandContext): Promise<Answer> {
  if (ask.text === "") return menu(ask, context);
  // People ask “/who is xi”.
  const sought = ask.text.replace(/^(?:is|are|was|were) (?=.)/i, "");
  return answerRecordResolution(
    ask,
    {
      resolution: await resolveName(sought, [WHO], context.library),
      typed: sought,
      one: (subject, opening) => answerWith(ask, subject, opening, context),
      miss: (near) =>
        missAnswer(ask, sought, { near, kinds: WHO, none: context.messages.who.nobody }, context),
    },
    context,
  );
}

export async function suggest(
  _option: string,
  typed: string,
  context: CommandContext,
): Promise<readonly Suggestion[]> {
  return context.library.suggest(typed, WHO);
}
